// Finds the ruled lines of a PDF page among its drawing operators, and tells an empty page from a picture.
import type { Rule } from '../layout/piece.ts';

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
type Matrix = readonly number[];

export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

const isNumbers = (value: unknown): value is ArrayLike<number> =>
  Array.isArray(value) ? value.every((one) => typeof one === 'number') : value instanceof Float32Array;

/** Thicker than this is an area, thinner a line; shorter than that is no edge of a cell. */
const thickest = 3;
const shortest = 6;

function addRule(rules: Rule[], matrix: Matrix, ax: number, ay: number, bx: number, by: number): void {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
  const [x1, y1] = [a * ax + c * ay + e, b * ax + d * ay + f];
  const [x2, y2] = [a * bx + c * by + e, b * bx + d * by + f];
  const [width, height] = [Math.abs(x2 - x1), Math.abs(y2 - y1)];
  if (Math.max(width, height) < shortest || Math.min(width, height) > thickest) return;
  const rule = { x1: Math.min(x1, x2), y1: Math.min(y1, y2), x2: Math.max(x1, x2), y2: Math.max(y1, y2) };
  // A thin filled bar is a line along its middle.
  if (width >= height) rules.push({ ...rule, y1: (rule.y1 + rule.y2) / 2, y2: (rule.y1 + rule.y2) / 2 });
  else rules.push({ ...rule, x1: (rule.x1 + rule.x2) / 2, x2: (rule.x1 + rule.x2) / 2 });
}

/** Path data of pdf.js: 0 x y move, 1 x y line, 2 and 3 curves, 4 close. A box gives its four sides. */
function addPath(rules: Rule[], matrix: Matrix, path: ArrayLike<number>): void {
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const points: number[][] = [];
  const flush = () => {
    const xs = points.map((point) => point[0] ?? 0);
    const ys = points.map((point) => point[1] ?? 0);
    const [w, h] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
    const scale = Math.hypot(matrix[0] ?? 1, matrix[1] ?? 0);
    const isBar = points.length >= 4 && Math.min(w, h) * scale <= thickest;
    if (isBar) addRule(rules, matrix, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
    else
      for (const [at, point] of points.entries()) {
        const next = points[at + 1];
        if (next) addRule(rules, matrix, point[0] ?? 0, point[1] ?? 0, next[0] ?? 0, next[1] ?? 0);
      }
    points.length = 0;
  };
  for (let at = 0; at < path.length; ) {
    const operator = path[at++];
    const take = () => path[at++] ?? 0;
    if (operator === 0) {
      if (points.length > 1) flush();
      points.length = 0;
      [x, y] = [take(), take()];
      [startX, startY] = [x, y];
      points.push([x, y]);
    } else if (operator === 1) {
      [x, y] = [take(), take()];
      points.push([x, y]);
    } else if (operator === 2 || operator === 3) {
      if (points.length > 1) flush();
      points.length = 0;
      at += operator === 2 ? 4 : 2;
      [x, y] = [take(), take()];
      points.push([x, y]);
    } else if (operator === 4) points.push([startX, startY]);
    else break;
  }
  if (points.length > 1) flush();
}

/** Follows the transformations of the page and collects every straight line across or down. */
export function rulesOf(pdfjs: Pdfjs, operators: Operators, view: Matrix): Rule[] {
  const { OPS, Util } = pdfjs;
  const rules: Rule[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = view;
  const multiply = (by: ArrayLike<number>) => {
    matrix = Util.transform([...matrix], Array.from(by)) ?? matrix;
  };
  for (const [at, operator] of operators.fnArray.entries()) {
    const given = operators.argsArray[at];
    const parts: readonly unknown[] = Array.isArray(given) ? given : [];
    if (operator === OPS.save) saved.push(matrix);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? view;
    else if (operator === OPS.transform && isNumbers(given)) multiply(given);
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      if (isNumbers(parts[0])) multiply(parts[0]);
    } else if (operator === OPS.constructPath && isPainted(pdfjs, parts[0])) {
      const [path] = Array.isArray(parts[1]) ? parts[1] : [];
      if (isNumbers(path) && path.length < 20_000) addPath(rules, matrix, path);
    }
    if (rules.length > 20_000) break;
  }
  return rules;
}

/** A path that only clips draws nothing. */
const isPainted = (pdfjs: Pdfjs, operator: unknown): boolean => operator !== pdfjs.OPS.endPath;

/** Whether a page without text draws anything that could hold text: a picture, a form, a shading. */
export function showsSomething(pdfjs: Pdfjs, operators: Operators): boolean {
  const { OPS } = pdfjs;
  const drawing = new Set<number>([
    // Pictures are dropped before they are drawn; the transformation around each of them is what stays.
    OPS.transform,
    OPS.shadingFill,
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
    OPS.paintXObject,
  ]);
  return operators.fnArray.some((operator) => drawing.has(operator));
}
