// Which industries a four-digit code of GB/T 4754-2017 stands for: ranges that clauses name, and the check of a code.
import type { Words } from '../words/words.ts';

export interface IndustryRange {
  readonly from: string;
  readonly to: string;
  readonly label: Words;
}

/** Divisions of GB/T 4754-2017: 06–46 are sections B, C and D (mining, manufacturing, utilities); 13–43 are section C. */
export const industryRanges = {
  industrial: {
    from: '0600',
    to: '4699',
    label: { zh: '属于工业（采矿、制造、水电气）', en: 'Industry: mining, manufacturing, utilities' },
  },
  manufacturing: { from: '1300', to: '4399', label: { zh: '属于制造业', en: 'Industry: manufacturing' } },
  software: {
    from: '6500',
    to: '6599',
    label: { zh: '属于软件和信息技术服务业', en: 'Industry: software and information technology services' },
  },
} as const satisfies Readonly<Record<string, IndustryRange>>;

/** Divisions that GB/T 4754-2017 uses: 01 to 97 without a gap. */
export function isIndustryCode(text: string): boolean {
  if (!/^\d{4}$/.test(text)) return false;
  const division = Number(text.slice(0, 2));
  return division >= 1 && division <= 97;
}
