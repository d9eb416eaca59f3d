import { describe, expect, it } from 'vitest';
import { tellingOf } from '../../source/telling.ts';
import { cutClauses } from './clause.ts';
import { readWorded } from './worded.ts';

const worded = (sentence: string): string[] =>
  cutClauses(sentence, tellingOf(sentence), 0, sentence.length, [], 0).flatMap((clause) =>
    readWorded(sentence, clause).map((found) => `${found.metric}|${found.relativeType}|${found.relative}`),
  );

describe('targets in words', () => {
  it.each([
    ['in step', '城乡居民收入与经济增长基本同步', ['城乡居民收入|sync|经济增长']],
    ['two in step', '甲收入、乙收入与经济增长同步', ['甲收入|sync|经济增长', '乙收入|sync|经济增长']],
    ['faster than a series', '技改投资增速快于面上投资增速', ['技改投资增速|above|面上投资增速']],
    ['both down', '事故起数和死亡人数实现“双下降”', ['事故起数|trendDown|上年', '死亡人数|trendDown|上年']],
    ['only down', '“三公”经费只减不增', ['“三公”经费|below|上年']],
    ['nothing left', '确保零就业家庭动态清零', ['零就业家庭|null|动态清零']],
    ['a stable share', '货物出口额占全国份额基本稳定', ['货物出口额|shareStable|全国']],
    ['steady with a fall', '细颗粒物浓度稳中有降', ['细颗粒物浓度|trendDown|上年']],
    [
      'no less than last year, after another statement',
      '争取额度保持第1、上级资金总额不少于去年',
      ['上级资金总额|above|去年'],
    ],
  ])('%s', (_why, sentence, expected) => expect(worded(sentence)).toEqual(expected));

  it.each([
    ['a hint without a subject', '高于预期'],
    ['a noun', '高于城镇1个百分点'],
    ['plain words', '加快推进项目建设'],
  ])('%s is none', (_why, sentence) => expect(worded(sentence)).toEqual([]));
});
