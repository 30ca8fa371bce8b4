type Section =
  | { type: "rows"; table: string; columns: string[]; body: AsyncGenerator<Buffer> }
  | { type: "sequence"; name: string; value: string; called: boolean };

const NEWLINE = 10;
const COPY = /^COPY ([\w."]+) \(([^)]*)\) FROM stdin;$/;
const SETVAL = /^SELECT pg_catalog\.setval\('([\w."]+)', (\d+), (true|false)\);$/;
const END = Buffer.from("\\.\n");

const unquoted = (name: string) => name.trim().replace(/^"(.*)"$/, "$1");

/** The text of a dump, taken line by line or, within a table, as it comes. */
class Reader {
  private held = Buffer.alloc(0);
  private readonly chunks: AsyncIterator<Buffer>;

  constructor(chunks: AsyncIterable<Buffer>) {
    this.chunks = chunks[Symbol.asyncIterator]();
  }

  private async more(): Promise<boolean> {
    const { value, done } = await this.chunks.next();
    if (!done) this.held = Buffer.concat([this.held, value]);
    return !done;
  }

  private take(bytes: number): Buffer {
    const taken = this.held.subarray(0, bytes);
    this.held = this.held.subarray(bytes);
    return taken;
  }

  async line(): Promise<string | undefined> {
    for (;;) {
      const end = this.held.indexOf(NEWLINE);
      if (end >= 0) return this.take(end + 1).toString("utf8", 0, end);
      if (!(await this.more())) return undefined;
    }
  }

  /** The rows of a table as they come; the line that ends them is read and not given. */
  async *body(): AsyncGenerator<Buffer> {
    while (this.held.length < END.length && (await this.more()));
    if (this.held.subarray(0, END.length).equals(END)) return void this.take(END.length);
    for (;;) {
      const end = this.held.indexOf("\n\\.\n");
      if (end >= 0) {
        yield this.take(end + 1);
        return void this.take(END.length);
      }
      // The last bytes may be the beginning of the end.
      if (this.held.length > END.length) yield this.take(this.held.length - END.length);
      if (!(await this.more())) throw new Error("a table without an end");
    }
  }
}

/** The tables and sequences of a dump, in its order. The body of a table has to be read before the next is asked for. */
export async function* readSections(chunks: AsyncIterable<Buffer>): AsyncGenerator<Section> {
  const reader = new Reader(chunks);
  for (let line = await reader.line(); line !== undefined; line = await reader.line()) {
    const [, table, columns] = COPY.exec(line) ?? [];
    const [, name, value, called] = SETVAL.exec(line) ?? [];
    if (table && columns) yield { type: "rows", table, columns: columns.split(",").map(unquoted), body: reader.body() };
    else if (name && value) yield { type: "sequence", name, value, called: called === "true" };
  }
}
