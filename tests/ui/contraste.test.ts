import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { cores } from "@/lib/domain/cores";

type Oklch = [l: number, c: number, h: number];
const css = readFileSync("app/globals.css", "utf8");

/** The custom properties of every block whose selector is exactly `selector`, the first declaration wins. */
function declarations(selector: string): Record<string, string> {
  const blocks = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter(([, head]) => head!.trim().endsWith(selector));
  const pairs = blocks.flatMap(([, , body]) => [...body!.matchAll(/--([\w-]+):\s*([^;]+);/g)]);
  return Object.fromEntries(pairs.reverse().map(([, name, value]) => [name, value!]));
}

/** WCAG relative luminance; out-of-gamut channels are clipped, as browsers do. */
function luminance([l, c, h]: Oklch): number {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const lms = [
    l + 0.3963377774 * a + 0.2158037573 * b,
    l - 0.1055613458 * a - 0.0638541728 * b,
    l - 0.0894841775 * a - 1.291485548 * b,
  ].map((root) => root ** 3);
  const [long, medium, short] = lms as [number, number, number];
  const clip = (channel: number) => Math.min(1, Math.max(0, channel));
  return (
    0.2126 * clip(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short) +
    0.7152 * clip(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short) +
    0.0722 * clip(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short)
  );
}

function contrast(one: Oklch, other: Oklch): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const TEXT = 4.5;
const SHAPE = 3;
const papers = ["background", "surface", "sunken"];
const pairs: [string, string, number][] = [
  ...["foreground", "muted"].flatMap((ink) => papers.map((paper): [string, string, number] => [ink, paper, TEXT])),
  ...["brand-text", "danger-text"].flatMap((ink) =>
    ["background", "surface"].map((paper): [string, string, number] => [ink, paper, TEXT]),
  ),
  ...["brand", "danger", "warning", "success", "info"].map((tone): [string, string, number] => [
    `${tone}-text`,
    `${tone}-soft`,
    TEXT,
  ]),
  ["on-brand", "brand", TEXT],
  ["on-brand", "brand-hover", TEXT],
  ["on-danger", "danger", TEXT],
  ["on-danger", "danger-hover", TEXT],
  ["muted", "brand-soft", TEXT],
  ["foreground", "brand-soft", TEXT],
  ["control", "surface", SHAPE],
  ["control", "background", SHAPE],
  ["ring", "surface", SHAPE],
  ["ring", "background", SHAPE],
  ["brand", "surface", SHAPE],
  ["danger", "surface", SHAPE],
];

describe.each([
  ["claro", declarations(":root")],
  ["escuro", { ...declarations(":root"), ...declarations(".dark") }],
])("no tema %s", (_tema, tokens) => {
  const parse = (value: string) => /oklch\(([\d.]+) ([\d.]+) ([\d.]+)/.exec(value)!.slice(1).map(Number) as Oklch;
  const color = (name: string) => parse(tokens[name]!);

  test.each(pairs)("%s sobre %s tem contraste de pelo menos %d", (ink, paper, least) => {
    expect(contrast(color(ink), color(paper))).toBeGreaterThanOrEqual(least);
  });

  test.each(Object.keys(cores))("a cor %s da agenda se lê e se vê", (cor) => {
    const { "cor-h": hue, "cor-k": k = "1" } = declarations(`[data-cor="${cor}"]`);
    const tone = (l: string, chroma: number): Oklch => [Number(tokens[l]), chroma * Number(k), Number(hue)];
    const [fundo, texto] = [tone("cor-fundo-l", Number(tokens["cor-fundo-c"])), tone("cor-texto-l", 0.085)];
    expect(contrast(texto, fundo)).toBeGreaterThanOrEqual(TEXT);
    expect(contrast(tone("cor-forte-l", 0.13), color("surface"))).toBeGreaterThanOrEqual(SHAPE);
  });
});
