import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { HORAS_SEM_BACKUP } from "@/lib/domain/saude";

/** What the master sees on every screen until there is a backup again. */
export function BackupNotice() {
  return (
    <div className="mb-5 print:hidden">
      <Notice
        tone="warning"
        title={`Faz mais de ${HORAS_SEM_BACKUP} horas que não há um backup.`}
        actions={
          <ButtonLink variant="secondary" href="/configuracoes/saude">
            Ver o que houve
          </ButtonLink>
        }
      >
        Se este computador quebrar, tudo o que foi feito desde o último se perde.
      </Notice>
    </div>
  );
}
