import { receberLogo } from "@/lib/configuracoes/commands";
import { remoteUpload } from "@/lib/server/uploadthing-route";

/** The new logo by way of UploadThing. */
export const POST = remoteUpload("/api/logo", ({ call, bytes }) => receberLogo(call, bytes));
