import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";

/** A picture of one colour. */
export const imagem = (formato: "png" | "jpeg" | "webp" | "gif" | "avif", lado = 64) =>
  sharp({ create: { width: lado, height: lado, channels: 3, background: "#0d6b58" } })
    .toFormat(formato)
    .toBuffer();

/** A PNG of random points, which does not shrink: about `bytes` long, and every byte of it is looked at when it is read. */
export async function imagemPesada(bytes: number): Promise<Buffer> {
  const width = 2_048;
  const height = Math.floor(bytes / (width * 3 + 12));
  const pontos = new Uint8Array(width * height * 3);
  for (let i = 0, seed = 20; i < pontos.length; i++)
    pontos[i] = (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) >> 16;
  return sharp(pontos, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 0 })
    .toBuffer();
}

/** The same picture with something after its end, until it is exactly `bytes` long. */
export const esticada = (png: Buffer, bytes: number) => Buffer.concat([png, Buffer.alloc(bytes - png.length, "x")]);

function pedaco(tipo: string, dados: Buffer): Buffer {
  const corpo = Buffer.concat([Buffer.from(tipo), dados]);
  const inteiro = Buffer.alloc(corpo.length + 8);
  inteiro.writeUInt32BE(dados.length, 0);
  corpo.copy(inteiro, 4);
  inteiro.writeUInt32BE(crc32(corpo), corpo.length + 4);
  return inteiro;
}

/** A whole and valid black PNG of `lado` by `lado` points in few bytes, which become `lado`² when it is opened. */
export function bomba(lado: number): Buffer {
  const cabecalho = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
  cabecalho.writeUInt32BE(lado, 0);
  cabecalho.writeUInt32BE(lado, 4);
  const linhas = Buffer.alloc(lado * (Math.ceil(lado / 8) + 1));
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    pedaco("IHDR", cabecalho),
    pedaco("IDAT", deflateSync(linhas)),
    pedaco("IEND", Buffer.alloc(0)),
  ]);
}

/** A JPEG that says that it is `lado` by `lado` points. */
export async function jpegQueSeDiz(lado: number): Promise<Buffer> {
  const jpeg = Buffer.from(await imagem("jpeg"));
  const quadro = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  jpeg.writeUInt16BE(lado, quadro + 5);
  jpeg.writeUInt16BE(lado, quadro + 7);
  return jpeg;
}

const roteiro = "<script>document.title = 'entrou'</script>";

/** What is no picture, or not only one. */
export const falsas = {
  svg: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${roteiro}</svg>`),
  svgComXml: Buffer.from(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">${roteiro}</svg>`),
  html: Buffer.from(`<!doctype html><html><body>${roteiro}</body></html>`),
  pdf: Buffer.from("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"),
  /** Also readable as a script, as browsers once did: `GIF89a = 1`. */
  gif: Buffer.from("GIF89a=1;alert(1)//"),
  so8Bytes: Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
  htmlDisfarcado: Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), Buffer.from(roteiro)]),
  riffDeSom: Buffer.from("RIFF\x24\0\0\0WAVEfmt "),
};

/** A picture that is also an HTML page and an archive: a comment inside it, and more after its end. */
export async function poliglota(): Promise<Buffer> {
  const png = await imagem("png");
  const fim = png.length - 12;
  const comentario = pedaco("tEXt", Buffer.from(`Comment\0${roteiro}`));
  return Buffer.concat([png.subarray(0, fim), comentario, png.subarray(fim), Buffer.from(`PK\x03\x04${roteiro}`)]);
}
