import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import {
  chavesAssunto,
  chavesAutor,
  chavesDirecao,
  chavesModoDeConversa,
  chavesSituacaoDeMensagem,
  chavesTipoDeMensagem,
  type Carga,
} from "../../lib/domain/whatsapp";
import { agendamentos } from "./agendamentos";
import { arquivos } from "./arquivos";
import { id, instant, stamps } from "./columns";
import { usuarios } from "./usuarios";

/** The thread with one person, known by phone, by Meta's id of them, or by both. `teste`: that of the simulator. */
export const conversas = pgTable(
  "conversas",
  {
    id: id(),
    /** E.164; null for somebody who hides it behind a user name. */
    telefone: text(),
    /** The match key of the phone, as that of `usuarios`. */
    chaveTelefone: text().generatedAlwaysAs(sql`chave_do_telefone(telefone)`),
    waId: text(),
    bsuid: text(),
    /** The form of the number that messages reach, where it is not `telefone`. */
    alcance: text(),
    /** Since when messages do not reach the number in any form. */
    inalcancavelEm: instant(),
    nomePerfil: text(),
    clienteId: integer().references(() => usuarios.id, { onDelete: "restrict" }),
    teste: boolean().notNull().default(false),
    modo: text({ enum: chavesModoDeConversa }).notNull().default("assistente"),
    assumidaPorId: integer().references(() => usuarios.id, { onDelete: "restrict" }),
    modoDesde: instant().notNull().defaultNow(),
    /** When the assistant has it again by itself. */
    devolverEm: instant(),
    /** Where the assistant is in the talk; its own words, versioned inside. */
    estado: jsonb().$type<Record<string, unknown>>(),
    /** When the client last wrote, by Meta's clock: from it the 24-hour window counts. */
    ultimaRecebidaEm: instant(),
    ultimaMensagemEm: instant().notNull().defaultNow(),
    naoLidas: integer().notNull().default(0),
    /** The last message that the assistant has read. */
    ate: integer(),
    /** Since when this person wants no messages that they did not ask for. */
    avisosParadosEm: instant(),
    /** When the pair of number and person has caught up with what was sent; Meta lets it run ahead. */
    ritmoEm: instant().notNull().defaultNow(),
    ...stamps(),
  },
  (t) => [
    uniqueIndex("conversas_telefone_unico").on(t.chaveTelefone, t.teste),
    uniqueIndex("conversas_bsuid_unico").on(t.bsuid, t.teste),
    index("conversas_cliente").on(t.clienteId),
    index("conversas_ultima").on(t.ultimaMensagemEm, t.id),
    index("conversas_devolver")
      .on(t.devolverEm)
      .where(sql`devolver_em is not null`),
    check("conversas_alguem", sql`${t.telefone} is not null or ${t.bsuid} is not null`),
    check("conversas_telefone_e164", sql`${t.telefone} ~ '^\\+[1-9][0-9]{7,14}$'`),
    check("conversas_modo", sql`${t.modo} in ('assistente', 'esperando', 'pessoa')`),
    check("conversas_nao_lidas", sql`${t.naoLidas} >= 0`),
  ],
);

/** Every message, in and out: the visible truth of what was said and whether it arrived. */
export const mensagens = pgTable(
  "mensagens",
  {
    id: id(),
    conversaId: integer()
      .notNull()
      .references(() => conversas.id, { onDelete: "restrict" }),
    /** Whose it is: a number that changes hands leaves what was said with whom it was said. The database fills it. */
    clienteId: integer().references(() => usuarios.id, { onDelete: "restrict" }),
    direcao: text({ enum: chavesDirecao }).notNull(),
    /** Meta's name of it; ours begin with `teste:`. */
    wamid: text(),
    tipo: text({ enum: chavesTipoDeMensagem }).notNull().default("texto"),
    texto: text().notNull().default(""),
    carga: jsonb().$type<Carga>().notNull().default({}),
    autor: text({ enum: chavesAutor }).notNull(),
    autorId: integer().references(() => usuarios.id, { onDelete: "restrict" }),
    situacao: text({ enum: chavesSituacaoDeMensagem }).notNull(),
    /** Why it did not leave, in words, and Meta's number for it. */
    motivo: text(),
    codigo: integer(),
    /** It may have been sent twice: nobody knows whether the first try arrived. */
    duvidosa: boolean().notNull().default(false),
    /** It came so late that the assistant does not answer it. */
    antiga: boolean().notNull().default(false),
    agendamentoId: integer().references(() => agendamentos.id, { onDelete: "restrict" }),
    assunto: text({ enum: chavesAssunto }),
    /** What it is in the business, so that it exists once: `lembrete:7:30000000:1440`. */
    chave: text(),
    /** Outbound: not before this instant. */
    enviarEm: instant(),
    tentativas: integer().notNull().default(0),
    tentadaEm: instant(),
    enviadaEm: instant(),
    entregueEm: instant(),
    lidaEm: instant(),
    /** When it happened: by Meta's clock what came in, by ours what goes out. */
    ocorridaEm: instant().notNull().defaultNow(),
    arquivoId: integer().references(() => arquivos.id, { onDelete: "restrict" }),
    teste: boolean().notNull().default(false),
    criadoEm: instant().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("mensagens_wamid_unico").on(t.wamid),
    uniqueIndex("mensagens_chave_unica").on(t.chave),
    index("mensagens_conversa").on(t.conversaId, t.id),
    index("mensagens_agendamento").on(t.agendamentoId),
    index("mensagens_cliente").on(t.clienteId, t.id),
    index("mensagens_arquivo").on(t.arquivoId),
    index("mensagens_a_sair")
      .on(t.enviarEm)
      .where(sql`situacao in ('fila', 'enviando')`),
    index("mensagens_que_falharam")
      .on(t.ocorridaEm)
      .where(sql`situacao = 'falhou'`),
    check("mensagens_direcao", sql`${t.direcao} in ('entrada', 'saida')`),
    check(
      "mensagens_tipo",
      sql`${t.tipo} in ('texto', 'botao', 'imagem', 'audio', 'video', 'documento', 'figurinha', 'localizacao', 'contato',
          'reacao', 'pedido', 'edicao', 'apagada', 'aviso', 'desconhecida')`,
    ),
    check("mensagens_autor", sql`${t.autor} in ('cliente', 'assistente', 'pessoa', 'sistema')`),
    check(
      "mensagens_situacao",
      sql`${t.situacao} in ('recebida', 'fila', 'enviando', 'enviada', 'entregue', 'lida', 'falhou')
          and (${t.situacao} = 'recebida') = (${t.direcao} = 'entrada')`,
    ),
    check(
      "mensagens_assunto",
      sql`${t.assunto} in ('resposta', 'lembrete', 'marcado', 'remarcado', 'profissional', 'cancelado', 'agradecimento')`,
    ),
    check("mensagens_a_sair_quando", sql`${t.situacao} <> 'fila' or ${t.enviarEm} is not null`),
    check("mensagens_texto_tamanho", sql`char_length(${t.texto}) <= 8192`),
  ],
);
