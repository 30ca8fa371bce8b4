CREATE OR REPLACE FUNCTION public.enfileirar(
  tarefa text, dados json, chave text DEFAULT NULL, fila text DEFAULT NULL, quando timestamptz DEFAULT NULL
) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  IF tarefa NOT IN ('limpeza', 'apagar_arquivo', 'receber', 'atender', 'enviar', 'rever_falha', 'buscar_midia', 'lembrar',
    'agradecer', 'replanejar', 'despachar', 'devolver', 'backup') THEN
    RAISE EXCEPTION 'tarefa desconhecida: %', tarefa USING ERRCODE = 'HM002';
  END IF;
  PERFORM graphile_worker.add_job(tarefa, dados, queue_name => fila, run_at => quando, job_key => chave);
END $$;
--> statement-breakpoint
-- How the queue is, in numbers: its tables refuse the application. What is due for a minute should have been taken.
CREATE FUNCTION public.estado_da_fila(
  OUT agendadas integer, OUT atrasadas integer, OUT falhas integer, OUT mais_antiga timestamptz
)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  SELECT count(*) FILTER (WHERE run_at > now())::int,
    count(*) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts AND run_at < now() - interval '1 minute')::int,
    count(*) FILTER (WHERE attempts >= max_attempts)::int,
    min(run_at) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts AND run_at < now() - interval '1 minute')
  INTO agendadas, atrasadas, falhas, mais_antiga
  FROM graphile_worker._private_jobs;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION public.estado_da_fila FROM PUBLIC;
