// Which money stands behind which promise: proposals with a decision each, links in force, and a link made by hand.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Answer, call } from '../../api.ts';
import { useAsk, useSend, useWords } from '../../ask.ts';
import { ForThoseWhoMay } from '../../part/me.tsx';
import { PlainForm } from '../../part/plain-form.tsx';
import { Answered, useProblemWords } from '../../part/state.tsx';
import { budgetsText } from '../../text/budgets.ts';
import { wide } from '../../text/format.ts';
import { useFeatureText } from '../../text/language.tsx';
import { key } from '../budget/shared.tsx';

type Page = Answer<'GET /api/money/links'>;
type Proposal = Page['proposals'][number];
type Kept = Page['links'][number];

const endOf = <Kind extends string>({ kind, id }: { readonly kind: Kind; readonly id: string }) => ({
  kind,
  id,
});

type End = Page['sources'][number] | Page['targets'][number];

/** What kind of money or promise it is, and its name; a project or a promise leads to its page. */
function EndOf({ end, strong = false }: { readonly end: End; readonly strong?: boolean }): ReactNode {
  const t = useFeatureText(budgetsText);
  const name = strong ? <b>{wide(end.name)}</b> : end.name;
  return (
    <>
      <span className="tag">{t.ends[end.kind]}</span>{' '}
      {end.kind === 'project' ? (
        <Link to="/projects/$projectId" params={{ projectId: end.id }}>
          {name}
        </Link>
      ) : end.kind === 'commitment' ? (
        <Link to="/commitments/$commitmentId" params={{ commitmentId: end.id }}>
          {name}
        </Link>
      ) : end.kind === 'line' ? (
        <Link to="/budget-lines/$lineId" params={{ lineId: end.id }}>
          {name}
        </Link>
      ) : (
        name
      )}
    </>
  );
}

function ProposalRow({ proposal }: { readonly proposal: Proposal }): ReactNode {
  const t = useFeatureText(budgetsText);
  const words = useProblemWords();
  const send = useSend('POST /api/money/links');
  const { source, target, score } = proposal;
  const ends = { source: endOf(source), target: endOf(target) };
  return (
    <div className="money-proposal">
      <p>
        <EndOf end={source} /> → <EndOf end={target} strong />{' '}
        <span className="note">
          {t.likeness} {Math.round(score * 100)}%
        </span>
        {send.isError && <span className="field-fault"> {words(send.error)}</span>}
      </p>
      <button
        type="button"
        className="button small primary"
        disabled={send.isPending}
        onClick={() => send.mutate({ body: { ...ends, decision: 'accept', reason: '', after: 0 } })}
      >
        {t.adopt}
      </button>
      <details>
        <summary>{t.reject}</summary>
        <PlainForm
          submit={t.reject}
          danger
          fields={[{ name: 'reason', label: t.reason, maxLength: 1000 }]}
          send={async ({ reason = '' }) => {
            const body = { ...ends, decision: 'reject' as const, reason, after: 0 };
            await call('POST /api/money/links', { body }, undefined, key());
          }}
        />
      </details>
    </div>
  );
}

function LinkRow({ link }: { readonly link: Kept }): ReactNode {
  const t = useFeatureText(budgetsText);
  return (
    <div className="money-proposal">
      <p>
        <EndOf end={link.source} /> → <EndOf end={link.target} strong />{' '}
        <span className="note">{link.by ?? link.reason}</span>
      </p>
      <details>
        <summary>{t.withdraw}</summary>
        <PlainForm
          submit={t.withdraw}
          danger
          fields={[{ name: 'reason', label: t.reason, maxLength: 1000 }]}
          send={async ({ reason = '' }) => {
            const ends = { source: endOf(link.source), target: endOf(link.target) };
            const body = { ...ends, decision: 'withdraw' as const, reason, after: link.number };
            await call('POST /api/money/links', { body }, undefined, key());
          }}
        />
      </details>
    </div>
  );
}

function ByHand({ page }: { readonly page: Page }): ReactNode {
  const t = useFeatureText(budgetsText);
  const at = (text: string): number => Number(text);
  return (
    <details className="card-body">
      <summary>{t.newLink}</summary>
      <PlainForm
        submit={t.save}
        fields={[
          {
            name: 'from',
            label: t.moneyFrom,
            options: page.sources.map(({ kind, name }, index) => ({
              value: String(index),
              label: `${t.ends[kind]} · ${name}`,
            })),
          },
          {
            name: 'to',
            label: t.moneyTo,
            options: page.targets.map(({ kind, name }, index) => ({
              value: String(index),
              label: `${t.ends[kind]} · ${wide(name)}`,
            })),
          },
          { name: 'reason', label: t.reason, maxLength: 1000, optional: true },
        ]}
        send={async ({ from = '', to = '', reason = '' }) => {
          const [source, target] = [page.sources[at(from)], page.targets[at(to)]];
          if (!source || !target) return;
          const last = page.links.find(
            (link) =>
              link.source.kind === source.kind &&
              link.source.id === source.id &&
              link.target.kind === target.kind &&
              link.target.id === target.id,
          );
          const ends = { source: endOf(source), target: endOf(target) };
          const body = { ...ends, decision: 'accept' as const, reason, after: last?.number ?? 0 };
          await call('POST /api/money/links', { body }, undefined, key());
        }}
      />
    </details>
  );
}

function Lists({ page }: { readonly page: Page }): ReactNode {
  const t = useFeatureText(budgetsText);
  const inForce = page.links.filter(({ decision }) => decision === 'accept');
  return (
    <div className="stack">
      <section className="card" aria-labelledby="proposals">
        <div className="card-head">
          <h2 id="proposals">{t.proposals}</h2>
          <span className="note">{t.proposalsHint}</span>
        </div>
        {page.proposals.length === 0 && <p className="card-body note">{t.noProposals}</p>}
        {page.proposals.map((proposal) => (
          <ProposalRow
            key={`${proposal.source.kind} ${proposal.source.id} ${proposal.target.id}`}
            proposal={proposal}
          />
        ))}
      </section>
      <section className="card" aria-labelledby="links-in-force">
        <div className="card-head">
          <h2 id="links-in-force">{t.accepted}</h2>
        </div>
        {inForce.length === 0 && <p className="card-body note">{t.noLinks}</p>}
        {inForce.map((link) => (
          <LinkRow key={`${link.source.id} ${link.target.id}`} link={link} />
        ))}
        <ByHand page={page} />
      </section>
    </div>
  );
}

function Asked(): ReactNode {
  const { plan } = useWords();
  const query = useAsk('GET /api/money/links', { query: plan === undefined ? {} : { plan } });
  return <Answered query={query}>{(page) => <Lists page={page} />}</Answered>;
}

export const Links = (): ReactNode => (
  <ForThoseWhoMay permission="money.link">
    <Asked />
  </ForThoseWhoMay>
);
