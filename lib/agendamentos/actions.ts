"use server";

import { action } from "@/lib/server/action";
import { agendar, editarAgendamento, liberar, manterForaDoHorario, remarcar, reservar } from "./commands";

export const agendarAction = action(agendar);
export const remarcarAction = action(remarcar);
export const editarAgendamentoAction = action(editarAgendamento);
export const manterForaDoHorarioAction = action(manterForaDoHorario);
export const reservarAction = action(reservar);
export const liberarAction = action(liberar);
