// The allocation on a phone: choose a district, see what it was given and what the whole city was given.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { LivelihoodPage } from '../../api.ts';
import { useWords } from '../../ask.ts';
import { useChoose } from '../../part/filters.tsx';
import { keyed } from '../../part/keyed.ts';
import { Pick } from '../../part/pick.tsx';
import { SourceLink } from '../../part/source-link.tsx';
import { amount, unitOf, wide } from '../../text/format.ts';
import { useFeatureText, useText } from '../../text/language.tsx';
import { sheetText } from '../../text/sheet.ts';
import { stepText } from '../../text/steps.ts';
import { cellText, LineTags } from './matrix.tsx';

const given = (page: LivelihoodPage, place: string): boolean =>
  page.projects.some((project) =>
    project.lines.some((line) => line.cells.some((cell) => cell.place === place && cell.value !== null)),
  );

const firstGiven = (page: LivelihoodPage): string =>
  page.places.find((place) => given(page, place)) ?? page.places[0] ?? '';

export function OnePlace({ page }: { readonly page: LivelihoodPage }): ReactNode {
  const t = useText();
  const s = useFeatureText(sheetText);
  const a = useFeatureText(stepText);
  const words = useWords();
  const choose = useChoose();
  const place = words.place ?? firstGiven(page);
  return (
    <>
      <div className="one-place-pick">
        <Pick
          label={t.livelihood.place}
          choices={page.places.map((name) => ({ id: name, label: name }))}
          chosen={place}
          choose={(name) => choose({ place: name })}
        />
        <Link to="/sheet/place" search={{ place }} className="button">
          {s.placeSheet}
        </Link>
      </div>
      <ul className="one-place">
        {page.projects.flatMap((project) =>
          keyed(project.lines, (line) => `${line.source?.start ?? ''} ${line.metric}`).map(
            ({ key, member: line }) => {
              const name = wide(line.metric || project.row.title);
              const cell = line.cells.find((one) => one.place === place);
              return (
                <li key={`${project.row.id} ${key}`}>
                  <span>
                    {line.source ? <SourceLink source={line.source}>{name}</SourceLink> : name}{' '}
                    <LineTags line={line} />
                  </span>
                  <span className="num">
                    <b>{line.mode === 'whole' ? t.livelihood.mode.whole : cellText(cell)}</b>
                    {cell?.away && (
                      <span className="note">
                        {a.away}：{cell.away}
                      </span>
                    )}
                    <span className="note">
                      {line.target === null ? line.printed : `/ ${amount(line.target)} ${unitOf(line.unit)}`}
                    </span>
                  </span>
                </li>
              );
            },
          ),
        )}
      </ul>
    </>
  );
}
