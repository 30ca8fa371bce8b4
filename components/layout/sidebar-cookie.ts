/** `1` while the person keeps the sidebar collapsed; the server reads it so that the first paint is right. */
export const SIDEBAR_COOKIE = "menu_recolhido";
