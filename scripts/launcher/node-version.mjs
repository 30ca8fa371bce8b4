const found = process.versions.node;
const [major, minor] = found.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    "✗ A Hora Marcada precisa do Node 20.19 ou mais novo, e este é o " +
      found +
      ". Instale a versão atual em https://nodejs.org e tente de novo.",
  );
  process.exit(1);
}
