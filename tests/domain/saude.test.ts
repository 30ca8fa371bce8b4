import { describe, expect, test } from "vitest";
import { avaliarSaude, escreverBytes, faltaBackup, type FatosDaSaude } from "@/lib/domain/saude";

const bons: FatosDaSaude = {
  agora: "2026-11-25T12:00:00Z",
  fuso: "America/Sao_Paulo",
  instaladoEm: "2026-01-01T00:00:00Z",
  backup: { em: "2026-11-25T06:20:00Z", arquivo: "hora-marcada.sql.gz", bytes: 1_048_576 },
  disco: { livreBytes: 50e9, totalBytes: 100e9 },
  fila: { agendadas: 1, atrasadas: 0, falhas: 0, maisAntiga: null },
  whatsapp: { ativo: true, temToken: true, perdido: false, pausa: null },
  versoes: {
    programa: "0.1.0",
    node: "v20.19.0",
    postgres: 16,
    migracao: 7,
    banco: "0007_pessoas",
    migracaoEsperada: 7,
  },
};

const estados = (mudancas: Partial<FatosDaSaude>) =>
  Object.fromEntries(avaliarSaude({ ...bons, ...mudancas }).map(({ assunto, estado }) => [assunto, estado]));
const tudoCerto = { Backup: "certo", Disco: "certo", "Fila de tarefas": "certo", WhatsApp: "certo", Versões: "certo" };

test("quando tudo vai bem, tudo está certo e é dito em palavras", () => {
  expect(estados({})).toEqual(tudoCerto);
  expect(avaliarSaude(bons).map(({ frase }) => frase)).toEqual([
    "O último é de 25/11/2026, 03:20 (1 MB).",
    "46,6 GB livres de 93,1 GB.",
    "1 tarefa agendada.",
    "O token está guardado e os envios estão saindo.",
    "Hora Marcada 0.1.0, Node v20.19.0, PostgreSQL 16, banco 0007_pessoas.",
  ]);
});

describe("backup", () => {
  const em = (hora: string) => ({ ...bons.backup!, em: hora });
  test.each([
    ["2026-11-23T12:00:00Z", "certo"],
    ["2026-11-23T11:59:59Z", "errado"],
  ])("o último às %s: %s", (hora, estado) => {
    expect(estados({ backup: em(hora) })).toMatchObject({ Backup: estado });
    expect(faltaBackup({ ...bons, backup: em(hora) })).toBe(estado === "errado");
  });

  test("nenhum, em uma instalação de hoje e em uma de antes", () => {
    expect(estados({ backup: null, instaladoEm: "2026-11-25T09:00:00Z" })).toMatchObject({ Backup: "atencao" });
    expect(estados({ backup: null })).toMatchObject({ Backup: "errado" });
  });
});

test.each([
  [{ disco: { livreBytes: 100e6, totalBytes: 1e12 } }, { Disco: "errado" }],
  [{ disco: { livreBytes: 40e9, totalBytes: 1e12 } }, { Disco: "atencao" }],
  [{ disco: null }, { Disco: "atencao" }],
  [{ fila: { ...bons.fila, falhas: 2 } }, { "Fila de tarefas": "atencao" }],
  [{ fila: { ...bons.fila, atrasadas: 1, maisAntiga: "2026-11-25T11:49:00Z" } }, { "Fila de tarefas": "errado" }],
  [{ fila: { ...bons.fila, atrasadas: 1, maisAntiga: "2026-11-25T11:55:00Z" } }, { "Fila de tarefas": "atencao" }],
  [{ whatsapp: { ...bons.whatsapp, pausa: "token" } }, { WhatsApp: "errado" }],
  [{ whatsapp: { ...bons.whatsapp, perdido: true } }, { WhatsApp: "errado" }],
  [{ whatsapp: { ...bons.whatsapp, temToken: false } }, { WhatsApp: "atencao" }],
  [{ whatsapp: { ...bons.whatsapp, ativo: false, temToken: false } }, { WhatsApp: "certo" }],
  [{ versoes: { ...bons.versoes, migracao: 6 } }, { Versões: "errado" }],
  [{ versoes: { ...bons.versoes, migracao: 8 } }, { Versões: "errado" }],
  [{ versoes: { ...bons.versoes, node: "v20.18.3" } }, { Versões: "errado" }],
  [{ versoes: { ...bons.versoes, node: "v24.1.0" } }, { Versões: "certo" }],
  [{ versoes: { ...bons.versoes, postgres: 15 } }, { Versões: "errado" }],
] satisfies [Partial<FatosDaSaude>, Record<string, string>][])("%j: só isto muda", (mudancas, esperado) => {
  expect(estados(mudancas)).toEqual({ ...tudoCerto, ...esperado });
});

test.each([
  [0, "0 B"],
  [1_023, "1.023 B"],
  [1_536, "1,5 KB"],
  [12_345_678, "11,8 MB"],
  [5 * 1024 ** 4, "5 TB"],
])("%i bytes são %s", (bytes, texto) => expect(escreverBytes(bytes)).toBe(texto));
