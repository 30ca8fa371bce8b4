DROP INDEX "usuarios_recentes";--> statement-breakpoint
CREATE INDEX "usuarios_recentes" ON "usuarios" USING btree ("tipo",coalesce("ultima_visita_em", "criado_em"),"id");