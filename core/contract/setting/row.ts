// One local rule: its group, words, shape, default and where the default comes from; and the shapes that many rules share.
import { z } from 'zod';
import type { Setting, Term } from '../../quantity/deadline.ts';
import type { Words } from '../../vocabulary/words.ts';

export type SettingGroup =
  | 'account'
  | 'supervise'
  | 'message'
  | 'site'
  | 'budget'
  | 'monitoring'
  | 'policy'
  | 'project'
  | 'award';

export interface SettingRow<S extends z.ZodType> {
  readonly group: SettingGroup;
  readonly words: Words;
  readonly shape: S;
  readonly value: z.infer<S>;
  readonly basis: 'law' | 'default';
  /** Law, standard or document, with its clause. */
  readonly source: string;
}

export const row = <S extends z.ZodType>(given: SettingRow<S>): SettingRow<S> => given;

export const count = (least: number, most: number) => z.number().int().min(least).max(most);

export const own = '软件默认值，未检索到公开规定';

export const basisOf = ({ basis }: { readonly basis: string }): 'law' | 'default' =>
  basis === 'law' ? 'law' : 'default';

/** A rule that is a whole number, with the default and the source that core gives it. */
export const counted = (
  group: SettingGroup,
  words: Words,
  { least = 0, most }: { readonly least?: number; readonly most: number },
  from: Pick<Setting<number>, 'value' | 'basis' | 'source'>,
) =>
  row({
    ...{ group, words, shape: count(least, most), value: from.value, source: from.source },
    basis: basisOf(from),
  });

/** A term in days, of whichever kind its own rule says. */
export const termOf = ({ value, basis, source }: Setting<Term>) => ({ value: value.count, basis, source });
