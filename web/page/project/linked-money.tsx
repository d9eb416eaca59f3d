// Budget lines, bonds and funds from above that a person linked to the project, each with what is spent of it.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '../../part/me.tsx';
import { budgetsText } from '../../text/budgets.ts';
import { useFeatureText } from '../../text/language.tsx';
import { projectsText } from '../../text/projects.ts';
import { money } from '../projects/parts.tsx';
import type { ProjectPage } from './page.ts';

export function LinkedMoney({ page }: { readonly page: ProjectPage }): ReactNode {
  const t = useFeatureText(projectsText);
  const budgets = useFeatureText(budgetsText);
  const mayLink = useMay('money.link');
  if (page.money.length === 0 && !mayLink) return null;
  return (
    <section className="card" aria-labelledby="linked-money">
      <div className="card-head">
        <h2 id="linked-money">{t.linkedMoney}</h2>
        {mayLink && (
          <Link to="/money" search={{ view: 'links' }} className="end">
            {t.linkMoney}
          </Link>
        )}
      </div>
      {page.money.length === 0 && <p className="card-body note">{t.noLinkedMoney}</p>}
      {page.money.length > 0 && (
        <div className="table-box">
          <table>
            <thead>
              <tr>
                <th scope="col">{budgets.moneyFrom}</th>
                <th scope="col" className="num">
                  {t.amountYi}
                </th>
                <th scope="col" className="num">
                  {budgets.spent}
                </th>
              </tr>
            </thead>
            <tbody>
              {page.money.map(({ kind, id, name, budget, spent, sample }) => (
                <tr key={`${kind} ${id}`}>
                  <th scope="row">
                    <span className="tag">{budgets.ends[kind]}</span>{' '}
                    {kind === 'line' ? (
                      <Link to="/budget-lines/$lineId" params={{ lineId: id }}>
                        {name}
                      </Link>
                    ) : (
                      <Link to={kind === 'bond' ? '/debt' : '/won'}>{name}</Link>
                    )}{' '}
                    {sample && <span className="tag">{budgets.sample}</span>}
                  </th>
                  <td className="num figure">{money(budget)}</td>
                  <td className="num">{money(spent)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
