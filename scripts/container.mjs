const commands = {
  web: "../.next/standalone/server.js",
  worker: "../dist/worker.mjs",
  migrate: "../dist/migrar.mjs",
  backup: "../dist/backup.mjs",
  restaurar: "../dist/restaurar.mjs",
  verificar: "../dist/verificar.mjs",
  "criar-master": "../dist/criar-master.mjs",
};

// The command reads what follows its name, as if it had been started alone.
const [name] = process.argv.splice(2, 1);

if (!Object.hasOwn(commands, name)) {
  console.error(`Choose one of: ${Object.keys(commands).join(", ")}`);
  process.exit(1);
}
await import(commands[name]);
