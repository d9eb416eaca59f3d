// Tables of statistics as they are printed: every figure with its cell, every bad cell by name, and SDMX-CSV there and back.
import { describe, expect, it } from 'vitest';
import { isoDate as day } from '../../quantity/date.ts';
import { indicatorNamed, type MonitorIndicator } from './figure.ts';
import { readMonitorTable } from './read-table.ts';
import { printSdmxCsv, type SdmxFigure } from './sdmx-csv.ts';
import { type KnownFigure, keyOf, settle } from './settle.ts';

const retail: MonitorIndicator = {
  ...{ code: 'RETAIL', name: '社会消费品零售总额', nameEn: 'Retail sales', unit: '亿元', step: 1 },
  ...{ goodWay: 'higher', headline: 'totalGrowth', mergedSpring: true, aliases: ['社零总额'] },
};
const gdp: MonitorIndicator = {
  ...{ code: 'GDP', name: '地区生产总值', nameEn: 'GDP', unit: '亿元', step: 3 },
  ...{ goodWay: 'higher', headline: 'totalGrowth', mergedSpring: false, aliases: ['GDP', '生产总值'] },
};
const jobless: MonitorIndicator = {
  ...{ code: 'JOBLESS', name: '城镇调查失业率', nameEn: 'Unemployment', unit: '%', step: 1 },
  ...{ goodWay: 'lower', headline: 'period', mergedSpring: false, aliases: [] },
};
const all = [retail, gdp, jobless];
const places: Readonly<Record<string, string>> = { 杭州市: '330100', 浙江省: '330000', 全国: '000000' };
const read = (rows: readonly (readonly string[])[]) =>
  readMonitorTable({
    rows,
    findIndicator: (printed) => indicatorNamed(printed, all),
    findPlaceId: (printed) => places[printed] ?? (Object.values(places).includes(printed) ? printed : null),
    placeId: '330100',
    period: null,
  });
const brief = (table: ReturnType<typeof read>) =>
  table.read.map((one) => `${one.at} ${one.indicator} ${one.measure} ${one.start}/${one.end} ${one.value}`);
const bad = (table: ReturnType<typeof read>) => table.refused.map(({ at, code }) => `${at} ${code}`);

describe('a bureau’s table', () => {
  it('has amount and growth under 当月 and 累计, and January with February in one', () => {
    const table = read([
      ['2024年1-2月主要经济指标'],
      ['指标', '单位', '1-2月', '', '备注'],
      ['', '', '绝对量', '同比增长(%)', ''],
      ['社会消费品零售总额', '万元', '13,000,000', '5.2', ''],
      ['  其中：地区生产总值', '亿元', '…', '—', ''],
      ['客运量', '万人次', '120', '3.1', ''],
    ]);
    expect(brief(table)).toEqual([
      'C4 RETAIL total 2024-01-01/2024-02-29 1300',
      'D4 RETAIL totalGrowth 2024-01-01/2024-02-29 5.2',
    ]);
    expect(bad(table)).toEqual(['A6 series.indicatorUnknown']);
    expect([table.empty, table.unknown]).toEqual([2, [{ name: '客运量', unit: '万人次' }]]);
    expect(table.ignored).toEqual([{ at: 'E2', text: '备注' }]);
  });

  it('takes the month from its title where the columns say 本月 and 累计', () => {
    const table = read([
      ['杭州市2024年5月主要经济指标'],
      ['指标名称', '计量单位', '本月', '同比增长%', '累计', '同比±%'],
      ['社零总额', '亿元', '610.5', '4.1', '3,104.2', '4.4'],
      ['城镇调查失业率', '%', '4.5', '', '', ''],
    ]);
    expect(brief(table)).toEqual([
      'C3 RETAIL period 2024-05-01/2024-05-31 610.5',
      'D3 RETAIL periodGrowth 2024-05-01/2024-05-31 4.1',
      'E3 RETAIL total 2024-01-01/2024-05-31 3104.2',
      'F3 RETAIL totalGrowth 2024-01-01/2024-05-31 4.4',
      'C4 JOBLESS period 2024-05-01/2024-05-31 4.5',
    ]);
  });

  it('has months across and the measure in the name, newest first', () => {
    const table = read([
      ['指标', '2024年6月', '2024年5月'],
      ['社会消费品零售总额_累计增长(%)', '3.8', '4.4%'],
      ['社会消费品零售总额_当期值(亿元)', '640', '六百'],
      ['地区生产总值_累计增长(%)', '4.6', '4.5'],
    ]);
    expect(brief(table)).toEqual([
      'B2 RETAIL totalGrowth 2024-01-01/2024-06-30 3.8',
      'C2 RETAIL totalGrowth 2024-01-01/2024-05-31 4.4',
      'B3 RETAIL period 2024-06-01/2024-06-30 640',
      'B4 GDP totalGrowth 2024-01-01/2024-06-30 4.6',
    ]);
    expect(bad(table)).toEqual(['C3 series.notNumber', 'C4 series.stepDiffers']);
  });

  it.each([
    // why this row                          heading            value   outcome
    [
      'the first quarter counts from January',
      '2025年一季度增速',
      '5.2',
      'B2 GDP totalGrowth 2025-01-01/2025-03-31 5.2',
    ],
    ['half a year', '2025年上半年同比增长', '5.5', 'B2 GDP totalGrowth 2025-01-01/2025-06-30 5.5'],
    ['three quarters', '2025年前三季度增长', '增长5.1%', 'B2 GDP totalGrowth 2025-01-01/2025-09-30 5.1'],
    ['the second quarter alone', '2025年二季度增速', '5.7', 'B2 GDP periodGrowth 2025-04-01/2025-06-30 5.7'],
    ['a fall in words', '2025年全年增速', '下降0.4', 'B2 GDP totalGrowth 2025-01-01/2025-12-31 -0.4'],
  ])('%s', (_why, heading, value, outcome) => {
    expect(
      brief(
        read([
          ['指标', heading],
          ['GDP', value],
        ]),
      ),
    ).toEqual([outcome]);
  });

  it('refuses a figure for which no period is printed', () => {
    expect(
      bad(
        read([
          ['指标', '本月'],
          ['社零总额', '610'],
        ]),
      ),
    ).toEqual(['B2 series.periodMissing']);
    expect(
      bad(
        read([
          ['随便', '写的'],
          ['什么', '表'],
        ]),
      ),
    ).toEqual(['A1 rows.noHeading', 'A2 rows.noHeading']);
  });
});

describe('a table with one figure a row', () => {
  it('names the cell that is wrong', () => {
    const table = read([
      ['指标', '地区', '期间', '口径', '数值', '单位', '性质'],
      ['GDP', '全国', '2024-Q1', '累计同比', '5.3', '', '初步'],
      ['GDP', '火星', '2024-Q1', '累计同比', '5.3', '', ''],
      ['GDP', '', '2024-13', '累计同比', '5.3', '', ''],
      ['GDP', '', '2024-Q1', '环比折年', '5.3', '', ''],
      ['社零总额', '', '2024-05', '累计', '3104.2', '万人', ''],
    ]);
    expect(brief(table)).toEqual(['E2 GDP totalGrowth 2024-01-01/2024-03-31 5.3']);
    expect(table.read[0]?.nature).toBe('preliminary');
    expect(bad(table)).toEqual([
      'B3 series.placeUnknown',
      'C4 series.periodUnreadable',
      'D5 series.measureUnknown',
      'E6 series.unitDiffers',
    ]);
  });
});

describe('SDMX-CSV', () => {
  const figures: readonly SdmxFigure[] = [
    {
      ...{
        id: 'a',
        indicator: 'RETAIL',
        placeId: '330100',
        measure: 'period',
        number: 1,
        nature: 'reported',
      },
      ...{
        periodStart: day('2024-01-01'),
        periodEnd: day('2024-02-29'),
        value: '1300.5',
        comment: '演示, 数据',
      },
    },
    {
      ...{ id: 'b', indicator: 'GDP', placeId: '000000', measure: 'totalGrowth', number: 2 },
      ...{ periodStart: day('2024-01-01'), periodEnd: day('2024-06-30'), value: '-0.4', comment: '' },
      nature: 'preliminary',
    },
  ];
  it.each(['1', '2'] as const)('of version %s is read as it was printed', (version) => {
    const text = printSdmxCsv(version, new Map(all.map((one) => [one.code, one])), figures);
    const [heading = ''] = text.split('\r\n');
    expect(heading.startsWith(version === '1' ? 'DATAFLOW,FREQ' : 'STRUCTURE,STRUCTURE_ID,ACTION,FREQ')).toBe(
      true,
    );
    const rows = text.trimEnd().split('\r\n').map(splitCsv);
    expect(brief(read(rows)).map((line) => line.slice(line.indexOf(' ') + 1))).toEqual([
      'RETAIL period 2024-01-01/2024-02-29 1300.5',
      'GDP totalGrowth 2024-01-01/2024-06-30 -0.4',
    ]);
    expect(bad(read(rows))).toEqual([]);
  });

  it('of another house is read with labels, status and multiplier; a deletion is refused', () => {
    const table = read([
      [
        'STRUCTURE[;]',
        'STRUCTURE_ID',
        'ACTION',
        'INDICATOR: Indicator',
        'TIME_PERIOD',
        'OBS_VALUE',
        'UNIT_MEASURE',
        'UNIT_MULT',
        'MEASURE',
        'DECIMALS',
      ],
      ['dataflow', 'X:Y(1.0)', 'I', 'RETAIL: Retail sales', '2024-M05', '6100000', 'CNY', '4', 'P', '1'],
      ['dataflow', 'X:Y(1.0)', 'D', 'RETAIL', '2024-M05', '', '', '', 'P', '1'],
      ['dataflow', 'X:Y(1.0)', 'R', 'GDP', '2024-05', '4', 'PT', '0', 'YTD_GY', '1'],
    ]);
    expect(brief(table)).toEqual(['F2 RETAIL period 2024-05-01/2024-05-31 610']);
    expect(bad(table)).toEqual(['C3 series.noDeletion', 'F4 series.stepDiffers']);
    expect(table.ignored).toEqual([{ at: 'J1', text: 'DECIMALS' }]);
    expect(bad(read([['DATAFLOW;INDICATOR;OBS_VALUE'], ['X;GDP;1']]))).toEqual(['A2 series.semicolon']);
    expect(
      bad(
        read([
          ['DATAFLOW', 'INDICATOR'],
          ['X', 'GDP'],
        ]),
      ),
    ).toEqual(['A2 rows.noHeading']);
  });
});

const splitCsv = (line: string): string[] => {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const sign of line) {
    if (sign === '"') quoted = !quoted;
    else if (sign === ',' && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell];
};

describe('what becomes of a table', () => {
  const may: KnownFigure = {
    ...{ id: 'may', indicator: 'RETAIL', placeId: '330100', measure: 'total', number: 1, value: '3104.2' },
    ...{ periodStart: day('2024-01-01'), periodEnd: day('2024-05-31') },
  };
  const table = (...cells: readonly (readonly [string, string])[]) =>
    read([
      ['指标', '地区', '期间', '口径', '数值', '单位'],
      ...cells.map(([period, value]) => ['社零总额', '', period, '累计', value, '亿元']),
    ]).read;
  const after = (confirmed: boolean, ...cells: readonly (readonly [string, string])[]) => {
    const settled = settle(table(...cells), [may], day('2024-07-31'), confirmed);
    return [
      ...settled.fresh.map(({ at }) => `${at} new`),
      ...settled.revised.map(({ figure, before }) => `${figure.at} replaces ${before.value}`),
      ...settled.unchanged.map(({ at }) => `${at} same`),
      ...[...settled.doubtful, ...settled.refused].map(({ at, code }) => `${at} ${code}`),
    ];
  };
  it.each([
    // why this row                               confirmed  cells                                      outcome
    ['a new month', false, [['2024-06', '3750']], ['E2 new']],
    ['the same again, printed otherwise', false, [['2024-05', '3104.20']], ['E2 same']],
    ['another value names the old', false, [['2024-05', '3110']], ['E2 replaces 3104.2']],
    ['a total that falls is asked about', false, [['2024-06', '3100']], ['E2 series.totalFalls']],
    ['and taken once looked at', true, [['2024-06', '3100']], ['E2 new']],
    ['万元 where 亿元 is meant', false, [['2024-06', '37500000']], ['E2 series.wrongUnit']],
    ['a month that is not over', true, [['2024-08', '5000']], ['E2 series.periodAhead']],
    [
      'twice in one table',
      true,
      [
        ['2024-06', '3750'],
        ['2024-06', '3751'],
      ],
      ['E2 new', 'E3 series.twice'],
    ],
    [
      'a fall within the table',
      false,
      [
        ['2024-06', '3750'],
        ['2024-07', '3700'],
      ],
      ['E2 new', 'E3 series.totalFalls'],
    ],
  ] as const)('%s', (_why, confirmed, cells, outcome) => expect(after(confirmed, ...cells)).toEqual(outcome));

  it('knows a figure by series and period', () =>
    expect(keyOf(may)).toBe('RETAIL\t330100\ttotal\t2024-05-31'));
});
