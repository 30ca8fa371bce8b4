import Bowser from "bowser";

/** "Chrome no Android", for the list of open sessions. */
export function describeDevice(userAgent: string): string {
  if (!userAgent) return "Aparelho desconhecido";
  const { browser, os } = Bowser.parse(userAgent);
  return [browser.name ?? "Navegador", os.name].filter(Boolean).join(" no ");
}
