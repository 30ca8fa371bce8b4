/** An e-mail that, where it does not fit, goes on in the next line after its @ and not within a word. */
export function Email({ children }: { children: string }) {
  const [name, ...host] = children.split("@");
  return (
    <>
      {name}@<wbr />
      {host.join("@")}
    </>
  );
}
