// Who a heading puts in charge: a name, a post, or a post with its field.
import { expect, it } from 'vitest';
import { readCharge } from './official.ts';

it.each([
  // why this row is here      heading                          official           post
  ['a post alone', '常务副市长牵头工作', '常务副市长', '常务副市长'],
  ['a field before a post is no name', '科技副县长牵头工作', '科技副县长', '科技副县长'],
  ['two signs of a field', '工业商务副市长牵头工作', '工业商务副市长', '工业商务副市长'],
])('%s', (_why, title, official, post) => {
  expect(readCharge(title)).toMatchObject({ official, post });
});
