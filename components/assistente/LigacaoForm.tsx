"use client";

import { RefreshCw } from "lucide-react";
import { useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { FormText } from "@/components/ui/form/fields";
import { Form } from "@/components/ui/form/form";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { Notice } from "@/components/ui/notice";
import { editarLigacaoAction } from "@/lib/assistente/actions";
import type { AssistenteVisto } from "@/lib/assistente/queries";
import { ligacaoSchema, type LigacaoInput } from "@/lib/assistente/schema";
import { escreverSegredo } from "./segredo";

type Ligacao = AssistenteVisto["ligacao"];

/** A code that nobody guesses, to be pasted at Meta. */
const novoCodigo = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

const guardado = (visto: Ligacao["token"], onde: string) =>
  visto && !visto.perdido ? `Guardado: ${escreverSegredo(visto)}. Deixe vazio para manter.` : onde;

/** What Meta shows and we need. Secrets only go in; what is kept is never shown again. */
export default function LigacaoForm({
  versao,
  ligacao,
  onDone,
}: {
  versao: number;
  ligacao: Ligacao;
  onDone: () => void;
}) {
  const { numeroId, contaId, versaoGraph, doAmbiente } = ligacao;
  const kit = useActionForm({
    schema: ligacaoSchema,
    action: editarLigacaoAction,
    values: {
      versao,
      numeroId: numeroId ?? "",
      contaId: contaId ?? "",
      token: "",
      segredo: "",
      verificacao: "",
      versaoGraph,
    },
    done: "Ligação salva.",
    onSuccess: onDone,
  });
  const codigo = useWatch({ control: kit.form.control, name: "verificacao" });
  const fixo = (campo: Ligacao["doAmbiente"][number]) => doAmbiente.includes(campo);
  const secreto = { autoComplete: "off", spellCheck: false, className: "font-mono" };
  return (
    <Form kit={kit}>
      {doAmbiente.length > 0 && (
        <Notice>Alguns dados vêm do ambiente do servidor e só mudam lá. Esses campos não aparecem aqui.</Notice>
      )}
      {!fixo("numeroId") && (
        <FormText<LigacaoInput>
          name="numeroId"
          label="Identificação do número de telefone"
          hint="Em Configuração da API. Não é o telefone."
          inputMode="numeric"
        />
      )}
      {!fixo("contaId") && (
        <FormText<LigacaoInput>
          name="contaId"
          label="Identificação da conta do WhatsApp Business"
          hint="Logo abaixo da identificação do número."
          inputMode="numeric"
        />
      )}
      {!fixo("token") && (
        <FormText<LigacaoInput>
          {...secreto}
          name="token"
          label="Token de acesso"
          hint={guardado(ligacao.token, "O do usuário do sistema, que não vence.")}
        />
      )}
      {!fixo("segredo") && (
        <FormText<LigacaoInput>
          {...secreto}
          name="segredo"
          label="Chave secreta do app"
          hint={guardado(ligacao.segredo, "Em Configurações, Básico.")}
        />
      )}
      {!fixo("verificacao") && (
        <div className="grid gap-2">
          <FormText<LigacaoInput>
            {...secreto}
            name="verificacao"
            label="Código de verificação"
            hint={
              codigo
                ? "Copie agora para colar na Meta: depois de salvar só as últimas letras aparecem."
                : guardado(ligacao.verificacao, "Gere um código e cole-o na Meta, junto com o endereço do webhook.")
            }
          />
          <div className="flex flex-wrap gap-2">
            <Button
              variant="secondary"
              size="sm"
              onClick={() =>
                kit.form.setValue("verificacao", novoCodigo(), { shouldDirty: true, shouldValidate: true })
              }
            >
              <RefreshCw aria-hidden />
              Gerar código
            </Button>
            {codigo && <CopyButton text={codigo} label="Copiar código" size="sm" />}
          </div>
        </div>
      )}
      {!fixo("versaoGraph") && (
        <FormText<LigacaoInput>
          name="versaoGraph"
          label="Versão da API"
          hint="A Meta aposenta versões depois de uns dois anos."
        />
      )}
      <Button type="submit">Salvar ligação</Button>
    </Form>
  );
}
