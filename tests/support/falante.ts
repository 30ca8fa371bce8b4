import { diaDaSemana, somarDias } from "@/lib/domain/tempo";
import type { Resposta } from "@/lib/domain/conversa/tipos";
import type { Salao } from "./roteiro";
import { servicosDoSalao } from "./salao";

/** Somebody who knows what they want and says it as people do, a little at a time and not always well. */
type Desejo = { servico: string; com: string | null; dia: string; minutos: number; para: string | null };

/** What they want once it is booked: to leave it, to come at another time, or not to come. */
type Depois = "nada" | "remarcar" | "cancelar";

export type Desfecho = {
  como: "marcado" | "remarcado" | "cancelado" | "desistiu" | "preso" | "errado";
  /** Whether a booking was made on the way, whatever became of it. */
  marcou: boolean;
  mensagens: number;
  /** What was wanted in the end, as the salon's `meus()` writes it; the professional "?" where anybody would do. */
  querido: string;
  falas: string[];
};

/** The same numbers for the same seed. */
export function acasoDe(semente: number): () => number {
  let estado = semente >>> 0;
  return () => {
    estado = (estado + 0x6d2b79f5) >>> 0;
    let t = Math.imul(estado ^ (estado >>> 15), 1 | estado);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const nomesDosDias = ["domingo", "segunda", "terça", "quarta", "quinta", "sexta", "sábado"];
const porExtenso = "zero uma duas três quatro cinco seis sete oito nove dez onze doze".split(" ");
const apelidos: Record<string, string[]> = {
  "Corte feminino": ["corte feminino", "corte feminimo"],
  "Corte masculino": ["corte masculino", "corte masc", "corte masculno"],
  Barba: ["barba", "fazer a barba", "barb"],
  Escova: ["escova", "escovinha", "uma escova"],
  Manicure: ["manicure", "manicuri", "fazer a mão"],
  Pedicure: ["pedicure", "fazer o pé", "pedicuri"],
  Coloração: ["coloração", "coloracao", "pintar o cabelo"],
};

const duasCasas = (n: number) => String(n).padStart(2, "0");

export class Falante {
  private desejo: Desejo;
  private readonly falas: string[] = [];
  private ultimas: Resposta[] = [];
  private mensagens = 0;
  private readonly depois: Depois;
  private fase: "marcar" | Exclude<Depois, "nada"> = "marcar";

  constructor(
    private readonly salao: Salao,
    private readonly hoje: string,
    private readonly acaso: () => number,
    private readonly mexer: (desejo: { dia: string; minutos: number; com: string | null }) => Promise<void> = () =>
      Promise.resolve(),
    /** How far ahead they may want to come. */
    diasAdiante = 20,
  ) {
    const servico = this.um(servicosDoSalao.filter(({ preco }) => preco !== null));
    const dia = somarDias(hoje, 1 + Math.floor(acaso() * diasAdiante));
    const horas = diaDaSemana(dia) === 6 ? 7 : 17;
    this.desejo = {
      servico: servico.nome,
      com: acaso() < 0.4 ? this.um<string>(servico.faz) : null,
      dia,
      minutos: 540 + 30 * Math.floor(acaso() * horas),
      para: acaso() < 0.12 ? this.um(["filha", "mãe", "marido"]) : null,
    };
    const sorte = acaso();
    this.depois = sorte < 0.2 ? "remarcar" : sorte < 0.35 ? "cancelar" : "nada";
  }

  private um<T>(de: readonly T[]): T {
    return de[Math.floor(this.acaso() * de.length)]!;
  }

  private diaDito(): string {
    const { dia } = this.desejo;
    const longe = Math.round((Date.parse(dia) - Date.parse(this.hoje)) / 86_400_000);
    const nome = nomesDosDias[diaDaSemana(dia)]!;
    const data = `${Number(dia.slice(8))}/${dia.slice(5, 7)}`;
    const jeitos = [data, `dia ${data}`, `${nome} dia ${data}`];
    if (longe === 1) jeitos.push("amanhã", "amnh", "amanha");
    if (longe === 2) jeitos.push("depois de amanhã");
    if (longe > 1 && longe < 7)
      jeitos.push(nome, `na ${nome}`, nome.slice(0, 3) === "ter" ? nome : `na ${nome.slice(0, 3)}`);
    if (longe > 7) jeitos.push(`daqui a ${longe} dias`);
    return this.um(jeitos);
  }

  private horaDita(): string {
    const { minutos } = this.desejo;
    const [h, m] = [Math.floor(minutos / 60), minutos % 60];
    const jeitos = [
      `às ${h}h${m ? m : ""}`,
      `${h}:${duasCasas(m)}`,
      `as ${h}${m ? ` e ${m}` : " horas"}`,
      `${h}h${m ? m : ""}`,
    ];
    if (h > 12)
      jeitos.push(`às ${porExtenso[h - 12]}${m ? " e meia" : ""} da tarde`, `${h - 12}${m ? " e meia" : ""} da tarde`);
    else if (h < 12) jeitos.push(`às ${porExtenso[h]}${m ? " e meia" : ""} da manhã`);
    return this.um(jeitos);
  }

  private servicoDito = () => this.um(apelidos[this.desejo.servico]!) + this.paraQuem();
  private paraQuem(): string {
    const { para } = this.desejo;
    return para ? ` ${this.um(["pra", "para"])} ${para === "marido" ? "o meu" : "minha"} ${para}` : "";
  }
  private quemDito = () =>
    this.desejo.com ? ` com ${this.um(["a", "o", ""])} ${this.desejo.com}`.replace("  ", " ") : "";

  private abertura(): string {
    const comeco = this.um(["", "oi, ", "bom dia! ", "boa tarde, tudo bem? ", "Olá! "]);
    const verbo = this.um(["quero marcar ", "qro ", "queria agendar ", "tem horário pra ", "gostaria de marcar ", ""]);
    const quanto = this.acaso();
    if (quanto < 0.12) return comeco || "oi";
    if (quanto < 0.25) return `${comeco}${verbo || "quero "}${this.servicoDito()}`;
    if (quanto < 0.4) return `${comeco}${verbo}${this.servicoDito()}${this.quemDito()} ${this.diaDito()}`;
    return `${comeco}${verbo}${this.servicoDito()}${this.quemDito()} ${this.diaDito()} ${this.horaDita()}`;
  }

  private async dizer(texto: string) {
    this.falas.push(`> ${texto}`);
    this.mensagens++;
    this.ultimas = await this.salao.dizer({ tipo: "texto", texto });
    this.ouvir();
  }

  private async tocar(qual: (titulo: string) => boolean): Promise<boolean> {
    const achada = this.ultimas
      .flatMap(({ botoes = [], lista }) => [...botoes, ...(lista?.linhas ?? [])])
      .find(({ titulo }) => qual(titulo));
    if (!achada) return false;
    this.falas.push(`[${achada.titulo}]`);
    this.mensagens++;
    this.ultimas = await this.salao.dizer({ tipo: "toque", ...achada });
    this.ouvir();
    return true;
  }

  private ouvir = () => this.falas.push(...this.ultimas.map(({ texto }) => `    ${texto.replaceAll("\n", "\n    ")}`));
  private get dito() {
    return this.ultimas.map(({ texto }) => texto).join("\n");
  }

  /** The day of "24/11", this year or the next. */
  private diaDe(escrito: string): string {
    const [dia, mes] = escrito.split("/");
    const este = `${this.hoje.slice(0, 4)}-${mes}-${dia}`;
    return este >= this.hoje ? este : `${Number(this.hoje.slice(0, 4)) + 1}-${mes}-${dia}`;
  }

  private minutosDe(escrito: string): number {
    const [, h = "0", m = "0"] = /(\d{1,2})h(\d{2})?/.exec(escrito)!;
    return Number(h) * 60 + Number(m || 0);
  }

  private opcoes(): { n: number; dia: string; minutos: number }[] {
    const geral = /(\d{2}\/\d{2}):\s*\n\s*1\. /.exec(this.dito)?.[1];
    return [...this.dito.matchAll(/^(\d+)\. (.*\d{1,2}h(?:\d{2})?)$/gm)].map(([, n, texto]) => {
      const data = /\d{2}\/\d{2}/.exec(texto!)?.[0] ?? geral!;
      return { n: Number(n), dia: this.diaDe(data), minutos: this.minutosDe(texto!.replace(/^.*\d{2}\/\d{2} /, "")) };
    });
  }

  private async escolherHorario() {
    const opcoes = this.opcoes();
    const certa = opcoes.find(({ dia, minutos }) => dia === this.desejo.dia && minutos === this.desejo.minutos);
    const recusou = /Não tenho|Não abrimos|mais perto|ocupado|tenho:/.test(this.dito);
    const alvo = certa ?? (recusou ? this.um(opcoes) : undefined);
    if (!alvo) return this.dizer(`${this.um(["queria ", "tem ", ""])}${this.diaDito()} ${this.horaDita()}`);
    if (!certa) {
      // Whoever they asked for may not be who has it.
      this.desejo = {
        ...this.desejo,
        dia: alvo.dia,
        minutos: alvo.minutos,
        com: /Com \w+(?: e \w+)* tenho:/.test(this.dito) ? null : this.desejo.com,
      };
    }
    const jeito = this.acaso();
    if (jeito < 0.3) return this.dizer(String(alvo.n));
    if (jeito < 0.5)
      return this.dizer(
        `${this.um(["", "pode ser ", "quero "])}${this.horaDita()}${new Set(opcoes.map(({ dia }) => dia)).size > 1 ? ` ${this.diaDito()}` : ""}`,
      );
    if (jeito < 0.6 && alvo.n <= 5)
      return this.dizer(`a ${["primeira", "segunda", "terceira", "quarta", "quinta"][alvo.n - 1]} opção`);
    if (await this.tocar((titulo) => titulo === this.rotulo(alvo, opcoes))) return;
    return this.dizer(String(alvo.n));
  }

  private rotulo({ dia, minutos }: { dia: string; minutos: number }, opcoes: readonly { dia: string }[]): string {
    const hora = `${Math.floor(minutos / 60)}h${minutos % 60 ? duasCasas(minutos % 60) : ""}`;
    if (new Set(opcoes.map((um) => um.dia)).size === 1) return hora;
    const curto = ["dom", "seg", "ter", "qua", "qui", "sex", "sáb"][diaDaSemana(dia)];
    return `${curto} ${dia.slice(8)}/${dia.slice(5, 7)} ${hora}`;
  }

  private async decidir() {
    const { servico, com, dia, minutos } = this.desejo;
    const [, data = "", hora = ""] = /\*.*?(\d{2}\/\d{2}), às? (\d{1,2}h(?:\d{2})?)\*/.exec(this.dito) ?? [];
    if (!data) throw new Error(`Sem dia e hora: ${this.dito}`);
    const outraHora = this.diaDe(data) !== dia || this.minutosDe(hora) !== minutos;
    if (this.fase === "marcar" && this.desejo.para && !this.dito.includes(`para ${this.desejo.para}`))
      return this.dizer(`é${this.paraQuem()}`);
    if (!this.dito.includes(servico))
      return this.dizer(`${this.um(["na verdade quero ", "não, é "])}${this.servicoDito()}`);
    if (com && !this.dito.includes(`com ${com}`)) return this.dizer(`não, com ${com}`);
    if (outraHora) return this.dizer(`${this.um(["não, ", "melhor ", ""])}${this.diaDito()} ${this.horaDita()}`);
    const jeito = this.acaso();
    if (jeito < 0.06)
      return this.dizer(this.um(["quanto custa mesmo?", "onde fica?", "vocês abrem no sábado?", "obrigada"]));
    if (jeito < 0.1) return this.mudarDeIdeia();
    if (jeito < 0.16) await this.mexer(this.desejo);
    if (jeito < 0.2) this.salao.avancar(45);
    if (jeito > 0.75) return void (await this.tocar((titulo) => titulo === "Confirmar"));
    return this.dizer(
      this.um([
        "sim",
        "isso",
        "confirmo",
        "pode ser",
        "ok",
        "👍",
        "sim, por favor",
        "perfeito!",
        "pode marcar",
        "blz",
        "ss",
      ]),
    );
  }

  private async mudarDeIdeia() {
    this.desejo = { ...this.desejo, minutos: 540 + 30 * Math.floor(this.acaso() * 7) };
    return this.dizer(`${this.um(["não, melhor ", "pensando bem, ", "pode ser "])}${this.horaDita()}?`);
  }

  /** Another time than the booked one, and the words that ask for it, or for its end. */
  private async pedirDepois(depois: Exclude<Depois, "nada">) {
    this.fase = depois;
    if (depois === "cancelar")
      return this.dizer(
        this.um(["quero cancelar", "preciso desmarcar", "cancela meu horário por favor", "não vou poder ir"]),
      );
    this.desejo = {
      ...this.desejo,
      dia: somarDias(this.hoje, 1 + Math.floor(this.acaso() * 20)),
      minutos: 540 + 30 * Math.floor(this.acaso() * 7),
    };
    const verbo = this.um([
      "quero remarcar",
      "preciso mudar meu horário",
      "dá pra remarcar",
      "queria trocar o meu horário",
    ]);
    return this.dizer(
      this.acaso() < 0.2 ? verbo : `${verbo} ${this.um(["para", "pra"])} ${this.diaDito()} ${this.horaDita()}`,
    );
  }

  private async responder() {
    const { dito } = this;
    if (this.acaso() < 0.03) return this.dizer(this.um(["kkkk", "hmm deixa eu ver", "???", "oi", "peraí"]));
    if (/^Cancelo /m.test(dito)) return this.dizer(this.um(["sim", "pode cancelar", "isso", "ss"]));
    if (/Confirma\?/.test(dito)) return this.decidir();
    if (/Como é o seu nome/.test(dito)) return this.dizer(this.um(["Joana Lima", "me chamo Joana Lima"]));
    if (/Qual destes/.test(dito))
      return this.dizer(
        this.um([
          this.desejo.servico,
          this.desejo.servico.split(" ").at(-1)!,
          String(
            Number(/(\d+)\. /.exec(dito.split("\n").find((linha) => linha.includes(this.desejo.servico)) ?? "1. ")![1]),
          ),
        ]),
      );
    if (/Qual serviço/.test(dito)) {
      if (this.acaso() < 0.4 && (await this.tocar((titulo) => titulo === this.desejo.servico))) return;
      return this.dizer(this.servicoDito() + (this.acaso() < 0.3 ? this.quemDito() : ""));
    }
    if (/ar(?:a|) que dia e horário/.test(dito))
      return this.dizer(this.acaso() < 0.3 ? this.diaDito() : `${this.diaDito()} ${this.horaDita()}`);
    if (this.opcoes().length) return this.escolherHorario();
    if (/Continuamos de onde/.test(dito)) return this.dizer("continuar");
    if (/parar este pedido ou/.test(dito)) return this.dizer("continuar");
    if (/Quer que eu veja/.test(dito)) return this.dizer("sim");
    if (this.fase === "cancelar") return this.dizer("quero cancelar meu horário");
    if (this.fase === "remarcar") return this.dizer(`quero remarcar para ${this.diaDito()} ${this.horaDita()}`);
    return this.dizer(`quero ${this.servicoDito()}${this.quemDito()} ${this.diaDito()} ${this.horaDita()}`);
  }

  private get querido() {
    const { servico, com, dia, minutos, para } = this.desejo;
    const quando = `${dia} ${duasCasas(Math.floor(minutos / 60))}:${duasCasas(minutos % 60)}`;
    return `${servico}; ${com ?? "?"}; ${quando}; agendado${para ? `; ${para}` : ""}`;
  }

  /** Whether exactly what they want is there, and nothing else. */
  private async conferir(): Promise<boolean> {
    const todos = await this.salao.meus();
    if (this.fase === "cancelar") return todos.length === 0;
    const semQuem = (um: string) => um.replace(/; [^;]+;/, "; ?;");
    const certo =
      todos.length === 1 &&
      semQuem(todos[0]!) === semQuem(this.querido) &&
      (!this.desejo.com || todos[0]!.includes(`; ${this.desejo.com};`));
    if (!certo) this.falas.push(`feito: ${todos.join(" | ")}; querido: ${this.querido}`);
    return certo;
  }

  /** Talks until all is as they want it, or until they have had enough. @param paciencia how many messages they write at most */
  async conversar(paciencia = 40): Promise<Desfecho> {
    let marcou = false;
    const fim = (como: Desfecho["como"]): Desfecho => ({
      como,
      marcou,
      mensagens: this.mensagens,
      querido: this.querido,
      falas: this.falas,
    });
    const feitos = { marcar: "marcado", remarcar: "remarcado", cancelar: "cancelado" } as const;
    const prontos = { marcar: /^Marcado!/m, remarcar: /^(?:Mudado|Remarcado)/m, cancelar: /^Cancelado/m };
    await this.dizer(this.abertura());
    while (this.mensagens < paciencia) {
      if (prontos[this.fase].test(this.dito)) {
        if (!(await this.conferir())) return fim("errado");
        const { fase, depois } = this;
        marcou = true;
        if (fase !== "marcar" || depois === "nada") return fim(feitos[fase]);
        await this.pedirDepois(depois);
        continue;
      }
      if (/Quer que eu chame|Chamei uma pessoa|recado para a equipe/.test(this.dito)) return fim("desistiu");
      await this.responder();
    }
    return fim("preso");
  }
}
