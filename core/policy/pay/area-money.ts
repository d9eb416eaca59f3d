// Money by policy area against what was announced: the areas of a document overlap, so their sum is more than the net total.
import type { PolicyArea } from '../clause.ts';

export interface AnnouncedArea {
  readonly area: PolicyArea;
  /** 分 */
  readonly amount: number;
  /** Item of the document that prints it. */
  readonly ref: string;
}

export interface Announcement {
  readonly document: string;
  readonly areas: readonly AnnouncedArea[];
  /** 分, after what several areas count is taken out. */
  readonly net: number;
}

const YI = 10_000_000_000;
const area = (name: PolicyArea, tenthsOfYi: number, ref: string): AnnouncedArea => ({
  area: name,
  amount: (tenthsOfYi * YI) / 10,
  ref,
});

/** The eight areas of 杭政函〔2024〕16号 with the item that announces each, and the net total of its last paragraph but one. */
export const announced2024: Announcement = {
  document: '杭政函〔2024〕16号',
  areas: [
    area('investment', 1771, '(二)'),
    area('innovation', 1121, '(九)'),
    area('industry', 267, '(二十三)'),
    area('services', 239, '(三十三)'),
    area('transport', 469, '(四十二)'),
    area('openness', 60, '(四十七)'),
    area('countryside', 276, '(五十四)'),
    area('livelihood', 1487, '(六十九)'),
  ],
  net: 490 * YI,
};

export interface AreaRow extends AnnouncedArea {
  readonly awarded: number;
  readonly disbursed: number;
}

export interface AreaMoney {
  readonly rows: readonly AreaRow[];
  readonly gross: number;
  readonly net: number;
  /** Counted in more than one area: gross less net. */
  readonly overlap: number;
}

export function areaMoney(
  announcement: Announcement,
  awarded: ReadonlyMap<PolicyArea, number>,
  disbursed: ReadonlyMap<PolicyArea, number>,
): AreaMoney {
  const gross = announcement.areas.reduce((sum, each) => sum + each.amount, 0);
  return {
    rows: announcement.areas.map((each) => ({
      ...each,
      awarded: awarded.get(each.area) ?? 0,
      disbursed: disbursed.get(each.area) ?? 0,
    })),
    gross,
    net: announcement.net,
    overlap: gross - announcement.net,
  };
}
