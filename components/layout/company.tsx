import clsx from "clsx";
import Image from "next/image";
import { BrandMark } from "./brand";

export type CompanyCard = { nome: string; logo: string | null };

/** The company's logo, or the product's mark while it has none. The name stands beside it. */
export function CompanyLogo({ logo, className = "size-8" }: Pick<CompanyCard, "logo"> & { className?: string }) {
  if (!logo) return <BrandMark className={className} />;
  const look = clsx("shrink-0 rounded-sm object-contain", className);
  return <Image src={logo} alt="" width={64} height={64} unoptimized loading="eager" className={look} />;
}

/** Logo and name, where the company presents itself: at the door and on paper. */
export function CompanySign({ company, className }: { company: CompanyCard; className?: string }) {
  return (
    <p className={clsx("flex items-center gap-3 text-xl font-semibold tracking-tight", className)}>
      <CompanyLogo logo={company.logo} className="size-12" />
      <span className="min-w-0 wrap-anywhere">{company.nome}</span>
    </p>
  );
}
