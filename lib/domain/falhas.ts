import type { MotivoDePausa } from "./whatsapp";

/**
 * What becomes of a message that Meta refused. `freia`: the whole number slows down. `par`: only this client's messages
 * wait. `repete`: again and again for a day. `modelo`: the window is closed, a template may go. `outra_forma`: the number
 * once more with or without its ninth digit. `sem_avisos`: this person wants none. `pausa`: nothing leaves until a person
 * mends it. `desiste`: never again.
 */
export type Tratamento =
  | "freia"
  | "par"
  | "repete"
  | "modelo"
  | "outra_forma"
  | "sem_avisos"
  | "desiste"
  | { pausa: MotivoDePausa };

type Falha = { tratamento: Tratamento; frase: string };

const espera = "O WhatsApp pediu para ir mais devagar.";
const fora = "O WhatsApp está fora do ar.";
const token = "O token de acesso venceu ou não tem permissão.";
const modelo = "O modelo de mensagem tem um problema. Confira-o no WhatsApp Manager.";
const errado = "O WhatsApp recusou o formato desta mensagem.";

const de = (tratamento: Tratamento, frase: string, ...codigos: number[]): [number, Falha][] =>
  codigos.map((codigo) => [codigo, { tratamento, frase }]);

/** Codes of Meta's Graph API; their titles and HTTP statuses may change. */
const falhas = new Map<number, Falha>([
  ...de("freia", espera, 130429, 4, 80007, 131048),
  ...de("par", espera, 131056),
  ...de("repete", fora, 1, 2, 131000, 131016, 133004, 131057),
  ...de("modelo", "O cliente não escreve há mais de 24 horas, e não há um modelo aprovado para esta mensagem.", 131047),
  ...de("outra_forma", "Este número não recebe mensagens do WhatsApp.", 131026),
  ...de("sem_avisos", "O cliente não quer receber estas mensagens.", 131050),
  ...de("desiste", "O WhatsApp segurou esta mensagem para não incomodar o cliente.", 131049, 130472),
  ...de("desiste", "A empresa bloqueou este cliente no WhatsApp.", 130403),
  ...de("desiste", modelo, 132000, 132001, 132005, 132007, 132012, 132015, 132016, 132018, 131064),
  ...de("desiste", errado, 100, 131008, 131009, 135000, 33, 131051, 131052, 131053),
  ...de("desiste", "O número do cliente é o da própria empresa.", 131021),
  ...de("desiste", "O WhatsApp não deixa enviar esta mensagem para este cliente.", 131062, 131063),
  ...de({ pausa: "token" }, token, 0, 190, 3, 10, 131005),
  ...de({ pausa: "politica" }, "O WhatsApp restringiu esta conta.", 368, 131031, 130497),
  ...de({ pausa: "pagamento" }, "Há um problema com o pagamento da conta no WhatsApp.", 131042),
  ...de({ pausa: "numero" }, "O número da empresa não está registrado no WhatsApp.", 131045, 133010),
]);

/** What a code of Meta's means for us and, in words, for people. Unknown ones are tried again. */
export function falhaDe(codigo: number): Falha {
  if (codigo >= 200 && codigo <= 299) return { tratamento: { pausa: "token" }, frase: token };
  return falhas.get(codigo) ?? { tratamento: "repete", frase: `O WhatsApp não aceitou a mensagem (código ${codigo}).` };
}
