import * as z from "@/lib/domain/mensagens";

export const nadaSchema = z.strictObject({});

export const backupSchema = z.strictObject({
  arquivo: z.string().max(100),
  bytes: z.int().min(0),
  com: z.enum(["pg_dump", "copy"]),
});
