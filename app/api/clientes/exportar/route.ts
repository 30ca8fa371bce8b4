import { exportarClientes } from "@/lib/clientes/commands";
import { clientesDoArquivo, type ClienteDoArquivo } from "@/lib/clientes/queries";
import { exportarClientesSchema, filtroClientesSchema } from "@/lib/clientes/schema";
import { escreverCpf } from "@/lib/domain/documentos";
import { colunasImportadas as colunas, escreverEtiquetas } from "@/lib/domain/importacao";
import type { Colunas } from "@/lib/domain/planilha";
import { escreverTelefone } from "@/lib/domain/telefone";
import type { Usuario } from "@/lib/server/actor";
import { download } from "@/lib/server/export";
import { route } from "@/lib/server/route";

const LOTE = 500;

async function* lotes(actor: Usuario, ids: number[]) {
  for (let i = 0; i < ids.length; i += LOTE) yield await clientesDoArquivo(actor, ids.slice(i, i + LOTE));
}

const colunasDoCliente: Colunas<ClienteDoArquivo> = [
  { titulo: colunas.nome.rotulo, largura: 32, tipo: "texto", valor: ({ nome }) => nome },
  { titulo: colunas.apelido.rotulo, largura: 18, tipo: "texto", valor: ({ apelido }) => apelido },
  { titulo: colunas.telefone.rotulo, largura: 18, tipo: "texto", valor: ({ telefone }) => escreverTelefone(telefone) },
  { titulo: colunas.email.rotulo, largura: 32, tipo: "texto", valor: ({ email }) => email },
  { titulo: colunas.nascimento.rotulo, largura: 12, tipo: "dia", valor: ({ nascimento }) => nascimento },
  { titulo: colunas.cpf.rotulo, largura: 16, tipo: "texto", valor: ({ cpf }) => cpf && escreverCpf(cpf) },
  {
    titulo: colunas.etiquetas.rotulo,
    largura: 24,
    tipo: "texto",
    valor: ({ etiquetas }) => escreverEtiquetas(etiquetas),
  },
  { titulo: colunas.observacoes.rotulo, largura: 40, tipo: "texto", valor: ({ observacoes }) => observacoes },
  { titulo: colunas.ultimaVisita.rotulo, largura: 14, tipo: "dia", valor: ({ ultimaVisita }) => ultimaVisita },
  { titulo: colunas.situacao.rotulo, largura: 10, tipo: "texto", valor: ({ ativo }) => (ativo ? "Ativo" : "Inativo") },
];

export const GET = route("/api/clientes/exportar", async ({ actor, call, request }) => {
  const params = request.nextUrl.searchParams;
  const { formato } = exportarClientesSchema.pick({ formato: true }).parse({ formato: params.get("formato") ?? "csv" });
  const filtro = filtroClientesSchema.parse(Object.fromEntries(params));
  const ids = await exportarClientes(call, { formato, filtro });
  return download(formato, {
    nome: "clientes",
    titulo: "Clientes",
    colunas: colunasDoCliente,
    batches: lotes(actor, ids),
  });
});
