// Local rules of sites and their ratings.
import { z } from 'zod';
import { defaultRatingSettings } from '../../observe/rating.ts';
import { count, own, row } from './row.ts';

export const siteSettings = {
  'site.leadAtMost': row({
    group: 'site',
    words: { zh: '几分及以下的评价转为线索', en: 'A rating at or below this becomes a lead' },
    shape: count(1, 4),
    value: defaultRatingSettings.leadAtMost,
    basis: 'default',
    source: own,
  }),
  'site.leastForMean': row({
    group: 'site',
    words: { zh: '至少几人评价才显示平均分', en: 'Ratings needed before a mean is shown' },
    shape: count(1, 1000),
    value: defaultRatingSettings.leastForMean,
    basis: 'default',
    source: own,
  }),
  'site.ratingsPerAddress': row({
    group: 'site',
    words: { zh: '同一网络地址 15 分钟内最多评价几次', en: 'Ratings from one address in 15 minutes' },
    shape: count(1, 10_000),
    value: 30,
    basis: 'default',
    source: own,
  }),
  'site.upkeepWarnDays': row({
    group: 'site',
    words: { zh: '运维责任到期前几天提醒', en: 'Days ahead in which an ending upkeep is shown' },
    shape: count(0, 3660),
    value: 60,
    basis: 'default',
    source: own,
  }),
  'site.publicAddress': row({
    group: 'site',
    words: {
      zh: '对外网址：代理以此域名转来的访问被接受，公示牌、邮件和日历中的链接都用它（不设则只在本机可用）',
      en: 'Public web address: visits a proxy passes on under this name are let in; signs, mail and calendars link to it (none: this machine only)',
    },
    shape: z
      .url({ protocol: /^https?$/ })
      .max(200)
      .nullable(),
    value: null,
    basis: 'default',
    source: own,
  }),
  'site.bounds': row({
    group: 'site',
    words: {
      zh: '本市经纬度范围（WGS-84，超出即退回）',
      en: 'Box of the city in WGS-84; points outside are refused',
    },
    shape: z
      .strictObject({ west: z.number(), east: z.number(), south: z.number(), north: z.number() })
      .nullable(),
    value: null,
    basis: 'default',
    source: own,
  }),
} as const;
