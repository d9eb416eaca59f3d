// The server goes one way: who answers asks views, views ask acts' readers and the judging, everything asks the store; nothing asks back.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { expect, it } from 'vitest';

/** Lowest rung first. Files beside the rooms (context, configuration, main) are not part of it. */
const ladder = ['bytes', 'store', 'policy', 'judge', 'act', 'view', 'jobs', 'http', 'cli'];
const root = import.meta.dirname;

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) =>
    file.endsWith('.ts') &&
    file.includes(sep) &&
    !file.includes('node_modules') &&
    !/\.(?:test|fixture|d)\.ts$/.test(file),
);
const roomOf = (path: string): string => relative(root, path).split(sep)[0] ?? '';

it('has no room that the ladder does not know', () =>
  expect(
    [...new Set(sources.map((file) => roomOf(join(root, file))))].filter((room) => !ladder.includes(room)),
  ).toEqual([]));

it('imports only downward', () => {
  const upward = sources.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const own = ladder.indexOf(roomOf(join(root, file)));
    return [...text.matchAll(/(?:\bfrom|\bimport\s*\()\s*'(\.[^']+)'/g)].flatMap(([, what = '']) => {
      const room = roomOf(resolve(root, dirname(file), what));
      return ladder.includes(room) && ladder.indexOf(room) > own ? [`${file} imports ${room}: ${what}`] : [];
    });
  });
  expect(upward).toEqual([]);
});
