/**
 * The rights of the application's role, given anew at every start so that a new table needs no thought: it reads and
 * writes rows, but the trail and what triggers count it can only read, and it can truncate nothing.
 *
 * @param role an escaped identifier
 */
export function grants(role: string): string {
  return `
    grant usage on schema public to ${role};
    grant select, insert, update, delete on all tables in schema public to ${role};
    revoke insert, update, delete on public.log_auditoria, public.contagens from ${role};
    grant execute on function public.registrar_ato, public.enfileirar, public.desenfileirar, public.estado_da_fila,
      public.receber_mensagens, public.receber_whatsapp, public.tratar_whatsapp to ${role};
    grant usage on schema drizzle to ${role};
    grant select on drizzle.__drizzle_migrations to ${role};
  `;
}
