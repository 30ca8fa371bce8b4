CREATE TABLE "arquivos" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "arquivos_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"nome" uuid DEFAULT gen_random_uuid() NOT NULL,
	"tipo" text NOT NULL,
	"tamanho_bytes" integer NOT NULL,
	"deposito" text NOT NULL,
	"conteudo" "bytea",
	"chave" text,
	"versao" integer DEFAULT 1 NOT NULL,
	"criado_em" timestamp with time zone DEFAULT now() NOT NULL,
	"atualizado_em" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "arquivos_nome_unique" UNIQUE("nome"),
	CONSTRAINT "arquivos_deposito" CHECK (case "arquivos"."deposito" when 'local' then "arquivos"."conteudo" is not null and "arquivos"."chave" is null
          when 'uploadthing' then "arquivos"."conteudo" is null and "arquivos"."chave" is not null else false end)
);
--> statement-breakpoint
CREATE TABLE "consentimentos" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "consentimentos_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"usuario_id" integer NOT NULL,
	"canal" text NOT NULL,
	"dado_em" timestamp with time zone NOT NULL,
	"como" text NOT NULL,
	"texto" text NOT NULL,
	"retirado_em" timestamp with time zone,
	"versao" integer DEFAULT 1 NOT NULL,
	"criado_em" timestamp with time zone DEFAULT now() NOT NULL,
	"atualizado_em" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consentimentos_canal" CHECK ("consentimentos"."canal" in ('whatsapp', 'sms', 'email')),
	CONSTRAINT "consentimentos_como" CHECK ("consentimentos"."como" in ('balcao', 'telefone', 'whatsapp', 'site', 'papel', 'importacao')),
	CONSTRAINT "consentimentos_texto_tamanho" CHECK (char_length("consentimentos"."texto") between 1 and 500),
	CONSTRAINT "consentimentos_ordem" CHECK ("consentimentos"."retirado_em" >= "consentimentos"."dado_em")
);
--> statement-breakpoint
CREATE TABLE "funcionario_servicos" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "funcionario_servicos_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"funcionario_id" integer NOT NULL,
	"servico_id" integer NOT NULL,
	"duracao_minutos" integer,
	"preco_centavos" integer,
	"versao" integer DEFAULT 1 NOT NULL,
	"criado_em" timestamp with time zone DEFAULT now() NOT NULL,
	"atualizado_em" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "funcionario_servicos_duracao" CHECK ("funcionario_servicos"."duracao_minutos" between 5 and 720),
	CONSTRAINT "funcionario_servicos_preco" CHECK ("funcionario_servicos"."preco_centavos" between 0 and 10000000)
);
--> statement-breakpoint
ALTER TABLE "configuracao_empresa" ADD COLUMN "razao_social" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "configuracao_empresa" ADD COLUMN "cnpj" text;--> statement-breakpoint
ALTER TABLE "configuracao_empresa" ADD COLUMN "telefone" text;--> statement-breakpoint
ALTER TABLE "configuracao_empresa" ADD COLUMN "cep" text;--> statement-breakpoint
ALTER TABLE "configuracao_empresa" ADD COLUMN "logradouro" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "configuracao_empresa" ADD COLUMN "numero" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "configuracao_empresa" ADD COLUMN "complemento" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "configuracao_empresa" ADD COLUMN "bairro" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "configuracao_empresa" ADD COLUMN "cidade" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "configuracao_empresa" ADD COLUMN "uf" text;--> statement-breakpoint
ALTER TABLE "configuracao_empresa" ADD COLUMN "logo_id" integer;--> statement-breakpoint
ALTER TABLE "funcionarios" ADD COLUMN "apelido" text;--> statement-breakpoint
ALTER TABLE "funcionarios" ADD COLUMN "telefone" text;--> statement-breakpoint
ALTER TABLE "funcionarios" ADD COLUMN "admissao" date;--> statement-breakpoint
ALTER TABLE "funcionarios" ADD COLUMN "desligamento" date;--> statement-breakpoint
ALTER TABLE "funcionarios" ADD COLUMN "matricula" text;--> statement-breakpoint
ALTER TABLE "funcionarios" ADD COLUMN "contrato" text;--> statement-breakpoint
ALTER TABLE "funcionarios" ADD COLUMN "cor" text DEFAULT 'cinza' NOT NULL;--> statement-breakpoint
ALTER TABLE "usuarios" ADD COLUMN "apelido" text;--> statement-breakpoint
ALTER TABLE "usuarios" ADD COLUMN "nascimento" date;--> statement-breakpoint
ALTER TABLE "usuarios" ADD COLUMN "cpf" text;--> statement-breakpoint
ALTER TABLE "usuarios" ADD COLUMN "observacoes" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "usuarios" ADD COLUMN "etiquetas" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "usuarios" ADD COLUMN "ultima_visita_em" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "consentimentos" ADD CONSTRAINT "consentimentos_usuario_id_usuarios_id_fk" FOREIGN KEY ("usuario_id") REFERENCES "public"."usuarios"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funcionario_servicos" ADD CONSTRAINT "funcionario_servicos_funcionario_id_funcionarios_id_fk" FOREIGN KEY ("funcionario_id") REFERENCES "public"."funcionarios"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funcionario_servicos" ADD CONSTRAINT "funcionario_servicos_servico_id_servicos_id_fk" FOREIGN KEY ("servico_id") REFERENCES "public"."servicos"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "consentimentos_vigente" ON "consentimentos" USING btree ("usuario_id","canal") WHERE retirado_em is null;--> statement-breakpoint
CREATE INDEX "consentimentos_usuario" ON "consentimentos" USING btree ("usuario_id","dado_em");--> statement-breakpoint
CREATE UNIQUE INDEX "funcionario_servicos_par" ON "funcionario_servicos" USING btree ("funcionario_id","servico_id");--> statement-breakpoint
CREATE INDEX "funcionario_servicos_servico" ON "funcionario_servicos" USING btree ("servico_id");--> statement-breakpoint
ALTER TABLE "configuracao_empresa" ADD CONSTRAINT "configuracao_empresa_logo_id_arquivos_id_fk" FOREIGN KEY ("logo_id") REFERENCES "public"."arquivos"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "funcionarios_matricula_unica" ON "funcionarios" USING btree (sem_acento("matricula"));--> statement-breakpoint
CREATE UNIQUE INDEX "usuarios_telefone_unico" ON "usuarios" USING btree (chave_do_telefone("telefone"));--> statement-breakpoint
CREATE UNIQUE INDEX "usuarios_cpf_unico" ON "usuarios" USING btree ("cpf");--> statement-breakpoint
CREATE INDEX "usuarios_busca" ON "usuarios" USING gin (busca_da_pessoa("nome", "apelido", "email", "telefone", "cpf") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "usuarios_recentes" ON "usuarios" USING btree ("tipo",greatest("ultima_visita_em", "criado_em"),"id");--> statement-breakpoint
CREATE INDEX "usuarios_etiquetas" ON "usuarios" USING gin ("etiquetas");--> statement-breakpoint
ALTER TABLE "configuracao_empresa" ADD CONSTRAINT "configuracao_empresa_cnpj" CHECK ("configuracao_empresa"."cnpj" ~ '^[0-9A-Z]{12}[0-9]{2}$');--> statement-breakpoint
ALTER TABLE "configuracao_empresa" ADD CONSTRAINT "configuracao_empresa_telefone_e164" CHECK ("configuracao_empresa"."telefone" ~ '^\+[1-9][0-9]{7,14}$');--> statement-breakpoint
ALTER TABLE "configuracao_empresa" ADD CONSTRAINT "configuracao_empresa_cep" CHECK ("configuracao_empresa"."cep" ~ '^[0-9]{8}$');--> statement-breakpoint
ALTER TABLE "configuracao_empresa" ADD CONSTRAINT "configuracao_empresa_uf" CHECK ("configuracao_empresa"."uf" ~ '^[A-Z]{2}$');--> statement-breakpoint
ALTER TABLE "funcionarios" ADD CONSTRAINT "funcionarios_apelido_tamanho" CHECK (char_length("funcionarios"."apelido") between 1 and 60);--> statement-breakpoint
ALTER TABLE "funcionarios" ADD CONSTRAINT "funcionarios_telefone_e164" CHECK ("funcionarios"."telefone" ~ '^\+[1-9][0-9]{7,14}$');--> statement-breakpoint
ALTER TABLE "funcionarios" ADD CONSTRAINT "funcionarios_matricula_tamanho" CHECK (char_length("funcionarios"."matricula") between 1 and 30);--> statement-breakpoint
ALTER TABLE "funcionarios" ADD CONSTRAINT "funcionarios_datas" CHECK ("funcionarios"."desligamento" >= "funcionarios"."admissao");--> statement-breakpoint
ALTER TABLE "funcionarios" ADD CONSTRAINT "funcionarios_contrato" CHECK ("funcionarios"."contrato" in ('clt', 'parceiro', 'mei', 'autonomo', 'estagio', 'temporario', 'socio'));--> statement-breakpoint
ALTER TABLE "funcionarios" ADD CONSTRAINT "funcionarios_cor" CHECK ("funcionarios"."cor" in ('verde', 'azul', 'ceu', 'violeta', 'rosa', 'vermelho', 'laranja', 'amarelo', 'marrom', 'cinza'));--> statement-breakpoint
ALTER TABLE "usuarios" ADD CONSTRAINT "usuarios_apelido_tamanho" CHECK (char_length("usuarios"."apelido") between 1 and 60);--> statement-breakpoint
ALTER TABLE "usuarios" ADD CONSTRAINT "usuarios_nascimento" CHECK ("usuarios"."nascimento" >= '1900-01-01');--> statement-breakpoint
ALTER TABLE "usuarios" ADD CONSTRAINT "usuarios_cpf" CHECK ("usuarios"."cpf" ~ '^[0-9]{11}$');--> statement-breakpoint
ALTER TABLE "usuarios" ADD CONSTRAINT "usuarios_observacoes_tamanho" CHECK (char_length("usuarios"."observacoes") <= 2000);--> statement-breakpoint
ALTER TABLE "usuarios" ADD CONSTRAINT "usuarios_etiquetas_quantas" CHECK (cardinality("usuarios"."etiquetas") <= 20);