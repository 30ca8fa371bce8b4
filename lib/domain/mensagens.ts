import { config, type core } from "zod";

const formatos: Record<string, string> = {
  email: "Escreva um e-mail como ana@exemplo.com.br.",
  url: "Escreva um endereço como https://exemplo.com.br.",
  date: "Escolha uma data.",
  time: "Escolha um horário.",
  uuid: "Escolha um item da lista.",
};

const plural = (quantidade: number | bigint, um: string, muitos: string) =>
  `${quantidade} ${Number(quantidade) === 1 ? um : muitos}`;

function grandeza(origem: string, limite: number | bigint): string {
  if (origem === "string") return plural(limite, "letra", "letras");
  if (origem === "array" || origem === "set") return plural(limite, "item", "itens");
  return new Intl.NumberFormat("pt-BR").format(limite);
}

/** What is wrong with one field, as a short sentence for people; a schema's own message always goes first. */
function mensagem(issue: core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined || issue.input === null || issue.input === "") return "Preencha este campo.";
      return issue.expected === "number" || issue.expected === "int"
        ? "Não entendi este valor. Use números."
        : "Não entendi este valor.";
    case "too_small":
      if (issue.origin === "string" && Number(issue.minimum) === 1) return "Preencha este campo.";
      if (issue.origin === "array" && Number(issue.minimum) === 1) return "Escolha pelo menos um.";
      return `Use ${issue.inclusive ? "pelo menos" : "mais de"} ${grandeza(issue.origin, issue.minimum)}.`;
    case "too_big":
      return `Use ${issue.inclusive ? "no máximo" : "menos de"} ${grandeza(issue.origin, issue.maximum)}.`;
    case "invalid_format":
      return formatos[issue.format] ?? "Confira este campo.";
    case "not_multiple_of":
      return `Use um múltiplo de ${issue.divisor}.`;
    case "invalid_value":
      return "Escolha uma das opções.";
    case "unrecognized_keys":
      return "Há um campo que não existe neste formulário.";
    default:
      return "Confira este campo.";
  }
}

// Without jitless zod probes `new Function` once, which the page's CSP refuses and reports in the console. It counts
// only for schemas made after this line, so they take zod from here: `import * as z from "@/lib/domain/mensagens"`.
// As `{ z }` the bundler would keep all of zod, every language included: 59 kB more in the browser.
config({ customError: mensagem, jitless: true });

export * from "zod";
