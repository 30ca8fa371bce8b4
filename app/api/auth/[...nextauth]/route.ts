import { entrar, sair } from "@/lib/acesso/commands";
import { authRoute } from "@/lib/server/auth";

const handler = authRoute({ enter: entrar, leave: sair });

export { handler as GET, handler as POST };
