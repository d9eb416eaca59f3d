// Which lines are furniture: page marks, running heads, frames of a web page, tables of contents. None of it is the document.
import { isDigit, signKind } from '../source/sign.ts';
import type { Line } from './line.ts';

const dashedMark = /^[—\-·~\s]*[—\-·~]\s?\d{1,4}\s?[—\-·~][—\-·~\s]*$/;
const countedMark =
  /^(?:第?\s?\d{1,4}\s?页?\s?[/,,]?\s?(?:共|\/)\s?\d{1,4}\s?页?|第\s?\d{1,4}\s?页|P(?:age)?\s?\d{1,4}(?:\sof\s\d{1,4})?)$/i;

/** — 1 —, - 12 -, 第3页共10页, 3/10: a page mark that says so itself. */
export function isPageMark(text: string, start: number, end: number): boolean {
  if (end - start > 16) return false;
  const line = text.slice(start, end);
  return dashedMark.test(line) || countedMark.test(line);
}

/** Marks page marks and running heads as furniture. */
export function markPages(text: string, lines: readonly Line[]): void {
  let marks = 0;
  for (const line of lines) {
    if (!isPageMark(text, line.start, line.end)) continue;
    line.kind = 'furniture';
    marks += 1;
  }
  markBareNumbers(text, lines);
  markRunningHeads(text, lines, marks);
}

/** Lines that hold a number only are page marks where they count up by one, far apart from each other. */
function markBareNumbers(text: string, lines: readonly Line[]): void {
  const bare = lines.filter(
    (line) => line.kind === 'text' && line.end - line.start <= 4 && isNumber(text, line),
  );
  if (bare.length < 3) return;
  const pages: Line[] = [];
  for (const line of bare) {
    const last = pages.at(-1);
    const follows = last === undefined || pageOf(text, line) === pageOf(text, last) + 1;
    if (follows && (last === undefined || line.start - last.start > 200)) pages.push(line);
  }
  if (pages.length >= 3 && pages.length * 2 >= bare.length) for (const line of pages) line.kind = 'furniture';
}

function isNumber(text: string, line: Line): boolean {
  for (let i = line.start; i < line.end; i += 1) if (!isDigit(text.charCodeAt(i))) return false;
  return true;
}

const pageOf = (text: string, line: Line): number => Number(text.slice(line.start, line.end));

/** A short line that stands beside page marks or page ends at least twice is a running head; its first print stays. */
function markRunningHeads(text: string, lines: readonly Line[], marks: number): void {
  if (marks === 0 && !lines.some((line) => line.afterPage)) return;
  const seen = new Map<string, Line[]>();
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    if (line === undefined || line.kind === 'furniture' || line.end - line.start > 40) continue;
    const beside = line.afterPage || lines[i - 1]?.kind === 'furniture' || lines[i + 1]?.kind === 'furniture';
    if (!beside) continue;
    const words = text.slice(line.start, line.end);
    const known = seen.get(words);
    if (known === undefined) seen.set(words, [line]);
    else known.push(line);
  }
  for (const [words, places] of seen) {
    if (places.length < 2 || !isHead(words)) continue;
    for (const line of places) line.kind = 'furniture';
  }
}

/** Owners and table rows also come again at page ends; a running head has no mark of either. */
const isHead = (words: string): boolean =>
  !/[:;。,\t|]/.test(words) && !/^[\d一二三四五六七八九十(]/.test(words);

const chromeWords =
  /收藏本站|加入收藏|官方微[博信]|欢迎(?:浏览|访问|光临)|(?:浏览|点击|阅读|访问)(?:次数|率|量|数)|字号:|字体:|【?(?:打印|关闭)|分享到|扫一扫|当前位置|首页>|索引号|信息来源:|发布(?:日期|时间|机构):|公开日期|发文字号|文件编号|^文号|主题分类|信息分类|公文种类|公开方式|公开形式|有效性|成文日期|视力保护|无障碍(?!环境|设施|改造|通道|出行)|适老(?!化)|长者模式|主办单位:|承办单位:|联系我们|网站地图|法律声明|ICP备|公网安备|版权所有|网站标识码|技术支持|返回顶部|上一篇|下一篇|相关(?:链接|阅读|附件|解读)|附件下载|责任编辑|^来源:|^时间:|logo\d*\.|^(?:电话|传真|邮编|地址|网址|邮箱|客服):/;
/** What a page says about itself is no sentence and no numbered row: 完成适老化改造600户, 提供技术支持。 */
const ownWords = /[。;]|^(?:\d{1,3}[.、|\t]|\(?[一二三四五六七八九十]{1,3}[)、])/;
const headLines = 14;
const tailLines = 24;

/** Marks the frame of a web page around a text: the lines of its head and tail that speak of the page. */
export function markChrome(text: string, lines: readonly Line[]): void {
  const edge = (line: Line | undefined): void => {
    if (line === undefined || line.end - line.start > 120 || line.kind !== 'text') return;
    const words = text.slice(line.start, line.end);
    if (!ownWords.test(words) && chromeWords.test(words)) line.kind = 'furniture';
  };
  for (let i = 0; i < Math.min(headLines, lines.length); i += 1) edge(lines[i]);
  for (let i = Math.max(headLines, lines.length - tailLines); i < lines.length; i += 1) edge(lines[i]);
}

const longestContents = 400;
const longestEntry = 90;

/** Marks a table of contents, from its 目录 to where its first entry is printed again as a title. */
export function markContents(text: string, lines: readonly Line[]): string[] {
  const from = lines.findIndex(
    (line, i) => i < 200 && line.end - line.start <= 4 && isContentsTitle(text, line),
  );
  const titles: string[] = [];
  if (from < 0) return titles;
  let firstTitle = '';
  let end = -1;
  let dotted = from;
  for (let i = from + 1; i < Math.min(lines.length, from + longestContents) && end < 0; i += 1) {
    const line = lines[i];
    if (line === undefined || line.end - line.start > longestEntry) break;
    const printed = text.slice(line.start, line.end);
    const entry = withoutPage(printed);
    if (entry.length >= 4 && entry === firstTitle) end = i;
    else if (firstTitle === '' && !entry.startsWith('【') && line.kind === 'text') firstTitle = entry;
    if (entry !== printed) dotted = i;
  }
  // Without a title printed again only lines that name a page are known to be entries.
  if (end < 0) end = dotted + 1;
  for (let i = from; i < end; i += 1) {
    const line = lines[i];
    if (line === undefined || line.kind !== 'text') continue;
    line.kind = 'furniture';
    titles.push(withoutPage(text.slice(line.start, line.end)));
  }
  return titles;
}

const isContentsTitle = (text: string, line: Line): boolean => {
  const words = text.slice(line.start, line.end);
  return words === '目录' || words === '目次';
};

/** An entry without its leader dots and page number. */
function withoutPage(entry: string): string {
  let end = entry.length;
  while (
    end > 0 &&
    signKind[entry.charCodeAt(end - 1)] !== 2 &&
    '0123456789().·…- \t'.includes(entry[end - 1] ?? '')
  ) {
    end -= 1;
  }
  const cut = entry.slice(0, end);
  // A bracket cut in half belongs to the title: 草案(2024).
  return /^[^(]*\([^)]*$/.test(cut) ? entry : cut;
}
