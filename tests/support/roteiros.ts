import type { Roteiro } from "./roteiro";

const corteDeSexta = "Corte feminino; Ana; 2026-11-27 15:00";
const escovaDeSegunda = "Escova; Ana; 2026-11-30 10:00";

/** Monday, 23 November 2026, ten in the morning, unless said otherwise. */
export const roteiros: Roteiro[] = [
  {
    titulo: "depois de marcar, também para a filha",
    linhas: [
      "> barba quinta 10h",
      "> sim",
      "< Marcado!",
      "> pra minha filha também",
      "< Qual serviço",
      "<! não entendi",
    ],
    fim: ["Barba; Bruno; 2026-11-26 10:00; agendado"],
  },
  // What goes well.
  {
    titulo: "uma frase clara e um sim",
    linhas: [
      "> quero marcar barba com o bruno quinta às 10",
      "< Barba com Bruno, quinta, 26/11, às 10h, R$ 35,00",
      "< Confirma?",
      "> sim",
      "< Marcado!",
    ],
    fim: ["Barba; Bruno; 2026-11-26 10:00; agendado"],
  },
  {
    titulo: "depois das três com o Bruno, escolhe pela hora",
    linhas: [
      "> quero cortar o cabelo amanhã depois das 3 com o Bruno",
      "< Corte masculino com Bruno amanhã, terça, 24/11",
      "> 15h30",
      "< às 15h30",
      "> isso",
    ],
    fim: ["Corte masculino; Bruno; 2026-11-24 15:30; agendado"],
  },
  {
    titulo: "escolhe pelo número",
    linhas: ["> manicure amanhã de manhã", "< Manicure com Carla", "> 2", "> pode ser", "< Marcado!"],
    fim: ["Manicure; Carla; 2026-11-24 09:30; agendado"],
  },
  {
    titulo: "escolhe pela ordem",
    linhas: ["> barba sexta de tarde", "> o segundo", "> confirmo"],
    fim: ["Barba; Bruno; 2026-11-27 13:00; agendado"],
  },
  {
    titulo: "escolhe a última",
    linhas: ["> barba sexta de tarde", "> pode ser a última", "< às 17h30", "> ok"],
    fim: ["Barba; Bruno; 2026-11-27 17:30; agendado"],
  },
  {
    titulo: "escolhe pela lista",
    linhas: ["> barba sexta de tarde", "[16h30]", "[Confirmar]", "< Marcado!"],
    fim: ["Barba; Bruno; 2026-11-27 16:30; agendado"],
  },
  {
    titulo: "só o serviço: pergunta o dia",
    linhas: ["> barba", "< Barba: para que dia e horário?", "[Amanhã]", "< amanhã, terça, 24/11", "> 9h", "> sim"],
    fim: ["Barba; Bruno; 2026-11-24 09:00; agendado"],
  },
  {
    titulo: "só o dia: pergunta o serviço",
    linhas: [
      "> tem horário amanhã às 10?",
      "< Qual serviço você quer?",
      "> escova",
      "< Escova com Ana, amanhã, terça, 24/11, às 10h",
      "> sim",
    ],
    fim: ["Escova; Ana; 2026-11-24 10:00; agendado"],
  },
  {
    titulo: "só cumprimenta, marca pelo menu",
    linhas: [
      "> oi, bom dia!",
      "< Oi, Maria!",
      "[Marcar horário]",
      "< Qual serviço você quer?",
      "[Manicure]",
      "[Primeiros livres]",
      "> 1",
      "> sim",
    ],
    fim: ["Manicure; Carla; 2026-11-23 11:00; agendado"],
  },
  {
    titulo: "o serviço que pode ser dois é perguntado",
    linhas: [
      "> quero um corte sexta às 9",
      "< Qual destes você quer?",
      "> feminino",
      "< Corte feminino com Ana, sexta, 27/11, às 9h",
      "> sim",
    ],
    fim: ["Corte feminino; Ana; 2026-11-27 09:00; agendado"],
  },
  {
    titulo: "a dúvida se resolve por quem faz",
    linhas: ["> corte com o bruno quarta 9h", "< Corte masculino com Bruno, quarta, 25/11", "> sim"],
    fim: ["Corte masculino; Bruno; 2026-11-25 09:00; agendado"],
  },
  {
    titulo: "o de sempre",
    linhas: ["> quero o de sempre sexta às 14h", "< Corte feminino com Ana, sexta, 27/11, às 14h", "> sim"],
    fim: ["Corte feminino; Ana; 2026-11-27 14:00; agendado"],
  },
  {
    titulo: "o de sempre de quem nunca veio",
    quem: "nova",
    linhas: ["> o de sempre sexta às 14h", "< Ainda não sei qual é o seu de sempre", "> barba", "> sim"],
    fim: ["Barba; Bruno; 2026-11-27 14:00; agendado"],
  },
  {
    titulo: "para a filha",
    linhas: ["> marcar escova pra minha filha Sofia sexta às 10", "< para Sofia (filha)", "> sim"],
    fim: ["Escova; Ana; 2026-11-27 10:00; agendado; Sofia (filha)"],
  },
  {
    titulo: "dois serviços da mesma pessoa são um agendamento",
    linhas: [
      "> corte masculino e barba sábado às 10",
      "< Corte masculino e Barba com Bruno, sábado, 28/11, às 10h, R$ 80,00",
      "> sim",
    ],
    fim: ["Corte masculino + Barba; Bruno; 2026-11-28 10:00; agendado"],
  },
  {
    titulo: "dois serviços de duas pessoas são uma visita",
    linhas: ["> corte masculino e manicure quinta às 14h", "< Manicure às 14h30", "> sim"],
    fim: ["Corte masculino; Ana; 2026-11-26 14:00; agendado", "Manicure; Carla; 2026-11-26 14:30; agendado"],
  },
  {
    titulo: "pé e mão",
    linhas: ["> queria fazer pé e mão amanhã 9h", "< com Carla, amanhã", "> sim"],
    fim: ["Pedicure + Manicure; Carla; 2026-11-24 09:00; agendado"],
  },
  {
    titulo: "a partir de é sempre dito",
    linhas: ["> coloração quarta às 9", "< a partir de R$ 150,00", "> sim", "< a partir de R$ 150,00"],
    fim: ["Coloração; Ana; 2026-11-25 09:00; agendado"],
  },
  {
    titulo: "gíria e abreviação",
    linhas: ["> qro barba hj dps das 18h", "< Não tenho horário livre", "> amnh 15h", "> blz"],
    fim: ["Barba; Bruno; 2026-11-24 15:00; agendado"],
  },
  {
    titulo: "qualquer um",
    linhas: ["> escova sexta às 16h com qualquer um", "< Escova com Ana, sexta, 27/11, às 16h", "> 👍"],
    fim: ["Escova; Ana; 2026-11-27 16:00; agendado"],
  },
  // New clients.
  {
    titulo: "cliente nova é cadastrada com o nome do perfil e avisada",
    quem: "nova",
    linhas: ["> manicure sexta 15h", "< Vou cadastrar você como Joana Lima", "> sim", "< Marcado!"],
    fim: ["Manicure; Carla; 2026-11-27 15:00; agendado"],
  },
  {
    titulo: "cliente nova diz outro nome",
    quem: "nova",
    linhas: ["> manicure sexta 15h", "> meu nome é Joana Prado", "< como Joana Prado", "> sim"],
    fim: ["Manicure; Carla; 2026-11-27 15:00; agendado"],
  },
  {
    titulo: "perfil sem nome: pergunta",
    quem: "sem nome",
    linhas: ["> manicure sexta 15h", "< Como é o seu nome?", "> joão da silva", "< como João da Silva", "> sim"],
    fim: ["Manicure; Carla; 2026-11-27 15:00; agendado"],
  },
  {
    titulo: "quem se apresenta com o nome de uma profissional não a pediu",
    quem: "nova",
    linhas: ["> aqui é a Ana, quero marcar manicure sexta 15h", "< Manicure com Carla", "> sim"],
    fim: ["Manicure; Carla; 2026-11-27 15:00; agendado"],
  },
  {
    titulo: "cliente nova não tem horários",
    quem: "nova",
    linhas: ["> quais são meus horários?", "< Não encontrei horário marcado"],
    fim: [],
  },
  // Corrections.
  {
    titulo: "outro dia na confirmação",
    linhas: ["> barba sexta às 15h", "> não, melhor sábado", "< sábado, 28/11", "> 11h", "> sim"],
    fim: ["Barba; Bruno; 2026-11-28 11:00; agendado"],
  },
  {
    titulo: "outra hora na confirmação é do mesmo dia",
    linhas: ["> barba sexta às 15h", "> às 16h", "< sexta, 27/11, às 16h", "> sim"],
    fim: ["Barba; Bruno; 2026-11-27 16:00; agendado"],
  },
  {
    titulo: "sim, mas às 16h",
    linhas: ["> barba sexta às 15h", "> sim, mas às 16h", "< sexta, 27/11, às 16h", "> sim"],
    fim: ["Barba; Bruno; 2026-11-27 16:00; agendado"],
  },
  {
    titulo: "outra pessoa na confirmação mantém dia e hora",
    linhas: ["> escova sexta às 15h com a Ana", "> com a Carla", "< Escova com Carla, sexta, 27/11, às 15h", "> sim"],
    fim: ["Escova; Carla; 2026-11-27 15:00; agendado"],
  },
  {
    titulo: "mais um serviço na confirmação",
    linhas: [
      "> corte masculino com o bruno sexta às 15h",
      "> e barba também",
      "< Corte masculino e Barba com Bruno, sexta, 27/11, às 15h, R$ 80,00",
      "> sim",
    ],
    fim: ["Corte masculino + Barba; Bruno; 2026-11-27 15:00; agendado"],
  },
  {
    titulo: "outro serviço em vez daquele",
    linhas: [
      "> escova sexta às 15h",
      "> na verdade quero manicure",
      "< Manicure com Carla, sexta, 27/11, às 15h",
      "> sim",
    ],
    fim: ["Manicure; Carla; 2026-11-27 15:00; agendado"],
  },
  {
    titulo: "quem não faz o serviço",
    linhas: [
      "> manicure com o bruno sexta às 15h",
      "< Bruno não faz Manicure",
      "< Manicure com Carla, sexta, 27/11, às 15h",
      "> sim",
    ],
    fim: ["Manicure; Carla; 2026-11-27 15:00; agendado"],
  },
  {
    titulo: "mais tarde tem?",
    linhas: ["> barba sexta de manhã", "< 12h", "> mais tarde tem?", "< 17h30", "> 17h", "> sim"],
    fim: ["Barba; Bruno; 2026-11-27 17:00; agendado"],
  },
  {
    titulo: "outros horários, sem repetir",
    linhas: ["> barba sexta de tarde", "> tem outros horários?", "<! 1. 12h\n", "< 12h30", "> 14h30", "> sim"],
    fim: ["Barba; Bruno; 2026-11-27 14:30; agendado"],
  },
  {
    titulo: "nenhum desses",
    linhas: ["> barba sexta de tarde", "> nenhum desses", "< para que dia e horário?", "> sábado 9h", "> sim"],
    fim: ["Barba; Bruno; 2026-11-28 09:00; agendado"],
  },
  {
    titulo: "menos sexta",
    linhas: ["> barba essa semana depois das 17h", "> menos sexta", "<! sex 27", "> quinta 17h", "> sim"],
    fim: ["Barba; Bruno; 2026-11-26 17:00; agendado"],
  },
  {
    titulo: "pode ser mais tarde? não é um sim",
    linhas: ["> barba sexta às 15h", "> pode ser mais tarde?", "< 16h", "> 17h", "> sim"],
    fim: ["Barba; Bruno; 2026-11-27 17:00; agendado"],
  },
  {
    titulo: "ok, vou pensar não é um sim",
    linhas: ["> barba sexta às 15h", "> ok vou pensar", "< Confirma?", "> pode deixar que eu vejo", "<! Marcado"],
    fim: [],
  },
  {
    titulo: "tem outro dia?",
    linhas: [
      "> barba sexta às 15h",
      "> tem outro dia?",
      "< para que dia e horário?",
      "> sábado 9h",
      "> sim, sábado às 9h",
    ],
    fim: ["Barba; Bruno; 2026-11-28 09:00; agendado"],
  },
  {
    titulo: "pode deixar não cancela",
    tem: [corteDeSexta],
    linhas: ["> quero desmarcar", "> pode deixar marcado", "<! Cancelado"],
    fim: ["Corte feminino; Ana; 2026-11-27 15:00; agendado"],
  },
  {
    titulo: "com a Ana: só o que ela faz",
    linhas: ["> quero marcar com a Ana", "< Escova", "<! Manicure", "> escova", "> sexta 10h", "> sim"],
    fim: ["Escova; Ana; 2026-11-27 10:00; agendado"],
  },
  {
    titulo: "quem vai se atrasar fala com uma pessoa",
    tem: [corteDeSexta],
    linhas: ["> vou me atrasar 10 minutos", "< uma pessoa"],
    modo: "esperando",
  },
  // What is not free.
  {
    titulo: "hora ocupada: diz e oferece as vizinhas",
    linhas: [
      "# Bruno 2026-11-27 15:00",
      "> barba sexta às 15h",
      "< Não tenho horário livre sexta, 27/11 às 15h",
      "< 14h30",
      "> 16h",
      "> sim",
    ],
    fim: ["Barba; Bruno; 2026-11-27 16:00; agendado"],
  },
  {
    titulo: "o lugar se perde antes do sim",
    linhas: [
      "> barba sexta às 15h",
      "# Bruno 2026-11-27 15:00",
      "> sim",
      "< acabou de ser ocupado",
      "< 16h",
      "> 16h",
      "> sim",
      "< Marcado!",
    ],
    fim: ["Barba; Bruno; 2026-11-27 16:00; agendado"],
  },
  {
    titulo: "domingo não abre",
    linhas: ["> barba domingo", "< Não abrimos domingo, 29/11", "> 1", "> sim"],
    fim: ["Barba; Bruno; 2026-12-01 09:00; agendado"],
  },
  { titulo: "feriado não abre", linhas: ["> manicure no natal", "< Não abrimos sexta, 25/12"], fim: [] },
  {
    titulo: "a folga do Bruno não é contada",
    linhas: ["> barba segunda às 10", "< Não tenho horário livre", "<! folga", "< terça, 01/12"],
    fim: [],
  },
  {
    titulo: "além do que a agenda abre",
    linhas: ["> barba dia 10 de março", "< A agenda só está aberta até"],
    fim: [],
  },
  {
    titulo: "hoje já passou da hora",
    linhas: ["> escova hoje às 9h", "< Não tenho horário livre hoje", "> 11h", "> sim"],
    fim: ["Escova; Ana; 2026-11-23 11:00; agendado"],
  },
  // Interrupted.
  {
    titulo: "pergunta o preço no meio e segue",
    linhas: [
      "> coloração quarta às 9",
      "> quanto custa?",
      "< Coloração: a partir de R$ 150,00 (2 h)",
      "< Confirma?",
      "> sim",
    ],
    fim: ["Coloração; Ana; 2026-11-25 09:00; agendado"],
  },
  {
    titulo: "pergunta o endereço no meio e segue",
    linhas: ["> barba sexta às 15h", "> onde fica?", "< Rua das Flores", "< Confirma?", "> sim"],
    fim: ["Barba; Bruno; 2026-11-27 15:00; agendado"],
  },
  {
    titulo: "trinta minutos de silêncio: continua",
    linhas: [
      "> escova amanhã 14h",
      "+ 40",
      "> oi",
      "< Continuamos de onde paramos?",
      "[Continuar]",
      "< Escova com Ana, amanhã, terça, 24/11, às 14h",
      "> sim",
    ],
    fim: ["Escova; Ana; 2026-11-24 14:00; agendado"],
  },
  {
    titulo: "trinta minutos de silêncio: começa de novo",
    linhas: [
      "> escova amanhã 14h",
      "+ 40",
      "> oi",
      "[Começar de novo]",
      "< Qual serviço",
      "> barba amanhã 14h",
      "> sim",
    ],
    fim: ["Barba; Bruno; 2026-11-24 14:00; agendado"],
  },
  {
    titulo: "o sim que chega tarde não marca sem conferir",
    linhas: [
      "> escova amanhã 14h",
      "+ 40",
      "# Ana 2026-11-24 14:00",
      "> sim",
      "< Continuamos",
      "> sim",
      "< acabou de ser ocupado",
    ],
    fim: [],
  },
  {
    titulo: "cancelar no meio pergunta o quê",
    linhas: [
      "> escova amanhã 14h",
      "> cancelar",
      "< parar este pedido ou cancelar um horário",
      "[Parar este pedido]",
      "< não mudei nada",
    ],
    fim: [],
  },
  {
    titulo: "cancelar no meio, e era o horário marcado",
    tem: [corteDeSexta],
    linhas: ["> escova amanhã 14h", "> cancelar", "[Cancelar um horário]", "< Cancelo Corte feminino", "> sim"],
    fim: [],
  },
  {
    titulo: "cancelar no meio, e continua",
    linhas: ["> escova amanhã 14h", "> cancelar", "[Continuar]", "< Confirma?", "> sim"],
    fim: ["Escova; Ana; 2026-11-24 14:00; agendado"],
  },
  {
    titulo: "voltar é um passo atrás",
    linhas: ["> barba sexta de tarde", "> voltar", "< para que dia e horário?", "> sábado 9h", "> sim"],
    fim: ["Barba; Bruno; 2026-11-28 09:00; agendado"],
  },
  {
    titulo: "menu larga tudo",
    linhas: ["> barba sexta de tarde", "> menu", "< O que você precisa?", "[Meus horários]", "< Não encontrei"],
    fim: [],
  },
  {
    titulo: "não, e desiste",
    linhas: ["> barba sexta às 15h", "> não", "< para que dia e horário?", "> deixa pra lá", "< não mudei nada"],
    fim: [],
  },
  // Stubborn.
  {
    titulo: "dois desentendimentos: botões e pessoa",
    linhas: [
      "> blá xpto",
      "< não entendi",
      "> kkkkk zzz",
      "< fale com uma pessoa",
      "[Falar com alguém]",
      "< Chamei uma pessoa",
    ],
    modo: "esperando",
  },
  { titulo: "áudio", linhas: ["~ audio", "< não consigo ouvir áudios", "[Falar com alguém]"], modo: "esperando" },
  {
    titulo: "imagem no meio do pedido",
    linhas: ["> barba sexta às 15h", "~ imagem", "< não consigo ver imagens", "< Confirma?", "> sim"],
    fim: ["Barba; Bruno; 2026-11-27 15:00; agendado"],
  },
  {
    titulo: "sim para três opções: qual deles?",
    linhas: ["> barba domingo", "> sim", "< Qual deles?", "> 2", "> sim"],
    fim: ["Barba; Bruno; 2026-12-01 09:30; agendado"],
  },
  {
    titulo: "resposta automática de outro robô fica sem resposta",
    linhas: ["> Agradecemos seu contato! Responderemos assim que possível.", "- "],
  },
  {
    titulo: "a mesma frase sem parar fica sem resposta",
    linhas: [
      "> olha que promoção imperdível",
      "> olha que promoção imperdível",
      "> olha que promoção imperdível",
      "> olha que promoção imperdível",
      "- ",
    ],
  },
  // Stale taps.
  {
    titulo: "toque antigo não vale",
    linhas: [
      "> barba sexta de tarde",
      "> 12h",
      "> não, melhor sábado 9h",
      "[[16h30]]",
      "< mensagem antiga",
      "< sábado, 28/11, às 9h",
      "> sim",
    ],
    fim: ["Barba; Bruno; 2026-11-28 09:00; agendado"],
  },
  {
    titulo: "confirmar duas vezes marca uma",
    linhas: ["> barba sexta às 15h", "[Confirmar]", "[[Confirmar]]", "< já foi usada"],
    fim: ["Barba; Bruno; 2026-11-27 15:00; agendado"],
  },
  // Appointments that stand.
  {
    titulo: "meus horários",
    tem: [corteDeSexta, escovaDeSegunda],
    linhas: [
      "> meus horários",
      "< Corte feminino com Ana, sexta, 27/11, às 15h",
      "< Escova com Ana, segunda, 30/11, às 10h",
    ],
  },
  {
    titulo: "remarca o único",
    tem: [corteDeSexta],
    linhas: [
      "> preciso remarcar meu horário",
      "< para que dia e horário?",
      "> sábado de manhã",
      "> 9h",
      "< Vou mudar de Corte feminino com Ana, sexta, 27/11, às 15h para",
      "> sim",
      "< Remarcado!",
    ],
    fim: ["Corte feminino; Ana; 2026-11-28 09:00; agendado"],
  },
  {
    titulo: "remarca numa frase",
    tem: [corteDeSexta],
    linhas: ["> quero remarcar para terça às 16h", "< amanhã, terça, 24/11, às 16h", "> sim"],
    fim: ["Corte feminino; Ana; 2026-11-24 16:00; agendado"],
  },
  {
    titulo: "remarca meia hora depois, por cima de si mesmo",
    tem: [corteDeSexta],
    linhas: ["> quero remarcar para sexta às 15h30", "< às 15h30", "> sim"],
    fim: ["Corte feminino; Ana; 2026-11-27 15:30; agendado"],
  },
  {
    titulo: "remarcar um de dois: qual deles?",
    tem: [corteDeSexta, escovaDeSegunda],
    linhas: ["> quero remarcar", "< Qual deles você quer remarcar?", "> o segundo", "> terça às 9", "> sim"],
    fim: ["Escova; Ana; 2026-11-24 09:00; agendado", "Corte feminino; Ana; 2026-11-27 15:00; agendado"],
  },
  {
    titulo: "cancela o de segunda",
    tem: [corteDeSexta, escovaDeSegunda],
    linhas: ["> cancelar meu horário de segunda", "< Cancelo Escova com Ana", "> sim", "< Cancelado"],
    fim: ["Corte feminino; Ana; 2026-11-27 15:00; agendado"],
  },
  {
    titulo: "cancelar, e não",
    tem: [corteDeSexta],
    linhas: ["> quero desmarcar", "> não", "< fica marcado"],
    fim: ["Corte feminino; Ana; 2026-11-27 15:00; agendado"],
  },
  {
    titulo: "cancelar vira remarcar",
    tem: [corteDeSexta],
    linhas: ["> quero desmarcar", "[Remarcar]", "> sábado às 9h", "> sim"],
    fim: ["Corte feminino; Ana; 2026-11-28 09:00; agendado"],
  },
  {
    titulo: "em cima da hora só uma pessoa cancela",
    agora: "2026-11-27 14:00",
    tem: [corteDeSexta],
    linhas: ["> quero cancelar meu horário", "< Faltam menos de 2 h", "[Sim, chamar]"],
    fim: ["Corte feminino; Ana; 2026-11-27 15:00; agendado"],
    modo: "esperando",
  },
  { titulo: "sem o que cancelar", linhas: ["> quero cancelar meu horário", "< Não encontrei horário marcado"] },
  // Reminders.
  {
    titulo: "lembrete: confirmo",
    tem: [corteDeSexta],
    ajuste: { lembrete: 1 },
    linhas: ["> confirmo", "< Confirmado!"],
    fim: ["Corte feminino; Ana; 2026-11-27 15:00; confirmado"],
  },
  {
    titulo: "lembrete: vou sim",
    tem: [corteDeSexta],
    ajuste: { lembrete: 1 },
    linhas: ["> vou sim", "< Confirmado!"],
    fim: ["Corte feminino; Ana; 2026-11-27 15:00; confirmado"],
  },
  {
    titulo: "lembrete: não vou poder",
    tem: [corteDeSexta],
    ajuste: { lembrete: 1 },
    linhas: ["> não vou poder ir", "< Cancelo Corte feminino", "> sim"],
    fim: [],
  },
  {
    titulo: "lembrete: não, e remarca",
    tem: [corteDeSexta],
    ajuste: { lembrete: 1 },
    linhas: ["> não", "< mudar o horário ou cancelar?", "[Remarcar]", "> sábado às 9h", "> sim"],
    fim: ["Corte feminino; Ana; 2026-11-28 09:00; agendado"],
  },
  {
    titulo: "lembrete de um horário que já não existe",
    tem: [corteDeSexta],
    linhas: ["@ ag1:confirmar:999999", "< já não está marcado"],
    fim: ["Corte feminino; Ana; 2026-11-27 15:00; agendado"],
  },
  {
    titulo: "toque no lembrete no meio de outro pedido não confirma o pedido",
    linhas: [
      "> barba sexta às 15h",
      "@ ag1:confirmar:999999",
      "< Não encontrei horário marcado",
      "< Confirma?",
      "> sim",
    ],
    fim: ["Barba; Bruno; 2026-11-27 15:00; agendado"],
  },
  {
    titulo: "meus horários no meio de um pedido, que segue",
    tem: [corteDeSexta],
    linhas: ["> barba sexta às 16h", "> quais são meus horários?", "< Corte feminino com Ana", "< Confirma?", "> sim"],
    fim: ["Corte feminino; Ana; 2026-11-27 15:00; agendado", "Barba; Bruno; 2026-11-27 16:00; agendado"],
  },
  // Questions, people, opting out.
  {
    titulo: "preços",
    linhas: ["> quanto custa corte?", "< Corte feminino: R$ 80,00 (1 h)", "< Corte masculino: R$ 45,00 (30 min)"],
  },
  {
    titulo: "preço e depois marca",
    linhas: ["> quanto fica a escova?", "< Quer que eu veja um horário?", "> sim", "> sexta às 10", "> sim"],
    fim: ["Escova; Ana; 2026-11-27 10:00; agendado"],
  },
  {
    titulo: "sob avaliação vai para uma pessoa",
    linhas: ["> quero marcar progressiva amanhã", "< quem marca é uma pessoa", "< Chamei uma pessoa"],
    fim: [],
    modo: "esperando",
  },
  {
    titulo: "horário de funcionamento",
    linhas: ["> que horas vocês abrem amanhã?", "< 09:00 às 18:00", "> e no natal vocês abrem?", "< (Natal): fechado"],
  },
  {
    titulo: "pessoa fora do horário: promete quando",
    agora: "2026-11-22 20:00",
    linhas: ["> quero falar com um atendente", "< amanhã a partir das 9h"],
    modo: "esperando",
  },
  { titulo: "sair e voltar", linhas: ["> parar", "< não envio mais avisos", "> voltar", "< volta a receber"] },
  {
    titulo: "sair dentro de uma frase não é sair",
    linhas: [
      "> quero sair mais cedo amanhã, tem barba às 16?",
      "< Barba com Bruno, amanhã, terça, 24/11, às 16h",
      "> sim",
    ],
    fim: ["Barba; Bruno; 2026-11-24 16:00; agendado"],
  },
  {
    titulo: "o que o assistente não pode fazer vai para uma pessoa",
    ajuste: { assistente: { podeMarcar: false } },
    linhas: ["> barba sexta às 15h", "< Chamei uma pessoa"],
    fim: [],
    modo: "esperando",
  },
  {
    titulo: "sem informar preços não diz nenhum",
    ajuste: { assistente: { podeInformarPrecos: false } },
    linhas: ["> barba sexta às 15h", "<! R$", "> sim", "<! R$"],
    fim: ["Barba; Bruno; 2026-11-27 15:00; agendado"],
  },
  {
    titulo: "marca dois, um depois do outro",
    linhas: ["> barba sexta às 15h", "> sim", "> agora manicure sexta às 15h", "> sim"],
    fim: ["Barba; Bruno; 2026-11-27 15:00; agendado", "Manicure; Carla; 2026-11-27 15:00; agendado"],
  },
  // The choice is left to us.
  {
    titulo: "tanto faz qual: o primeiro oferecido",
    linhas: ["> barba sexta de tarde", "> tanto faz", "< sexta, 27/11, às 12h", "< Confirma?", "> sim"],
    fim: ["Barba; Bruno; 2026-11-27 12:00; agendado"],
  },
  {
    titulo: "com qualquer uma, e a que se queria serve",
    linhas: [
      "> escova sexta com a Ana de tarde",
      "> pode ser com qualquer uma",
      "< Escova com Ana, sexta, 27/11, às 12h",
    ],
    fim: [],
  },
  {
    titulo: "o serviço não se escolhe por ninguém",
    linhas: ["> quero marcar", "> tanto faz", "< O serviço eu não posso escolher por você.", "< 3. Barba"],
    fim: [],
  },
  {
    titulo: "uma ou outra: pergunta, e tanto faz",
    linhas: ["> escova com a ana ou a carla sexta 10h", "< Com quem?", "> tanto faz", "< sexta, 27/11, às 10h"],
    fim: [],
  },
  {
    titulo: "recusa um dia do que foi oferecido",
    linhas: ["> barba quinta ou sexta", "> não consigo ir sexta", "<! sexta", "> 9h", "> sim"],
    fim: ["Barba; Bruno; 2026-11-26 09:00; agendado"],
  },
  {
    titulo: "tira um serviço e mantém a hora",
    linhas: [
      "> manicure e pedicure quinta às 10",
      "> mas sem a pedicure",
      "< Manicure com Carla, quinta, 26/11, às 10h",
      "> sim",
    ],
    fim: ["Manicure; Carla; 2026-11-26 10:00; agendado"],
  },
  {
    titulo: "hoje não dá, no mesmo horário de amanhã: é o que está marcado",
    tem: [corteDeSexta],
    linhas: ["> sexta ñ da, pode ser quinta msm hr?", "< Corte feminino com Ana quinta, 26/11"],
    fim: [corteDeSexta + "; agendado"],
  },
  {
    titulo: "confirma o do dia que disse",
    tem: [corteDeSexta, escovaDeSegunda],
    linhas: ["> quero confirmar meu horário de segunda", "< Confirmado! Esperamos você: Escova com Ana"],
    fim: [corteDeSexta + "; agendado", escovaDeSegunda + "; confirmado"],
  },
  // What nobody told us.
  {
    titulo: "formas de pagamento: não sabe, e oferece uma pessoa",
    linhas: [
      "> aceita cartão?",
      "< Isso eu não sei dizer",
      "< [Sim, chamar]",
      "> quais as formas de pagamento?",
      "< Isso eu não sei dizer",
      "<! não entendi",
      "> sim",
    ],
    modo: "esperando",
  },
  {
    titulo: "pergunta do pix no meio, e segue",
    linhas: ["> barba sexta às 15h", "> aceita pix?", "< Isso eu não sei dizer", "< ATENDENTE", "< Confirma?", "> sim"],
    fim: ["Barba; Bruno; 2026-11-27 15:00; agendado"],
  },
  {
    titulo: "pergunta do estacionamento com um pedido",
    linhas: [
      "> escova sexta às 10, tem estacionamento?",
      "< Isso eu não sei dizer",
      "< Escova com Ana, sexta, 27/11, às 10h",
    ],
    fim: [],
  },
  // What the shop does not have.
  {
    titulo: "pergunta por um serviço que não existe",
    linhas: [
      "> vocês fazem botox?",
      "< Botox não está entre os nossos serviços.",
      "< Qual serviço você quer?",
      "> barba",
      "> quinta às 10",
      "> sim",
    ],
    fim: ["Barba; Bruno; 2026-11-26 10:00; agendado"],
  },
  {
    titulo: "o nome sozinho de um serviço que não existe",
    linhas: ["> botox", "< Botox não está entre os nossos serviços.", "< Qual serviço você quer?"],
    fim: [],
  },
  {
    titulo: "quer marcar um serviço que não existe: o dia fica",
    linhas: [
      "> quero marcar uma massagem quinta às 10",
      "< Massagem não está entre os nossos serviços.",
      "> barba",
      "< quinta, 26/11, às 10h",
      "> sim",
    ],
    fim: ["Barba; Bruno; 2026-11-26 10:00; agendado"],
  },
  {
    titulo: "um serviço que existe e um que não",
    linhas: [
      "> barba e massagem quinta às 10",
      "< Massagem não está entre os nossos serviços.",
      "< Barba com Bruno, quinta, 26/11, às 10h",
      "> sim",
    ],
    fim: ["Barba; Bruno; 2026-11-26 10:00; agendado"],
  },
  {
    titulo: "quem não trabalha ali: oferece quem faz",
    linhas: [
      "> corte masculino com a Fulana quinta às 10",
      "< Não temos ninguém com o nome Fulana.",
      "< Com quem?",
      "> bruno",
      "< Corte masculino com Bruno, quinta, 26/11, às 10h",
      "> sim",
    ],
    fim: ["Corte masculino; Bruno; 2026-11-26 10:00; agendado"],
  },
  {
    titulo: "quem não trabalha ali, e só uma pessoa faz",
    linhas: [
      "> barba com o Zeca quinta às 10",
      "< Não temos ninguém com o nome Zeca. Quem faz Barba é Bruno.",
      "> sim",
    ],
    fim: ["Barba; Bruno; 2026-11-26 10:00; agendado"],
  },
  {
    titulo: "palavra que ninguém conhece",
    linhas: [
      "> xpto",
      "< Fazemos Corte feminino, Corte masculino, Barba",
      "[Marcar horário]",
      "> xpto",
      "< Não achei “xpto”",
      "< 3. Barba",
    ],
    fim: [],
  },
  {
    titulo: "sem artigo, quem não trabalha ali",
    linhas: [
      "> escova com Fulana quinta às 10",
      "< Não temos ninguém com o nome Fulana.",
      "> beltrana",
      "< Não temos ninguém com o nome Beltrana.",
      "> carla",
      "< Escova com Carla, quinta, 26/11, às 10h",
    ],
    fim: [],
  },
  {
    titulo: "o nome parecido de outra pessoa não é o dela",
    linhas: ["> escova com a Bruna quinta às 10", "< Não temos ninguém com o nome Bruna."],
    fim: [],
  },
  {
    titulo: "troca por quem não trabalha ali",
    linhas: [
      "> corte masculino com o bruno quinta às 10",
      "> sim, mas com a Fulana",
      "< Não temos ninguém com o nome Fulana.",
      "> ana",
      "< Corte masculino com Ana, quinta, 26/11, às 10h",
      "> sim",
    ],
    fim: ["Corte masculino; Ana; 2026-11-26 10:00; agendado"],
  },
];
