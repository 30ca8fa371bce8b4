-- Whose thread it is follows the phone: when the house learns that a number belongs to somebody else, or to nobody, what was
-- that person's is out of reach of it.
CREATE OR REPLACE FUNCTION public.conversa_de(fone text, identidade text, zap text, perfil text, de_teste boolean) RETURNS integer
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
DROP FUNCTION public.receber_whatsapp(text, jsonb, jsonb, integer, text);
--> statement-breakpoint
-- One delivery of Meta: stored as it came, and done, in one round trip and one transaction. `trocas`: people whose number or
-- whose name at Meta changed; their thread goes with them.
CREATE FUNCTION public.receber_whatsapp(
  entrega text, mensagens jsonb, situacoes jsonb, trocas jsonb, espera_ms integer, falha text DEFAULT NULL
) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  PERFORM set_config('app.ator', 'sistema', true), set_config('app.ato', 'whatsapp.receber', true);
  INSERT INTO public.eventos_whatsapp (corpo, tratado_em, erro) VALUES (entrega, CASE WHEN falha IS NULL THEN now() END, falha);
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
REVOKE ALL ON FUNCTION public.receber_whatsapp FROM PUBLIC;
