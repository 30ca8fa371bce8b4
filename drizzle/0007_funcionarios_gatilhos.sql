-- What belongs to a row may stand in rows of its own (the services that somebody performs). Asking for the very next
-- version moves it, and the row's stamp, when only those changed; any other number is ignored as before.
CREATE OR REPLACE FUNCTION public.carimbar() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  tocada boolean := NEW.versao = OLD.versao + 1;
BEGIN
  NEW.versao := OLD.versao;
  NEW.criado_em := OLD.criado_em;
  NEW.atualizado_em := OLD.atualizado_em;
  IF tocada OR NEW IS DISTINCT FROM OLD THEN
    NEW.versao := OLD.versao + 1;
    NEW.atualizado_em := clock_timestamp();
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- Deleting an employee would cut the link to their sign-in as well.
CREATE OR REPLACE FUNCTION public.guardar_vinculo() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  IF NOT public.autor_e_master() THEN
    RAISE EXCEPTION 'só um master liga um funcionário a um usuário' USING ERRCODE = 'HM004';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
--> statement-breakpoint
CREATE TRIGGER guardar_vinculo_exclusao BEFORE DELETE ON public.funcionarios
  FOR EACH ROW WHEN (OLD.usuario_id IS NOT NULL) EXECUTE FUNCTION public.guardar_vinculo();
