export default function Page() {
  return <p>Olá</p>;
}
