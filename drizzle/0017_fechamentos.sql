CREATE TABLE "fechamentos" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "fechamentos_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"dia" date NOT NULL,
	"valores" jsonb NOT NULL,
	"observacao" text DEFAULT '' NOT NULL,
	"fechado_em" timestamp with time zone NOT NULL,
	"fechado_por_id" integer NOT NULL,
	"reaberto_em" timestamp with time zone,
	"reaberto_motivo" text,
	"versao" integer DEFAULT 1 NOT NULL,
	"criado_em" timestamp with time zone DEFAULT now() NOT NULL,
	"atualizado_em" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "fechamentos_dia" UNIQUE("dia"),
	CONSTRAINT "fechamentos_valores" CHECK (jsonb_typeof("fechamentos"."valores") = 'object'),
	CONSTRAINT "fechamentos_reaberto" CHECK (("fechamentos"."reaberto_em" is null) = ("fechamentos"."reaberto_motivo" is null)),
	CONSTRAINT "fechamentos_textos" CHECK (char_length("fechamentos"."observacao") <= 500 and char_length("fechamentos"."reaberto_motivo") between 1 and 200)
);
--> statement-breakpoint
ALTER TABLE "agendamentos" ADD COLUMN "nota_fiscal" text;--> statement-breakpoint
ALTER TABLE "fechamentos" ADD CONSTRAINT "fechamentos_fechado_por_id_usuarios_id_fk" FOREIGN KEY ("fechado_por_id") REFERENCES "public"."usuarios"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agendamentos" ADD CONSTRAINT "agendamentos_nota" CHECK (char_length("agendamentos"."nota_fiscal") between 1 and 60);
--> statement-breakpoint
CREATE TRIGGER carimbar BEFORE UPDATE ON public.fechamentos FOR EACH ROW EXECUTE FUNCTION public.carimbar();
--> statement-breakpoint
CREATE TRIGGER auditar AFTER INSERT OR UPDATE OR DELETE ON public.fechamentos
  FOR EACH ROW EXECUTE FUNCTION public.auditar('{}', '{}');
--> statement-breakpoint
-- What was received before a day was closed stays as it was counted, until somebody opens the day again. What comes after
-- the closing is new, and may still be taken back.
CREATE FUNCTION public.guardar_caixa() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  fuso text := coalesce((SELECT c.fuso FROM public.configuracao_empresa c), 'America/Sao_Paulo');
BEGIN
  IF EXISTS (
    SELECT FROM public.fechamentos f
    WHERE f.dia = (OLD.recebido_em AT TIME ZONE fuso)::date AND f.reaberto_em IS NULL AND OLD.criado_em <= f.fechado_em
  ) THEN
    RAISE EXCEPTION 'caixa fechado' USING ERRCODE = 'HM005';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER guardar_caixa BEFORE UPDATE OR DELETE ON public.pagamentos
  FOR EACH ROW EXECUTE FUNCTION public.guardar_caixa();
