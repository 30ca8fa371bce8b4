-- A phone that changes on somebody's card takes its thread with it at once, and leaves the one it had to whoever has that
-- number now.
CREATE FUNCTION public.conversas_do_cadastro() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  chaves text[] := ARRAY[public.chave_do_telefone(NEW.telefone)];
BEGIN
  IF TG_OP = 'UPDATE' THEN chaves := chaves || public.chave_do_telefone(OLD.telefone); END IF;
  UPDATE public.conversas c SET cliente_id = dono.id
    FROM public.conversas o LEFT JOIN public.usuarios dono
      ON public.chave_do_telefone(dono.telefone) = o.chave_telefone
    WHERE o.id = c.id AND c.chave_telefone = ANY (chaves) AND c.cliente_id IS DISTINCT FROM dono.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER conversas_do_cadastro AFTER INSERT OR UPDATE OF telefone ON public.usuarios
  FOR EACH ROW EXECUTE FUNCTION public.conversas_do_cadastro();
--> statement-breakpoint
-- What was begun with one person is not gone on with another.
CREATE FUNCTION public.conversa_de_outra_pessoa() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  IF OLD.cliente_id IS NOT NULL AND NEW.cliente_id IS DISTINCT FROM OLD.cliente_id THEN NEW.estado := NULL; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER conversa_de_outra_pessoa BEFORE UPDATE ON public.conversas
  FOR EACH ROW EXECUTE FUNCTION public.conversa_de_outra_pessoa();
