import { ForbiddenMessage } from "@/components/layout/messages";

export default function Forbidden() {
  return (
    <main>
      <ForbiddenMessage />
    </main>
  );
}
