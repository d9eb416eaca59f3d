// Judging whole tables of a reading, as other cities print them. Tables and sentences are written for these tests.
import { describe, expect, it } from 'vitest';
import type { IndicatorDetail, Item, Reading } from '../read/reading.ts';
import { judgeReading } from './judge.ts';

type Row = readonly [
  name: string,
  unit: string,
  target: string,
  actual: string | null,
  printed?: string,
  part?: string,
];

interface Table {
  readonly caption: string;
  readonly year: number;
  readonly periodEnd: string | null;
  readonly rows: readonly Row[];
}

/** A source with the text before the table, and the reading of the table in it. */
function read(before: string, tables: readonly Table[], after = ''): { reading: Reading; source: string } {
  let source = `${before}\n`;
  const items: Item[] = [];
  for (const table of tables) {
    source += `${table.caption}\n`;
    let number = 0;
    for (const [name, unit, targetText, actualText, printed, part = ''] of table.rows) {
      const start = source.length;
      source += `${name}\t${unit}\t${targetText}\t${actualText ?? ''}\t${printed ?? ''}\n`;
      if (part === '' || items.at(-1)?.title !== name) number += 1;
      const detail: IndicatorDetail = {
        of: 'indicator',
        table: table.caption,
        year: table.year,
        name,
        part,
        targetText,
        targetSpan: null,
        actualText,
        actualSpan: null,
        periodStart: `${table.year}-01-01`,
        periodEnd: table.periodEnd,
        printed: printed ?? null,
      };
      const shared = {
        start,
        end: source.length - 1,
        family: 'indicator' as const,
        number: `${number}`,
        title: name,
      };
      const empty = {
        metric: name,
        comparator: null,
        value: null,
        unit,
        direction: 'none' as const,
        relative: null,
        relativeType: null,
        force: null,
        modality: null,
        owners: [],
        official: null,
        deadline: null,
        milestones: [],
        allocations: [],
        section: '',
        detail,
      };
      items.push({ ...shared, ...empty, kind: 'target' });
      if (actualText !== null) items.push({ ...shared, ...empty, kind: 'result' });
    }
  }
  source += after;
  const reading: Reading = {
    document: { title: '', number: '', issuer: '', date: '2025-08-20', kind: 'executionReport' },
    headings: [],
    tables: [],
    quantities: [],
    items,
    checks: [],
    unread: [],
    appointments: [],
  };
  return { reading, source };
}

const judge = (before: string, tables: readonly Table[], after = '') => {
  const { reading, source } = read(before, tables, after);
  return judgeReading(reading, source);
};

describe('judgeReading', () => {
  it('agrees with a column of progress words', () => {
    const report = judge('', [
      {
        caption: '表1 2025年计划执行情况',
        year: 2025,
        periodEnd: '2025-09-30',
        rows: [
          ['地区生产总值', '%', '增长5.5左右', '5.2', '正常'],
          ['规上工业增加值', '%', '6以上', '4.1', '滞后'],
          ['新建幼儿园', '所', '20', '20', '已完成'],
          ['新增停车位', '个', '10000', '8120', '达到时序'],
          ['农村公路提升', '公里', '100', '46', '未达预期'],
          ['招商引资到位资金', '亿元', '300', '1-9月完成312亿元,占年度目标的104%', '超额完成'],
          ['PM2.5平均浓度', '微克/立方米', '32以下', '30.5', '正常'],
          ['居民人均可支配收入', '%', '与经济增长同步', '5.6', '正常'],
          ['城镇登记失业率', '%', '控制在4以内', '暂无', '-'],
        ],
      },
    ]);
    expect(report).toMatchObject({ agree: 8, of: 8, undecided: 1 });
    expect(report.rows.map((row) => row.verdict)).toEqual([
      'onTrack',
      'behind',
      'achieved',
      'onTrack',
      'behind',
      'achieved',
      'onTrack',
      'onTrack',
      'noJudgement',
    ]);
  });

  it('says where it disagrees, and does not hide it', () => {
    const report = judge('', [
      {
        caption: '表1',
        year: 2025,
        periodEnd: '2025-12-31',
        rows: [['进出口总额', '%', '增长6', '增长1.1', '完成']],
      },
    ]);
    expect(report).toMatchObject({ agree: 0, of: 1, undecided: 0 });
    expect(report.rows[0]).toMatchObject({
      agrees: false,
      verdict: 'behind',
      printed: '完成',
      printedFrom: 'column',
    });
  });

  const counted = {
    caption: '表1 2024年目标完成情况',
    year: 2024,
    periodEnd: '2024-12-31',
    rows: [
      ['地区生产总值', '%', '增长5', '增长5.3'],
      ['固定资产投资', '%', '增长4', '增长1.2'],
      ['进出口总额', '%', '增长3', '增长3.6'],
      ['优良天数比率', '%', '高于90', '90'],
    ] as const satisfies readonly Row[],
  };

  it('takes the sentence where the table prints no assessment, and calls a contradiction by its name', () => {
    const report = judge('4项指标中3项指标完成预期目标,1项指标存在差距:固定资产投资。', [counted]);
    expect(report).toMatchObject({ agree: 3, of: 3, undecided: 1 });
    expect(report.rows.map((row) => row.printedFrom)).toEqual([
      'remaining',
      'named',
      'remaining',
      'remaining',
    ]);
    expect(report.rows[3]?.because[0]?.code).toBe('contradictsPrinted');
  });

  it('takes the counts for those that have a figure where they add up to no more', () => {
    const withGap = {
      ...counted,
      rows: [...counted.rows.slice(0, 3), ['粮食产量', '万吨', '50', '-']] as Row[],
    };
    const report = judge('3项有数据的指标中2项达到时序进度,“固定资产投资”1项滞后于时序进度。', [withGap]);
    expect(report).toMatchObject({ agree: 3, of: 3, undecided: 1 });
    expect(report.rows[3]?.printed).toBeNull();
  });

  it('does not excuse a plain miss as a contradiction', () => {
    const wrong = {
      ...counted,
      rows: [['进出口总额', '%', '增长3', '增长2.6'], ...counted.rows.slice(0, 2)] as Row[],
    };
    const report = judge('3项指标中2项指标完成预期目标,1项指标存在差距:固定资产投资。', [wrong]);
    expect(report.rows[0]).toMatchObject({ verdict: 'behind', agrees: false });
  });

  it('judges all the same where the document says nothing, and agrees with nobody', () => {
    const report = judge('各项指标总体平稳。', [counted]);
    expect(report).toMatchObject({ agree: 0, of: 0, undecided: 4 });
    expect(report.rows.map((row) => row.verdict)).toEqual(['achieved', 'behind', 'achieved', 'behind']);
  });

  it('finds the other series in the table, else in the text', () => {
    const rows: Row[] = [
      ['地区生产总值', '%', '5', '5.4', '符合预期'],
      ['项目投资', '%', '快于经济增速', '4.4', '不及预期'],
      ['制造业投资', '%', '快于面上投资增速', '3.1', '符合预期'],
    ];
    const table = { caption: '表1', year: 2025, periodEnd: '2025-06-30', rows };
    const found = judge('', [table], '上半年固定资产投资同比增长2.2%。');
    expect(found).toMatchObject({ agree: 3, of: 3 });
    expect(found.rows[2]?.because[0]?.detail).toMatchObject({ seriesValue: '2.2' });
    const missing = judge('', [table]);
    expect(missing).toMatchObject({ agree: 2, of: 2, undecided: 1 });
    expect(missing.rows[2]?.because[0]?.code).toBe('comparatorMissing');
  });

  it('counts a row with sub-rows once', () => {
    const rows: Row[] = [
      ['主要污染物减排', '吨', '完成上级任务', '均已完成年度任务', '完成', '甲'],
      ['主要污染物减排', '吨', '完成上级任务', '均已完成年度任务', '完成', '乙'],
    ];
    const report = judge('', [{ caption: '表1', year: 2025, periodEnd: '2025-06-30', rows }]);
    expect(report).toMatchObject({ agree: 1, of: 1 });
    expect(report.rows).toHaveLength(1);
  });

  it('judges sub-rows with targets of their own, worst first', () => {
    const rows: Row[] = [
      ['居民收入', '%', '5', '5.5', '滞后', '城镇'],
      ['居民收入', '%', '7', '6.1', '滞后', '农村'],
    ];
    const report = judge('', [{ caption: '表1', year: 2025, periodEnd: '2025-06-30', rows }]);
    expect(report.rows[0]).toMatchObject({ verdict: 'behind', agrees: true, target: '5；7' });
  });

  it('never holds last year’s figure against this year’s target', () => {
    const rows: Row[] = [['地区生产总值', '%', '增长5', '增长5.3']];
    expect(judge('', [{ caption: '表2', year: 2025, periodEnd: '2024-12-31', rows }]).rows).toEqual([]);
    expect(
      judge('', [{ caption: '表2', year: 2025, periodEnd: null, rows: [['甲', '%', '5', null]] }]).rows,
    ).toEqual([]);
  });

  it('is empty for a reading without such tables', () =>
    expect(judge('没有表格。', [])).toEqual({ agree: 0, of: 0, undecided: 0, rows: [] }));
});
