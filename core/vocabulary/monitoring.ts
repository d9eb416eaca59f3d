// The words of monitoring, five-year paths and the exchange between levels in both languages.
import type { PathPace } from '../budget/five-year-path.ts';
import type { SeriesMeasure } from '../budget/monitor/figure.ts';
import type { RunningCap } from '../plan/exchange/cap.ts';
import type { DifferenceKind } from '../plan/exchange/difference.ts';
import type { Level } from '../plan/exchange/package.ts';
import type { Words } from './words.ts';

export const seriesMeasureLabel: Record<SeriesMeasure, Words> = {
  period: { zh: '当期值', en: 'Of the period' },
  periodGrowth: { zh: '当期同比', en: 'Of the period, on the year' },
  total: { zh: '累计值', en: 'Year to date' },
  totalGrowth: { zh: '累计同比', en: 'Year to date, on the year' },
};

export const pathPaceLabel: Record<PathPace, Words> = {
  met: { zh: '已达到', en: 'Met' },
  onPath: { zh: '达到参考进度', en: 'On the path' },
  behind: { zh: '落后参考进度', en: 'Behind the path' },
  open: { zh: '数据不足，暂不判断', en: 'Cannot be told' },
};

export const differenceLabel: Record<DifferenceKind, Words> = {
  share: { zh: '分解数不一致', en: 'Share and plan differ' },
  target: { zh: '目标不一致', en: 'Targets differ' },
  unit: { zh: '单位不可比', en: 'Units cannot be compared' },
  notSplit: { zh: '上级未分解', en: 'Not split by the level above' },
  onlyAbove: { zh: '下级计划没有', en: 'Missing below' },
  onlyBelow: { zh: '只在下级计划', en: 'Only below' },
  worded: { zh: '文字目标', en: 'In words' },
  agrees: { zh: '一致', en: 'Agrees' },
};

export const capLabel: Record<RunningCap['state'], Words> = {
  over: { zh: '超出', en: 'over' },
  under: { zh: '不足', en: 'short' },
  even: { zh: '正好', en: 'even' },
  open: { zh: '未定', en: 'open' },
};

export const levelLabel: Record<Level, Words> = {
  province: { zh: '省', en: 'Province' },
  city: { zh: '市', en: 'City' },
  district: { zh: '区县', en: 'District' },
};
