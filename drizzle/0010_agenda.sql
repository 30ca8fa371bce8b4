CREATE TABLE "agenda_vistas" (
	"usuario_id" integer PRIMARY KEY NOT NULL,
	"vista_em" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agendamento_servicos" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "agendamento_servicos_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"agendamento_id" integer NOT NULL,
	"ordem" integer NOT NULL,
	"servico_id" integer NOT NULL,
	"duracao_minutos" integer NOT NULL,
	"preco_centavos" integer,
	"versao" integer DEFAULT 1 NOT NULL,
	"criado_em" timestamp with time zone DEFAULT now() NOT NULL,
	"atualizado_em" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agendamento_servicos_ordem_positiva" CHECK ("agendamento_servicos"."ordem" between 1 and 20),
	CONSTRAINT "agendamento_servicos_duracao" CHECK ("agendamento_servicos"."duracao_minutos" between 5 and 720),
	CONSTRAINT "agendamento_servicos_preco" CHECK ("agendamento_servicos"."preco_centavos" between 0 and 10000000)
);
--> statement-breakpoint
CREATE TABLE "agendamentos" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "agendamentos_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"funcionario_id" integer NOT NULL,
	"cliente_id" integer,
	"atendido" text,
	"inicio" timestamp with time zone NOT NULL,
	"fim" timestamp with time zone NOT NULL,
	"preparo_minutos" integer DEFAULT 0 NOT NULL,
	"livre_em" timestamp with time zone NOT NULL,
	"situacao" text DEFAULT 'agendado' NOT NULL,
	"encaixe" boolean DEFAULT false NOT NULL,
	"encaixe_motivo" text,
	"fora_do_horario" boolean DEFAULT false NOT NULL,
	"observacoes" text DEFAULT '' NOT NULL,
	"origem" text NOT NULL,
	"marcado_por_id" integer,
	"visita" uuid,
	"confirmado_em" timestamp with time zone,
	"chegou_em" timestamp with time zone,
	"concluido_em" timestamp with time zone,
	"cancelado_em" timestamp with time zone,
	"cancelado_motivo" text,
	"cancelado_detalhe" text DEFAULT '' NOT NULL,
	"valor_centavos" integer DEFAULT 0 NOT NULL,
	"valor_final_centavos" integer,
	"versao" integer DEFAULT 1 NOT NULL,
	"criado_em" timestamp with time zone DEFAULT now() NOT NULL,
	"atualizado_em" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agendamentos_situacao" CHECK ("agendamentos"."situacao" in ('agendado', 'confirmado', 'concluido', 'cancelado', 'faltou')),
	CONSTRAINT "agendamentos_origem" CHECK ("agendamentos"."origem" in ('painel', 'whatsapp', 'online')),
	CONSTRAINT "agendamentos_ordem" CHECK ("agendamentos"."fim" > "agendamentos"."inicio" and "agendamentos"."fim" <= "agendamentos"."inicio" + interval '24 hours' and "agendamentos"."livre_em" >= "agendamentos"."inicio"
          and "agendamentos"."livre_em" <= "agendamentos"."fim" + interval '24 hours'),
	CONSTRAINT "agendamentos_preparo" CHECK ("agendamentos"."preparo_minutos" between 0 and 1440),
	CONSTRAINT "agendamentos_encaixe" CHECK ("agendamentos"."encaixe" = ("agendamentos"."encaixe_motivo" is not null)),
	CONSTRAINT "agendamentos_encaixe_motivo_tamanho" CHECK (char_length("agendamentos"."encaixe_motivo") between 1 and 200),
	CONSTRAINT "agendamentos_cancelado" CHECK (("agendamentos"."situacao" = 'cancelado') = ("agendamentos"."cancelado_motivo" is not null)
          and ("agendamentos"."situacao" = 'cancelado') = ("agendamentos"."cancelado_em" is not null)),
	CONSTRAINT "agendamentos_cancelado_motivo" CHECK ("agendamentos"."cancelado_motivo" in ('cliente_desistiu', 'cliente_doente', 'cliente_remarcara', 'profissional', 'empresa',
          'engano', 'outro')),
	CONSTRAINT "agendamentos_concluido" CHECK (("agendamentos"."situacao" = 'concluido') = ("agendamentos"."concluido_em" is not null)),
	CONSTRAINT "agendamentos_valores" CHECK ("agendamentos"."valor_centavos" >= 0 and "agendamentos"."valor_final_centavos" between 0 and 100000000),
	CONSTRAINT "agendamentos_textos" CHECK (char_length("agendamentos"."atendido") between 1 and 120 and char_length("agendamentos"."observacoes") <= 1000
          and char_length("agendamentos"."cancelado_detalhe") <= 200)
);
--> statement-breakpoint
CREATE TABLE "pagamentos" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "pagamentos_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"agendamento_id" integer NOT NULL,
	"forma" text NOT NULL,
	"valor_centavos" integer NOT NULL,
	"recebido_em" timestamp with time zone NOT NULL,
	"versao" integer DEFAULT 1 NOT NULL,
	"criado_em" timestamp with time zone DEFAULT now() NOT NULL,
	"atualizado_em" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pagamentos_forma" CHECK ("pagamentos"."forma" in ('dinheiro', 'pix', 'debito', 'credito', 'fiado', 'outro')),
	CONSTRAINT "pagamentos_valor" CHECK ("pagamentos"."valor_centavos" between 1 and 100000000)
);
--> statement-breakpoint
CREATE TABLE "reservas" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reservas_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"funcionario_id" integer NOT NULL,
	"inicio" timestamp with time zone NOT NULL,
	"livre_em" timestamp with time zone NOT NULL,
	"expira_em" timestamp with time zone NOT NULL,
	"dono" text NOT NULL,
	CONSTRAINT "reservas_ordem" CHECK ("reservas"."livre_em" > "reservas"."inicio")
);
--> statement-breakpoint
CREATE TABLE "bloqueios" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "bloqueios_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"funcionario_id" integer,
	"inicio" timestamp with time zone NOT NULL,
	"fim" timestamp with time zone NOT NULL,
	"motivo" text NOT NULL,
	"descricao" text DEFAULT '' NOT NULL,
	"serie" uuid,
	"versao" integer DEFAULT 1 NOT NULL,
	"criado_em" timestamp with time zone DEFAULT now() NOT NULL,
	"atualizado_em" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bloqueios_ordem" CHECK ("bloqueios"."fim" > "bloqueios"."inicio" and "bloqueios"."fim" <= "bloqueios"."inicio" + interval '400 days'),
	CONSTRAINT "bloqueios_motivo" CHECK ("bloqueios"."motivo" in ('almoco', 'folga', 'ferias', 'doenca', 'curso', 'outro')),
	CONSTRAINT "bloqueios_descricao_tamanho" CHECK (char_length("bloqueios"."descricao") <= 200)
);
--> statement-breakpoint
CREATE TABLE "excecoes" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "excecoes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"data" date NOT NULL,
	"anual" boolean DEFAULT false NOT NULL,
	"nome" text NOT NULL,
	"origem" text NOT NULL,
	"aberto" boolean NOT NULL,
	"turnos" jsonb,
	"versao" integer DEFAULT 1 NOT NULL,
	"criado_em" timestamp with time zone DEFAULT now() NOT NULL,
	"atualizado_em" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "excecoes_nome_tamanho" CHECK (char_length("excecoes"."nome") between 1 and 80),
	CONSTRAINT "excecoes_origem" CHECK ("excecoes"."origem" in ('nacional', 'estadual', 'municipal', 'empresa')),
	CONSTRAINT "excecoes_turnos" CHECK ("excecoes"."turnos" is null or ("excecoes"."aberto" and turnos_validos("excecoes"."turnos")))
);
--> statement-breakpoint
CREATE TABLE "expedientes" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "expedientes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"funcionario_id" integer,
	"de" date,
	"ate" date,
	"semana" jsonb NOT NULL,
	"versao" integer DEFAULT 1 NOT NULL,
	"criado_em" timestamp with time zone DEFAULT now() NOT NULL,
	"atualizado_em" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "expedientes_semana" CHECK (semana_valida("expedientes"."semana")),
	CONSTRAINT "expedientes_datas" CHECK ("expedientes"."ate" >= "expedientes"."de"),
	CONSTRAINT "expedientes_empresa_sem_datas" CHECK ("expedientes"."funcionario_id" is not null or ("expedientes"."de" is null and "expedientes"."ate" is null))
);
--> statement-breakpoint
ALTER TABLE "configuracao_empresa" ADD COLUMN "grade_minutos" integer DEFAULT 15 NOT NULL;--> statement-breakpoint
ALTER TABLE "configuracao_empresa" ADD COLUMN "antecedencia_minutos" integer DEFAULT 60 NOT NULL;--> statement-breakpoint
ALTER TABLE "configuracao_empresa" ADD COLUMN "horizonte_dias" integer DEFAULT 60 NOT NULL;--> statement-breakpoint
ALTER TABLE "configuracao_empresa" ADD COLUMN "prazo_cliente_minutos" integer DEFAULT 120 NOT NULL;--> statement-breakpoint
ALTER TABLE "configuracao_empresa" ADD COLUMN "feriados_fechados" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_vistas" ADD CONSTRAINT "agenda_vistas_usuario_id_usuarios_id_fk" FOREIGN KEY ("usuario_id") REFERENCES "public"."usuarios"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agendamento_servicos" ADD CONSTRAINT "agendamento_servicos_agendamento_id_agendamentos_id_fk" FOREIGN KEY ("agendamento_id") REFERENCES "public"."agendamentos"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agendamento_servicos" ADD CONSTRAINT "agendamento_servicos_servico_id_servicos_id_fk" FOREIGN KEY ("servico_id") REFERENCES "public"."servicos"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agendamentos" ADD CONSTRAINT "agendamentos_funcionario_id_funcionarios_id_fk" FOREIGN KEY ("funcionario_id") REFERENCES "public"."funcionarios"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agendamentos" ADD CONSTRAINT "agendamentos_cliente_id_usuarios_id_fk" FOREIGN KEY ("cliente_id") REFERENCES "public"."usuarios"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agendamentos" ADD CONSTRAINT "agendamentos_marcado_por_id_usuarios_id_fk" FOREIGN KEY ("marcado_por_id") REFERENCES "public"."usuarios"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pagamentos" ADD CONSTRAINT "pagamentos_agendamento_id_agendamentos_id_fk" FOREIGN KEY ("agendamento_id") REFERENCES "public"."agendamentos"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservas" ADD CONSTRAINT "reservas_funcionario_id_funcionarios_id_fk" FOREIGN KEY ("funcionario_id") REFERENCES "public"."funcionarios"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bloqueios" ADD CONSTRAINT "bloqueios_funcionario_id_funcionarios_id_fk" FOREIGN KEY ("funcionario_id") REFERENCES "public"."funcionarios"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expedientes" ADD CONSTRAINT "expedientes_funcionario_id_funcionarios_id_fk" FOREIGN KEY ("funcionario_id") REFERENCES "public"."funcionarios"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "agendamento_servicos_ordem" ON "agendamento_servicos" USING btree ("agendamento_id","ordem");--> statement-breakpoint
CREATE INDEX "agendamento_servicos_servico" ON "agendamento_servicos" USING btree ("servico_id");--> statement-breakpoint
CREATE INDEX "agendamentos_funcionario" ON "agendamentos" USING btree ("funcionario_id","inicio");--> statement-breakpoint
CREATE INDEX "agendamentos_inicio" ON "agendamentos" USING btree ("inicio");--> statement-breakpoint
CREATE INDEX "agendamentos_cliente" ON "agendamentos" USING btree ("cliente_id","inicio");--> statement-breakpoint
CREATE INDEX "agendamentos_visita" ON "agendamentos" USING btree ("visita") WHERE visita is not null;--> statement-breakpoint
CREATE INDEX "pagamentos_agendamento" ON "pagamentos" USING btree ("agendamento_id");--> statement-breakpoint
CREATE INDEX "pagamentos_recebido" ON "pagamentos" USING btree ("recebido_em");--> statement-breakpoint
CREATE INDEX "reservas_funcionario" ON "reservas" USING btree ("funcionario_id","inicio");--> statement-breakpoint
CREATE INDEX "reservas_dono" ON "reservas" USING btree ("dono");--> statement-breakpoint
CREATE INDEX "bloqueios_funcionario" ON "bloqueios" USING btree ("funcionario_id","inicio");--> statement-breakpoint
CREATE INDEX "bloqueios_inicio" ON "bloqueios" USING btree ("inicio");--> statement-breakpoint
CREATE INDEX "bloqueios_serie" ON "bloqueios" USING btree ("serie");--> statement-breakpoint
CREATE UNIQUE INDEX "excecoes_data_unica" ON "excecoes" USING btree ("data") WHERE not anual;--> statement-breakpoint
CREATE UNIQUE INDEX "excecoes_anual_unica" ON "excecoes" USING btree (extract(month from "data"),extract(day from "data")) WHERE anual;--> statement-breakpoint
CREATE UNIQUE INDEX "expedientes_empresa_unico" ON "expedientes" USING btree (("funcionario_id" is null)) WHERE funcionario_id is null;--> statement-breakpoint
ALTER TABLE "configuracao_empresa" ADD CONSTRAINT "configuracao_empresa_grade" CHECK ("configuracao_empresa"."grade_minutos" in (5, 10, 15, 20, 30, 60));--> statement-breakpoint
ALTER TABLE "configuracao_empresa" ADD CONSTRAINT "configuracao_empresa_antecedencia" CHECK ("configuracao_empresa"."antecedencia_minutos" between 0 and 43200);--> statement-breakpoint
ALTER TABLE "configuracao_empresa" ADD CONSTRAINT "configuracao_empresa_horizonte" CHECK ("configuracao_empresa"."horizonte_dias" between 1 and 730);--> statement-breakpoint
ALTER TABLE "configuracao_empresa" ADD CONSTRAINT "configuracao_empresa_prazo" CHECK ("configuracao_empresa"."prazo_cliente_minutos" between 0 and 43200);