/** What the person wants of the sidebar; the server reads it so that the first paint is right. */
export const SIDEBAR_COOKIE = "menu_recolhido";

/** `auto`: open where the screen has room for it, since the person has not said. */
export type SidebarState = "open" | "closed" | "auto";

export const sidebarState = (cookie: string | undefined): SidebarState =>
  cookie === "1" ? "closed" : cookie === "0" ? "open" : "auto";
