import type { Random } from "./random";

const mulheres =
  "Ana Beatriz Bruna Camila Carolina Daniela Eduarda Fernanda Gabriela Helena Isabela Juliana Larissa Letícia Luana Luísa Mariana Natália Patrícia Rafaela Sofia Tatiana Vanessa Vitória Antônia Célia Rosângela Sônia Terezinha".split(
    " ",
  );
const homens =
  "André Bruno Caio Carlos Diego Eduardo Felipe Gustavo Henrique João José Leonardo Lucas Marcelo Mateus Otávio Paulo Rafael Ricardo Rodrigo Thiago Vinícius".split(
    " ",
  );
const segundos = {
  mulher: "Alice Clara Cristina Luíza Maria Regina".split(" "),
  homem: "Augusto César Gabriel Luiz Miguel Pedro".split(" "),
};
const sobrenomes =
  "Almeida,Alves,Araújo,Barbosa,Batista,Cardoso,Carvalho,Castro,Correia,da Costa,Dias,Fernandes,Ferreira,de Freitas,Gomes,Gonçalves,de Lima,Lopes,Machado,Marques,Martins,de Melo,Mendes,Monteiro,Moreira,do Nascimento,Nogueira,Nunes,de Oliveira,Pereira,Pinto,Ramos,Ribeiro,da Rocha,Rodrigues,Santana,dos Santos,da Silva,de Souza,Teixeira,Vieira".split(
    ",",
  );
const ddds = [11, 11, 11, 11, 11, 12, 13, 19, 21, 31] as const;

export function nomeCompleto(r: Random): string {
  const sexo = r.chance(0.7) ? "mulher" : "homem";
  const primeiro = r.pick(sexo === "mulher" ? mulheres : homens);
  const segundo = r.chance(0.25) ? ` ${r.pick(segundos[sexo])}` : "";
  const [um, outro] = [r.pick(sobrenomes), r.pick(sobrenomes)];
  return `${primeiro}${segundo} ${um === outro ? um : `${um} ${outro}`}`;
}

/** A Brazilian mobile number in E.164. */
export function celular(r: Random): string {
  return `+55${r.pick(ddds)}9${r.between(4, 9)}${String(r.between(0, 9_999_999)).padStart(7, "0")}`;
}

export function emailDe(nome: string, r: Random): string {
  const [primeiro, ...resto] = nome.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().split(" ");
  return `${primeiro}.${resto.at(-1)}${r.between(1, 999)}@exemplo.com.br`;
}

/** A CPF whose check digits agree, as the generator of a form would make it. */
export function cpf(r: Random): string {
  const base = Array.from({ length: 9 }, () => r.between(0, 9));
  for (const peso of [10, 11]) {
    const soma = base.reduce((total, digito, posicao) => total + digito * (peso - posicao), 0);
    base.push(((soma * 10) % 11) % 10);
  }
  return base.join("");
}
