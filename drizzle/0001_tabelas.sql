CREATE TABLE "chaves_idempotencia" (
	"chave" uuid PRIMARY KEY NOT NULL,
	"ator" text NOT NULL,
	"ato" text NOT NULL,
	"resultado" jsonb,
	"criada_em" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "limites" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "sessoes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"usuario_id" integer NOT NULL,
	"dispositivo" text NOT NULL,
	"descricao" text NOT NULL,
	"endereco" text NOT NULL,
	"criada_em" timestamp with time zone DEFAULT now() NOT NULL,
	"usada_em" timestamp with time zone DEFAULT now() NOT NULL,
	"encerrada_em" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "log_auditoria" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "log_auditoria_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"em" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"ator_tipo" text NOT NULL,
	"ator_id" bigint,
	"ato" text NOT NULL,
	"area" text GENERATED ALWAYS AS (split_part(ato, '.', 1)) STORED NOT NULL,
	"operacao" text NOT NULL,
	"entidade" text,
	"entidade_id" bigint,
	"antes" jsonb,
	"depois" jsonb,
	"requisicao" text
);
--> statement-breakpoint
CREATE TABLE "cargos" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "cargos_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"nome" text NOT NULL,
	"descricao" text DEFAULT '' NOT NULL,
	"versao" integer DEFAULT 1 NOT NULL,
	"criado_em" timestamp with time zone DEFAULT now() NOT NULL,
	"atualizado_em" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cargos_nome_tamanho" CHECK (char_length("cargos"."nome") between 1 and 80)
);
--> statement-breakpoint
CREATE TABLE "configuracao_empresa" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"nome" text NOT NULL,
	"fuso" text DEFAULT 'America/Sao_Paulo' NOT NULL,
	"versao" integer DEFAULT 1 NOT NULL,
	"criado_em" timestamp with time zone DEFAULT now() NOT NULL,
	"atualizado_em" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "configuracao_empresa_unica" CHECK ("configuracao_empresa"."id" = 1),
	CONSTRAINT "configuracao_empresa_nome_tamanho" CHECK (char_length("configuracao_empresa"."nome") between 1 and 120)
);
--> statement-breakpoint
CREATE TABLE "funcionarios" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "funcionarios_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"nome" text NOT NULL,
	"cargo_id" integer NOT NULL,
	"usuario_id" integer,
	"ativo" boolean DEFAULT true NOT NULL,
	"versao" integer DEFAULT 1 NOT NULL,
	"criado_em" timestamp with time zone DEFAULT now() NOT NULL,
	"atualizado_em" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "funcionarios_nome_tamanho" CHECK (char_length("funcionarios"."nome") between 1 and 120)
);
--> statement-breakpoint
CREATE TABLE "servicos" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "servicos_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"nome" text NOT NULL,
	"descricao" text DEFAULT '' NOT NULL,
	"categoria" text DEFAULT '' NOT NULL,
	"preco_tipo" text DEFAULT 'fixo' NOT NULL,
	"preco_centavos" integer,
	"duracao_minutos" integer NOT NULL,
	"preparo_minutos" integer DEFAULT 0 NOT NULL,
	"cor" text NOT NULL,
	"assistente_agenda" boolean DEFAULT true NOT NULL,
	"ativo" boolean DEFAULT true NOT NULL,
	"versao" integer DEFAULT 1 NOT NULL,
	"criado_em" timestamp with time zone DEFAULT now() NOT NULL,
	"atualizado_em" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "servicos_nome_tamanho" CHECK (char_length("servicos"."nome") between 1 and 80),
	CONSTRAINT "servicos_preco_tipo" CHECK ("servicos"."preco_tipo" in ('fixo', 'a_partir_de', 'sob_avaliacao')),
	CONSTRAINT "servicos_preco" CHECK (case when "servicos"."preco_tipo" = 'sob_avaliacao' then "servicos"."preco_centavos" is null and not "servicos"."assistente_agenda"
          else "servicos"."preco_centavos" is not null and "servicos"."preco_centavos" between 0 and 10000000 end),
	CONSTRAINT "servicos_cor" CHECK ("servicos"."cor" in ('verde', 'azul', 'ceu', 'violeta', 'rosa', 'vermelho', 'laranja', 'amarelo', 'marrom', 'cinza')),
	CONSTRAINT "servicos_duracao" CHECK ("servicos"."duracao_minutos" between 5 and 720),
	CONSTRAINT "servicos_preparo" CHECK ("servicos"."preparo_minutos" between 0 and 240)
);
--> statement-breakpoint
CREATE TABLE "usuarios" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "usuarios_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"nome" text NOT NULL,
	"email" text,
	"telefone" text,
	"tipo" text NOT NULL,
	"pode_cadastrar_cliente" boolean DEFAULT false NOT NULL,
	"pode_cadastrar_funcionario" boolean DEFAULT false NOT NULL,
	"pode_cadastrar_cargo" boolean DEFAULT false NOT NULL,
	"pode_agendar" boolean DEFAULT false NOT NULL,
	"pode_ver_agendamentos" boolean DEFAULT false NOT NULL,
	"pode_ver_relatorios" boolean DEFAULT false NOT NULL,
	"ativo" boolean DEFAULT true NOT NULL,
	"senha_hash" text,
	"deve_trocar_senha" boolean DEFAULT false NOT NULL,
	"senha_expira_em" timestamp with time zone,
	"versao" integer DEFAULT 1 NOT NULL,
	"criado_em" timestamp with time zone DEFAULT now() NOT NULL,
	"atualizado_em" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "usuarios_nome_tamanho" CHECK (char_length("usuarios"."nome") between 1 and 120),
	CONSTRAINT "usuarios_tipo" CHECK ("usuarios"."tipo" in ('master', 'restrito', 'cliente')),
	CONSTRAINT "usuarios_email_obrigatorio" CHECK ("usuarios"."tipo" = 'cliente' or "usuarios"."email" is not null),
	CONSTRAINT "usuarios_cliente_sem_senha" CHECK ("usuarios"."tipo" <> 'cliente' or "usuarios"."senha_hash" is null),
	CONSTRAINT "usuarios_cliente_sem_permissao" CHECK ("usuarios"."tipo" <> 'cliente' or not ("usuarios"."pode_cadastrar_cliente" or "usuarios"."pode_cadastrar_funcionario"
          or "usuarios"."pode_cadastrar_cargo" or "usuarios"."pode_agendar" or "usuarios"."pode_ver_agendamentos" or "usuarios"."pode_ver_relatorios")),
	CONSTRAINT "usuarios_telefone_e164" CHECK ("usuarios"."telefone" ~ '^\+[1-9][0-9]{7,14}$')
);
--> statement-breakpoint
ALTER TABLE "sessoes" ADD CONSTRAINT "sessoes_usuario_id_usuarios_id_fk" FOREIGN KEY ("usuario_id") REFERENCES "public"."usuarios"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funcionarios" ADD CONSTRAINT "funcionarios_cargo_id_cargos_id_fk" FOREIGN KEY ("cargo_id") REFERENCES "public"."cargos"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funcionarios" ADD CONSTRAINT "funcionarios_usuario_id_usuarios_id_fk" FOREIGN KEY ("usuario_id") REFERENCES "public"."usuarios"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "chaves_idempotencia_criada" ON "chaves_idempotencia" USING btree ("criada_em");--> statement-breakpoint
CREATE INDEX "sessoes_usuario" ON "sessoes" USING btree ("usuario_id","usada_em");--> statement-breakpoint
CREATE INDEX "sessoes_dispositivo" ON "sessoes" USING btree ("dispositivo");--> statement-breakpoint
CREATE INDEX "log_auditoria_em" ON "log_auditoria" USING btree ("em","id");--> statement-breakpoint
CREATE INDEX "log_auditoria_pessoa" ON "log_auditoria" USING btree ("ator_id","em","id");--> statement-breakpoint
CREATE INDEX "log_auditoria_ator" ON "log_auditoria" USING btree ("ator_tipo","em","id");--> statement-breakpoint
CREATE INDEX "log_auditoria_area" ON "log_auditoria" USING btree ("area","em","id");--> statement-breakpoint
CREATE INDEX "log_auditoria_ato" ON "log_auditoria" USING btree ("ato","em","id");--> statement-breakpoint
CREATE INDEX "log_auditoria_registro" ON "log_auditoria" USING btree ("entidade","entidade_id","em","id");--> statement-breakpoint
CREATE INDEX "log_auditoria_excluidos" ON "log_auditoria" USING gin (sem_acento("antes" ->> 'nome') gin_trgm_ops) WHERE operacao = 'exclusao';--> statement-breakpoint
CREATE UNIQUE INDEX "cargos_nome_unico" ON "cargos" USING btree (sem_acento("nome"));--> statement-breakpoint
CREATE INDEX "funcionarios_cargo" ON "funcionarios" USING btree ("cargo_id");--> statement-breakpoint
CREATE UNIQUE INDEX "funcionarios_usuario_unico" ON "funcionarios" USING btree ("usuario_id");--> statement-breakpoint
CREATE INDEX "funcionarios_nome_busca" ON "funcionarios" USING gin (sem_acento("nome") gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "servicos_nome_unico" ON "servicos" USING btree (sem_acento("nome"));--> statement-breakpoint
CREATE INDEX "servicos_nome_busca" ON "servicos" USING gin (sem_acento("nome") gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "usuarios_email_unico" ON "usuarios" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "usuarios_nome_busca" ON "usuarios" USING gin (sem_acento("nome") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "usuarios_tipo_nome" ON "usuarios" USING btree ("tipo",sem_acento("nome"),"id");