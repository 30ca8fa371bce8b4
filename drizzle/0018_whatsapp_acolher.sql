CREATE INDEX "eventos_whatsapp_a_tratar" ON "eventos_whatsapp" USING btree ("id") WHERE tratado_em is null and erro is null;
--> statement-breakpoint
DROP FUNCTION public.receber_whatsapp(text[], text[], jsonb, jsonb, jsonb, integer);
--> statement-breakpoint
-- Deliveries of Meta that came at about the same time: stored as they came, and the task woken that reads them. Meta waits
-- for no more than this.
CREATE FUNCTION public.receber_whatsapp(entregas text[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  INSERT INTO public.eventos_whatsapp (corpo) SELECT unnest(entregas);
  PERFORM graphile_worker.add_job('receber', '{}'::json, queue_name => 'receber', job_key => 'receber');
END $$;
--> statement-breakpoint
-- What deliveries say, done, and that it is: in one round trip and one transaction. `trocas`: people whose number or whose
-- name at Meta changed; their thread goes with them.
CREATE FUNCTION public.tratar_whatsapp(
  eventos integer[], falhas text[], mensagens jsonb, situacoes jsonb, trocas jsonb, espera_ms integer
) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  PERFORM set_config('app.ator', 'sistema', true), set_config('app.ato', 'whatsapp.receber', true);
  UPDATE public.eventos_whatsapp e SET tratado_em = CASE WHEN x.falha IS NULL THEN now() END, erro = x.falha
    FROM unnest(eventos, falhas) AS x (id, falha) WHERE e.id = x.id;
  IF jsonb_array_length(mensagens) > 0 THEN PERFORM public.receber_mensagens(mensagens, false, espera_ms); END IF;
  IF jsonb_array_length(situacoes) > 0 THEN PERFORM public.receber_situacoes(situacoes); END IF;
  IF jsonb_array_length(trocas) > 0 THEN
    UPDATE public.conversas c SET telefone = t.para, alcance = NULL, inalcancavel_em = NULL, cliente_id = (
        SELECT u.id FROM public.usuarios u WHERE public.chave_do_telefone(u.telefone) = public.chave_do_telefone(t.para))
      FROM jsonb_to_recordset(trocas) AS t (de text, para text)
      WHERE NOT c.teste AND t.de LIKE '+%' AND c.chave_telefone = public.chave_do_telefone(t.de)
        AND NOT EXISTS (SELECT FROM public.conversas o
          WHERE NOT o.teste AND o.chave_telefone = public.chave_do_telefone(t.para));
    UPDATE public.conversas c SET bsuid = t.para
      FROM jsonb_to_recordset(trocas) AS t (de text, para text)
      WHERE NOT c.teste AND c.bsuid = t.de AND NOT EXISTS (
        SELECT FROM public.conversas o WHERE NOT o.teste AND o.bsuid = t.para);
  END IF;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION public.receber_whatsapp, public.tratar_whatsapp FROM PUBLIC;
--> statement-breakpoint
-- What was late is known by when it came, not by when it is read.
-- What clients wrote, each message once, and the work that follows: to answer, in the queue of the client and only after a
-- pause in what they write, and to fetch what they attached. `eco`: written by the company elsewhere, so a person has it.
CREATE OR REPLACE FUNCTION public.receber_mensagens(itens jsonb, de_teste boolean, espera_ms integer) RETURNS integer[]
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  item record;
  conversa integer;
  nova integer;
  novas integer[] := '{}';
  a_responder integer[] := '{}';
BEGIN
  FOR item IN
    SELECT x.*, least(to_timestamp(x.segundos), clock_timestamp()) AS em,
      coalesce(to_timestamp(x.recebida), now()) - interval '15 minutes' AS recente
    FROM ROWS FROM (jsonb_to_recordset(itens) AS (wamid text, telefone text, bsuid text, wa_id text, nome text, tipo text,
      texto text, carga jsonb, segundos double precision, recebida double precision, responder boolean, eco boolean)) WITH ORDINALITY AS x (wamid,
      telefone, bsuid, wa_id, nome, tipo, texto, carga, segundos, recebida, responder, eco, ordem)
    -- Two deliveries about the same people lock them in the same order; of one second the order is that of their coming.
    ORDER BY coalesce(x.bsuid, public.chave_do_telefone(x.telefone)), x.segundos, x.ordem
  LOOP
    conversa := public.conversa_de(item.telefone, item.bsuid, item.wa_id, item.nome, de_teste);
    INSERT INTO public.mensagens AS m (conversa_id, direcao, wamid, tipo, texto, carga, autor, situacao, antiga, ocorrida_em,
        enviada_em, teste)
      VALUES (conversa, CASE WHEN item.eco THEN 'saida' ELSE 'entrada' END, item.wamid, item.tipo, item.texto, item.carga,
        CASE WHEN item.eco THEN 'pessoa' ELSE 'cliente' END, CASE WHEN item.eco THEN 'enviada' ELSE 'recebida' END,
        NOT de_teste AND item.em < item.recente, item.em, CASE WHEN item.eco THEN item.em END, de_teste)
      ON CONFLICT (wamid) DO NOTHING RETURNING m.id INTO nova;
    CONTINUE WHEN nova IS NULL;
    novas := novas || nova;
    UPDATE public.conversas c SET
      ultima_mensagem_em = greatest(c.ultima_mensagem_em, item.em),
      ultima_recebida_em = CASE WHEN item.eco THEN c.ultima_recebida_em ELSE greatest(c.ultima_recebida_em, item.em) END,
      nao_lidas = CASE WHEN item.eco THEN 0 ELSE c.nao_lidas + 1 END,
      modo = CASE WHEN item.eco THEN 'pessoa' ELSE c.modo END,
      modo_desde = CASE WHEN item.eco AND c.modo <> 'pessoa' THEN now() ELSE c.modo_desde END,
      devolver_em = CASE WHEN item.eco OR c.modo = 'pessoa' THEN now() + make_interval(hours => (
        SELECT w.devolver_horas FROM public.configuracao_whatsapp w)) ELSE c.devolver_em END
      WHERE c.id = conversa;
    IF item.responder AND NOT item.eco AND (de_teste OR item.em >= item.recente) THEN
      a_responder := a_responder || conversa;
    END IF;
    IF item.carga ? 'midia' AND NOT de_teste THEN
      PERFORM graphile_worker.add_job('buscar_midia', json_build_object('mensagemId', nova), job_key => 'midia:' || nova);
    END IF;
  END LOOP;
  IF cardinality(a_responder) > 0 THEN
    PERFORM graphile_worker.add_jobs(array_agg((
        'atender', json_build_object('conversaId', uma), 'conversa:' || uma,
        clock_timestamp() + make_interval(secs => espera_ms / 1000.0), NULL, 'atender:' || uma, NULL, NULL
      )::graphile_worker.job_spec))
      FROM (SELECT DISTINCT unnest(a_responder) AS uma ORDER BY 1) d;
  END IF;
  RETURN novas;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.enfileirar(
  tarefa text, dados json, chave text DEFAULT NULL, fila text DEFAULT NULL, quando timestamptz DEFAULT NULL
) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  IF tarefa NOT IN ('limpeza', 'apagar_arquivo', 'receber', 'atender', 'enviar', 'rever_falha', 'buscar_midia', 'lembrar', 'agradecer',
    'replanejar', 'despachar', 'devolver') THEN
    RAISE EXCEPTION 'tarefa desconhecida: %', tarefa USING ERRCODE = 'HM002';
  END IF;
  PERFORM graphile_worker.add_job(tarefa, dados, queue_name => fila, run_at => quando, job_key => chave);
END $$;
