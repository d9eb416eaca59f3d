// core is a ladder: a folder imports only folders before it, so that rules never reach up into what uses them.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Lowest rung first. result.ts stands under all of them. */
const ladder = [
  'quantity',
  'place',
  'plan',
  'read',
  'observe',
  'project',
  'budget',
  'policy',
  'voice',
  'assess',
  'supervise',
  'publish',
  'vocabulary',
  'contract',
];

interface Import {
  readonly file: string;
  readonly from: string;
  readonly what: string;
}

const root = import.meta.dirname;
const rungOf = (path: string): string => relative(root, path).split(sep)[0] ?? '';

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.includes('node_modules') && !/\.(?:test|fixture)\.ts$/.test(file),
);

/** Every import of a file: `import`, `import type`, `export … from` at the start of a line, and `import()` anywhere. */
function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const stated = text.matchAll(/^(?:import|export)\b(?:[^'";]*?\bfrom)?\s*['"]([^'"]+)['"]/gm);
  const called = text.matchAll(/\bimport\s*\(\s*['"]([^'"]+)['"]/g);
  return [...stated, ...called].map(([, what = '']) => ({ file, from: file.split(sep)[0] ?? '', what }));
}

const imports = sources.flatMap(importsOf);

describe('core', () => {
  it('has no folder that the ladder does not know', () => {
    const folders = [
      ...new Set(sources.filter((file) => file.includes(sep)).map((file) => file.split(sep)[0])),
    ];
    expect(
      folders
        .filter((folder) => !ladder.includes(folder ?? ''))
        .map(
          (folder) =>
            `core/${folder} has no rung: add it to the ladder in core/ladder.test.ts and docs/architecture.md`,
        ),
    ).toEqual([]);
  });

  it('is looked at whole: most files import something', () => {
    expect(new Set(imports.map(({ file }) => file)).size).toBeGreaterThan(sources.length * 0.8);
  });

  it('imports only downwards', () => {
    const wrong = imports.flatMap(({ file, from, what }) => {
      if (!what.startsWith('.') || !ladder.includes(from)) return [];
      const to = rungOf(resolve(dirname(join(root, file)), what));
      if (to === from || to === 'result.ts' || ladder.indexOf(to) < ladder.indexOf(from)) {
        return ladder.includes(to) || to === 'result.ts'
          ? []
          : [`core/${file} leaves core for ${what}: core stands alone`];
      }
      return [
        `core/${file} imports ${to}, which stands above ${from}: move the shared part down to ${from} or below, or pass the value in`,
      ];
    });
    expect(wrong).toEqual([]);
  });

  it('needs nothing but zod from outside, and no input or output', () => {
    const wrong = imports
      .filter(({ what }) => !what.startsWith('.') && what !== 'zod')
      .map(
        ({ file, what }) =>
          `core/${file} imports ${what}: core is pure; do it in server/ and pass the value in`,
      );
    expect(wrong).toEqual([]);
  });
});
