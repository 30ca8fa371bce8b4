import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { menuDe, pode, rotas } from "@/lib/domain/permissoes";
import { screen } from "@/lib/server/screen";
import { isPhone } from "@/lib/server/user-agent";

/** After signing in: the agenda on a phone, else the first screen of the menu, or their own account. */
export default screen("/", async ({ actor }) => {
  if (isPhone(await headers()) && pode(actor, rotas["/agenda"].exige)) redirect("/agenda");
  redirect(menuDe(actor)[0]?.href ?? "/conta");
});
