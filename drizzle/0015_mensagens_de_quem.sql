ALTER TABLE "mensagens" ADD COLUMN "cliente_id" integer;--> statement-breakpoint
ALTER TABLE "eventos_whatsapp" ADD COLUMN "resumo" text;--> statement-breakpoint
ALTER TABLE "mensagens" ADD CONSTRAINT "mensagens_cliente_id_usuarios_id_fk" FOREIGN KEY ("cliente_id") REFERENCES "public"."usuarios"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mensagens_cliente" ON "mensagens" USING btree ("cliente_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "eventos_whatsapp_resumo_unico" ON "eventos_whatsapp" USING btree ("resumo");--> statement-breakpoint
SELECT set_config('app.ator', 'sistema', true), set_config('app.ato', 'sistema.instalacao', true);
--> statement-breakpoint
UPDATE public.mensagens m SET cliente_id = c.cliente_id
  FROM public.conversas c WHERE c.id = m.conversa_id AND c.cliente_id IS NOT NULL;
--> statement-breakpoint
CREATE FUNCTION public.mensagem_de_quem() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  NEW.cliente_id := (SELECT c.cliente_id FROM public.conversas c WHERE c.id = NEW.conversa_id);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER mensagem_de_quem BEFORE INSERT ON public.mensagens
  FOR EACH ROW EXECUTE FUNCTION public.mensagem_de_quem();
--> statement-breakpoint
-- What was begun with one person is not gone on with another. What somebody wrote before they were known is theirs.
CREATE OR REPLACE FUNCTION public.conversa_de_outra_pessoa() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  IF OLD.cliente_id IS NOT NULL AND NEW.cliente_id IS DISTINCT FROM OLD.cliente_id THEN NEW.estado := NULL; END IF;
  IF NEW.cliente_id IS NOT NULL AND NEW.cliente_id IS DISTINCT FROM OLD.cliente_id THEN
    UPDATE public.mensagens m SET cliente_id = NEW.cliente_id WHERE m.conversa_id = NEW.id AND m.cliente_id IS NULL;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- As before, but bytes that were delivered already are not stored again: Meta brings a delivery anew to all who hear of it.
CREATE OR REPLACE FUNCTION public.receber_whatsapp(entregas text[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  INSERT INTO public.eventos_whatsapp (corpo, resumo)
    SELECT e, encode(sha256(convert_to(e, 'UTF8')), 'hex') FROM unnest(entregas) AS e ON CONFLICT (resumo) DO NOTHING;
  PERFORM graphile_worker.add_job('receber', '{}'::json, queue_name => 'receber', job_key => 'receber');
END $$;
