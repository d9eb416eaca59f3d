// Folding: what each kind of noise becomes, and the laws that hold for any text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from './fold-text.ts';

const folded = (source: string): string => foldText(source).text;

describe('what noise becomes', () => {
  it.each([
    // why this row is here                     source                                   folded
    ['full-width digits and sign', '增长５．５％左右，共１２家；', '增长5.5%左右,共12家;'],
    ['full-width brackets and letters', '（一）建设Ｇ６０走廊', '(一)建设G60走廊'],
    ['marks of Chinese text stay', '“稳”字当头、《办法》施行。', '“稳”字当头、《办法》施行。'],
    ['spaces around figures', '新增 35 岁以下大学生 2.1 万名', '新增35岁以下大学生2.1万名'],
    ['hard and wide spaces', '目\u3000录\u00a0页', '目录页'],
    ['Latin words keep one space', 'AI  Valley 平台', 'AI Valley平台'],
    ['a word before a figure keeps it', '高于 GDP 5 个百分点', '高于GDP 5个百分点'],
    ['PM 2.5 and G 60 are names', 'PM 2.5 与 G 60', 'PM2.5与G60'],
    ['a figure broken by a space', '增加到1. 6万个', '增加到1.6万个'],
    ['a numbered item keeps its space', '1. 2024年目标', '1. 2024年目标'],
    ['two figures stay two', '2025-03-08 09:30', '2025-03-08 09:30'],
    ['thin spaces group thousands', '共12\u2009345人', '共12345人'],
    ['tabs and line ends stay', '甲\t乙\n丙', '甲\t乙\n丙'],
    ['carriage returns go', '甲\r\n乙\r丙', '甲\n乙\n丙'],
    ['a page end is a line end', '甲\f乙', '甲\n乙'],
    ['zero-width units go', '甲\u200b乙\ufeff', '甲乙'],
    ['traditional signs', '調入預算穩定調節基金３億元', '调入预算稳定调节基金3亿元'],
    ['於 is 于', '不低於5%', '不低于5%'],
    ['but 於潜 is a place', '於潜镇', '於潜镇'],
    ['Kangxi radicals', '⼀、⼆、⽣态', '一、二、生态'],
    ['pinyin with tones', '中國(guó)人(rén)民', '中国人民'],
    ['pinyin without a tone beside one with', '国(guó)的(de)根本', '国的根本'],
    ['an abbreviation is no pinyin', '人工智能(ai)产业', '人工智能(ai)产业'],
    ['doubled marks', '增长5%%,,其中。。', '增长5%,其中。'],
    ['bold marks', '**坚持创新。**推进 ** 改革 **', '坚持创新。推进改革'],
    ['subscripts of a formula', 'PM_{2.5}与PM _{10}与PM_2.5', 'PM2.5与PM10与PM2.5'],
    ['raised units', '微克/m^{3}、5$m^2$', '微克/m³、5m²'],
    ['printed exponents', '34微克/m³,7km²', '34微克/m³,7km²'],
    ['formula signs', '$5.5\\%$左右、3$\\sim$4', '5.5%左右、3~4'],
    ['tags and entities', 'CO<sub>2</sub>&nbsp;排放', 'CO2排放'],
    ['heading marks', '## 一、总体要求', '一、总体要求'],
    [
      'year brackets of every shape',
      '甲政发[2024]3号、乙府〔2023）12号、丙办函﹝2022﹞7号',
      '甲政发〔2024〕3号、乙府〔2023〕12号、丙办函〔2022〕7号',
    ],
    ['a bracket lost where a space is left', '甲政发〔2024 3号', '甲政发〔2024〕3号'],
    ['other brackets stay', '新增(提升)5(4)个(2024年)', '新增(提升)5(4)个(2024年)'],
    ['hyphens and dots of all sorts', '2021–2025年、5～6%、中国‧某地', '2021-2025年、5~6%、中国·某地'],
  ])('%s', (_why, source, text) => expect(folded(source)).toBe(text));
});

describe('footnote signs', () => {
  it.each([
    // why                                      source                            text left                 signs
    ['glued to a figure', '增长2.7%¹,居第3²。', '增长2.7%,居第3。', ['¹', '²']],
    ['two digits are one sign', '共5亿元¹²。', '共5亿元。', ['¹²']],
    ['at the head of a line it opens a note', '¹ 按可比口径计算。', '¹按可比口径计算。', []],
    ['① after a figure', '增长3%①,', '增长3%,', ['①']],
    ['① before signs that vanish and a comma', '全市① **，共', '全市,共', ['①']],
    ['① at the head of clauses counts', '包括。①新增5家;②改造3处', '包括。①新增5家;②改造3处', []],
    ['② of a list after a figure', '①覆盖率100%②新建', '①覆盖率100%②新建', []],
    ['[1] after words', '同口径[1]增长', '同口径增长', ['[1]']],
    ['a second figure in brackets is none', '新增5[4]个', '新增5[4]个', []],
  ])('%s', (_why, source, text, signs) => {
    const result = foldText(source);
    expect(result.text).toBe(text);
    expect(result.signs.map((sign) => sign.sign)).toEqual(signs);
  });

  it('says where the sign stood', () => {
    const result = foldText('支出420亿元,为预算²的78%');
    expect(result.text.slice(0, result.signs[0]?.at)).toBe('支出420亿元,为预算');
  });
});

describe('columns parted by spaces', () => {
  const table = '领域 项目数 投资\n水利 8 27.5\n交通 17 313.5\n园林 42 3.2\n';
  it('become tabs where three lines have the same number of words and end in figures', () => {
    expect(folded(table)).toBe('领域\t项目数\t投资\n水利\t8\t27.5\n交通\t17\t313.5\n园林\t42\t3.2\n');
  });
  it('become tabs where rows end in the unit in charge', () => {
    const row = (name: string) => `4 ${name} 全长6公里 98000 35000 市住建局\n`;
    const source = `序号 项目名称 规模 总投资 年度投资 责任单位\n${row('北延线')}${row('南环路')}`;
    expect(folded(source)).toBe(source.replaceAll(' ', '\t'));
  });
  it('are print in running text', () =>
    expect(folded('全市 建成 5 个\n共 3 项\n')).toBe('全市建成5个\n共3项\n'));
});

describe('names in one cell', () => {
  it.each([
    ['two names keep their space', '市体育局\t甲某某 乙某某\t各区', '市体育局\t甲某某 乙某某\t各区'],
    ['also with spaces behind', '市体育局\t甲某某 乙某某 \t各区', '市体育局\t甲某某 乙某某\t各区'],
    ['words before a line end do not', '市体育局\t甲某某 乙某某 \n各区', '市体育局\t甲某某乙某某\n各区'],
    ['a name set wide does not', '市建委\t严 某\t各区', '市建委\t严某\t各区'],
  ])('%s', (_why, source, text) => expect(folded(source)).toBe(text));
});

const piece = fc.constantFrom(
  ...[
    '全市',
    '增長',
    '5.5',
    '％',
    '，',
    ',',
    '。',
    ' ',
    '\u3000',
    '\n',
    '\t',
    '**',
    '*',
    'PM_{2.5}',
    '國(guó)',
    '(',
    ')',
    '〔2024〕3号',
    '[2024]3号',
  ],
  ...[
    '¹',
    '①',
    'AI',
    '1. ',
    '—',
    '\r\n',
    '$3\\%$',
    '<sub>2</sub>',
    '“',
    '”',
    '號',
    '&nbsp;',
    '12',
    '〔',
    '#',
  ],
);
const noisy = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
const kept = (text: string): string => (text.match(/[\u4e00-\u9fff\d]/g) ?? []).join('');

describe('laws of folding', () => {
  it('the way back rises strictly and stays in the source', () => {
    fc.assert(
      fc.property(noisy, (source) => {
        const { at, text } = foldText(source);
        expect(at.length).toBe(text.length + 1);
        expect(at[text.length]).toBe(source.length);
        for (let i = 1; i < at.length; i += 1) expect(at[i]).toBeGreaterThan(at[i - 1] ?? -1);
      }),
    );
  });

  it('every unit of plain text stands where the way back says', () => {
    fc.assert(
      fc.property(fc.string(), (source) => {
        const { at, text } = foldText(source);
        for (let i = 0; i < text.length; i += 1)
          expect(foldText(source[at[i] ?? 0] ?? '').text.length).toBeLessThan(2);
      }),
    );
  });

  it('folded text folds to itself', () => {
    fc.assert(
      fc.property(noisy, (source) => {
        const once = folded(source);
        expect(folded(once)).toBe(once);
      }),
    );
  });

  it('no Chinese sign and no digit is lost, but for footnote signs', () => {
    const plain = fc.array(
      fc.constantFrom('全市', '建設', '5', '12.5', '，', ' ', '\n', '％', '**', '（', '）', '、'),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(plain, (pieces) => {
        const source = pieces.join('');
        expect(kept(folded(source))).toBe(kept(source.replaceAll('設', '设')));
      }),
    );
  });
});
