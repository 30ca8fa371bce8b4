"use client";

import { Printer } from "lucide-react";
import { Menu } from "@/components/ui/menu";
import { useAgenda } from "../use-agenda";
import { useTarefas } from "../use-tarefas";

/** What is done once a day, and the day on paper. */
export function MaisMenu() {
  const { endereco } = useAgenda();
  const imprimir = { label: "Imprimir", icon: Printer, onSelect: () => window.print() };
  return <Menu label="Mais" items={[...useTarefas(), ...(endereco.visao === "dia" ? [imprimir] : [])]} />;
}
