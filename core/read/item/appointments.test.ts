// The forms of appointment lists, and the list of the gazette where it is present.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../read-document.ts';

const read = (source: string) =>
  readDocument(source).appointments.map(
    ({ action, name, unit, post }) => `${action} ${name} ${unit}|${post}`,
  );

describe('a list of appointments', () => {
  it.each([
    [
      'a list of a gazette, the verb printed once for those relieved',
      '近期任免名单\n2031年1月3日 甲政干〔2031〕5号\n市政府决定：\n丁甲任示例市水务局副局长；\n戊乙、己丙任示例市档案馆馆长；\n免去：\n庚丁的示例市水务局局长职务；\n辛戊、壬己的示例市商务局一级调研员职务。',
      [
        'appoint 丁甲 示例市水务局|副局长',
        'appoint 戊乙 示例市档案馆|馆长',
        'appoint 己丙 示例市档案馆|馆长',
        'relieve 庚丁 示例市水务局|局长',
        'relieve 辛戊 示例市商务局|一级调研员',
        'relieve 壬己 示例市商务局|一级调研员',
      ],
    ],
    [
      'the form of a standing committee',
      '任命名单\n示例市人民代表大会常务委员会决定：\n任命丁甲为示例市教育局局长。\n免去戊乙的示例市教育局局长职务。',
      ['appoint 丁甲 示例市教育局|局长', 'relieve 戊乙 示例市教育局|局长'],
    ],
    [
      'a probation in brackets and 同志',
      '关于丁甲等同志任免的通知\n市政府决定：\n丁甲同志任示例市统计局总统计师（试用期一年）；\n戊乙同志任示例市财政局副局长（试用期一年）。',
      ['appoint 丁甲 示例市统计局|总统计师(试用期一年)', 'appoint 戊乙 示例市财政局|副局长(试用期一年)'],
    ],
    [
      'a unit that has other names in brackets, over a broken line',
      '任免名单\n市政府决定：\n丁甲任示例新区管理委员会（示例经\n\n济技术开发区管理委员会、示例综合保税区管理委员会）副主任；\n免去：\n戊乙的示例市公安局副局长职务。',
      [
        'appoint 丁甲 示例新区管理委员会(示例经济技术开发区管理委员会、示例综合保税区管理委员会)|副主任',
        'relieve 戊乙 示例市公安局|副局长',
      ],
    ],
    [
      'prose that only speaks of it',
      '今年完善干部任免办法，免去企业年费300万元，由市财政局负责任务落实。',
      [],
    ],
  ])('%s', (_why, source, expected) => {
    expect(read(source)).toEqual(expected);
  });

  it('names the decision and the printed clause', () => {
    const source =
      '任免名单\n2031年1月3日 甲政干〔2031〕5号\n市政府决定：\n丁甲任示例市水务局副局长；\n免去：\n戊乙的示例市水务局局长职务。';
    const [first] = readDocument(source).appointments;
    expect(first).toMatchObject({ number: '甲政干〔2031〕5号', date: '2031-01-03' });
    expect(source.slice(first?.start, first?.end)).toBe('丁甲任示例市水务局副局长');
  });

  const seed = new URL('../../../../shared/seeds/001_ccd5309b306f7828.txt', import.meta.url);
  it.skipIf(!existsSync(seed))(
    'the gazette appoints six and relieves three (skipped where ../shared/seeds is absent)',
    () => {
      const { appointments } = readDocument(readFileSync(seed, 'utf8'));
      const posts = appointments.map(({ action, unit, post }) => `${action} ${unit.split('(')[0]} ${post}`);
      expect(posts.toSorted()).toEqual([
        'appoint 杭州市公安局 副局长',
        'appoint 杭州市公安局 副局长',
        'appoint 杭州市公安局 副局长',
        'appoint 杭州市公安局 常务副局长',
        'appoint 杭州市公安局 第一副督察长',
        'appoint 杭州钱塘新区管理委员会 副主任',
        'relieve 杭州市公安局 副局长',
        'relieve 杭州市公安局 副局长',
        'relieve 杭州市公安局 常务副局长',
      ]);
    },
  );
});
