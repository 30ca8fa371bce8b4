-- Whether the transaction's author manages who may do what: an active master, or the company's own machinery.
CREATE FUNCTION public.autor_e_master() RETURNS boolean
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  ator record;
BEGIN
  SELECT * INTO ator FROM public.ator_da_transacao();
  RETURN ator.tipo = 'sistema' OR (ator.tipo = 'usuario' AND EXISTS (
    SELECT FROM public.usuarios WHERE id = ator.id AND tipo = 'master' AND ativo));
END $$;
--> statement-breakpoint
-- The ceiling: only a master makes, changes or removes somebody who can sign in. Others change of themselves how they
-- are called, their number and their password; nobody founds a second company by way of the first access.
CREATE FUNCTION public.guardar_acesso() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  ator record;
  permitido boolean := public.autor_e_master();
  proprias constant text[] := '{nome,apelido,telefone,senha_hash,deve_trocar_senha,senha_expira_em,versao,atualizado_em}';
BEGIN
  IF NOT permitido THEN
    SELECT * INTO ator FROM public.ator_da_transacao();
    IF TG_OP = 'INSERT' THEN
      permitido := ator.tipo = 'anonimo' AND NOT EXISTS (SELECT FROM public.usuarios WHERE tipo <> 'cliente');
    ELSIF TG_OP = 'UPDATE' THEN
      permitido := ator.tipo = 'usuario' AND ator.id = OLD.id
        AND to_jsonb(NEW) - proprias = to_jsonb(OLD) - proprias;
    END IF;
  END IF;
  IF NOT permitido THEN
    RAISE EXCEPTION 'só um master muda quem pode entrar' USING ERRCODE = 'HM004';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
--> statement-breakpoint
-- Which sign-in belongs to an employee is also the master's to say.
CREATE FUNCTION public.guardar_vinculo() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  IF NOT public.autor_e_master() THEN
    RAISE EXCEPTION 'só um master liga um funcionário a um usuário' USING ERRCODE = 'HM004';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER guardar_acesso_criacao BEFORE INSERT ON public.usuarios
  FOR EACH ROW WHEN (NEW.tipo <> 'cliente') EXECUTE FUNCTION public.guardar_acesso();
--> statement-breakpoint
CREATE TRIGGER guardar_acesso_alteracao BEFORE UPDATE ON public.usuarios
  FOR EACH ROW WHEN (OLD.tipo <> 'cliente' OR NEW.tipo <> 'cliente') EXECUTE FUNCTION public.guardar_acesso();
--> statement-breakpoint
CREATE TRIGGER guardar_acesso_exclusao BEFORE DELETE ON public.usuarios
  FOR EACH ROW WHEN (OLD.tipo <> 'cliente') EXECUTE FUNCTION public.guardar_acesso();
--> statement-breakpoint
CREATE TRIGGER guardar_vinculo_criacao BEFORE INSERT ON public.funcionarios
  FOR EACH ROW WHEN (NEW.usuario_id IS NOT NULL) EXECUTE FUNCTION public.guardar_vinculo();
--> statement-breakpoint
CREATE TRIGGER guardar_vinculo_alteracao BEFORE UPDATE ON public.funcionarios
  FOR EACH ROW WHEN (OLD.usuario_id IS DISTINCT FROM NEW.usuario_id) EXECUTE FUNCTION public.guardar_vinculo();
--> statement-breakpoint
CREATE TRIGGER carimbar BEFORE UPDATE ON public.consentimentos FOR EACH ROW EXECUTE FUNCTION public.carimbar();
--> statement-breakpoint
CREATE TRIGGER carimbar BEFORE UPDATE ON public.funcionario_servicos FOR EACH ROW EXECUTE FUNCTION public.carimbar();
--> statement-breakpoint
CREATE TRIGGER carimbar BEFORE UPDATE ON public.arquivos FOR EACH ROW EXECUTE FUNCTION public.carimbar();
--> statement-breakpoint
DROP TRIGGER auditar ON public.usuarios;
--> statement-breakpoint
CREATE TRIGGER auditar AFTER INSERT OR UPDATE OR DELETE ON public.usuarios
  FOR EACH ROW EXECUTE FUNCTION public.auditar('{senha_hash}', '{nome,email,telefone,apelido,nascimento,cpf,observacoes,etiquetas}');
--> statement-breakpoint
DROP TRIGGER auditar ON public.funcionarios;
--> statement-breakpoint
CREATE TRIGGER auditar AFTER INSERT OR UPDATE OR DELETE ON public.funcionarios
  FOR EACH ROW EXECUTE FUNCTION public.auditar('{}', '{nome,apelido,telefone}');
--> statement-breakpoint
CREATE TRIGGER auditar AFTER INSERT OR UPDATE OR DELETE ON public.funcionario_servicos
  FOR EACH ROW EXECUTE FUNCTION public.auditar('{}', '{}');
--> statement-breakpoint
CREATE TRIGGER auditar AFTER INSERT OR UPDATE OR DELETE ON public.consentimentos
  FOR EACH ROW EXECUTE FUNCTION public.auditar('{}', '{texto}');
--> statement-breakpoint
CREATE TRIGGER auditar AFTER INSERT OR UPDATE OR DELETE ON public.arquivos
  FOR EACH ROW EXECUTE FUNCTION public.auditar('{conteudo}', '{}');
