import {
  arquivos,
  bloqueios,
  configuracaoEmpresa,
  configuracaoWhatsapp,
  consentimentos,
  conversas,
  excecoes,
  expedientes,
  funcionarios,
  mensagens,
  servicos,
  usuarios,
} from "@/db/schema";
import type { Semana } from "@/lib/domain/expediente";
import { somarDias } from "@/lib/domain/tempo";
import { fecharDia } from "@/lib/fechamentos/commands";
import { agendar } from "@/lib/agendamentos/commands";
import { interruptores } from "@/lib/usuarios/schema";
import { abrirSalao, pedido } from "./agenda";
import { abrirSessao, cadastrar, cargo, corte, servico } from "./people";
import type { Usuario } from "@/lib/server/actor";
import { comoSistema } from "./sql";

let contador = 0;
const unico = (texto: string) => `${texto} ${++contador}`;
const numero = () => `+5511${String(900_000_000 + ++contador).padStart(9, "9")}`;
const email = () => `pessoa${++contador}@exemplo.com.br`;
const visto = ({ id, versao }: { id: number; versao: number }) => ({ id, versao });

/** The closing of a day of long ago, another one each time. */
const fechamento = () => {
  return { dia: somarDias("2001-01-01", ++contador), versao: null, valores: [], observacao: "" };
};

const usuario = () => ({
  nome: "Fabiana",
  email: email(),
  telefone: numero(),
  tipo: "restrito",
  ...interruptores(["pode_agendar"]),
});

const cliente = () => ({
  nome: "Diego",
  apelido: "Di",
  telefone: numero(),
  email: email(),
  nascimento: "1990-02-28",
  cpf: "529.982.247-25",
  observacoes: "Prefere a janela.",
  etiquetas: ["VIP"],
});

async function cadastrarCliente(mudancas: Partial<typeof usuarios.$inferInsert> = {}) {
  await semCpf();
  return cadastrar("Diego", mudancas);
}

/** The one CPF of these inputs belongs to nobody yet. */
const semCpf = () => comoSistema((tx) => tx.update(usuarios).set({ cpf: null }));

async function consentimento() {
  const { id: usuarioId } = await cadastrarCliente();
  const [linha] = await comoSistema((tx) =>
    tx
      .insert(consentimentos)
      .values({ usuarioId, canal: "sms", como: "balcao", texto: "Aceito.", dadoEm: new Date("2026-11-01T12:00:00Z") })
      .returning(),
  );
  return linha!;
}

async function funcionario() {
  const { id: cargoId } = await cargo(unico("Manicure"));
  const { id: servicoId } = await servico({ nome: unico("Corte") });
  return {
    nome: "Carla Nogueira",
    apelido: "Carlinha",
    telefone: numero(),
    cargoId,
    contrato: "mei",
    matricula: unico("M"),
    admissao: "2024-02-29",
    desligamento: null,
    cor: "rosa",
    servicos: [{ servicoId, duracaoMinutos: 45, precoCentavos: 5_000 }],
    acesso: "novo",
    usuarioId: null,
    email: email(),
    ...interruptores(["pode_agendar"]),
  };
}

async function contratado(ativo = true) {
  const { id: cargoId } = await cargo(unico("Barbeiro"));
  const [linha] = await comoSistema((tx) =>
    tx.insert(funcionarios).values({ nome: "Bruno", cargoId, ativo }).returning(),
  );
  return linha!;
}

async function empresa() {
  const [linha] = await comoSistema((tx) =>
    tx
      .insert(configuracaoEmpresa)
      .values({ nome: "Salão da Ana" })
      .onConflictDoUpdate({ target: configuracaoEmpresa.id, set: { nome: "Salão da Ana" } })
      .returning(),
  );
  return linha!;
}

async function logo() {
  await empresa();
  return comoSistema(async (tx) => {
    const conteudo = Buffer.from("RIFF");
    const [arquivo] = await tx
      .insert(arquivos)
      .values({ tipo: "image/webp", tamanhoBytes: conteudo.length, deposito: "local", conteudo })
      .returning();
    await tx.update(configuracaoEmpresa).set({ logoId: arquivo!.id });
    return { nome: arquivo!.nome };
  });
}

const dias: Semana[number] = [
  [540, 720],
  [780, 1_080],
];
const semana: Semana = [[], dias, dias, dias, dias, dias, [[540, 780]]];

async function expediente() {
  const { id: funcionarioId } = await contratado();
  const [linha] = await comoSistema((tx) => tx.insert(expedientes).values({ funcionarioId, semana }).returning());
  return linha!;
}

async function excecao() {
  const data = `2030-${String(1 + (++contador % 12)).padStart(2, "0")}-${String(1 + (++contador % 28)).padStart(2, "0")}`;
  const valores = { data, nome: "Aniversário da cidade", origem: "municipal" as const, aberto: false };
  await comoSistema((tx) => tx.delete(excecoes));
  const [linha] = await comoSistema((tx) => tx.insert(excecoes).values(valores).returning());
  return linha!;
}

async function bloqueio() {
  const { id: funcionarioId } = await contratado();
  return {
    funcionarioId,
    inicio: "2030-03-01T15:00:00.000Z",
    fim: "2030-03-01T16:00:00.000Z",
    motivo: "almoco" as const,
    descricao: "Dentista",
    repetir: { cada: "semana" as const, dias: [1, 5], ate: "2030-03-31" },
  };
}

async function bloqueado() {
  const { repetir: _, inicio, fim, ...valores } = await bloqueio();
  const [linha] = await comoSistema((tx) =>
    tx
      .insert(bloqueios)
      .values({ ...valores, inicio: new Date(inicio), fim: new Date(fim) })
      .returning(),
  );
  return linha!;
}

type Servico = Partial<typeof servicos.$inferInsert>;
const umServico = async (mudancas: Servico = {}) => visto(await servico({ nome: unico("Corte"), ...mudancas }));

const AVISOS = ["passado", "fechado", "fora_do_expediente", "bloqueado", "nao_faz", "reservado"];

/** Ten in the morning, some weeks from now, of professionals whom nobody else books. */
async function lugarNaAgenda() {
  const inicio = new Date(Math.ceil(Date.now() / 86_400_000 + 30) * 86_400_000 + 13 * 3_600_000).toISOString();
  return { ...(await abrirSalao()), inicio };
}

async function marcado(actor: Usuario) {
  const salao = await lugarNaAgenda();
  const parte = { funcionarioId: salao.ana, inicio: salao.inicio, servicos: [salao.escova] };
  const { ids, versoes } = await agendar({ actor }, pedido(parte, { cientes: AVISOS }));
  return { ...salao, visto: { id: ids[0]!, versao: versoes[0]! } };
}

const whatsapp = async () =>
  (await comoSistema((tx) => tx.select({ versao: configuracaoWhatsapp.versao }).from(configuracaoWhatsapp)))[0]!;

/** A client who wrote a minute ago and waits for a person. */
async function conversa() {
  const [linha] = await comoSistema((tx) =>
    tx
      .insert(conversas)
      .values({ telefone: numero(), nomePerfil: "Diego", modo: "esperando", naoLidas: 1, ultimaRecebidaEm: new Date() })
      .returning({ id: conversas.id }),
  );
  return linha!;
}

async function mensagemQueFalhou() {
  const { id: conversaId } = await conversa();
  const dela = { conversaId, direcao: "saida" as const, texto: "Lembrete", autor: "sistema" as const };
  const [linha] = await comoSistema((tx) =>
    tx
      .insert(mensagens)
      .values({ ...dela, situacao: "falhou", motivo: "Sem WhatsApp." })
      .returning({ id: mensagens.id }),
  );
  return linha!;
}

const soVisto = async (actor: Usuario) => (await marcado(actor)).visto;

/**
 * What the form of each action sends when nothing is unusual. Each call prepares the records that it names and gives an
 * input that would be accepted.
 */
export const entradas: Record<string, (master: Usuario) => Promise<Record<string, unknown>>> = {
  "acesso.encerrar_sessao": async ({ id }) => ({ id: (await abrirSessao(id)).sessaoId }),
  "acesso.imprimir": async () => ({ caminho: "/agenda", dia: "2026-11-24" }),
  "agenda.ver_novidades": async () => ({ ate: "2026-11-24T12:00:00Z" }),
  "bloqueio.criar": bloqueio,
  "bloqueio.excluir": async () => ({ ...visto(await bloqueado()), toda: false }),
  "agendamento.agendar": async () => {
    const { ana, inicio, escova } = await lugarNaAgenda();
    const novoCliente = { nome: unico("Diego"), telefone: numero() };
    const textos = { atendido: "a filha", observacoes: "Prefere a janela." };
    return pedido({ funcionarioId: ana, inicio, servicos: [escova] }, { novoCliente, ...textos, cientes: AVISOS });
  },
  "agendamento.atrasar": async (master) => {
    const { ana, inicio, visto } = await marcado(master);
    return { funcionarioId: ana, de: inicio, minutos: 15, vistos: [visto] };
  },
  "agendamento.anotar_nota": async (master) => ({ ...(await soVisto(master)), notaFiscal: "NF-e 1234" }),
  "fechamento.fechar": async () => fechamento(),
  "fechamento.reabrir": async (master) => ({
    ...visto(await fecharDia({ actor: master }, fechamento())),
    motivo: "Cobrado a mais",
  }),
  "agendamento.cancelar": async (master) => ({
    ...(await soVisto(master)),
    motivo: "cliente_doente",
    detalhe: "gripe",
  }),
  "agendamento.chegou": async (master) => ({ ...(await soVisto(master)), chegou: true }),
  "agendamento.concluir": async (master) => ({
    ...(await soVisto(master)),
    valorCentavos: 9_000,
    pagamentos: [{ forma: "pix", valorCentavos: 9_000 }],
  }),
  "agendamento.confirmar": soVisto,
  "agendamento.desfazer": soVisto,
  "agendamento.editar": async (master) => ({
    ...(await soVisto(master)),
    clienteId: (await cadastrarCliente()).id,
    atendido: "a filha",
    observacoes: "Prefere a janela.",
  }),
  "agendamento.liberar": async () => ({}),
  "agendamento.manter": soVisto,
  "agendamento.marcar_falta": soVisto,
  "agendamento.remarcar": async (master) => {
    const { bia, inicio, visto, luzes } = await marcado(master);
    const lugar = { funcionarioId: bia, inicio, servicos: [luzes], duracaoMinutos: 45 };
    return { ...visto, ...lugar, encaixe: { motivo: "noiva" }, cientes: AVISOS };
  },
  "agendamento.reservar": async () => {
    const { ana, inicio, escova } = await lugarNaAgenda();
    return { partes: [{ funcionarioId: ana, inicio, servicos: [escova], duracaoMinutos: null }] };
  },
  "agendamento.trocar": async (master) => {
    const [um, outro] = [await marcado(master), await marcado(master)];
    return { um: um.visto, outro: outro.visto, cientes: AVISOS };
  },
  "cargo.criar": async () => ({ nome: unico("Barbeiro"), descricao: "Corta" }),
  "cargo.editar": async () => ({ ...visto(await cargo(unico("Barbeiro"))), nome: unico("Barbeiro"), descricao: "" }),
  "cargo.excluir": async () => visto(await cargo(unico("Barbeiro"))),
  "cliente.ativar": async () => visto(await cadastrarCliente({ ativo: false })),
  "cliente.consentir": async () => ({
    usuarioId: (await cadastrarCliente()).id,
    canal: "whatsapp",
    como: "balcao",
    texto: "Aceito.",
  }),
  "cliente.criar": async () => {
    await semCpf();
    const consente = { whatsapp: true, sms: false, email: false };
    return { ...cliente(), consente, como: "balcao", texto: "Aceito." };
  },
  "cliente.desativar": async () => visto(await cadastrarCliente()),
  "cliente.editar": async () => ({ ...visto(await cadastrarCliente()), ...cliente() }),
  "cliente.excluir": async () => visto(await cadastrarCliente()),
  "cliente.imprimir": async () => ({ id: (await cadastrarCliente()).id }),
  "cliente.retirar_consentimento": async () => visto(await consentimento()),
  "conversa.assumir": conversa,
  "conversa.devolver": conversa,
  "conversa.enviar": async () => ({ ...(await conversa()), texto: "Oi, Diego!" }),
  "conversa.enviar_a_mao": mensagemQueFalhou,
  "conversa.ler": conversa,
  "conversa.reenviar": mensagemQueFalhou,
  "empresa.editar": async () => ({
    versao: (await empresa()).versao,
    nome: "Salão da Ana",
    razaoSocial: "Salão da Ana Ltda.",
    cnpj: "12.ABC.345/01DE-35",
    telefone: "11 3333-4444",
    cep: "01310-100",
    logradouro: "Avenida Paulista",
    numero: "1500",
    complemento: "Loja 3",
    bairro: "Bela Vista",
    cidade: "São Paulo",
    uf: "SP",
    fuso: "America/Sao_Paulo",
  }),
  "empresa.remover_logo": logo,
  "funcionario.ativar": async () => visto(await contratado(false)),
  "funcionario.criar": funcionario,
  "funcionario.desativar": async () => visto(await contratado()),
  "funcionario.editar": async () => ({ ...visto(await contratado()), ...(await funcionario()) }),
  "funcionario.excluir": async () => visto(await contratado()),
  "horario.editar_expediente": async () => {
    const { id: funcionarioId } = await contratado();
    return { id: null, versao: null, funcionarioId, de: "2030-01-01", ate: "2030-12-31", semana };
  },
  "horario.editar_regras": async () => ({
    versao: (await empresa()).versao,
    gradeMinutos: 30,
    antecedenciaMinutos: 60,
    horizonteDias: 90,
    prazoClienteMinutos: 120,
    feriadosFechados: true,
  }),
  "horario.excluir_excecao": async () => visto(await excecao()),
  "horario.excluir_expediente": async () => visto(await expediente()),
  "horario.salvar_excecao": async () => {
    const { id, versao, data, nome, origem, anual } = await excecao();
    return { id, versao, data, nome, origem, anual, aberto: true, turnos: [[540, 780]] };
  },
  "servico.ativar": () => umServico({ ativo: false }),
  "servico.criar": async () => ({ ...corte, nome: unico("Corte") }),
  "servico.desativar": () => umServico(),
  "servico.duplicar": () => umServico(),
  "servico.editar": async () => ({ ...(await umServico()), ...corte, nome: unico("Corte") }),
  "servico.excluir": () => umServico(),
  "usuario.ativar": async () => visto(await cadastrar("Ana", { ativo: false })),
  "usuario.criar": async () => usuario(),
  "usuario.desativar": async () => visto(await cadastrar("Ana")),
  "usuario.editar": async () => ({ ...visto(await cadastrar("Ana")), ...usuario() }),
  "usuario.editar_conta": async ({ id }) => {
    const eu = await comoSistema((tx) => tx.query.usuarios.findFirst({ where: (t, { eq }) => eq(t.id, id) }));
    return { nome: "Dona Célia", telefone: numero(), versao: eu!.versao };
  },
  "usuario.redefinir_senha": async () => visto(await cadastrar("Ana")),
  "whatsapp.editar": async () => ({
    ...(await whatsapp()),
    ativo: true,
    nomeAssistente: "Lia",
    mensagemAbertura: "Oi! Aqui é a Lia.",
    atendimentoHumano: semana,
    podeMarcar: true,
    podeRemarcar: true,
    podeCancelar: false,
    podeInformarPrecos: true,
    lembretesMinutos: [1_440, 120],
    agradecer: true,
    modelos: {
      lembrete: "lembrete_de_horario",
      marcado: "horario_marcado",
      remarcado: "horario_remarcado",
      profissional: "troca_de_profissional",
      cancelado: "horario_cancelado",
      agradecimento: "obrigado",
    },
    devolverHoras: 6,
    silencioDe: 1_320,
    silencioAte: 420,
    guardarMidiaDias: 15,
    respostasProntas: ["Temos estacionamento ao lado."],
  }),
  "whatsapp.editar_ligacao": async () => ({
    ...(await whatsapp()),
    numeroId: "106540352242922",
    contaId: "102290129340398",
    token: "EAAGm0PX4ZCpsBAKZCaFZBexemplo",
    segredo: "0123456789abcdef0123456789abcdef",
    verificacao: "codigo-de-verificacao-1",
    versaoGraph: "v26.0",
  }),
  "whatsapp.apagar_credenciais": async () => ({ ...(await whatsapp()), quais: ["token"] }),
  "whatsapp.recomecar": async () => ({
    conversaId: await comoSistema(async (tx) => {
      const nova = { telefone: numero(), teste: true };
      const [feita] = await tx.insert(conversas).values(nova).returning({ id: conversas.id });
      return feita!.id;
    }),
  }),
  "sistema.pedir_backup": async () => ({}),
  "whatsapp.retomar": async () => ({}),
  "whatsapp.simular": async () => ({
    conversaId: null,
    clienteId: null,
    nome: unico("Diego"),
    texto: "Quero cortar o cabelo",
    escolha: null,
  }),
};
