/** The role of the application, from its URL; with one URL for both it is `<database>_app`, which the pool assumes. */
export function appRole({ dono, app }: { dono: string; app: string }): string {
  const [owner, login] = [new URL(dono), new URL(app)];
  return owner.username === login.username ? `${owner.pathname.slice(1)}_app` : decodeURIComponent(login.username);
}
