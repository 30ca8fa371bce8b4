/** An e-mail, which is long and seldom read: small, and where it does not fit it goes on after its @, not within a word. */
export function Email({ children }: { children: string }) {
  const [name, ...host] = children.split("@");
  return (
    <span className="text-sm text-muted">
      {name}@<wbr />
      {host.join("@")}
    </span>
  );
}
