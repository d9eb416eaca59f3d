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

/** null where a heading puts nobody in charge. */
export function readCharge(title: string): Charge | null {
  if (!/牵头|负责|分管|领衔|联系|包保|单位|部门/.test(title)) return null;
  const only = postOnly.exec(title);
  if (only?.[1]) return { official: only[1], post: only[1], owners: [] };
  const named = nameThenPost.exec(title);
  if (named?.[1] && named[2]) return { official: named[1], post: named[2], owners: [] };
  const after = postThenName.exec(title);
  if (after?.[1] && after[2]) return { official: after[2], post: after[1], owners: [] };
  const inside = bracket.exec(title)?.[1];
  if (inside === undefined) return null;
  const owners = readOwners(inside);
  return owners.length > 0 ? { official: null, post: '', owners } : null;
}
