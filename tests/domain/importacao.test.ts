import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { destinos, type Identidade } from "@/lib/domain/conferencia";
import { acharSeparador, lerTexto, registros } from "@/lib/domain/csv";
import { escreverEtiquetas, lerCabecalho, lerDia, lerLinha } from "@/lib/domain/importacao";
import { csv, protegido, semProtecao, type Colunas } from "@/lib/domain/planilha";
import { semAcento } from "@/lib/domain/texto";

const bytes = (texto: string) => new TextEncoder().encode(texto);
const tabela = (texto: string, separador = ";") => [...registros(lerTexto(bytes(texto)), separador)].flat();

describe("texto", () => {
  test("UTF-8 com e sem BOM, e o Windows-1252 do Excel", () => {
    expect(lerTexto(bytes("\ufeffJoão"))).toBe("João");
    expect(lerTexto(bytes("João"))).toBe("João");
    expect(lerTexto(new Uint8Array([0x4a, 0x6f, 0xe3, 0x6f, 0x20, 0x80]))).toBe("João €");
  });

  test("fins de linha do Windows e do Mac antigo são fins de linha", () => {
    expect(lerTexto(bytes("a\r\nb\rc\n"))).toBe("a\nb\nc\n");
  });
});

describe("linhas", () => {
  test("contam como num editor, com células de várias linhas e linhas vazias", () => {
    const achadas = tabela('nome;obs\n\nAna;"uma\nduas"\r\nBia;x\n');
    expect(achadas.map(({ linha, celulas }) => [linha, celulas])).toEqual([
      [1, ["nome", "obs"]],
      [2, [""]],
      [3, ["Ana", "uma\nduas"]],
      [5, ["Bia", "x"]],
      [6, [""]],
    ]);
  });

  test("aspas que não fecham estragam só a sua linha", () => {
    const problema = "As aspas desta linha não fecham direito.";
    expect(tabela('nome;obs\nAna;"aberta\nBia;x\nCaio;"d" e\nDea;y')).toEqual([
      { linha: 1, celulas: ["nome", "obs"] },
      { linha: 2, celulas: [], problema },
      { linha: 3, celulas: ["Bia", "x"] },
      { linha: 4, celulas: [], problema },
      { linha: 5, celulas: ["Dea", "y"] },
    ]);
  });

  test("uma linha sem fim não para o resto", () => {
    const [, longa, depois] = tabela(`nome\n${"x".repeat(70_000)}\nAna\n${"y\n".repeat(40_000)}`);
    expect(longa).toMatchObject({ linha: 2, problema: "Esta linha é longa demais." });
    expect(depois).toEqual({ linha: 3, celulas: ["Ana"] });
  });

  test("o que a exportação escreve é lido igual, e nenhuma linha se perde na conta", () => {
    const celula = fc.string({
      unit: fc.constantFrom("a", "é", ";", ",", '"', "\n", "'", "=", " ", "💈"),
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(celula, celula), { minLength: 1, maxLength: 400 }), (linhas) => {
        const colunas: Colunas<readonly [string, string]> = [0, 1].map((i) => {
          return { titulo: `c${i}`, largura: 1, tipo: "texto", valor: (linha) => linha[i as 0 | 1] };
        });
        const texto = csv.cabecalho(colunas) + linhas.map((linha) => csv.linha(colunas, linha)).join("");
        const [, ...lidas] = tabela(texto);
        const fim = lidas.pop()!;
        expect(lidas.map(({ celulas }) => celulas.map(semProtecao))).toEqual(linhas);
        expect(fim.linha).toBe(lerTexto(bytes(texto)).split("\n").length);
      }),
      { numRuns: 60 },
    );
  });
});

test("proteger uma célula e desfazer dá a mesma célula", () => {
  const celula = fc.string({ unit: fc.constantFrom("'", "=", "+", "-", "@", "a", "\t"), maxLength: 6 });
  fc.assert(fc.property(celula, (texto) => semProtecao(protegido(texto)) === texto));
});

test("o separador é o que faz sentido do cabeçalho, ou o que o arquivo anuncia", () => {
  const sentido = (celulas: string[]) => lerCabecalho(celulas).filter(({ campo }) => campo).length;
  expect(acharSeparador("nome;telefone\n", sentido)).toBe(";");
  expect(acharSeparador("\n\nnome,telefone\n", sentido)).toBe(",");
  expect(acharSeparador("nome\ttelefone\n", sentido)).toBe("\t");
  expect(acharSeparador("nome\n", sentido)).toBe(";");
  expect(acharSeparador("sep=,\nnome;a,b\n", sentido)).toBe(",");
});

test("o cabeçalho é reconhecido sem acento, caixa e sinais; o repetido fica de fora", () => {
  const campos = lerCabecalho([" NOME ", "E-mail", "Data de Nascimento:", "WhatsApp", "Celular", "Observações", "Cor"]);
  expect(campos.map(({ campo }) => campo)).toEqual([
    "nome",
    "email",
    "nascimento",
    "telefone",
    undefined,
    "observacoes",
    undefined,
  ]);
});

test.each([
  ["23/11/1985", "1985-11-23"],
  ["3/2/1990", "1990-02-03"],
  ["03-02-1990", "1990-02-03"],
  ["03.02.1990", "1990-02-03"],
  ["1985-11-23", "1985-11-23"],
  ["1985-11-23T10:00:00Z", "1985-11-23"],
  ["23/11/1985 14:05", "1985-11-23"],
  ["29/02/2024", "2024-02-29"],
  ["29/02/2023", null],
  ["31/04/2023", null],
  ["11/23/1985", null],
  ["23/11/85", null],
  ["23/11", null],
  ["0000-00-00", null],
  ["", null],
])("o dia %j é %j", (texto, dia) => {
  expect(lerDia(texto)).toBe(dia);
});

test("um CPF que a planilha fez número recebe os zeros de volta", () => {
  const cabecalho = lerCabecalho(["nome", "cpf"]);
  expect(lerLinha(cabecalho, ["Ana", "1234567890"]).cpf).toBe("01234567890");
  expect(lerLinha(cabecalho, ["Ana", "123"]).cpf).toBe("123");
});

test.each([[[]], [["vip"]], [["vip", "noiva"]], [["a, b"]], [["a, b", "c;d", "e"]]])(
  "etiquetas %j vão e voltam",
  (etiquetas) => {
    const celula = escreverEtiquetas(etiquetas);
    expect(lerLinha(lerCabecalho(["nome", "tags"]), ["Ana", celula]).etiquetas).toEqual(etiquetas);
  },
);

describe("a mesma pessoa", () => {
  const pessoa = (linha: number, dados: Partial<Identidade>): Identidade => {
    return { linha, nome: "Ana", telefone: null, cpf: null, email: null, nascimento: null, ...dados };
  };
  const decidir = (linhas: Identidade[], registrados = new Map<number, string>()) =>
    destinos(linhas, registrados, semAcento);

  test("quem repete alguém registrado é esse alguém", () => {
    const linhas = [
      pessoa(2, { telefone: "1", email: "a@x" }),
      pessoa(3, { email: "a@x", cpf: "9" }),
      pessoa(4, { cpf: "9" }),
    ];
    expect(decidir(linhas, new Map([[2, "Dona Célia"]]))).toEqual(
      linhas.map(() => ({ tipo: "existe", pessoa: "Dona Célia" })),
    );
  });

  test("o mesmo arquivo, quando já foi gravado, não tem ninguém novo", () => {
    const talvez = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
    const linha = fc.record({
      nome: fc.constantFrom("Ana", "ANA", "Bia"),
      telefone: talvez(fc.constantFrom("1", "2", "3")),
      cpf: talvez(fc.constantFrom("7", "8", "9")),
      email: talvez(fc.constantFrom("a@x", "b@x")),
      nascimento: talvez(fc.constantFrom("1990-01-01", "1991-01-01")),
    });
    fc.assert(
      fc.property(fc.array(linha, { maxLength: 12 }), (dados) => {
        const linhas = dados.map((um, i) => pessoa(i + 2, um));
        const gravadas = linhas.filter((_, i) => decidir(linhas)[i]!.tipo === "novo");
        // Two of those written never share what must be unique.
        for (const chave of ["telefone", "cpf", "email"] as const) {
          const valores = gravadas.map((um) => um[chave]).filter(Boolean);
          expect(new Set(valores).size).toBe(valores.length);
        }
        const registrados = new Map<number, string>();
        for (const um of linhas) {
          const soNome = !um.telefone && !um.cpf && !um.email;
          const achada = gravadas.find((outra) =>
            soNome
              ? semAcento(outra.nome) === semAcento(um.nome) &&
                (!outra.nascimento || !um.nascimento || outra.nascimento === um.nascimento)
              : (["telefone", "cpf", "email"] as const).some((chave) => um[chave] && um[chave] === outra[chave]),
          );
          if (achada) registrados.set(um.linha, achada.nome);
        }
        expect(decidir(linhas, registrados).filter(({ tipo }) => tipo === "novo")).toEqual([]);
      }),
    );
  });
});
