// What a document calls itself, in the prints that offices and their web pages use.
import { describe, expect, it } from 'vitest';
import { structureOf } from '../block/structure.fixture.ts';
import { kindOfTitle, yearOfTitle } from './document-kind.ts';
import { firstDate, looseDate } from './printed-date.ts';

const notice =
  '临川市人民政府办公室关于印发2025年政府工作报告\n重点工作责任分解的通知\n\n临政办函〔2025〕6号\n\n各区人民政府:\n\n现将《2025年政府工作报告重点工作责任分解》印发给你们。根据临政函〔2024〕9号文件执行。\n\n临川市人民政府办公室\n2025年2月8日\n\n一、甲副市长牵头工作\n\n1. 推进改革。\n\n责任单位:市委改革办';
const report =
  '政府工作报告\n\n——2024年1月29日在临川市第十四届人民代表大会第四次会议上\n\n临川市人民政府市长 某某\n\n各位代表:\n\n现在,我代表市人民政府向大会报告工作。\n\n一、工作回顾\n\n全市经济平稳。';

describe('a single document', () => {
  it('a notice: its own number, not one it cites, and the date under its signature', () => {
    expect(structureOf(notice).parts.map((part) => [part.identity, part.year])).toEqual([
      [
        {
          title: '临川市人民政府办公室关于印发2025年政府工作报告重点工作责任分解的通知',
          number: '临政办函〔2025〕6号',
          issuer: '临川市人民政府办公室',
          date: '2025-02-08',
          kind: 'decomposition',
        },
        2025,
      ],
    ]);
  });
  it('a mark of its column before the issuer; a day that a sentence tells of is not its own', () => {
    const source =
      '【民生】临川市民生工作办公室关于实施民生实事的通知\n\n各县区:\n\n具体安排如下。\n\n1.轨道交通一期已于2024年5月30日通车。';
    expect(structureOf(source).parts[0]?.identity).toMatchObject({
      issuer: '临川市民生工作办公室',
      date: '',
    });
  });
  it('a work report: the day of the meeting', () => {
    expect(structureOf(report).parts[0]).toMatchObject({
      identity: {
        title: '政府工作报告',
        number: '',
        issuer: '临川市人民政府',
        date: '2024-01-29',
        kind: 'workReport',
      },
      year: 2024,
    });
  });
  it('a page of an office: date and source from its frame', () => {
    const source =
      '临川市东区2024年计划执行情况与2025年国民经济和社会发展计划草案的报告\n发布日期:2025-06-19 15:04 信息来源:临川市东区发展和改革局\n一、执行情况\n全区经济平稳。';
    expect(structureOf(source).parts[0]).toMatchObject({
      identity: { issuer: '临川市东区发展和改革局', date: '2025-06-19', kind: 'planReport' },
      year: 2025,
    });
  });
  it('a page with a frame of fields: the number it names', () => {
    const source =
      '索引号:\t001-2024\t发布机构:\t市政府办公室\n发文字号:\t临政办发〔2024〕21号\t成文日期:\t2024-05-06\n\n临川市人民政府办公室关于做好民生实事工作的通知\n\n各区人民政府:\n\n根据临政发〔2024〕2号文件,抓好落实。';
    expect(structureOf(source).parts[0]?.identity).toMatchObject({
      title: '临川市人民政府办公室关于做好民生实事工作的通知',
      number: '临政办发〔2024〕21号',
      issuer: '临川市人民政府办公室',
      date: '2024-05-06',
    });
    expect(structureOf(source).blocks.map((block) => block.kind)).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
  });
  it('without a title: what it announces', () => {
    const source =
      '(2025年8月27日在临川市人民代表大会常务委员会第九次会议上)\n临川市人民政府\n市人大常委会:\n现将上半年计划执行情况报告如下,请予审议。\n一、执行情况\n平稳。';
    expect(structureOf(source).parts[0]).toMatchObject({
      identity: { title: '上半年计划执行情况', date: '2025-08-27', kind: 'executionReport' },
    });
  });
});

describe('a gazette of two documents without contents', () => {
  it('its head is no title', () => {
    const second = notice.replaceAll('6号', '7号');
    const { parts } = structureOf(`临川市人民政府公报\n2025年第2期(总第45期)\n\n${notice}\n\n${second}`);
    expect(parts.map((part) => [part.identity.kind, part.identity.number])).toEqual([
      ['gazette', ''],
      ['decomposition', '临政办函〔2025〕6号'],
      ['decomposition', '临政办函〔2025〕7号'],
    ]);
  });
});

describe('a gazette', () => {
  const gazette = `临川市人民政府公报\n\n2025 年第 2 期\n\n临川市人民政府主管\n\n2025 年 2 月 28 日出版\n\n目 录\n\n政府工作报告 (3)\n\n临川市人民政府办公室关于印发2025年政府工作报告重点工作责任分解的通知 (9)\n\n${report}\n\n${notice}\n`;
  it('is cut into its documents', () => {
    const { parts, blocks } = structureOf(gazette);
    expect(parts.map((part) => [part.identity.kind, part.identity.number, part.identity.date])).toEqual([
      ['gazette', '', '2025-02-28'],
      ['workReport', '', '2024-01-29'],
      ['decomposition', '临政办函〔2025〕6号', '2025-02-08'],
    ]);
    for (const [i, part] of parts.entries()) {
      for (const block of blocks.slice(part.firstBlock, part.endBlock)) expect(block.part).toBe(i);
    }
  });
});

describe('dates', () => {
  it.each([
    ['2024年2月18日', '2024-02-18'],
    ['发布于2025-05-29 11:59', '2025-05-29'],
    ['2025-05-2911:59', '2025-05-29'],
    ['二〇二四年二月四日', '2024-02-04'],
    ['二○二五年十二月三十一日', '2025-12-31'],
    ['2024年13月1日', ''],
    ['没有日期', ''],
  ])('%s', (words, date) => expect(firstDate(words)).toBe(date));

  it.each([
    ['发布时间:202443', '2024-04-03'],
    ['20240203', '2024-02-03'],
    ['2024111', ''], // 1月11日 or 11月1日: two readings are none
  ])('%s without separators', (words, date) => expect(looseDate(words)).toBe(date));
});

describe('kinds', () => {
  it.each([
    ['2025年临川市政府工作报告', 'workReport', 2025],
    ['2025年政府工作报告重点工作责任分解', 'decomposition', 2025],
    ['关于2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划草案的报告', 'planReport', 2024],
    ['关于2024年预算执行情况和2025年预算草案的报告', 'budgetReport', 2025],
    ['关于2025年上半年国民经济和社会发展计划执行情况的报告', 'executionReport', 2025],
    ['关于对2024年市政府民生实事项目进行绩效考核的通知', 'livelihoodList', 2024],
    ['关于支持工业企业上规提质发展若干措施的通知', 'policyPackage', null],
    ['临川市人民政府公报', 'gazette', null],
    ['近期任免人员名单', 'other', null],
  ])('%s', (title, kind, year) => {
    expect(kindOfTitle(title)).toBe(kind);
    expect(yearOfTitle(title)).toBe(year);
  });
});
