"use client";

import { minutoDoInstante } from "@/lib/domain/relogio";
import { AtrasarForm } from "../AtrasarForm";
import type { PassoProps } from "./Ficha";

/** This appointment and all that follow it on its day. */
export const AtrasarPasso = ({ detalhe, onClose }: PassoProps) => (
  <AtrasarForm funcionarioId={detalhe.funcionario.id} de={minutoDoInstante(detalhe.inicio)} onClose={onClose} />
);
