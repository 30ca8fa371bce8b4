-- The queue learns the tasks of the conversations, to run in the order of one queue, and later.
DROP FUNCTION public.enfileirar(text, json, text);
--> statement-breakpoint
CREATE FUNCTION public.enfileirar(
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
--> statement-breakpoint
-- Takes back what waits under these keys; by their beginning the whole queue would have to be read.
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
CREATE FUNCTION public.exigir_autor() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  PERFORM public.ator_da_transacao();
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION public.anunciar_conversa() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  PERFORM pg_notify('conversas', '');
  RETURN NULL;
END $$;
--> statement-breakpoint
-- The thread of a person in one of the two worlds, locked; made when there is none. What is new about them is noted. Whose
-- thread it is follows the phone: when the house learns that a number belongs to somebody else, or to nobody, what was
-- that person's is out of reach of it.
CREATE FUNCTION public.conversa_de(fone text, identidade text, zap text, perfil text, de_teste boolean) RETURNS integer
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  esta public.conversas;
  depois public.conversas;
  chave constant text := public.chave_do_telefone(fone);
BEGIN
  FOR tentativa IN 1..2 LOOP
    SELECT * INTO esta FROM public.conversas c
      WHERE c.teste = de_teste AND (c.bsuid = identidade OR c.chave_telefone = chave)
      ORDER BY c.bsuid = identidade DESC NULLS LAST LIMIT 1 FOR UPDATE;
    EXIT WHEN FOUND;
    INSERT INTO public.conversas (telefone, bsuid, wa_id, nome_perfil, cliente_id, teste)
      SELECT fone, identidade, zap, perfil,
        (SELECT u.id FROM public.usuarios u WHERE public.chave_do_telefone(u.telefone) = chave), de_teste
      ON CONFLICT DO NOTHING RETURNING * INTO esta;
    IF FOUND THEN RETURN esta.id; END IF;
  END LOOP;
  depois := esta;
  IF esta.telefone IS NULL AND fone IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.conversas o WHERE o.teste = de_teste AND o.chave_telefone = chave) THEN
    depois.telefone := fone;
  END IF;
  IF identidade IS DISTINCT FROM esta.bsuid AND identidade IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.conversas o WHERE o.teste = de_teste AND o.bsuid = identidade) THEN
    depois.bsuid := identidade;
  END IF;
  depois.wa_id := coalesce(zap, esta.wa_id);
  depois.nome_perfil := coalesce(perfil, esta.nome_perfil);
  IF depois.telefone IS NOT NULL THEN
    depois.cliente_id := (SELECT u.id FROM public.usuarios u
      WHERE public.chave_do_telefone(u.telefone) = public.chave_do_telefone(depois.telefone));
  END IF;
  IF depois IS DISTINCT FROM esta THEN
    UPDATE public.conversas c SET telefone = depois.telefone, bsuid = depois.bsuid, wa_id = depois.wa_id,
      nome_perfil = depois.nome_perfil, cliente_id = depois.cliente_id WHERE c.id = esta.id;
  END IF;
  RETURN esta.id;
END $$;
--> statement-breakpoint
-- What clients wrote, each message once, and the work that follows: to answer, in the queue of the client and only after a
-- pause in what they write, and to fetch what they attached. `eco`: written by the company elsewhere, so a person has it.
-- What was late is known by when it came (`recebida`), not by when it is read.
CREATE FUNCTION public.receber_mensagens(itens jsonb, de_teste boolean, espera_ms integer) RETURNS integer[]
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
-- How far what we sent has come. It never goes back, and it may come before we know the name that Meta gave the message:
-- then ours (`minha`) finds it. What failed after all is looked at again by a task.
CREATE FUNCTION public.receber_situacoes(itens jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  item record;
  graus constant text[] := '{fila,enviando,enviada,entregue,lida}';
  esta record;
BEGIN
  FOR item IN
    SELECT x.*, least(to_timestamp(x.segundos), clock_timestamp()) AS em, array_position(graus, x.situacao) AS grau
    FROM jsonb_to_recordset(itens) AS x (wamid text, minha integer, situacao text, segundos double precision, codigo integer,
      motivo text)
    ORDER BY x.minha, x.wamid, x.segundos
  LOOP
    UPDATE public.mensagens m SET
      wamid = coalesce(m.wamid, CASE WHEN NOT EXISTS (SELECT FROM public.mensagens o WHERE o.wamid = item.wamid) THEN item.wamid END),
      situacao = item.situacao,
      codigo = CASE WHEN item.situacao = 'falhou' THEN item.codigo END,
      motivo = CASE WHEN item.situacao = 'falhou' THEN item.motivo END,
      enviada_em = CASE WHEN item.grau >= 3 THEN coalesce(m.enviada_em, item.em) ELSE m.enviada_em END,
      entregue_em = CASE WHEN item.grau >= 4 THEN coalesce(m.entregue_em, item.em) ELSE m.entregue_em END,
      lida_em = CASE WHEN item.grau >= 5 THEN coalesce(m.lida_em, item.em) ELSE m.lida_em END
      WHERE m.direcao = 'saida' AND (m.wamid = item.wamid OR m.id = item.minha)
        AND CASE WHEN item.situacao = 'falhou' THEN m.situacao IN ('fila', 'enviando', 'enviada')
          WHEN m.situacao = 'falhou' THEN item.grau >= 4
          ELSE item.grau > array_position(graus, m.situacao) END
      RETURNING m.id, m.conversa_id INTO esta;
    CONTINUE WHEN esta.id IS NULL;
    IF item.situacao = 'falhou' THEN
      PERFORM graphile_worker.add_job('rever_falha', json_build_object('mensagemId', esta.id), job_key => 'falha:' || esta.id);
    ELSIF item.grau >= 4 THEN
      UPDATE public.conversas c SET inalcancavel_em = NULL WHERE c.id = esta.conversa_id AND c.inalcancavel_em IS NOT NULL;
    END IF;
    esta := NULL;
  END LOOP;
END $$;
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
REVOKE ALL ON FUNCTION public.enfileirar, public.desenfileirar, public.receber_mensagens, public.receber_situacoes,
  public.receber_whatsapp, public.tratar_whatsapp FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER exigir_autor BEFORE INSERT OR UPDATE OR DELETE ON public.conversas
  FOR EACH STATEMENT EXECUTE FUNCTION public.exigir_autor();
--> statement-breakpoint
CREATE TRIGGER exigir_autor BEFORE INSERT OR UPDATE OR DELETE ON public.mensagens
  FOR EACH STATEMENT EXECUTE FUNCTION public.exigir_autor();
--> statement-breakpoint
CREATE TRIGGER anunciar AFTER INSERT OR UPDATE OR DELETE ON public.conversas
  FOR EACH STATEMENT EXECUTE FUNCTION public.anunciar_conversa();
--> statement-breakpoint
CREATE TRIGGER anunciar AFTER INSERT OR UPDATE OR DELETE ON public.mensagens
  FOR EACH STATEMENT EXECUTE FUNCTION public.anunciar_conversa();
--> statement-breakpoint
CREATE TRIGGER carimbar BEFORE UPDATE ON public.conversas FOR EACH ROW EXECUTE FUNCTION public.carimbar();
--> statement-breakpoint
CREATE TRIGGER carimbar BEFORE UPDATE ON public.configuracao_whatsapp FOR EACH ROW EXECUTE FUNCTION public.carimbar();
--> statement-breakpoint
CREATE TRIGGER auditar AFTER INSERT OR UPDATE OR DELETE ON public.configuracao_whatsapp
  FOR EACH ROW EXECUTE FUNCTION public.auditar('{token_cifrado,segredo_cifrado,verificacao_cifrada}', '{}');
--> statement-breakpoint
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
--> statement-breakpoint
SELECT set_config('app.ator', 'sistema', true), set_config('app.ato', 'sistema.instalacao', true);
--> statement-breakpoint
INSERT INTO public.configuracao_whatsapp DEFAULT VALUES;
--> statement-breakpoint
INSERT INTO public.fila_whatsapp DEFAULT VALUES;
