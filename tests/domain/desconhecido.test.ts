import { expect, test } from "vitest";
import { conhecePalavra, conheceNome } from "@/lib/domain/conversa/catalogo";
import { pessoaDesconhecida, servicoDesconhecido } from "@/lib/domain/conversa/desconhecido";
import { comMaiuscula } from "@/lib/domain/conversa/outrem";
import { limpar } from "@/lib/domain/conversa/texto";

const servicos = ["Corte feminino", "Barba", "Manicure", "Design de sobrancelha"];
const pessoas = ["Ana", "Bruno", "Fernanda Lima"];
const servico = (texto: string) => servicoDesconhecido(limpar(texto), (dita) => conhecePalavra(dita, servicos));
const pessoa = (texto: string) =>
  pessoaDesconhecida(
    limpar(texto),
    (dita) => conhecePalavra(dita, servicos) || conheceNome(dita, pessoas),
    (dita) => texto.includes(comMaiuscula(dita)),
  );

test.each([
  ["botox", "botox"],
  ["Vocês fazem BOTOX?", "botox"],
  ["vcs fazem a pipoca gourmet?", "pipoca"],
  ["quero marcar uma massagem amanhã", "massagem"],
  ["quanto custa a depilação?", "depilacao"],
  ["queria fazer uma ozonioterapia", "ozonioterapia"],
  ["barba e massagem", "massagem"],
  ["quero fazer tatuagem", "tatuagem"],
  ["queria marcar ozonioterapia sexta", "ozonioterapia"],
])("%s: não há este serviço", (texto, palavra) => expect(servico(texto)).toBe(palavra));

test.each([
  "quero marcar um horário",
  "quero marcar uma horinha amanhã",
  "queria um encaixe hoje",
  "fazer um corte",
  "qro fazer a sombrancelha",
  "vocês fazem a unha?",
  "posso fazer uma pergunta?",
  "vocês fazem desconto?",
  "quero fazer uma coisa diferente no cabelo",
  "oi, tudo bem?",
  "trabalham com cartão?",
  "quero fazer marcação amanhã",
])("%s: nada de desconhecido", (texto) => expect(servico(texto)).toBeNull());

test.each([
  ["com a Fulana", "fulana"],
  ["corte com o zeca amanhã às 10", "zeca"],
  ["tem horário pela Patrícia?", "patricia"],
  ["com Fulana", "fulana"],
  ["com a Bruna", "bruna"],
  ["corte com zeca amanhã às 10", "zeca"],
  ["pode ser com patricia?", "patricia"],
])("%s: ninguém tem este nome", (texto, nome) => expect(pessoa(texto)).toBe(nome));

test.each([
  "corte com a Ana",
  "com a fernada amanhã",
  "com a minha filha",
  "com a mesma moça",
  "com a outra",
  "barba com o Brunno",
  "corte com o cabelo molhado",
  "com o melhor preço",
  "pela manhã",
  "pela tarde",
  "corte com Ana",
  "com fernanda amanhã",
  "com certeza",
  "com calma, por favor",
  "barba com lavagem",
  "vou com meu filho",
  "com urgência hoje",
  "com desconto?",
  "como funciona?",
  "tem como marcar pra amanha?",
])("%s: não pede um desconhecido", (texto) => expect(pessoa(texto)).toBeNull());
