import { forbidden } from "next/navigation";

/** What the proxy shows in place of a page that it refuses: a 403. */
export default function SemPermissaoPage() {
  forbidden();
}
