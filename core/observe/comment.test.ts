// Comments: words of motion are refused, numbers and results are taken, and an end is said once.
import { expect, it } from 'vitest';
import { closingProblem, commentProblem } from './comment.ts';

it.each([
  // why this row is here      words                                   problem
  ['words of motion', '各项工作正常推进中', 'comment.saysNothing'],
  ['in English', 'Work is progressing as planned.', 'comment.saysNothing'],
  ['nothing at all', '  ', 'comment.needsWords'],
  ['one sign', '好', 'comment.needsWords'],
  ['a number', '已完成 12 个点位', null],
  ['a place and a cause', '小营街道用地未批', null],
  ['a result', '已通过竣工验收', null],
] as const)('%s', (_why, words, problem) => expect(commentProblem(words)).toBe(problem));

it.each([
  ['a risk ends with words that say how', 'risk', false, '用地已批', null],
  ['not with words of motion', 'risk', false, '正常推进', 'comment.saysNothing'],
  ['once', 'request', true, '已答复资金安排', 'comment.alreadyClosed'],
  ['progress has no end', 'progress', false, '已完成 3 个', 'comment.hasNoEnd'],
] as const)('%s', (_why, kind, closed, words, problem) =>
  expect(closingProblem(kind, closed, words)).toBe(problem),
);
