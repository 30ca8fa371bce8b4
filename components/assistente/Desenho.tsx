const LARGURA = 480;
const LINHA = 34;

export type Tela = {
  /** Says what the picture shows, for those who do not see it. */
  descricao: string;
  site: string;
  /** The menu at the side, and which of its entries to click. */
  menu: readonly string[];
  clicar?: number;
  titulo: string;
  campos?: readonly { rotulo: string; valor: string; aqui?: true }[];
  botao?: string;
};

/** A drawn page of Meta's: where to look is framed, where to click is pointed at. */
export function Desenho({ descricao, site, menu, clicar, titulo, campos = [], botao }: Tela) {
  const altura = 84 + Math.max(menu.length * LINHA, 30 + campos.length * 50 + (botao ? 44 : 0));
  const doBotao = 100 + campos.length * 50;
  return (
    <svg
      viewBox={`0 0 ${LARGURA} ${altura}`}
      role="img"
      aria-label={descricao}
      className="h-auto w-full max-w-xl rounded-md border bg-background text-[13px]"
    >
      <rect width={LARGURA} height="32" className="fill-sunken" />
      {[16, 32, 48].map((x) => (
        <circle key={x} cx={x} cy="16" r="5" className="fill-control" />
      ))}
      <rect x="72" y="7" width="392" height="18" rx="9" className="fill-surface" />
      <text x="86" y="20.5" className="fill-muted text-[11px]">
        {site}
      </text>
      <line x1="168" x2="168" y1="32" y2={altura} className="stroke-line" />
      {menu.map((rotulo, i) => (
        <g key={rotulo}>
          {i === clicar && (
            <rect x="10" y={44 + i * LINHA} width="148" height="28" rx="6" className="fill-brand-soft stroke-brand" />
          )}
          <text
            x="22"
            y={62.5 + i * LINHA}
            className={i === clicar ? "fill-brand-text font-semibold" : "fill-foreground"}
          >
            {rotulo}
          </text>
          {i === clicar && <Dedo x={136} y={60 + i * LINHA} />}
        </g>
      ))}
      <text x="188" y="64" className="fill-foreground text-[15px] font-semibold">
        {titulo}
      </text>
      {campos.map(({ rotulo, valor, aqui }, i) => (
        <g key={rotulo}>
          <text x="188" y={92 + i * 50} className="fill-muted text-[11px]">
            {rotulo}
          </text>
          <rect
            x="188"
            y={98 + i * 50}
            width="276"
            height="26"
            rx="5"
            strokeWidth={aqui ? 2 : 1}
            className={aqui ? "fill-brand-soft stroke-brand" : "fill-surface stroke-control"}
          />
          <text x="198" y={115.5 + i * 50} className={aqui ? "fill-brand-text font-semibold" : "fill-foreground"}>
            {valor}
          </text>
        </g>
      ))}
      {botao && (
        <g>
          <rect x="188" y={doBotao - 16} width={botao.length * 7.6 + 28} height="30" rx="6" className="fill-brand" />
          <text x="202" y={doBotao + 4} className="fill-on-brand font-semibold">
            {botao}
          </text>
          <Dedo x={190 + botao.length * 7.6} y={doBotao + 4} />
        </g>
      )}
    </svg>
  );
}

/** The pointer of a mouse, its tip at the place. */
function Dedo({ x, y }: { x: number; y: number }) {
  return (
    <path
      d={`M${x} ${y}v19l4.6-4.2 3 7 3.2-1.4-3-6.8h6.2z`}
      strokeWidth="1.5"
      className="fill-foreground stroke-background"
    />
  );
}
