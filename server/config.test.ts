// The three settings: what they mean, what they default to, and that a wrong one is refused with words.
import { expect, it } from 'vitest';
import { projectRoot, readConfig } from './config.ts';

const root = projectRoot();
const read = (env: Record<string, string>, isRoot = false) => readConfig({ env, isRoot, root });

it.each([
  // why this row is here            env                           root    port   data                databaseUrl
  ['nothing set', {}, false, 4870, `${root}/.bihuan`, null],
  ['started by root: a closed home cannot be reached', {}, true, 4870, '/var/lib/bihuan', null],
  [
    'all set',
    { PORT: '8080', BIHUAN_DATA: '/srv/b', DATABASE_URL: 'postgresql://db/x' },
    true,
    8080,
    '/srv/b',
    'postgresql://db/x',
  ],
  ['set to nothing', { PORT: '', BIHUAN_DATA: '', DATABASE_URL: '' }, false, 4870, `${root}/.bihuan`, null],
] as const)('%s', (_why, env, isRoot, port, data, databaseUrl) =>
  expect(read(env, isRoot)).toMatchObject({ port, data, databaseUrl, root }),
);

it.each([
  [{ PORT: 'http' }, /PORT/],
  [{ PORT: '65536' }, /65535/],
  [{ PORT: '-1' }, /PORT/],
  [{ PORT: '1e3' }, /PORT/],
  [{ DATABASE_URL: 'mysql://user:secret@db/x' }, /postgresql:\/\//],
])('%o is refused', (env, words) => expect(() => read(env)).toThrow(words));

it('a refused DATABASE_URL is not repeated: it may hold a password', () => {
  expect(() => read({ DATABASE_URL: 'mysql://user:secret@db/x' })).not.toThrow(/secret/);
});
