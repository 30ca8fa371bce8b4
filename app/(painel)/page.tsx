import { redirect } from "next/navigation";
import { menuDe } from "@/lib/domain/permissoes";
import { screen } from "@/lib/server/screen";

/** After signing in: the first screen of the menu that this person may open, or their own account. */
export default screen("/", async ({ actor }) => redirect(menuDe(actor)[0]?.href ?? "/conta"));
