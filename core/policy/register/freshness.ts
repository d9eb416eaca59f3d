// How long what was once said of an enterprise counts as known: a figure of a year, and a recognition whose certificate names no end.
// Afterwards it is neither yes nor no but unknown, and whoever asks is asked.
import { addMonths } from '../../quantity/calendar.ts';
import { type IsoDate, isoDate } from '../../quantity/date.ts';
import type { Setting } from '../../quantity/deadline.ts';

export interface Freshness {
  /** From the end of the year; 0 for always. */
  readonly figureMonths: number;
  /** From the first day of a certificate that names no last one; 0 for always. */
  readonly certificateMonths: number;
}

export const alwaysFresh: Freshness = { figureMonths: 0, certificateMonths: 0 };

export const defaultFreshness: { readonly [K in keyof Freshness]: Setting<number> } = {
  // Firms publish the report of a year until 30 June of the next one: what is known of the year before is then replaced.
  figureMonths: {
    value: 18,
    basis: 'default',
    source:
      '软件默认值：企业于每年6月30日前报送上一年度报告（企业信息公示暂行条例第八条），某年数据至迟在其后第二年6月30日由新数据接替',
  },
  certificateMonths: {
    value: 36,
    basis: 'default',
    source: '软件默认值：比照高新技术企业资格有效期三年（高新技术企业认定管理办法第九条）',
  },
};

/** Last day on which a figure of this year counts; null where it always does. */
export const figureLasts = (year: number, { figureMonths }: Freshness): IsoDate | null =>
  figureMonths === 0 ? null : addMonths(isoDate(`${year}-12-31`), figureMonths);

/** Last day on which a certificate without an end counts as in force; null where it always does. */
export const certificateLasts = (startsOn: IsoDate, { certificateMonths }: Freshness): IsoDate | null =>
  certificateMonths === 0 ? null : addMonths(startsOn, certificateMonths);

export const isStale = (lasts: IsoDate | null, day: IsoDate): boolean => lasts !== null && lasts < day;
