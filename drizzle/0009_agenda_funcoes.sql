-- The stretches of one day: in order, apart from each other, in minutes since midnight.
CREATE FUNCTION public.turnos_validos(turnos jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN jsonb_typeof(turnos) = 'array' AND jsonb_array_length(turnos) <= 8 THEN coalesce((
    SELECT bool_and(
      jsonb_typeof(turno) = 'array' AND jsonb_array_length(turno) = 2
      AND (turno ->> 0) ~ '^\d{1,4}$' AND (turno ->> 1) ~ '^\d{1,4}$'
      AND (turno ->> 0)::int < (turno ->> 1)::int AND (turno ->> 1)::int <= 1440
      AND (turno ->> 0)::int >= coalesce((turnos -> (ordem::int - 2) ->> 1)::int * (ordem > 1)::int, 0))
    FROM jsonb_array_elements(turnos) WITH ORDINALITY AS t (turno, ordem)), true)
  ELSE false END;
--> statement-breakpoint
-- Seven days, Sunday first.
CREATE FUNCTION public.semana_valida(semana jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN jsonb_typeof(semana) = 'array' AND jsonb_array_length(semana) = 7
    THEN (SELECT bool_and(public.turnos_validos(dia)) FROM jsonb_array_elements(semana) AS d (dia))
    ELSE false END;
