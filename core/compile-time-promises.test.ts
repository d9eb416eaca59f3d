// The compiler keeps the promises of compile-time-promises.ts; this makes sure that the file still asks it to.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as promises from './compile-time-promises.ts';

it('every promise but the one that compiles is a line that must not compile', () => {
  const text = readFileSync(new URL('./compile-time-promises.ts', import.meta.url), 'utf8');
  const { compiles, ...mistakes } = promises;
  expect(compiles).toHaveLength(3);
  expect(text.match(/^\/\/ @ts-expect-error /gm)).toHaveLength(Object.keys(mistakes).length);
});

it('the compiler reads it: only tests and fixtures are left out', () => {
  const settings = JSON.parse(readFileSync(new URL('./tsconfig.json', import.meta.url), 'utf8'));
  expect(settings.include).toEqual(['.']);
  expect(settings.exclude).toEqual(['**/*.test.ts', '**/*.fixture.ts']);
});
