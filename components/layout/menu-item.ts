import {
  BriefcaseBusiness,
  CalendarDays,
  ChartColumn,
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
import type { ItemMenu } from "@/lib/domain/permissoes";

export const menuIcons: Record<ItemMenu["href"], LucideIcon> = {
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

/** Whether a place or something inside it is open. */
export const isOpen = (href: string, path: string) => path === href || path.startsWith(`${href}/`);
