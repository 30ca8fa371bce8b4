import type { LinhaAuditoria } from "@/lib/auditoria/queries";

const resumo = (linha: LinhaAuditoria) => {
  const [primeira, ...outras] = linha.mudancas;
  if (!primeira) return null;
  const campos = outras.length ? `${primeira.campo} e mais ${outras.length}` : primeira.campo;
  return linha.operacao === "criacao" || linha.operacao === "exclusao" ? `${linha.mudancas.length} campos` : campos;
};

/** What changed, field by field; one small change is in sight, the rest opens. */
export function Mudancas({ linha }: { linha: LinhaAuditoria }) {
  if (!linha.mudancas.length) return null;
  const lista = (
    <dl className="grid gap-1.5 text-sm">
      {linha.mudancas.map(({ campo, antes, depois }) => (
        <div key={campo} className="flex flex-wrap items-baseline gap-x-2 wrap-anywhere">
          <dt className="text-muted">{campo}</dt>
          <dd className="flex flex-wrap items-baseline gap-x-2">
            {linha.operacao === "alteracao" || antes !== null ? (
              <>
                <del className="text-danger-text decoration-danger-text/50">{antes ?? "vazio"}</del>
                {linha.operacao === "alteracao" && (
                  <>
                    <span aria-hidden>→</span>
                    <ins className="font-medium text-success-text no-underline">{depois ?? "vazio"}</ins>
                  </>
                )}
              </>
            ) : (
              <span>{depois}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
  if (linha.mudancas.length === 1) return lista;
  return (
    <details className="group">
      <summary className="flex min-h-8 w-fit cursor-pointer items-center rounded-sm text-brand-text underline-offset-4 hover:underline pointer-coarse:min-h-11">
        {resumo(linha)}
      </summary>
      <div className="pt-1 pb-2">{lista}</div>
    </details>
  );
}
