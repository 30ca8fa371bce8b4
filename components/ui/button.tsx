import { cva, type VariantProps } from "class-variance-authority";
import { LoaderCircle } from "lucide-react";
import Link from "next/link";
import type { ComponentProps } from "react";

/** The looks of a button, also for links that must look like one. 44 px tall where a finger points. */
const buttonClass = cva(
  "inline-flex shrink-0 items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap transition-colors select-none disabled:cursor-not-allowed disabled:opacity-55 [&_svg]:size-4.5 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "bg-brand text-on-brand hover:bg-brand-hover",
        secondary: "border border-control/45 bg-surface text-foreground hover:bg-sunken",
        ghost: "text-foreground hover:bg-sunken",
        danger: "bg-danger text-on-danger hover:bg-danger-hover",
        link: "text-brand-text underline-offset-4 hover:underline",
      },
      size: {
        md: "h-11 px-4 md:h-10 pointer-coarse:min-h-11",
        sm: "h-9 px-3 text-sm pointer-coarse:min-h-11",
        icon: "size-10 pointer-coarse:size-11",
      },
    },
    defaultVariants: { variant: "primary", size: "md" },
  },
);

type Look = VariantProps<typeof buttonClass>;

type ButtonProps = ComponentProps<"button"> &
  Look & {
    /** Something it started is under way: it cannot be pressed again and shows a spinner. */
    pending?: boolean;
  };

export function Button({
  variant,
  size,
  pending,
  className,
  children,
  disabled,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled || pending}
      aria-busy={pending || undefined}
      className={buttonClass({ variant, size, className })}
    >
      {pending && <LoaderCircle aria-hidden className="animate-spin" />}
      {pending && size === "icon" ? null : children}
    </button>
  );
}

export function ButtonLink({ variant, size, className, ...rest }: ComponentProps<typeof Link> & Look) {
  return <Link {...rest} className={buttonClass({ variant, size, className })} />;
}

/** Opens the form of what a card shows. @param what for whoever does not see the card: "as regras" */
export function ChangeButton({ what, onClick }: { what: string; onClick: () => void }) {
  return (
    <Button variant="secondary" onClick={onClick} aria-label={`Mudar ${what}`}>
      Mudar
    </Button>
  );
}
