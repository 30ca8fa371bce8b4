import { Card } from "@/components/ui/card";
import { Desenho } from "./Desenho";
import { passos } from "./passos";

/** Step by step, what to click at Meta. Each step opens on its own, so that the page stays short. */
export function ComoConectarCard() {
  return (
    <Card title="Como conectar" hint="Leva uns 20 minutos, uma vez só. Enquanto isso o simulador já funciona.">
      <ol className="divide-y">
        {passos.map(({ titulo, texto, tela }, i) => (
          <li key={titulo}>
            <details className="py-1">
              <summary className="flex min-h-11 cursor-pointer items-center gap-3 rounded-md font-medium">
                <span
                  aria-hidden
                  className="grid size-7 shrink-0 place-items-center rounded-full bg-brand-soft text-sm text-brand-text"
                >
                  {i + 1}
                </span>
                {titulo}
              </summary>
              <div className="grid gap-3 pt-1 pb-4 sm:pl-10">
                {texto.map((frase) => (
                  <p key={frase}>{frase}</p>
                ))}
                {tela && <Desenho {...tela} />}
              </div>
            </details>
          </li>
        ))}
      </ol>
    </Card>
  );
}
