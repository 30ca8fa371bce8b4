-- One key for a Brazilian mobile written with the ninth digit or without: eight local digits that begin with 6, 8 or 9
-- receive it. Landlines (2 to 5), trunking (7) and other countries stay as they are.
CREATE FUNCTION public.chave_do_telefone(telefone text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN regexp_replace(telefone, '^\+55([1-9][0-9])([689][0-9]{7})$', '+55\19\2');
--> statement-breakpoint
-- Everything that a person is searched by, in one text. Each word follows a space, so that a fragment too short for a
-- trigram can be looked for at the beginning of words. A Brazilian number is there with the country's code and without.
CREATE FUNCTION public.busca_da_pessoa(nome text, apelido text, email text, telefone text, cpf text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN public.sem_acento(
    ' ' || nome || coalesce(' ' || apelido, '') || coalesce(' ' || email, '')
    || coalesce(regexp_replace(telefone, '^\+(55)?(.*)$', ' \1\2 \2'), '') || coalesce(' ' || cpf, '')
  );
