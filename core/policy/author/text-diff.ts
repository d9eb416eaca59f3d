// What changed between two texts, line by line: the longest common part stays, everything else was taken out or put in.

export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
  /** Line numbers from 1; null on the side that does not have the line. */
  readonly before: number | null;
  readonly after: number | null;
}

/** Lengths of the longest common part of the rest of both, for every place. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint32Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const [row, next] = [lengths[i], lengths[i + 1]];
      if (!row || !next) continue;
      row[j] = a[i] === b[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
    }
  return lengths;
}

export function diffLines(before: string, after: string): readonly DiffLine[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const lengths = commonLengths(a, b);
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      lines.push({ kind: 'same', text: left, before: i + 1, after: j + 1 });
      i += 1;
      j += 1;
    } else if (
      right !== undefined &&
      (left === undefined || (lengths[i]?.[j + 1] ?? 0) > (lengths[i + 1]?.[j] ?? 0))
    ) {
      lines.push({ kind: 'added', text: right, before: null, after: j + 1 });
      j += 1;
    } else {
      lines.push({ kind: 'removed', text: left ?? '', before: i + 1, after: null });
      i += 1;
    }
  }
  return lines;
}

/** Only the changed lines with so many around them; what is left out is one null. */
export function closeTo(lines: readonly DiffLine[], around: number): readonly (DiffLine | null)[] {
  const near = lines.map((_, at) =>
    lines.slice(Math.max(0, at - around), at + around + 1).some(({ kind }) => kind !== 'same'),
  );
  return lines.flatMap((line, at) => (near[at] ? [line] : at > 0 && !near[at - 1] ? [] : [null]));
}
