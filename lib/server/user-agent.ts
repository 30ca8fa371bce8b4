import Bowser from "bowser";

/** "Chrome no Android", for the list of open sessions. */
export function describeDevice(userAgent: string): string {
  if (!userAgent) return "Aparelho desconhecido";
  const { browser, os } = Bowser.parse(userAgent);
  return [browser.name ?? "Navegador", os.name].filter(Boolean).join(" no ");
}

/** Whether the browser is a phone's, as it says itself (`Sec-CH-UA-Mobile`) or by its name. Tablets are not. */
export function isPhone(incoming: Headers): boolean {
  const hint = incoming.get("sec-ch-ua-mobile");
  if (hint) return hint === "?1";
  const userAgent = incoming.get("user-agent");
  return Boolean(userAgent) && Bowser.parse(userAgent!).platform.type === "mobile";
}
