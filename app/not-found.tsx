import { NotFoundMessage } from "@/components/layout/messages";

export default function NotFound() {
  return (
    <main>
      <NotFoundMessage />
    </main>
  );
}
