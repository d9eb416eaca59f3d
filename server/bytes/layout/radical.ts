// Gives back the signs that PDF fonts print under the code of a radical: ⼈⺠ is meant as 人民.

/** Unicode EquivalentUnifiedIdeograph.txt for U+2E80 to U+2EFF: those that are signs in their own right. */
const supplement = new Map(
  (
    '⺁厂⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺒巳⺓幺⺖忄⺘扌⺙攵⺛旡⺜日⺝月⺟母⺠民⺡氵⺣灬⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺯糹⺰纟⺲罒⺶羊⺷羊⺹耂⺼肉⺽臼⺾艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻏邑⻐钅⻑長⻓长⻔门⻖阜⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'.match(
      /../gu,
    ) ?? []
  ).map((pair) => [pair[0] ?? '', pair[1] ?? '']),
);

/** One sign each of which two forms exist, and the form that mainland documents print; and dashes joined by the font. */
const others = new Map([
  ['\u2f3e', '户'],
  ['\u2e3a', '——'],
  ['\u2e3b', '———'],
]);

/** Kangxi radicals (U+2F00 to U+2FD5) have their sign as compatibility mapping; the supplement needs the table. */
export const withoutRadicals = (text: string): string =>
  text
    .replace(/[\u2f3e\u2e3a\u2e3b]/g, (sign) => others.get(sign) ?? sign)
    .replace(/[\u2f00-\u2fd5\uf900-\ufaff]/g, (sign) => sign.normalize('NFKC'))
    .replace(/[\u2e80-\u2eff]/g, (sign) => supplement.get(sign) ?? sign);
