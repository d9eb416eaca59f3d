// Money and promises: quadrants, links, announced money, cuts; which one is shown stands in the address.
import '../budget/budget.css';
import type { ReactNode } from 'react';
import { useWords } from '../../ask.ts';
import { useChoose } from '../../part/filters.tsx';
import { usePageTitle } from '../../part/state.tsx';
import { budgetsText } from '../../text/budgets.ts';
import { useFeatureText } from '../../text/language.tsx';
import { Announced, Cuts } from './announced.tsx';
import { Links } from './links.tsx';
import { Quadrants } from './quadrants.tsx';

const views = { quadrants: Quadrants, links: Links, announced: Announced, cuts: Cuts } as const;
type View = keyof typeof views;
const names: readonly View[] = ['quadrants', 'links', 'announced', 'cuts'];
const isView = (text: string | undefined): text is View => names.some((name) => name === text);

export default function MoneyScreen(): ReactNode {
  const t = useFeatureText(budgetsText);
  const { view } = useWords();
  const choose = useChoose();
  usePageTitle(t.moneyTitle);
  const shown: View = isView(view) ? view : 'quadrants';
  const Shown = views[shown];
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t.moneyTitle}</h1>
          <p>{t.moneyLead}</p>
        </div>
      </div>
      <div className="stack">
        <nav className="chips" aria-label={t.moneyTitle}>
          {names.map((name) => (
            <button
              key={name}
              type="button"
              className="chip"
              aria-pressed={shown === name}
              onClick={() => choose({ view: name })}
            >
              {t[name]}
            </button>
          ))}
        </nav>
        <Shown />
      </div>
    </>
  );
}
