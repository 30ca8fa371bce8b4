import { z } from "zod";

const token = z.object({
  apiKey: z.string().startsWith("sk_"),
  appId: z.string().regex(/^\w+$/),
  regions: z.tuple([z.string().regex(/^[\w-]+$/)], z.string()),
  ingestHost: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default("ingest.uploadthing.com"),
});

/** UploadThing's token is JSON in base64. Its own library reads it from the environment once more. */
function readToken(text: string): z.infer<typeof token> | null {
  try {
    return token.parse(JSON.parse(Buffer.from(text, "base64").toString()));
  } catch {
    return null;
  }
}

const umaUrl = z.url("escreva o endereço inteiro, com https:// no começo");

const schema = z.object({
  DATABASE_URL: z.string("falta a URL do banco de dados"),
  DATABASE_URL_DONO: z.string().optional(),
  AUTH_SECRET: z
    .string("falta um segredo de pelo menos 32 caracteres")
    .min(32, "o segredo precisa de pelo menos 32 caracteres"),
  NEXTAUTH_URL: z.url("escreva o endereço público, por exemplo https://agenda.exemplo.com.br").optional(),
  /** How many trusted proxies stand before us; 0 believes no `X-Forwarded-*`. */
  CONFIA_PROXY: z.coerce
    .number("escreva um número de 0 a 5")
    .int("escreva um número inteiro")
    .min(0, "escreva um número de 0 a 5")
    .max(5, "escreva um número de 0 a 5")
    .default(0),
  /** With it, files are kept at UploadThing instead of in the database. */
  UPLOADTHING_TOKEN: z
    .string()
    .transform((text, { issues }) => {
      const read = readToken(text);
      if (!read) issues.push({ code: "custom", message: "copie o token inteiro do painel do UploadThing", input: "" });
      return read ?? z.NEVER;
    })
    .optional(),
  /** Where UploadThing's services are, when they are not the public ones. */
  UPLOADTHING_INGEST_URL: umaUrl.optional(),
  UPLOADTHING_API_URL: umaUrl.default("https://api.uploadthing.com"),
  /** Where UploadThing reaches us, when that is not `NEXTAUTH_URL`. */
  UPLOADTHING_CALLBACK_URL: umaUrl.optional(),
  /** What the settings screen asks for too; what stands here comes first and cannot be changed there. */
  WHATSAPP_PHONE_NUMBER_ID: z
    .string()
    .regex(/^\d{5,20}$/, "escreva só os números, como a Meta mostra")
    .optional(),
  WHATSAPP_BUSINESS_ACCOUNT_ID: z
    .string()
    .regex(/^\d{5,20}$/, "escreva só os números, como a Meta mostra")
    .optional(),
  WHATSAPP_ACCESS_TOKEN: z
    .string()
    .regex(/^[!-~]{20,1000}$/, "copie o token inteiro, sem espaços")
    .optional(),
  WHATSAPP_APP_SECRET: z
    .string()
    .regex(/^[0-9a-f]{32}$/, "copie as 32 letras e números da Meta")
    .optional(),
  WHATSAPP_VERIFY_TOKEN: z
    .string()
    .regex(/^[\w-]{16,100}$/, "use de 16 a 100 letras e números")
    .optional(),
  WHATSAPP_GRAPH_VERSION: z
    .string()
    .regex(/^v\d{2}\.\d$/, "escreva como a Meta, por exemplo v26.0")
    .optional(),
  /** Where Meta's Graph API is, when it is not the public one. */
  WHATSAPP_GRAPH_URL: umaUrl.default("https://graph.facebook.com"),
  /** The data folder. */
  DADOS: z.string().default(".data"),
  /** Where backups go, when that is not `backups` in the data folder, and for how many days each is kept. */
  BACKUP_PASTA: z.string().optional(),
  BACKUP_DIAS: z.coerce
    .number("escreva um número de 1 a 3650")
    .int("escreva um número inteiro")
    .min(1, "escreva um número de 1 a 3650")
    .max(3650, "escreva um número de 1 a 3650")
    .default(14),
  /** Set by the launcher while a demo password still works. */
  DEMONSTRACAO: z.literal("1", "deixe sem valor").optional(),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"], "escolha debug, info, warn, error ou silent")
    .default("info"),
});

export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/**
 * The environment, checked once at start. A variable without a value is not set: `.env` files and compose write it so.
 *
 * @throws an Error that lists in Portuguese every variable that is missing or wrong, never its value
 */
export function env(): Env {
  if (parsed) return parsed;
  const set = Object.entries(process.env).filter(([, value]) => value !== "");
  const result = schema.safeParse(Object.fromEntries(set));
  if (!result.success) {
    const list = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`).join("\n");
    throw new Error(`Configuração incompleta. Confira estas variáveis de ambiente:\n${list}`);
  }
  return (parsed = result.data);
}
