// How a report speaks of its own indicators where the table prints no assessment. The sentences are written for these tests.
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../quantity/date.ts';
import { sentenceVerdicts } from './sentence.ts';
import { seriesInText } from './series.ts';
import { printedClass } from './words.ts';

const names = ['地区生产总值', '固定资产投资', '民间(项目)投资', '进出口总额', '城镇新增就业人数'];

const classes = (text: string): Record<string, string> => {
  const found = sentenceVerdicts(`${text}\n表1 主要指标`, text.length, text.length + 6, names);
  return Object.fromEntries([...found].map(([name, said]) => [name, `${said.class} ${said.from}`]));
};

describe('sentenceVerdicts', () => {
  it('counts the reached and names the missed in quotes, with reasons between', () => {
    expect(
      classes(
        '从完成情况看,5项指标中,“地区生产总值”等3项指标可以达到或超过预期目标,2项指标与目标有差距:“固定资产投资”指标受项目周期影响,“民间(项目)投资”指标受预期影响(见表1)。',
      ),
    ).toEqual({
      地区生产总值: 'reached named',
      固定资产投资: 'lagging named',
      '民间(项目)投资': 'lagging named',
      进出口总额: 'reached remaining',
      城镇新增就业人数: 'reached remaining',
    });
  });

  it('lists both groups after colons', () => {
    expect(
      classes(
        '5项指标中,3项符合时序进度:地区生产总值、进出口总额、城镇新增就业人数;2项指标滞后:固定资产投资、民间(项目)投资。',
      ),
    ).toMatchObject({ 地区生产总值: 'reached named', 固定资产投资: 'lagging named' });
  });

  it('lists the missed before 等N项', () => {
    expect(classes('固定资产投资、进出口总额等2项指标未达预期,其余3项指标均完成年度目标。')).toEqual({
      固定资产投资: 'lagging named',
      进出口总额: 'lagging named',
      地区生产总值: 'reached remaining',
      '民间(项目)投资': 'reached remaining',
      城镇新增就业人数: 'reached remaining',
    });
  });

  it('excepts the missed with 除…外', () => {
    expect(classes('除固定资产投资、进出口总额外,其余指标均达到预期目标。')).toMatchObject({
      固定资产投资: 'lagging named',
      进出口总额: 'lagging named',
      地区生产总值: 'reached remaining',
    });
  });

  it('counts in Chinese numerals', () => {
    expect(classes('三项指标达到预期目标,二项指标未完成:固定资产投资、进出口总额。')).toMatchObject({
      固定资产投资: 'lagging named',
      地区生产总值: 'reached remaining',
    });
  });

  it('does not call the rest reached where the counts do not add up', () => {
    expect(classes('3项指标达到预期目标,4项指标未完成:固定资产投资、进出口总额。')).toEqual({
      固定资产投资: 'lagging named',
      进出口总额: 'lagging named',
    });
  });

  it('is silent where the text is', () => {
    expect(classes('固定资产投资增长2.8%,进出口总额增长3.1%。')).toEqual({});
    expect(classes('全年各项指标总体平稳。')).toEqual({});
  });

  it('reads full-width punctuation and broken lines', () => {
    expect(classes('２项指标未达到预\n期目标：固定资产投资、进出口总额，其余３项指标完成。')).toMatchObject({
      固定资产投资: 'lagging named',
      地区生产总值: 'reached remaining',
    });
  });
});

describe('printedClass', () => {
  it.each([
    ['符合预期', 'reached'],
    ['达到时序', 'reached'],
    ['正常', 'reached'],
    ['超额完成', 'reached'],
    ['已完成', 'reached'],
    ['基本完成', 'reached'],
    ['达到序时进度', 'reached'],
    ['快于时序进度', 'reached'],
    ['是', 'reached'],
    ['不及预期', 'lagging'],
    ['未达预期', 'lagging'],
    ['滞后', 'lagging'],
    ['进度滞后', 'lagging'],
    ['未完成', 'lagging'],
    ['低于序时进度', 'lagging'],
    ['慢于时序', 'lagging'],
    ['有差距', 'lagging'],
    ['否', 'lagging'],
    ['-', null],
    ['', null],
    ['—', null],
  ])('%s is %s', (words, said) => expect(printedClass(words)).toBe(said));
});

describe('seriesInText', () => {
  const day = isoDate('2025-06-30');
  it.each([
    ['上半年,固定资产投资同比增长3.2%。', '面上投资', '3.2'],
    ['固定资产投资(不含农户)下降1.5%,其中工业投资增长8%。', '面上投资', '-1.5'],
    ['固定资产投资增速与上年同期持平,总量居前。', '面上投资', '0'],
    ['全市实现地区生产总值(GDP)3120亿元,同比增长5.1%。', '经济增长', '5.1'],
    ['高技术产业固定资产投资增长9%。', '面上投资', null],
    ['固定资产投资项目建设提速。', '面上投资', null],
  ])('%s says of %s: %s', (text, name, amount) =>
    expect(seriesInText(text, 0, name, day)?.amount ?? null).toBe(amount),
  );
});
