// What can be wrong with a clause: a code, the place, and for each code what is wrong and how to mend it, in both languages.
import type { Words } from './words/words.ts';

export interface Place {
  readonly clause: string;
  readonly path: string;
}

export interface ClauseProblem extends Place {
  readonly code: ClauseProblemCode;
  readonly params: Readonly<Record<string, string>>;
  /** The other place of a conflict. */
  readonly also?: Place;
}

export interface ProblemWords {
  readonly what: Words;
  readonly mend: Words;
}

/** params.amount[0].value */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at > 0 ? '.' : ''}${String(part)}`))
    .join('');
}

const say = (whatZh: string, whatEn: string, mendZh: string, mendEn: string): ProblemWords => ({
  what: { zh: whatZh, en: whatEn },
  mend: { zh: mendZh, en: mendEn },
});

const problems = {
  'clause.unknownField': say(
    '字段“{field}”不在条款格式中',
    'the format has no field “{field}”',
    '删去，或改为格式中的字段名',
    'remove it, or use the name the format has',
  ),
  'clause.missingField': say(
    '缺少字段“{field}”',
    'the field “{field}” is missing',
    '补上该字段',
    'add the field',
  ),
  'clause.wrongShape': say(
    '写法不对，应为 {expected}',
    'wrong form, expected {expected}',
    '按格式改写',
    'write it in that form',
  ),
  'clause.wrongWord': say(
    '不在可选值中',
    'not one of the known words',
    '改为其中之一：{known}',
    'use one of: {known}',
  ),
  'clause.unknownOperator': say(
    '“{found}”不是一个运算',
    '“{found}” is not one operator',
    '只写一个运算：{known}',
    'write exactly one of: {known}',
  ),
  'clause.tooDeep': say(
    '嵌套超过 {limit} 层',
    'nested deeper than {limit} levels',
    '拆成几条条款',
    'split it into several clauses',
  ),
  'clause.notJson': say(
    '读不出这段文字：不是 JSON',
    'this text is no JSON',
    '检查引号、逗号和括号',
    'check quotes, commas and brackets',
  ),
  'value.notRead': say(
    '“{value}”读不出数值',
    '“{value}” cannot be read',
    '写成数字加单位，如 20万元、5%、3年',
    'write a number with its unit: 20万元, 5%, 3年',
  ),
  'value.notWhole': say(
    '“{value}”不是整数分（整数个）',
    '“{value}” is no whole number of 分 (or pieces)',
    '去掉多余的小数',
    'drop the extra decimals',
  ),
  'value.noSuchDay': say(
    '没有“{value}”这一天',
    'there is no day “{value}”',
    '改为存在的日期',
    'write a day that exists',
  ),
  'value.tooLarge': say(
    '“{value}”超出可精确计算的范围',
    '“{value}” is beyond exact arithmetic',
    '检查单位',
    'check the unit',
  ),
  'clause.datesReversed': say(
    '起始日 {from} 晚于截止日 {to}',
    'starts {from}, after it ends {to}',
    '对调或改正日期',
    'correct or swap the dates',
  ),
  'parameter.order': say(
    '参数“{name}”的生效日没有按先后排列或有重复',
    'the days of “{name}” are out of order or repeated',
    '按生效日从早到晚各写一次',
    'list each day once, earliest first',
  ),
  'parameter.noValue': say(
    '参数“{name}”在 {day} 没有取值',
    '“{name}” has no value on {day}',
    '补一条自条款生效日起的取值',
    'add a value from the day the clause starts',
  ),
  'parameter.unknown': say(
    '没有参数“{name}”',
    'there is no parameter “{name}”',
    '在 params 中写明并注明出处',
    'add it to params with its source',
  ),
  'parameter.unused': say(
    '参数“{name}”没有用到',
    'the parameter “{name}” is never used',
    '删去或用上',
    'use it or remove it',
  ),
  'fact.unknown': say(
    '登记信息中没有“{name}”',
    'the register has no fact “{name}”',
    '改为登记信息中的名称',
    'use the name of a fact of the register',
  ),
  'fact.wrongKind': say(
    '“{name}”不能这样用：{found}',
    '“{name}” cannot be used like this: {found}',
    '条件用标记，比较用数值',
    'ask flags with has or lacks, numbers with compare',
  ),
  'unit.mismatch': say(
    '单位不一致：{left} 与 {right}',
    'unlike units: {left} and {right}',
    '改成同一种单位',
    'use one kind of unit',
  ),
  'unit.notMoney': say(
    '金额算出来的是 {found}，不是钱',
    'the amount is {found}, not money',
    '金额应以元计',
    'an amount must come out in yuan',
  ),
  'unit.notRate': say(
    '“{name}”是 {found}，不是比例',
    '“{name}” is {found}, not a rate',
    '写成百分数或倍数',
    'write a percentage or a multiple',
  ),
  'amount.capBelowFloor': say(
    '上限 {cap} 低于下限 {floor}',
    'the cap {cap} is below the floor {floor}',
    '改正上限或下限',
    'correct the cap or the floor',
  ),
  'amount.bracketOrder': say(
    '分档上限没有递增',
    'the limits of the brackets do not rise',
    '从低到高排列，最后一档不写上限',
    'list them rising; the last has no limit',
  ),
  'amount.mayOverflow': say(
    '计算过程可能达到 {bound}，超过 2^53',
    'the sum may reach {bound}, beyond 2^53',
    '收紧登记信息的上限，或先封顶再相乘',
    'narrow the bounds of the facts, or cap before multiplying',
  ),
  'overlap.cycle': say(
    '叠加关系成环：{cycle}',
    'clauses stand on top of each other: {cycle}',
    '去掉其中一处 additiveWith',
    'remove one additiveWith',
  ),
  'overlap.unknown': say(
    '叠加的条款“{name}”不在同一组中',
    '“{name}” is not in the same group',
    '写同组条款的编号',
    'name a clause of the same group',
  ),
  'overlap.partial': say(
    '叠加条款须与组内其余条款都可叠加，缺“{name}”',
    'it must stand on top of all others of the group; “{name}” is missing',
    '补上，或另设一组',
    'add it, or use another group',
  ),
  'overlap.twoRules': say(
    '同一组“{name}”用了两种规则',
    'the group “{name}” has two rules',
    '统一为 highest 或 topUp',
    'use one of highest and topUp',
  ),
  'clause.conflict': say(
    '编号“{name}”的两个版本在 {from} 至 {to} 同时有效',
    'two versions of “{name}” hold from {from} to {to}',
    '前一版止于后一版生效前一日',
    'end the earlier the day before the later starts',
  ),
  'clause.duplicate': say(
    '编号“{name}”的同一内容写了两遍',
    '“{name}” is written twice',
    '删去一份',
    'remove one',
  ),
  'clause.renamed': say(
    '编号应为“{name}”，已公布条款的编号不变',
    'the id must stay “{name}”: a published clause keeps it',
    '改回原编号，或另立新条款',
    'restore the id, or write a new clause',
  ),
  'clause.idTaken': say(
    '编号“{name}”已有条款使用',
    'another clause has the id “{name}”',
    '换一个编号，或修改原条款',
    'choose another id, or change that clause',
  ),
  'clause.startsOutside': say(
    '生效日 {day} 晚于条款截止日 {to}',
    'it would start on {day}, after it ends on {to}',
    '延长截止日，或提前生效',
    'let the clause end later, or start it earlier',
  ),
  'test.wrongAnswer': say(
    '第 {number} 个例子：应为 {expected}，算得 {found}',
    'test {number}: expected {expected}, computed {found}',
    '改正条款或例子',
    'correct the clause or the test',
  ),
  'test.unreadable': say(
    '第 {number} 个例子的“{name}”读不出',
    'test {number}: “{name}” cannot be read',
    '按登记信息的单位写',
    'write it in the unit of the register',
  ),
  'history.tooMany': say(
    '一次性奖补的键超过 {limit} 个',
    'more than {limit} keys of one-time awards',
    '合并相同的键',
    'share keys between clauses',
  ),
} as const satisfies Readonly<Record<string, ProblemWords>>;

export type ClauseProblemCode = keyof typeof problems;

const fill = (text: string, params: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, key: string) => params[key] ?? whole);

export function problemWords(problem: ClauseProblem): ProblemWords {
  const { what, mend } = problems[problem.code];
  const both = (words: Words): Words => ({
    zh: fill(words.zh, problem.params),
    en: fill(words.en, problem.params),
  });
  return { what: both(what), mend: both(mend) };
}
