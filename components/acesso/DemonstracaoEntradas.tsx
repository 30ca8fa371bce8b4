import { entrarAction } from "@/lib/acesso/actions";
import { AcessoButton } from "./AcessoButton";

const pessoas = [
  { email: "master@exemplo.com.br", quem: "Master", pode: "vê e muda tudo" },
  { email: "gerente@exemplo.com.br", quem: "Gerente", pode: "cuida de equipe e agenda" },
  { email: "atendente@exemplo.com.br", quem: "Atendente", pode: "marca e recebe clientes" },
  { email: "relatorios@exemplo.com.br", quem: "Relatórios", pode: "só vê os números" },
];

/** The sign-ins of the demonstration, one tap each. Shown only while their password still works. */
export function DemonstracaoEntradas() {
  return (
    <section className="grid gap-3 border-t pt-6" aria-labelledby="demonstracao">
      <h2 id="demonstracao" className="font-medium">
        Demonstração: entre como
      </h2>
      <ul className="grid gap-2 sm:grid-cols-2">
        {pessoas.map(({ email, quem, pode }) => (
          <li key={email} className="grid">
            <AcessoButton
              action={entrarAction}
              values={{ email, senha: "demonstracao" }}
              variant="secondary"
              className="h-auto! min-h-14 w-full min-w-0 shrink justify-start py-2 text-left"
            >
              <span className="grid whitespace-normal">
                <span>{quem}</span>
                <span className="text-sm font-normal text-muted">{pode}</span>
              </span>
            </AcessoButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
