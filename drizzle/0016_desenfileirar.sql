-- Takes back what waits under these keys; by their beginning the whole queue would have to be read.
DROP FUNCTION public.desenfileirar(text);
--> statement-breakpoint
CREATE FUNCTION public.desenfileirar(chaves text[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  chave text;
BEGIN
  FOREACH chave IN ARRAY chaves LOOP
    IF chave !~ '^(lembrete|agradecimento):[0-9]+(:[0-9]+)?$' THEN
      RAISE EXCEPTION 'chave desconhecida: %', chave USING ERRCODE = 'HM002';
    END IF;
    PERFORM graphile_worker.remove_job(chave);
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION public.desenfileirar FROM PUBLIC;
