-- The queue learns to delete a file that is kept outside of the database, once what named it is gone for good.
CREATE OR REPLACE FUNCTION public.enfileirar(tarefa text, dados json, chave text DEFAULT NULL) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  IF tarefa NOT IN ('limpeza', 'apagar_arquivo') THEN
    RAISE EXCEPTION 'tarefa desconhecida: %', tarefa USING ERRCODE = 'HM002';
  END IF;
  PERFORM graphile_worker.add_job(tarefa, dados, job_key => chave);
END $$;
