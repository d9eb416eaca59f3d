// What each code unit of a source folds to, and which units need a look at their neighbours first.
import { simplifiedSigns, traditionalSigns } from './traditional.ts';

/** Copied through foldedUnit; everything else is handled by name in fold-text.ts. */
export const plainUnit = 0;
export const spaceUnit = 1;
/** A line or page end other than the line feed, which is plain. */
export const newlineUnit = 2;
export const returnUnit = 3;
export const droppedUnit = 5;
/** Printed twice it counts once: ,, 。。 %% */
export const collapsingUnit = 6;
export const openUnit = 7;
export const superscriptUnit = 8;
export const circledUnit = 9;
/** Marks left over from a conversion: * _ ^ $ { } \ < & # */
export const markupUnit = 10;
/** 於 is 于, but not in the place name 於潜. */
export const placeSignUnit = 11;

// Each pair: printed variant, then what it folds to.
const punctuationPairs =
  '﹐,﹑、﹒.﹔;﹕:﹖?﹗!﹙(﹚)﹛{﹜}﹝〔﹞〕﹟#﹠&﹡*﹢+﹣-﹤<﹥>﹦=﹪%﹫@٪%｡。､、｢“｣”「“」”『‘』’︰:﹃“﹄”' +
  '‐-‑-‒-–-−-╌-―—─—━—﹘—〜~∼~～~˜~⁓~・·‧·•·∙·⋅·∶:⁄/∕/｜|│|┃|¦|＂"″"＇\'〝“〞”〟”‹〈›〉«《»》⟨〈⟩〉〖【〗】⼁|';

// Radicals that converters print for ordinary signs; Unicode gives only the Kangxi block a decomposition.
const radicalPairs =
  '⺁厂⺄乙⺅人⺈刀⺊卜⺋巳⺍小⺎兀⺏尢⺒巳⺓幺⺕彐⺗心⺛旡⺝月⺟母⺠民⺡水⺢水⺣火⺤爪⺦丬⺧牛⺨犬⺩王⺪疋⺫目⺬示⺭示⺮竹⺯糸⺲罒⺶羊⺷羊⺸羊⺹老' +
  '⺺肀⺽臼⺾艹⺿艹⻀艹⻁虎⻃西⻄西⻅见⻆角⻇角⻈言⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻐金⻑长⻒长⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻭齿⻮齿⻰龙⻲龟⻳龟';

function setPairs(table: Uint16Array, pairs: string): void {
  for (let i = 0; i + 1 < pairs.length; i += 2) table[pairs.charCodeAt(i)] = pairs.charCodeAt(i + 1);
}

/** Compatibility forms whose canonical form is one unit in the basic plane (Kangxi radicals, doubled Han signs). */
function setCanonical(table: Uint16Array, first: number, last: number): void {
  for (let code = first; code <= last; code += 1) {
    const canonical = String.fromCharCode(code).normalize('NFKC');
    if (canonical.length === 1) table[code] = canonical.charCodeAt(0);
  }
}

function buildFoldedUnits(): Uint16Array {
  const table = new Uint16Array(65536);
  for (let code = 0; code < 65536; code += 1) table[code] = code;
  for (let code = 0xff01; code <= 0xff5e; code += 1) table[code] = code - 0xfee0;
  for (let digit = 0; digit < 10; digit += 1) table[0x2080 + digit] = 0x30 + digit;
  setCanonical(table, 0x2f00, 0x2fd5);
  setCanonical(table, 0xf900, 0xfaff);
  setPairs(table, radicalPairs);
  setPairs(table, punctuationPairs);
  for (let i = 0; i < traditionalSigns.length; i += 1) {
    table[traditionalSigns.charCodeAt(i)] = simplifiedSigns.charCodeAt(i);
  }
  return table;
}

/** The code unit that each code unit folds to; itself where nothing is to be done. */
export const foldedUnit = buildFoldedUnits();

function mark(table: Uint8Array, units: string, kind: number): void {
  for (let i = 0; i < units.length; i += 1) table[units.charCodeAt(i)] = kind;
}

function buildUnitKinds(): Uint8Array {
  const table = new Uint8Array(65536);
  mark(table, ' \u00a0\u1680\u202f\u205f\u3000', spaceUnit);
  table.fill(spaceUnit, 0x2000, 0x200b);
  mark(table, '\f\v\u0085\u2028\u2029', newlineUnit);
  table[0x0d] = returnUnit;
  mark(table, '\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f', droppedUnit);
  table.fill(droppedUnit, 0, 9);
  table.fill(droppedUnit, 0x0e, 0x20);
  mark(table, '⁰¹²³⁴⁵⁶⁷⁸⁹', superscriptUnit);
  table.fill(circledUnit, 0x2460, 0x2474);
  table[0x65bc] = placeSignUnit;
  for (let code = 0; code < 65536; code += 1) {
    const folded = String.fromCharCode(foldedUnit[code] ?? 0);
    if (table[code] !== plainUnit) continue;
    if (',。;:、%!?'.includes(folded)) table[code] = collapsingUnit;
    else if ('([〔【'.includes(folded)) table[code] = openUnit;
    else if ('*_^{}$\\<&#'.includes(folded)) table[code] = markupUnit;
  }
  return table;
}

/** How each code unit of a source is handled. */
export const unitKind = buildUnitKinds();

/** Copied as it is; a mark that counts once is, unless it repeats the unit before it. */
export const alwaysKept = 1;
const keptOnce = 2;

/** Which units are copied as they are: nearly all, so that they are asked for first. 0 for all others. */
export const keptUnit: Uint8Array = unitKind.map((kind, unit) => {
  if (foldedUnit[unit] !== unit) return 0;
  return kind === plainUnit ? alwaysKept : kind === collapsingUnit ? keptOnce : 0;
});
