// Which unit a header, a caption or a metric cell gives to the numbers of its column or row.
import { readUnit } from './figure/unit.ts';
import { NOUN } from './figure/unit-words.ts';
import { holdsAny, signSet } from './sign-set.ts';

const BRACKETED = /[(（]\s*(?:单位\s*[:：]?\s*)?([^()（）]{1,12}(?:[(（][^()（）]{1,3}[)）])?)\s*[)）]/g;
const STATED = /单位\s*[:：]\s*([^\s,，;；()（）]{1,12}(?:[(（][^()（）]{1,3}[)）])?)/;

/** 县(市), 区(园区): a bracket that widens the kind of place, not a unit. */
const places = new Set(
  '市 县 区 镇 乡 村 州 省 国 街道 社区 园 园区 校 院 厂 店 馆 企 街 机 标 大 星 级 期'.split(' '),
);

const wideSigns = signSet('（）％');
const digits = signSet('0123456789');

/** The unit a text names as a whole: 亿元, 套(间), 微克/立方米; '' for 其中 or 2024年. */
export function wholeUnit(text: string): string {
  const bare = text.trim();
  const plain = holdsAny(wideSigns, bare)
    ? bare.replaceAll('（', '(').replaceAll('）', ')').replaceAll('％', '%')
    : bare;
  if (plain === '' || holdsAny(digits, plain) || places.has(plain) || /^[-—/]+$/.test(plain)) return '';
  const unit = readUnit(plain, 0, plain.length, true);
  return unit.end === plain.length && unit.kind !== NOUN ? unit.text : '';
}

/** 2025年计划投资(亿元) gives 亿元; 单位:万元 gives 万元. The last bracket that names a unit wins. */
export function unitOfHeader(header: string): string {
  if (!/[(（]|单位/.test(header)) return '';
  const stated = STATED.exec(header)?.[1];
  if (stated) {
    const unit = wholeUnit(stated) || (stated.length <= 4 ? '' : wholeUnit(stated.split('、')[0] ?? ''));
    if (unit !== '') return unit;
  }
  let last = '';
  for (const match of header.matchAll(BRACKETED)) {
    const unit = wholeUnit(match[1] ?? '');
    if (unit !== '') last = unit;
  }
  return last;
}

/** 占比, 完成率, 增速 name a share even where no unit is printed. */
export function unitOfName(header: string): string {
  return /(?:增速|增长率|增幅|完成率|占比|比重|进度|开工率|覆盖率|同比)(?:[(（][^()（）]*[)）])?$/.test(
    header.trim(),
  )
    ? '%'
    : '';
}

export const isUnitColumn = (header: string): boolean => /^(?:计量|计划)?单\s*位$/.test(header.trim());
export const isNumberColumn = (header: string): boolean =>
  /^(?:序\s*号|编\s*号|项目编号|排\s*名|名\s*次|位\s*次|代\s*码|年\s*[份度]|号|No\.?)$/i.test(header.trim());
/** Columns whose numbers are dates, names or words of their own, never figures of the row. */
export const isTextColumn = (header: string): boolean =>
  /(?:名称|责任|单位|领导|内容|措施|备注|时间|期限|时限|节点|地点|区域|类别|性质|属性|评估|部门|牵头|配合|项目$|指标$|领域$|事项|进展|情况说明|要求)/.test(
    header,
  ) && unitOfHeader(header) === '';
