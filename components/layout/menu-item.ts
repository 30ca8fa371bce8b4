import {
  BriefcaseBusiness,
  CalendarDays,
  ChartColumn,
  CircleDot,
  History,
  House,
  IdCard,
  MessageCircle,
  Scissors,
  Settings,
  UserCog,
  Users,
  type LucideIcon,
} from "lucide-react";

/** One place of the house, as the server's policy lists it for this person. */
export type MenuPlace = { href: string; rotulo: string };

const icons: Record<string, LucideIcon> = {
  "/inicio": House,
  "/agenda": CalendarDays,
  "/clientes": Users,
  "/funcionarios": IdCard,
  "/servicos": Scissors,
  "/cargos": BriefcaseBusiness,
  "/usuarios": UserCog,
  "/relatorios": ChartColumn,
  "/conversas": MessageCircle,
  "/auditoria": History,
  "/configuracoes": Settings,
};

export const iconOf = (href: string): LucideIcon => icons[href] ?? CircleDot;

/** Whether a place or something inside it is open. */
export const isOpen = (href: string, path: string) => path === href || path.startsWith(`${href}/`);
