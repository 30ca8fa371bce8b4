import { LinkTabs } from "@/components/ui/tabs";

const partes = [
  { href: "/configuracoes", label: "Empresa" },
  { href: "/configuracoes/horarios", label: "Horários" },
  { href: "/configuracoes/whatsapp", label: "WhatsApp" },
  { href: "/configuracoes/saude", label: "Saúde" },
];

/** The parts of the settings, each with its own address. */
export function ConfiguracoesTabs() {
  return (
    <div className="mb-6">
      <LinkTabs label="Partes das configurações" tabs={partes} />
    </div>
  );
}
