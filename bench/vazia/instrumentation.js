/** Stands here so that Next does not find the project's own two folders up. */
export function register() {}
