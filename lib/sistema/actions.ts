"use server";

import { action } from "@/lib/server/action";
import { pedirBackup } from "./commands";

export const pedirBackupAction = action(pedirBackup);
