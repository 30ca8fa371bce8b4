import { NextResponse } from "next/server";

/** Stands here so that Next does not find the project's own two folders up; matches nothing. */
export const proxy = () => NextResponse.next();
export const config = { matcher: ["/nada"] };
