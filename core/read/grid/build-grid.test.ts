// Tables in every print of them: separators, broken headers, repeated headers, spans, parts of a row.
import { describe, expect, it } from 'vitest';
import { blocksOf, gridsOf, rowsOf, structureOf } from '../block/structure.fixture.ts';

const header = '序号|指标|单位|目标';

describe('separators', () => {
  it.each([
    ['tabs', '序号\t指标\t单位\t目标\n1\t甲\t%\t5\n2\t乙\t家\t25'],
    ['pipes', '序号 | 指标 | 单位 | 目标\n1 | 甲 | % | 5\n2 | 乙 | 家 | 25'],
    [
      'pipes on both sides and a rule',
      '| 序号 | 指标 | 单位 | 目标 |\n|---|:--:|---|---|\n| 1 | 甲 | % | 5 |\n| 2 | 乙 | 家 | 25 |',
    ],
    [
      'pipes behind with empty ends',
      '序号 | 指标 | 单位 | 目标 | ||\n1 | 甲 | % | 5 | ||\n2 | 乙 | 家 | 25 | |',
    ],
    ['pipes alone on a line', '序号 | 指标 | 单位 | 目标 |\n|\n1 | 甲 | % | 5 |\n||\n2 | 乙 | 家 | 25 |'],
    ['one cell a line', '序号\n指标\n单位\n目标\n1\n甲\n%\n5\n2\n乙\n家\n25'],
    ['one cell a paragraph', '序号\n\n指标\n\n单位\n\n目标\n\n1\n\n甲\n\n%\n\n5\n\n2\n\n乙\n\n家\n\n25'],
    [
      'one cell a line, closed by a pipe, rows parted by pipes',
      '|\n表一 目标 |\n||||||\n|\n序号 |\n指标 |\n单位 |\n目标 |\n|\n1 |\n甲 |\n% |\n5 |\n|\n2 |\n乙 |\n家 |\n25 |',
    ],
    ['spaces', '序号 指标 单位 目标\n1 甲 % 5\n2 乙 家 25'],
    ['empty lines between rows', '序号\t指标\t单位\t目标\n\n1\t甲\t%\t5\n\n2\t乙\t家\t25'],
  ])('%s', (_why, source) => {
    expect(gridsOf(source).map((grid) => grid.header.join('|'))).toEqual([header]);
    expect(rowsOf(source)).toEqual(['1|甲|%|5', '2|乙|家|25']);
  });

  it('one cell a line, units of one task below each other', () => {
    const source =
      '序号\n事项\n责任单位\n完成时限\n1\n新建公园3个\n市水务局\n市建委\n河道指挥部\n12月底前\n2\n修缮校舍\n5月动工\n修缮宿舍\n6月动工\n12月底前\n3\n新建人行天桥2座\n市建委\n9月底前';
    expect(rowsOf(source)).toEqual([
      '1|新建公园3个|市水务局\n市建委\n河道指挥部|12月底前',
      '2|修缮校舍|5月动工|修缮宿舍|6月动工|12月底前',
      '3|新建人行天桥2座|市建委|9月底前',
    ]);
  });

  it('one cell a line without numbers, told by its period', () => {
    const source = '领域\n项目数\n投资\n合计\n27\n344.2\n水利\n8\n27.5\n交通\n17\n313.5\n园林\n2\n3.2';
    expect(gridsOf(source)[0]?.header).toEqual(['领域', '项目数', '投资']);
    expect(rowsOf(source)).toEqual(['合计|27|344.2', '水利|8|27.5', '交通|17|313.5', '园林|2|3.2']);
  });

  it('a single line with a tab is no table', () => expect(gridsOf('市长\t某某\n\n各位代表:')).toEqual([]));
});

describe('cells run together', () => {
  const rows = [
    '1|地区生产总值|%|增长5.5左右|增长5.1|预期性',
    '2|全员劳动生产率|万元/人|稳步提高|稳步提高|预期性',
    '3|单位GDP能耗(下降)|%|3.3|暂无数据|约束性',
  ];
  const header = '序号指标名称单位2023年目标2023年实绩指标属性';
  it.each([
    ['one row a line', [header, ...rows.map((row) => row.replaceAll('|', ''))].join('\n')],
    ['all in one line', header + rows.map((row) => row.replaceAll('|', '')).join('')],
  ])('%s', (_why, source) => {
    expect(rowsOf(source)).toEqual(rows);
    expect(gridsOf(source)[0]?.confidence).toBeLessThan(100);
  });
  it('a row with two readings stays whole', () => {
    const source = `${header}\n1新增上市企业家2522预期性\n2城镇新增就业万人增长3增长4预期性`;
    expect(rowsOf(source)[0]).toBe('1新增上市企业家2522预期性|||||');
  });
  it('words that begin like a header are text', () =>
    expect(gridsOf('序号为1的指标由市发改委负责。')).toEqual([]));
});

describe('headers', () => {
  it('in two lines are merged', () => {
    const source =
      '序号\t项目\t各区任务分解\t\t\n\t\t东城区\t西城区\t南山县\n1\t助餐点\t10个\t5个\t—\n2\t绿道\t3公里\t—\t2公里';
    expect(gridsOf(source)[0]?.header).toEqual(['序号', '项目', '东城区', '西城区', '南山县']);
  });
  it('in two lines keep what tells two columns apart', () => {
    const source =
      '领域\t2024年\t\t2025年\t\n\t项目数\t投资\t项目数\t投资\n水利\t8\t27\t9\t30\n交通\t3\t90\t4\t95';
    expect(gridsOf(source)[0]?.header).toEqual([
      '领域',
      '2024年项目数',
      '2024年投资',
      '2025年项目数',
      '2025年投资',
    ]);
  });
  it('printed again after a page end are dropped and reported', () => {
    const source = '序号\t指标\t目标\n1\t甲\t5\n\n— 3 —\n\n序号\t指标\t目标\n2\t乙\t25';
    expect(rowsOf(source)).toEqual(['1|甲|5', '2|乙|25']);
    expect(structureOf(source).repairs).toMatchObject([{ rule: 'repair.repeatedHeader' }]);
  });
  it('with a cell broken over lines are joined', () => {
    const source = '序号\t指标\t计划投\n资(亿元)\t占比\n1\t甲\t5\t10\n2\t乙\t25\t50';
    expect(gridsOf(source)[0]?.header).toEqual(['序号', '指标', '计划投资(亿元)', '占比']);
  });
  it('are empty where the first row holds figures', () => {
    expect(gridsOf('甲\t5\t6\n乙\t7\t8\n丙\t1\t2')[0]?.header).toEqual(['', '', '']);
  });
});

describe('rows', () => {
  it('cut by a page end are joined', () => {
    const source =
      '序号\t事项\t单位\t进度\n1\t甲\t市建委\t6月底前完成20%;9月\n\n— 5 —\n\n底前完成60%。\n2\t乙\t市科\n\n技局\t年底前完成。\n3\t丙\t市教育局\t完成。';
    expect(rowsOf(source)).toEqual([
      '1|甲|市建委|6月底前完成20%;9月底前完成60%。',
      '2|乙|市科技局|年底前完成。',
      '3|丙|市教育局|完成。',
    ]);
  });
  it('below a span are filled with category, number and owner, not with figures', () => {
    const source =
      '序号\t类别\t项目\t目标\t牵头单位\n1\t养老\t助餐点\t227个\t市民政局\n\t\t床位\t\t\n2\t\t接种\t85人\t市卫健委';
    expect(rowsOf(source)).toEqual([
      '1|养老|助餐点|227个|市民政局',
      '^1|^养老|床位||^市民政局',
      '2|^养老|接种|85人|市卫健委',
    ]);
  });
  it('titles between rows are rows of one cell', () => {
    const source =
      '序号\t指标\t单位\t属性\n经济发展\n1\t生产总值\t亿元\t预期性\n民生福祉\n2\t学位\t个\t约束性';
    expect(rowsOf(source)).toEqual([
      '经济发展|||',
      '1|生产总值|亿元|预期性',
      '民生福祉|||',
      '2|学位|个|约束性',
    ]);
  });
  it('that slipped stay as they are printed', () => {
    const source =
      '序号\t项目\t目标\t东城区\n15\t公租房\t600套\t200套\n\t\t800套\t100套\n16\t保租房\t800套\t\n';
    expect(rowsOf(source)[2]).toBe('16|保租房|800套|');
  });
  it('of parts that lost their span are aligned under a column of their own', () => {
    const source =
      '序号 | 指标 | 单位 | 目标 | 单位名 |\n1 | 用水量 | 立方米 | 12 | 甲局 |\n2 | 污染物排放 | 化学需氧量 | 万吨 | 完成 | 乙局 |\n氨氮 | 万吨 | ||||\n3 | 森林覆盖率 | % | 65 | 丙局 |';
    expect(gridsOf(source)[0]?.header).toEqual(['序号', '指标', '分项', '单位', '目标', '单位名']);
    expect(rowsOf(source)).toEqual([
      '1|用水量||立方米|12|甲局',
      '2|污染物排放|化学需氧量|万吨|完成|乙局',
      '^2|^污染物排放|氨氮|万吨|^完成|^乙局',
      '3|森林覆盖率||%|65|丙局',
    ]);
  });
});

describe('what stands around a table', () => {
  const table = '序号\t指标\t目标\n1\t甲\t5\n2\t乙\t25';
  it.each([
    ['a numbered caption', `表1 2024年主要目标\n\n${table}`, '表1 2024年主要目标'],
    ['a title of a list', `附件2\n\n2024年实事项目任务分解表\n\n${table}`, '2024年实事项目任务分解表'],
    ['the title behind its annex', `附件:2024年任务分解表\n\n${table}`, '2024年任务分解表'],
    ['a unit line between', `表2 收支情况\n单位:亿元\n${table}`, '表2收支情况'],
    ['a sentence is no caption', `全市经济平稳。\n\n${table}`, ''],
  ])('%s', (_why, source, caption) => expect(gridsOf(source)[0]?.caption).toBe(caption));

  it('notes below and the unit line belong to it', () => {
    const source = `表2 收支情况\n单位:亿元\n${table}\n注:“-”表示无数据。`;
    const { folded } = structureOf(source);
    const notes = gridsOf(source)[0]?.notes ?? [];
    expect(notes.map((note) => folded.text.slice(note.start, note.end))).toEqual([
      '单位:亿元',
      '注:“-”表示无数据。',
    ]);
  });
  it('text after it goes on as text', () => {
    expect(blocksOf(`${table}\n\n总体来看,运行平稳。`)[1]).toBe('总体来看,运行平稳。');
  });
});
