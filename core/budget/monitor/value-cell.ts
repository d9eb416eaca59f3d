// What a cell of a statistics table says: a number, nothing yet (…, —), or something that is no number and must be named.
import { parseDecimal, printDecimal, scaleByTen, trim } from '../../quantity/decimal.ts';
import { readUnit } from '../../quantity/unit.ts';

export type ValueCell =
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'bad' };

/** … and — are how the statistics bureaus print "no figure" (note on symbols in the China Statistical Yearbook). */
const nothing = /^(?:[-—–―.…·/]*|无|暂无(?:数据)?|n\/?a|#n\/a)$/i;

export function readValueCell(printed: string, isRate: boolean): ValueCell {
  const text = printed.normalize('NFKC').replace(/\s+/g, '').replace(/−/g, '-').replace(/,/g, '');
  if (nothing.test(text)) return { kind: 'nothing' };
  if (isRate && text === '持平') return { kind: 'number', value: '0' };
  const worded = isRate ? /^(增长|上涨|上升|下降|回落|减少)(\d+(?:\.\d+)?)%?$/.exec(text) : null;
  if (worded) {
    const falls = /下降|回落|减少/.test(worded[1] ?? '');
    return { kind: 'number', value: `${falls ? '-' : ''}${worded[2]}` };
  }
  const bare = isRate ? text.replace(/%$/, '') : text;
  const value = parseDecimal(bare.replace(/^\+/, ''));
  return value ? { kind: 'number', value: printDecimal(value) } : { kind: 'bad' };
}

/** The number in another unit of the same base, exactly: 52043 万元 is 5.2043 亿元. Null where the two count different things. */
export function inUnit(value: string, from: string, to: string): string | null {
  if (from === '' || from === to) return value;
  const [given, wanted] = [readUnit(from), readUnit(to)];
  const number = parseDecimal(value);
  if (!number || given.base !== wanted.base) return null;
  return given.power === wanted.power
    ? value
    : printDecimal(trim(scaleByTen(number, given.power - wanted.power)));
}
