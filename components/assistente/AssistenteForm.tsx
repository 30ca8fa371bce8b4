"use client";

import { SemanaField } from "@/components/horarios/SemanaField";
import { Button } from "@/components/ui/button";
import { FormSwitch, FormText, FormTextarea } from "@/components/ui/form/fields";
import { Form, FormRow } from "@/components/ui/form/form";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { editarAssistenteAction } from "@/lib/assistente/actions";
import type { AssistenteVisto } from "@/lib/assistente/queries";
import { assistenteSchema, type AssistenteInput } from "@/lib/assistente/schema";
import { HoraCampo, LembretesCampo, NumeroCampo, RespostasCampo } from "./campos";
import { ModelosCampos } from "./ModelosCampos";
import { Parte } from "./Parte";

type AssistenteFormProps = { versao: number; assistente: AssistenteVisto["assistente"]; onDone: () => void };

/** How the assistant presents itself, what it may do, when it writes and when a person does. */
export default function AssistenteForm({ versao, assistente, onDone }: AssistenteFormProps) {
  const kit = useActionForm({
    schema: assistenteSchema,
    action: editarAssistenteAction,
    values: { versao, ...assistente } as AssistenteInput,
    done: "Assistente salvo.",
    onSuccess: onDone,
  });
  return (
    <Form kit={kit}>
      <FormSwitch<AssistenteInput>
        name="ativo"
        label="Responder no WhatsApp"
        hint="Desligado, as mensagens chegam em Conversas e esperam uma pessoa. O simulador funciona sempre."
      />
      <FormText<AssistenteInput>
        name="nomeAssistente"
        label="Nome do assistente"
        hint="Como ele se apresenta aos clientes."
        maxLength={40}
      />
      <FormTextarea<AssistenteInput>
        name="mensagemAbertura"
        label="Mensagem de abertura"
        hint="A primeira frase para quem chega. Sem nada aqui, o assistente usa a dele."
        rows={3}
        optional
      />
      <Parte titulo="O que ele pode fazer" aberta>
        <FormSwitch<AssistenteInput> name="podeMarcar" label="Marcar" />
        <FormSwitch<AssistenteInput> name="podeRemarcar" label="Remarcar" />
        <FormSwitch<AssistenteInput> name="podeCancelar" label="Cancelar" />
        <FormSwitch<AssistenteInput>
          name="podeInformarPrecos"
          label="Informar preços e duração"
          hint="O que ele não pode, passa para uma pessoa."
        />
      </Parte>
      <Parte titulo="Lembretes e avisos" aberta>
        <LembretesCampo name="lembretesMinutos" rotulo="Lembretes" dica="Por exemplo 24h e 2h antes." />
        <FormSwitch<AssistenteInput>
          name="agradecer"
          label="Agradecer depois do atendimento"
          hint="Uma mensagem curta quando o atendimento é concluído."
        />
        <p className="text-sm text-muted">
          Nada sai sozinho entre estas horas. O que cairia nelas sai antes ou depois.
        </p>
        <FormRow>
          <HoraCampo name="silencioDe" rotulo="Silêncio das" />
          <HoraCampo name="silencioAte" rotulo="até as" />
        </FormRow>
      </Parte>
      <Parte titulo="Quando uma pessoa atende">
        <SemanaField name="atendimentoHumano" rotulo="Horas de atendimento por pessoas" />
        <NumeroCampo
          name="devolverHoras"
          rotulo="Devolver ao assistente depois de"
          unidade="horas"
          dica="De silêncio em uma conversa que uma pessoa assumiu."
        />
      </Parte>
      <Parte titulo="Respostas prontas">
        <RespostasCampo
          name="respostasProntas"
          rotulo="Respostas prontas"
          dica="Textos que a equipe manda com um toque em Conversas."
        />
      </Parte>
      <Parte titulo="Modelos aprovados na Meta">
        <ModelosCampos />
      </Parte>
      <Parte titulo="Áudios, fotos e documentos">
        <NumeroCampo
          name="guardarMidiaDias"
          rotulo="Guardar por"
          unidade="dias"
          dica="O que os clientes mandam, para a equipe ouvir e ver. Depois disso é apagado."
        />
      </Parte>
      <Button type="submit">Salvar assistente</Button>
    </Form>
  );
}
