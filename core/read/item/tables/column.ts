// What each column of a table is for, decided by the words of its head.
import type { GridRow } from '../../structure.ts';
import { isDash, isPlace, isUnit, printedText } from './cell.ts';

export type ColumnRole =
  | 'number'
  | 'category'
  | 'name'
  | 'part'
  | 'unit'
  | 'target'
  | 'actual'
  | 'growth'
  | 'rate'
  | 'share'
  | 'assessment'
  | 'property'
  | 'lead'
  | 'support'
  | 'official'
  | 'officer'
  | 'deadline'
  | 'schedule'
  | 'place'
  | 'year'
  | 'note'
  | 'other';

export interface Column {
  readonly index: number;
  /** Head without spaces. */
  readonly head: string;
  readonly role: ColumnRole;
  /** Unit in brackets at the end of the head: 项目数(个). */
  readonly unit: string;
}

/** First that applies; the order is the rule. */
const roleWords: readonly (readonly [ColumnRole, RegExp])[] = [
  ['number', /^(?:序号?|编号|项次|行次|No\.?|№)$/i],
  ['unit', /^(?:计量|指标)?单位$/],
  ['part', /^(?:分项|子项|细项|其中)$/],
  ['note', /^(?:备注|说明|附注|注)$|年限|(?:建设|实施)时间|起止|年份|日期|电话|邮编|代码|编码/],
  ['property', /属性|指标性质|^性质$/],
  ['assessment', /评估|评价|研判|评定|是否(?:完成|达标|达到|符合)|完成状态|达标情况/],
  ['officer', /(?:单位|部门).*(?:领导|负责人|责任人)|^(?:责任人|联系人|负责人)$/],
  ['official', /领导|^(?:责任|分管|牵头)人$/],
  ['support', /(?:配合|协同|协办|参与|参加|协助)(?:单位|部门)?/],
  [
    'lead',
    /(?:牵头|责任|主办|主责|承办|实施|落实|主管|主体)(?:单位|部门|主体|区县|机构)|^(?:单位|部门)名称$/,
  ],
  [
    'schedule',
    /进度安排|工作计划|推进计划|进度计划|阶段.{0,3}(?:目标|安排)|节点|序时|时间安排|推进步骤|工作安排/,
  ],
  ['deadline', /(?:完成|办结|时间|截止).{0,3}(?:时间|时限|期限|日期)|^(?:时限|时间要求|完成时间)$/],
  [
    'rate',
    /完成率|执行率|到位率|开工率|为上年|(?:完成|执行|投资).{0,4}(?:进度|比例|百分比)|占.{0,6}(?:目标|计划|预算)|为.{0,6}(?:预算|调整预算)|^%$/,
  ],
  ['share', /占比|比重|占.{0,8}(?:比例|份额)/],
  ['name', /^(?:重点|主要|工作|具体|年度)?(?:工作|任务|事项)(?:名称|事项|任务)?$/],
  [
    'target',
    /^(?:全[市省县区州]|合计|总计|总数)$|目标|预期|任务(?:数|量|值)?$|计划|预算数|调整预算|安排|约束值/,
  ],
  ['growth', /增速|增幅|增长|同比|比上年|较上年|增减|±/],
  ['actual', /总量|绝对[值数量额]|数值|上年|去年|同期|实绩|实际|完成|预计|执行|决算|进展|累计|现状|达到/],
  ['year', /^20\d\d年?(?:基期值?|基数)?$/],
  ['category', /类别|分类|类型|领域$|板块|大类$|方面$/],
  ['name', /指标|名称|项目|任务|事项|内容|科目|工程|举措|工作/],
];

const headUnit = /\(([^()]+(?:\([^()]+\))?)\)$|[,/]([^,/()]+)$/;

function unitOfHead(head: string): string {
  const found = headUnit.exec(head);
  const unit = (found?.[1] ?? found?.[2] ?? '').replace(/^单位[::]/, '');
  return unit !== '' && isUnit(unit) ? unit : '';
}

/** 各区、县(市)任务分解 stands over the places; a merged head keeps it before the name of the first. */
const placeHead = (head: string): string => head.replace(/^.*(?:分解|分配|下达)(?:情况|任务|表)?[/|]?/, '');

function roleOf(head: string): ColumnRole {
  if (head === '') return 'other';
  if (isPlace(placeHead(head))) return 'place';
  const found = roleWords.find(([, words]) => words.test(head))?.[0] ?? 'other';
  // 项目数(个) counts projects, it does not name them.
  const counts = unitOfHead(head) !== '' || /(?:项目|指标|任务)(?:个|总)?数量?$/.test(head);
  return counts && (found === 'name' || found === 'category') ? 'other' : found;
}

const withRole = ({ index, head, unit }: Column, role: ColumnRole): Column => ({ index, head, role, unit });

/** A table has one name column: the first 指标/项目 wins, and a 类别 without a name beside it is the name. */
function settleNames(columns: readonly Column[]): readonly Column[] {
  const name = columns.find((column) => column.role === 'name');
  if (name !== undefined) {
    return columns.map((column) =>
      column.role === 'name' && column !== name ? withRole(column, 'other') : column,
    );
  }
  const instead = columns.find((column) => column.role === 'category') ?? columns.find(isLabel);
  return columns.map((column) => (column === instead ? withRole(column, 'name') : column));
}

const isLabel = (column: Column): boolean => column.role === 'other' && column.unit === '';

export function readColumns(header: readonly string[]): readonly Column[] {
  const columns = header.map((text, index): Column => {
    const head = text.replace(/\s/g, '');
    const role = roleOf(head);
    return {
      index,
      head: role === 'place' ? placeHead(head) : head,
      role,
      unit: role === 'place' ? '' : unitOfHead(head),
    };
  });
  return settleNames(columns);
}

/** 单位 heads units of measure or, in a list of places and departments, their names: the cells decide. */
export function withUnits(columns: readonly Column[], rows: readonly GridRow[]): readonly Column[] {
  const unit = columns.find((column) => column.role === 'unit');
  // Where the things have a name column of their own, words under 单位 are names of parts that pushed the unit aside.
  if (unit === undefined || columns.some((column) => column.role === 'name')) return columns;
  let [units, names] = [0, 0];
  for (const row of rows) {
    const text = printedText(row, unit.index);
    if (text === '' || isDash(text)) continue;
    if (isUnit(text)) units += 1;
    else names += 1;
  }
  if (names <= units) return columns;
  return settleNames(columns.map((column) => (column === unit ? withRole(column, 'other') : column)));
}

export const columnOf = (columns: readonly Column[], role: ColumnRole): number =>
  columns.find((column) => column.role === role)?.index ?? -1;
