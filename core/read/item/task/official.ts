// Whose work a chapter is: the officer named in its heading (二、某某常务副市长牵头工作) or the unit that leads it.
import type { Owner } from '../../reading.ts';
import { readOwners } from '../owners.ts';

export interface Charge {
  /** Name as printed, or the post where no name is printed. */
  readonly official: string | null;
  readonly post: string;
  readonly owners: readonly Owner[];
}

const post =
  '(?:(?:[市区县州省旗镇]委)?(?:常委|副书记|书记)、?)?(?:(?:常务)?副?[市区县州省旗镇乡]长|副?秘书长|(?:[市区县州]政府)?党组成员|副?主任|副?局长|副?主席)';
const nameThenPost = new RegExp(
  `^([\\u4e00-\\u9fa5·]{2,4}?)(?:同志)?(${post})(?:同志)?(?:牵头|负责|分管|领衔|联系|包保)`,
);
const postThenName = new RegExp(
  `^(${post})([\\u4e00-\\u9fa5·]{2,4}?)(?:同志)?(?:牵头|负责|分管|领衔|联系|包保)`,
);
const postOnly = new RegExp(`^(${post})(?:牵头|负责|分管|领衔|联系|包保)`);
const bracket = /[(（[](?:由)?([^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*)[)）\]]\s*$/;

/** 科技副县长 is a post: what stands before it is a field of government, not a name. */
const fieldOfWork =
  /科技|教育|文教|城建|建设|农业|工业|工交|商务|外贸|文旅|体育|政法|公安|民政|民生|生态|环保|金融|交通|卫生|市场|人社|社会/;

/** null where a heading puts nobody in charge. */
export function readCharge(title: string): Charge | null {
  if (!/牵头|负责|分管|领衔|联系|包保|单位|部门/.test(title)) return null;
  const only = postOnly.exec(title);
  if (only?.[1]) return { official: only[1], post: only[1], owners: [] };
  const named = nameThenPost.exec(title);
  if (named?.[1] && named[2]) {
    const whole = named[1] + named[2];
    return fieldOfWork.test(named[1])
      ? { official: whole, post: whole, owners: [] }
      : { official: named[1], post: named[2], owners: [] };
  }
  const after = postThenName.exec(title);
  if (after?.[1] && after[2]) return { official: after[2], post: after[1], owners: [] };
  const inside = bracket.exec(title)?.[1];
  if (inside === undefined) return null;
  const owners = readOwners(inside);
  return owners.length > 0 ? { official: null, post: '', owners } : null;
}
