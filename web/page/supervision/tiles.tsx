// Alert tiles that are filters: how much turned late today, is late, is due; what waits for me; what deserves a notice.
import type { ReactNode } from 'react';
import { agendaGroupLabel } from '../../../core/vocabulary/supervise.ts';
import type { Answer } from '../../api.ts';
import { useWords } from '../../ask.ts';
import { useChoose } from '../../part/filters.tsx';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { supervisionText } from '../../text/supervision.ts';

export type Agenda = Answer<'GET /api/agenda'>;
export type AgendaRow = Agenda['rows'][number];
type Group = AgendaRow['group'];

const shown: readonly Group[] = ['turnedLateToday', 'late', 'dueToday', 'dueSoon'];
export const isPressing = ({ group }: AgendaRow): boolean => shown.includes(group);
export const isGroup = (text: string | undefined): text is Group =>
  text !== undefined && Object.hasOwn(agendaGroupLabel, text);

interface Tile {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly late: boolean;
}

export function Tiles({ agenda, may }: { readonly agenda: Agenda; readonly may: boolean }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(supervisionText);
  const chosen = useWords().group;
  const choose = useChoose();
  const countOf = (group: Group): number => agenda.groups.find((each) => each.group === group)?.total ?? 0;
  const tiles: readonly Tile[] = [
    ...shown.map((group) => ({
      id: group,
      label: group === 'dueSoon' ? t.within(agenda.warnAhead) : agendaGroupLabel[group][language],
      count: countOf(group),
      late: group === 'turnedLateToday' || group === 'late',
    })),
    { id: 'mine', label: t.mine, count: agenda.mine, late: false },
    ...(may ? [{ id: 'proposals', label: t.proposals, count: agenda.proposals.length, late: false }] : []),
  ];
  return (
    <ul className="card desk-tiles" aria-label={t.tiles}>
      {tiles.map(({ id, label, count, late }) => (
        <li key={id}>
          <button
            type="button"
            className={late && count > 0 ? 'desk-tile is-late' : 'desk-tile'}
            aria-pressed={chosen === id}
            onClick={() => choose({ group: chosen === id ? undefined : id })}
          >
            <b>{count}</b>
            <span>{label}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
