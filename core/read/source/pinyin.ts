// Whether a bracket after a sign holds its pinyin: 國(guó). A syllable with a tone always is; one without (的(de)) only
// where its neighbour carries one too, so that 人工智能(ai) stays.
import { foldedUnit } from './fold-table.ts';
import { isHan } from './sign.ts';

const toned = new Set('āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ');
const longest = 7;

/** Position of the closing bracket of a pinyin bracket that opens at `open`, or -1. */
export function closeOfPinyin(source: string, open: number, runsOn: boolean): number {
  const first = syllable(source, open);
  if (first === null) return -1;
  if (first.toned || runsOn) return first.close;
  const next = syllable(source, first.close + 2);
  return isHan(source.charCodeAt(first.close + 1)) && next?.toned ? first.close : -1;
}

function syllable(source: string, open: number): { close: number; toned: boolean } | null {
  if (foldedUnit[source.charCodeAt(open)] !== 0x28) return null;
  let hasTone = false;
  let i = open + 1;
  for (; i <= open + longest; i += 1) {
    const sign = source[i] ?? '';
    if (toned.has(sign)) hasTone = true;
    else if (!(sign >= 'a' && sign <= 'z') && sign !== 'ü') break;
  }
  const closes = i > open + 1 && foldedUnit[source.charCodeAt(i)] === 0x29;
  return closes ? { close: i, toned: hasTone } : null;
}
