// The build on a small project of its own: what it emits, when it does nothing, and that two at once do no harm.
import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const project = mkdtempSync(join(tmpdir(), 'bihuan-build-'));
afterAll(() => rmSync(project, { recursive: true }));

const put = (name: string, content: string) => {
  mkdirSync(dirname(join(project, name)), { recursive: true });
  writeFileSync(join(project, name), content);
};
for (const name of [
  'tools/build.mjs',
  'tsconfig.base.json',
  'server/tsconfig.json',
  'server/tsconfig.build.json',
]) {
  mkdirSync(dirname(join(project, name)), { recursive: true });
  copyFileSync(join(root, name), join(project, name));
}
symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
put('package.json', '{ "type": "module" }');
put('core/one.ts', 'export const one: number = 1;\n');
put('server/main.ts', "import { one } from '../core/one.ts';\nexport const two: number = one + 1;\n");
put('server/main.test.ts', 'throw new Error();\n');
put('server/store/migrations/1.sql', 'select 1;\n');

const run = (...argv: string[]): Promise<{ code: number | null; err: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(project, 'tools/build.mjs'), ...argv]);
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.on('close', (code) => resolve({ code, err }));
  });

const emitted = (name: string) => join(project, 'dist', name);

describe('build', () => {
  it('emits runnable modules and assets, and no tests, with two builds at once', async () => {
    const both = await Promise.all([run('server'), run('server')]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(both.filter(({ err }) => err.includes('built server'))).toHaveLength(1);
    expect(await import(emitted('server/main.js'))).toMatchObject({ two: 2 });
    expect(readFileSync(emitted('server/store/migrations/1.sql'), 'utf8')).toBe('select 1;\n');
    expect(existsSync(emitted('server/main.test.js'))).toBe(false);
  });

  it('does nothing when nothing changed', async () => {
    expect(await run('server')).toEqual({ code: 0, err: 'up to date\n' });
  });

  it('follows a change and a removal', async () => {
    put('core/one.ts', 'export const one: number = 41;\n');
    put('server/old.ts', 'export {};\n');
    await run('server');
    expect(readFileSync(emitted('core/one.js'), 'utf8')).toContain('41');
    expect(existsSync(emitted('server/old.js'))).toBe(true);
    rmSync(join(project, 'server/old.ts'));
    await run('server');
    expect(existsSync(emitted('server/old.js'))).toBe(false);
  });

  it('takes over the lock of a build that died', async () => {
    put('core/one.ts', 'export const one: number = 42;\n');
    writeFileSync(emitted('.lock'), '4000000');
    expect(await run('server')).toMatchObject({ code: 0 });
  });

  it('fails with the compiler message and leaves the last build alone', async () => {
    put('core/one.ts', 'export const one: number = ;\n');
    expect(await run('server')).toMatchObject({ code: 1, err: expect.stringContaining('core/one.ts') });
    expect(readFileSync(emitted('core/one.js'), 'utf8')).toContain('42');
  });

  it('knows its targets', async () => {
    expect(await run('serer')).toMatchObject({ code: 2, err: expect.stringContaining('usage') });
  });
});
