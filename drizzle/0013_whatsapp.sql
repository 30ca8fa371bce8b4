CREATE TABLE "conversas" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "conversas_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"telefone" text,
	"chave_telefone" text GENERATED ALWAYS AS (chave_do_telefone(telefone)) STORED,
	"wa_id" text,
	"bsuid" text,
	"alcance" text,
	"inalcancavel_em" timestamp with time zone,
	"nome_perfil" text,
	"cliente_id" integer,
	"teste" boolean DEFAULT false NOT NULL,
	"modo" text DEFAULT 'assistente' NOT NULL,
	"assumida_por_id" integer,
	"modo_desde" timestamp with time zone DEFAULT now() NOT NULL,
	"devolver_em" timestamp with time zone,
	"estado" jsonb,
	"ultima_recebida_em" timestamp with time zone,
	"ultima_mensagem_em" timestamp with time zone DEFAULT now() NOT NULL,
	"nao_lidas" integer DEFAULT 0 NOT NULL,
	"ate" integer,
	"avisos_parados_em" timestamp with time zone,
	"ritmo_em" timestamp with time zone DEFAULT now() NOT NULL,
	"versao" integer DEFAULT 1 NOT NULL,
	"criado_em" timestamp with time zone DEFAULT now() NOT NULL,
	"atualizado_em" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversas_alguem" CHECK ("conversas"."telefone" is not null or "conversas"."bsuid" is not null),
	CONSTRAINT "conversas_telefone_e164" CHECK ("conversas"."telefone" ~ '^\+[1-9][0-9]{7,14}$'),
	CONSTRAINT "conversas_modo" CHECK ("conversas"."modo" in ('assistente', 'esperando', 'pessoa')),
	CONSTRAINT "conversas_nao_lidas" CHECK ("conversas"."nao_lidas" >= 0)
);
--> statement-breakpoint
CREATE TABLE "mensagens" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "mensagens_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"conversa_id" integer NOT NULL,
	"direcao" text NOT NULL,
	"wamid" text,
	"tipo" text DEFAULT 'texto' NOT NULL,
	"texto" text DEFAULT '' NOT NULL,
	"carga" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"autor" text NOT NULL,
	"autor_id" integer,
	"situacao" text NOT NULL,
	"motivo" text,
	"codigo" integer,
	"duvidosa" boolean DEFAULT false NOT NULL,
	"antiga" boolean DEFAULT false NOT NULL,
	"agendamento_id" integer,
	"assunto" text,
	"chave" text,
	"enviar_em" timestamp with time zone,
	"tentativas" integer DEFAULT 0 NOT NULL,
	"tentada_em" timestamp with time zone,
	"enviada_em" timestamp with time zone,
	"entregue_em" timestamp with time zone,
	"lida_em" timestamp with time zone,
	"ocorrida_em" timestamp with time zone DEFAULT now() NOT NULL,
	"arquivo_id" integer,
	"teste" boolean DEFAULT false NOT NULL,
	"criado_em" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mensagens_direcao" CHECK ("mensagens"."direcao" in ('entrada', 'saida')),
	CONSTRAINT "mensagens_tipo" CHECK ("mensagens"."tipo" in ('texto', 'botao', 'imagem', 'audio', 'video', 'documento', 'figurinha', 'localizacao', 'contato',
          'reacao', 'pedido', 'edicao', 'apagada', 'aviso', 'desconhecida')),
	CONSTRAINT "mensagens_autor" CHECK ("mensagens"."autor" in ('cliente', 'assistente', 'pessoa', 'sistema')),
	CONSTRAINT "mensagens_situacao" CHECK ("mensagens"."situacao" in ('recebida', 'fila', 'enviando', 'enviada', 'entregue', 'lida', 'falhou')
          and ("mensagens"."situacao" = 'recebida') = ("mensagens"."direcao" = 'entrada')),
	CONSTRAINT "mensagens_assunto" CHECK ("mensagens"."assunto" in ('resposta', 'lembrete', 'marcado', 'remarcado', 'profissional', 'cancelado', 'agradecimento')),
	CONSTRAINT "mensagens_a_sair_quando" CHECK ("mensagens"."situacao" <> 'fila' or "mensagens"."enviar_em" is not null),
	CONSTRAINT "mensagens_texto_tamanho" CHECK (char_length("mensagens"."texto") <= 8192)
);
--> statement-breakpoint
CREATE TABLE "configuracao_whatsapp" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"ativo" boolean DEFAULT false NOT NULL,
	"numero_id" text,
	"conta_id" text,
	"token_cifrado" text,
	"token_final" text,
	"segredo_cifrado" text,
	"segredo_final" text,
	"verificacao_cifrada" text,
	"verificacao_final" text,
	"versao_graph" text DEFAULT 'v26.0' NOT NULL,
	"nome_assistente" text DEFAULT 'Assistente' NOT NULL,
	"mensagem_abertura" text DEFAULT '' NOT NULL,
	"atendimento_humano" jsonb DEFAULT '[[],[[540,1080]],[[540,1080]],[[540,1080]],[[540,1080]],[[540,1080]],[]]'::jsonb NOT NULL,
	"pode_marcar" boolean DEFAULT true NOT NULL,
	"pode_remarcar" boolean DEFAULT true NOT NULL,
	"pode_cancelar" boolean DEFAULT true NOT NULL,
	"pode_informar_precos" boolean DEFAULT true NOT NULL,
	"lembretes_minutos" integer[] DEFAULT '{1440,120}' NOT NULL,
	"agradecer" boolean DEFAULT false NOT NULL,
	"modelos" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"devolver_horas" integer DEFAULT 12 NOT NULL,
	"silencio_de" integer DEFAULT 1260 NOT NULL,
	"silencio_ate" integer DEFAULT 480 NOT NULL,
	"guardar_midia_dias" integer DEFAULT 30 NOT NULL,
	"respostas_prontas" text[] DEFAULT '{}' NOT NULL,
	"versao" integer DEFAULT 1 NOT NULL,
	"criado_em" timestamp with time zone DEFAULT now() NOT NULL,
	"atualizado_em" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "configuracao_whatsapp_unica" CHECK ("configuracao_whatsapp"."id" = 1),
	CONSTRAINT "configuracao_whatsapp_numero" CHECK ("configuracao_whatsapp"."numero_id" ~ '^[0-9]{1,32}$' and "configuracao_whatsapp"."conta_id" ~ '^[0-9]{1,32}$'),
	CONSTRAINT "configuracao_whatsapp_versao_graph" CHECK ("configuracao_whatsapp"."versao_graph" ~ '^v[0-9]{1,3}\.[0-9]$'),
	CONSTRAINT "configuracao_whatsapp_textos" CHECK (char_length("configuracao_whatsapp"."nome_assistente") between 1 and 40 and char_length("configuracao_whatsapp"."mensagem_abertura") <= 1000),
	CONSTRAINT "configuracao_whatsapp_atendimento" CHECK (semana_valida("configuracao_whatsapp"."atendimento_humano")),
	CONSTRAINT "configuracao_whatsapp_lembretes" CHECK (cardinality("configuracao_whatsapp"."lembretes_minutos") <= 5 and 15 <= all ("configuracao_whatsapp"."lembretes_minutos") and 20160 >= all ("configuracao_whatsapp"."lembretes_minutos")),
	CONSTRAINT "configuracao_whatsapp_modelos" CHECK (jsonb_typeof("configuracao_whatsapp"."modelos") = 'object'),
	CONSTRAINT "configuracao_whatsapp_devolver" CHECK ("configuracao_whatsapp"."devolver_horas" between 1 and 168),
	CONSTRAINT "configuracao_whatsapp_silencio" CHECK ("configuracao_whatsapp"."silencio_de" between 0 and 1439 and "configuracao_whatsapp"."silencio_ate" between 0 and 1439),
	CONSTRAINT "configuracao_whatsapp_midia" CHECK ("configuracao_whatsapp"."guardar_midia_dias" between 1 and 365),
	CONSTRAINT "configuracao_whatsapp_respostas" CHECK (cardinality("configuracao_whatsapp"."respostas_prontas") <= 50)
);
--> statement-breakpoint
CREATE TABLE "eventos_whatsapp" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "eventos_whatsapp_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"corpo" text NOT NULL,
	"recebido_em" timestamp with time zone DEFAULT now() NOT NULL,
	"tratado_em" timestamp with time zone,
	"erro" text
);
--> statement-breakpoint
CREATE TABLE "fila_whatsapp" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"pausada_motivo" text,
	"pausada_detalhe" text DEFAULT '' NOT NULL,
	"pausada_em" timestamp with time zone,
	"livre_em" timestamp with time zone DEFAULT now() NOT NULL,
	"freadas" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "fila_whatsapp_unica" CHECK ("fila_whatsapp"."id" = 1),
	CONSTRAINT "fila_whatsapp_motivo" CHECK ("fila_whatsapp"."pausada_motivo" in ('token', 'politica', 'pagamento', 'numero')),
	CONSTRAINT "fila_whatsapp_pausada" CHECK (("fila_whatsapp"."pausada_motivo" is null) = ("fila_whatsapp"."pausada_em" is null))
);
--> statement-breakpoint
ALTER TABLE "conversas" ADD CONSTRAINT "conversas_cliente_id_usuarios_id_fk" FOREIGN KEY ("cliente_id") REFERENCES "public"."usuarios"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversas" ADD CONSTRAINT "conversas_assumida_por_id_usuarios_id_fk" FOREIGN KEY ("assumida_por_id") REFERENCES "public"."usuarios"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mensagens" ADD CONSTRAINT "mensagens_conversa_id_conversas_id_fk" FOREIGN KEY ("conversa_id") REFERENCES "public"."conversas"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mensagens" ADD CONSTRAINT "mensagens_autor_id_usuarios_id_fk" FOREIGN KEY ("autor_id") REFERENCES "public"."usuarios"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mensagens" ADD CONSTRAINT "mensagens_agendamento_id_agendamentos_id_fk" FOREIGN KEY ("agendamento_id") REFERENCES "public"."agendamentos"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mensagens" ADD CONSTRAINT "mensagens_arquivo_id_arquivos_id_fk" FOREIGN KEY ("arquivo_id") REFERENCES "public"."arquivos"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "conversas_telefone_unico" ON "conversas" USING btree ("chave_telefone","teste");--> statement-breakpoint
CREATE UNIQUE INDEX "conversas_bsuid_unico" ON "conversas" USING btree ("bsuid","teste");--> statement-breakpoint
CREATE INDEX "conversas_cliente" ON "conversas" USING btree ("cliente_id");--> statement-breakpoint
CREATE INDEX "conversas_ultima" ON "conversas" USING btree ("ultima_mensagem_em","id");--> statement-breakpoint
CREATE INDEX "conversas_devolver" ON "conversas" USING btree ("devolver_em") WHERE devolver_em is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "mensagens_wamid_unico" ON "mensagens" USING btree ("wamid");--> statement-breakpoint
CREATE UNIQUE INDEX "mensagens_chave_unica" ON "mensagens" USING btree ("chave");--> statement-breakpoint
CREATE INDEX "mensagens_conversa" ON "mensagens" USING btree ("conversa_id","id");--> statement-breakpoint
CREATE INDEX "mensagens_agendamento" ON "mensagens" USING btree ("agendamento_id");--> statement-breakpoint
CREATE INDEX "mensagens_arquivo" ON "mensagens" USING btree ("arquivo_id");--> statement-breakpoint
CREATE INDEX "mensagens_a_sair" ON "mensagens" USING btree ("enviar_em") WHERE situacao in ('fila', 'enviando');--> statement-breakpoint
CREATE INDEX "mensagens_que_falharam" ON "mensagens" USING btree ("ocorrida_em") WHERE situacao = 'falhou';--> statement-breakpoint
CREATE INDEX "eventos_whatsapp_a_tratar" ON "eventos_whatsapp" USING btree ("id") WHERE tratado_em is null and erro is null;
