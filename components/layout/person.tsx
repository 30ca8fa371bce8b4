"use client";

import { createContext, use, type ReactNode } from "react";

const PersonContext = createContext<number | null>(null);

/** Says who is signed in to what is drawn inside. */
export function PersonProvider({ id, children }: { id: number; children: ReactNode }) {
  return <PersonContext value={id}>{children}</PersonContext>;
}

/** The id of the signed-in person. Only inside the frame. */
export function usePersonId(): number {
  const id = use(PersonContext);
  if (id === null) throw new Error("outside the frame");
  return id;
}
