// The word on the sign of a site: short enough to type, random, without signs that look alike (0 O, 1 I).
import { randomInt } from 'node:crypto';

const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** 32^8 words: with ten thousand sites, one try in a hundred million hits one. */
export const newSiteCode = (): string =>
  Array.from({ length: 8 }, () => signs[randomInt(signs.length)]).join('');
