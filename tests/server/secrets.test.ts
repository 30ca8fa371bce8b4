import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";

const TOKEN = "EAAG um token de acesso com ação e 😀";

beforeEach(() => {
  vi.resetModules();
  onTestFinished(() => void vi.unstubAllEnvs());
});

/** The module as a process with this secret has it. */
async function withSecret(secret: string) {
  vi.resetModules();
  vi.stubEnv("AUTH_SECRET", secret);
  return import("@/lib/server/secrets");
}

const NOSSO = "um segredo de teste com mais de trinta e dois caracteres";

describe("os segredos guardados", () => {
  test("o que foi selado abre de novo, e o selo não mostra nada", async () => {
    const { seal, unseal } = await withSecret(NOSSO);
    const sealed = seal("token", TOKEN);
    expect(unseal("token", sealed)).toBe(TOKEN);
    expect(sealed).toMatch(/^v1\.[\w-]+$/);
    for (const spelling of ["utf8", "base64url"] as const)
      expect(Buffer.from(sealed.slice(3), "base64url").toString(spelling)).not.toContain(TOKEN.slice(0, 8));
  });

  test("o mesmo texto nunca dá o mesmo selo", async () => {
    const { seal } = await withSecret(NOSSO);
    expect(new Set(Array.from({ length: 50 }, () => seal("token", TOKEN))).size).toBe(50);
  });

  test("outro processo com o mesmo segredo abre; com outro segredo ninguém abre", async () => {
    const sealed = (await withSecret(NOSSO)).seal("token", TOKEN);
    expect((await withSecret(NOSSO)).unseal("token", sealed)).toBe(TOKEN);
    expect((await withSecret(`${NOSSO}!`)).unseal("token", sealed)).toBeNull();
  });

  test("o selo de um campo não abre em outro, nem depois de mexido", async () => {
    const { seal, unseal } = await withSecret(NOSSO);
    const sealed = seal("token", TOKEN);
    expect(unseal("segredo", sealed)).toBeNull();
    const bytes = Buffer.from(sealed.slice(3), "base64url");
    for (let place = 0; place < bytes.length; place++) {
      const changed = Buffer.from(bytes);
      changed[place]! ^= 1;
      expect(unseal("token", `v1.${changed.toString("base64url")}`)).toBeNull();
    }
    for (const wrong of ["", "v1.", "v1.AAAA", "v2." + sealed.slice(3), TOKEN])
      expect(unseal("token", wrong)).toBeNull();
  });

  test("só as últimas quatro letras aparecem, e de um segredo curto nenhuma", async () => {
    const { lastFour } = await withSecret(NOSSO);
    expect(lastFour("EAAGm0PX4ZCpsBA1a2b")).toBe("1a2b");
    expect(lastFour("curto")).toBe("");
  });
});
