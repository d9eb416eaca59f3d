import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { encode } from '../bytes/encode.fixture.ts';
import { main } from './main.ts';
import type { Terminal } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'bihuan-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

interface Given {
  readonly env?: Record<string, string>;
  readonly stdin?: string;
  readonly tty?: boolean;
}

/** Runs a command with everything it could see put in its place. */
async function run(argv: readonly string[], { env = {}, stdin = '', tty = false }: Given = {}) {
  let [out, err] = ['', ''];
  const terminal: Terminal = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    env,
    outIsTty: tty,
    errIsTty: tty,
    columns: 100,
    stdin: async () => new TextEncoder().encode(stdin),
  };
  return { code: await main(argv, terminal), out, err };
}

const tasks = file(
  'tasks.txt',
  '2025年政府工作报告重点工作责任分解\n\n一、扩大就业\n1.新增城镇就业20万人。\n责任单位：市人力社保局、市财政局\n2.建设养老服务中心12家，年底前完成。\n责任单位：市民政局\n',
);
const projects = (total: number) =>
  `2025年重点项目分领域安排\n\n表1 2025年重点项目分领域安排\n领域\t项目数(个)\t投资(亿元)\n合计\t${total}\t3\n甲领域\t10\t1\n乙领域\t20\t2\n`;
const wrongSum = file('wrong.txt', projects(31));

describe('usage', () => {
  it.each([
    ['no verb', [], 2, /Usage: bihuan/],
    ['an unknown verb', ['raed', 'x'], 2, /unknown command 'raed'[\s\S]*Did you mean read/],
    ['an unknown option', ['read', '--jsn', 'x'], 2, /Did you mean --json/],
    ['no file', ['audit'], 2, /missing required argument/],
    ['a file too many', ['judge', 'a', 'b'], 2, /too many arguments/],
    ['an encoding nobody knows', ['read', 'x', '--encoding', 'latin1'], 2, /Allowed choices are/],
    ['standard input twice', ['read', '-', '-'], 2, /only once/],
  ])('%s exits 2 and explains on standard error', async (_why, argv, code, message) => {
    const done = await run(argv);
    expect(done).toMatchObject({ code, out: '', err: expect.stringMatching(message) });
  });

  it('speaks the language of the environment, or the one asked for', async () => {
    expect((await run(['raed'], { env: { LANG: 'zh_CN.UTF-8' } })).err).toBe(
      '错误：没有命令“raed”\n（是不是想输入 read？）\n',
    );
    expect((await run(['--lang', 'zh', 'read'])).err).toContain('缺少参数');
    expect((await run(['read', '--help', '--lang=zh'])).out).toContain('示例：');
    expect((await run(['--help'], { env: { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' } })).out).toContain('Examples:');
  });

  it.each(['read', 'audit', 'judge', 'link', 'import', 'serve'])(
    '%s --help gives examples before grammar',
    async (verb) => {
      const { code, out } = await run([verb, '--help']);
      expect(code).toBe(0);
      expect(out.indexOf(`bihuan ${verb}`)).toBeLessThan(out.indexOf('Usage:'));
      expect(out).toContain('Exit codes: 0');
    },
  );

  it('tells its version', async () => {
    expect((await run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('files that cannot be read', () => {
  it.each([
    ['that is not there', join(folder, 'none.txt'), 'document.notFound'],
    ['that is a folder', folder, 'document.notFound'],
    ['that is empty', file('empty.txt', ''), 'document.empty'],
    ['that is no document', file('x.doc', `\xd0\xcf`), 'document.typeUnknown'],
    [
      'that is cut in a sign',
      file('cut.txt', new TextEncoder().encode('目标').slice(0, 5)),
      'document.encodingUnknown',
    ],
  ])('a file %s exits 3 with words and a code', async (_why, path, code) => {
    const done = await run(['read', path, '--json']);
    expect(done.code).toBe(3);
    expect(JSON.parse(done.out)).toMatchObject({ problem: { code } });
    expect(done.err).toMatch(/^✗ /);
  });
});

it('shows a name that would turn the terminal round as harmless signs', async () => {
  const { err } = await run(['read', 'a\u202eb\u001b[31m.txt']);
  expect(err).toContain('a?b?[31m.txt');
});

describe('read', () => {
  it('prints exactly one JSON document with the contract of a reading', async () => {
    const { code, out, err } = await run(['read', tasks, '--json']);
    const reading = JSON.parse(out);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(Object.keys(reading)).toEqual([
      'document',
      'headings',
      'tables',
      'quantities',
      'items',
      'checks',
      'unread',
      'appointments',
    ]);
    expect(out.trim().split('\n')).toHaveLength(1);
  });

  it('names each of several files', async () => {
    const { out } = await run(['read', tasks, wrongSum, '--json']);
    expect(JSON.parse(out).map((answer: { file: string }) => answer.file)).toEqual([tasks, wrongSum]);
  });

  it('reads standard input', async () => {
    const { out } = await run(['read', '-', '--json'], { stdin: '新增托位500个。' });
    expect(JSON.parse(out).quantities).toMatchObject([{ value: 500, unit: '个' }]);
  });

  it('shows people what was found', async () => {
    const { out } = await run(['read', tasks, '--lang', 'zh']);
    expect(out).toContain('责任分解');
    expect(out).toMatch(/20万?人/);
    expect(out).toContain('市人力社保局');
  });

  it('gives only the text with --text, in the encoding the user chose', async () => {
    const path = file('gb.txt', encode('新增托位500个。', 'gb18030'));
    expect((await run(['read', path, '--text', '--encoding', 'gb18030'])).out).toBe('新增托位500个。\n');
  });
});

describe('colour', () => {
  const colourMark = '\u001b[';
  it.each([
    ['in a terminal', { tty: true }, [], true],
    ['not in a pipe', {}, [], false],
    ['not with NO_COLOR', { tty: true, env: { NO_COLOR: '1' } }, [], false],
    ['but with an empty NO_COLOR', { tty: true, env: { NO_COLOR: '' } }, [], true],
    ['not with --no-color', { tty: true }, ['--no-color'], false],
    ['not in a dumb terminal', { tty: true, env: { TERM: 'dumb' } }, [], false],
  ])('%s', async (_why, given, more, coloured) => {
    expect((await run(['read', tasks, ...more], given)).out.includes(colourMark)).toBe(coloured);
  });
});

describe('audit, judge, link', () => {
  it('finds a sum that is wrong, says where and exits 1', async () => {
    const { code, out } = await run(['audit', wrongSum, '--lang', 'zh']);
    expect(code).toBe(1);
    expect(out).toContain('30');
    expect(out).toContain('31');
    expect(out).toMatch(/\d+:\d+/);
    const { contradictions, checks } = JSON.parse((await run(['audit', wrongSum, '--json'])).out);
    expect(contradictions).toBe(1);
    expect(checks.find((check: { ok: boolean }) => !check.ok)).toMatchObject({
      line: 5,
      quote: expect.stringContaining('31'),
    });
  });

  it('exits 0 where nothing contradicts', async () => {
    const right = file('right.txt', projects(30));
    expect(await run(['audit', right])).toMatchObject({ code: 0 });
  });

  it('says that there is nothing to judge', async () => {
    expect(JSON.parse((await run(['judge', tasks, '--json'])).out)).toEqual({
      agree: 0,
      of: 0,
      undecided: 0,
      rows: [],
    });
    expect(await run(['judge', tasks])).toMatchObject({ code: 0, out: expect.stringContaining('no table') });
  });

  it('links two documents', async () => {
    const later = file('later.txt', '2025年工作回顾\n\n全年新增城镇就业21万人，建成养老服务中心12家。\n');
    const { code, out } = await run(['link', tasks, later, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toHaveProperty('links');
  });
});

describe('import', () => {
  it('says how to start Bihuan when none is running', async () => {
    const done = await run(['import', tasks, '--server', 'http://127.0.0.1:9']);
    expect(done).toMatchObject({ code: 3, err: expect.stringContaining('bihuan serve') });
  });
});
