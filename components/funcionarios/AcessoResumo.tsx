import type { FuncionarioDoFormulario } from "@/lib/funcionarios/queries";

/** Who signs in, for those who may not change it. */
export function AcessoResumo({ usuario }: { usuario: FuncionarioDoFormulario["usuario"] }) {
  return (
    <p className="text-muted">
      {usuario ? (
        <>
          Entra no sistema como <strong className="font-semibold text-foreground">{usuario.nome}</strong>
          {usuario.email && ` (${usuario.email})`}
          {!usuario.ativo && ", usuário desativado"}. Só um master muda isso.
        </>
      ) : (
        "Não entra no sistema. Só um master dá acesso."
      )}
    </p>
  );
}
