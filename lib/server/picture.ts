import { AppError } from "./errors";

type Kind = "png" | "jpeg" | "webp";

/**
 * How many points of each kind are decoded at the most. A decoder may need the whole picture in memory at once: an
 * interlaced PNG of 16 bits 8 bytes a point, a progressive JPEG its coefficients (6), a WebP 4.
 */
const MAX_POINTS: Record<Kind, number> = { png: 20_000_000, jpeg: 50_000_000, webp: 25_000_000 };

const LARGEST_SIDE = 512;
const TIMEOUT_S = 15;
const MAX_WAITING = 3;

let loaded: Promise<typeof import("sharp").default> | undefined;

/** One decoder of one thread, that keeps nothing afterwards; loaded with the first picture. */
const decoder = () =>
  (loaded ??= import("sharp").then(({ default: sharp }) => {
    sharp.concurrency(1);
    sharp.cache(false);
    sharp.block({ operation: ["VipsForeignLoad"] });
    sharp.unblock({
      operation: ["VipsForeignLoadPngBuffer", "VipsForeignLoadJpegBuffer", "VipsForeignLoadWebpBuffer"],
    });
    return sharp;
  }));

const refuse = (sentence: string) => new AppError("invalido", sentence);

/** What the bytes begin as; nobody is asked what the file is called. */
function kindOf(bytes: Buffer): Kind | undefined {
  if (bytes.subarray(0, 8).toString("latin1") === "\x89PNG\r\n\x1a\n") return "png";
  if (bytes.subarray(0, 3).toString("latin1") === "\xff\xd8\xff") return "jpeg";
  if (bytes.subarray(0, 4).toString() === "RIFF" && bytes.subarray(8, 12).toString() === "WEBP") return "webp";
  return undefined;
}

async function decode(bytes: Buffer, kind: Kind): Promise<Buffer> {
  const sharp = await decoder();
  // The header alone is read without a limit, so that what is too large can be told from what is broken.
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (width * height > MAX_POINTS[kind]) {
    const points = [width, height].map((side) => side.toLocaleString("pt-BR")).join(" × ");
    throw refuse(`Esta imagem é grande demais: ${points} pontos. Diminua e envie de novo.`);
  }
  return sharp(bytes, { limitInputPixels: MAX_POINTS[kind], failOn: "error", pages: 1 })
    .autoOrient()
    .resize(LARGEST_SIDE, LARGEST_SIDE, { fit: "inside", withoutEnlargement: true })
    .webp({ quality: 90 })
    .timeout({ seconds: TIMEOUT_S })
    .toBuffer();
}

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** After those that came before. @throws AppError `ocupado` when too many wait already */
async function inTurn<R>(work: () => Promise<R>): Promise<R> {
  if (waiting > MAX_WAITING)
    throw new AppError("ocupado", "Outras imagens estão sendo preparadas. Tente de novo em alguns segundos.");
  waiting += 1;
  const turn = last.then(work).finally(() => (waiting -= 1));
  last = turn.catch(() => {});
  return turn;
}

/**
 * A PNG, JPEG or WebP, judged by its content, made anew: WebP of at most 512 points a side, upright, transparent where
 * it was, without anything else that the file carried.
 *
 * @throws AppError `invalido` with what is wrong with the file, or `ocupado`
 */
export async function remakePicture(bytes: Buffer): Promise<Buffer> {
  if (!bytes.length) throw refuse("O arquivo está vazio. Escolha outro.");
  const kind = kindOf(bytes);
  if (!kind) throw refuse("Este arquivo não é uma imagem PNG, JPEG ou WebP. Escolha outro.");
  try {
    return await inTurn(() => decode(bytes, kind));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw refuse(
      "Não conseguimos abrir esta imagem: ela está incompleta ou com defeito. Salve-a de novo e tente outra vez.",
    );
  }
}
