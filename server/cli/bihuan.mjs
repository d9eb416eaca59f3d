#!/usr/bin/env node
// The command `bihuan`: makes sure the build is there and current, then hands over to cli/main.
import { existsSync } from 'node:fs';

const tools = new URL('../../tools/build.mjs', import.meta.url);
const program = new URL('../../dist/server/cli/main.js', import.meta.url);

if (existsSync(tools) && !process.env.BIHUAN_NO_BUILD) {
  const { build } = await import(tools.href);
  try {
    await build('server', (line) => process.stderr.isTTY && process.stderr.write(`bihuan: ${line}\n`));
  } catch (error) {
    process.stderr.write(`bihuan: ${error instanceof Error ? error.message : error}\n`);
    if (!existsSync(program)) process.exit(70);
    process.stderr.write('bihuan: going on with the last build that worked\n');
  }
}
try {
  const { main } = await import(program.href);
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // A bug of ours: not one of the codes that say something about the file (sysexits.h, EX_SOFTWARE).
  process.stderr.write(`bihuan: ${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 70;
}
