// Review: the source on the left, what was read on the right; decided by key, sent together, the plan follows.
import './review.css';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { Review } from '../../api.ts';
import { useAsk, useWords } from '../../ask.ts';
import { ForThoseWhoMay } from '../../part/me.tsx';
import { Answered, Loading, usePageTitle } from '../../part/state.tsx';
import { usePhone } from '../../part/width.ts';
import { amount } from '../../text/format.ts';
import { useText } from '../../text/language.tsx';
import { Checks, Headings, Unread } from './checks.tsx';
import { useDesk } from './desk.ts';
import { isPlanYear, yearOf } from './draft.ts';
import { Items } from './items.tsx';
import { KeyHelp, useReviewKeys } from './keys.tsx';
import { itemAt, marksOf, spotOf } from './marks.ts';
import { PlanInto } from './merge.tsx';
import { Onward } from './onward.tsx';
import { Changed, SendBar, useSend } from './send.tsx';
import { SourceText, type Spot } from './source.tsx';

function Head({
  review,
  done,
  help,
}: {
  readonly review: Review;
  readonly done: number;
  readonly help: () => void;
}): ReactNode {
  const t = useText();
  const { document, items } = review;
  return (
    <div className="review-head">
      <div className="review-title">
        <p className="note">
          <Link to="/documents">{t.nav.documents}</Link>
          {[
            t.documents.kinds[document.kind],
            document.number,
            document.date,
            t.review.ofFile(amount(String(document.characters))),
          ]
            .filter((word) => word !== '')
            .map((word) => ` · ${word}`)}
        </p>
        <h1 className="cut" title={document.title}>
          {document.title || document.fileName}
        </h1>
        {document.replaces !== null && (
          <p className="note">
            <span className="tag mark">{t.documents.replaces}</span> {t.review.earlier}
          </p>
        )}
      </div>
      <div className="review-progress" role="status">
        <span>{t.review.progress(done, items.length)}</span>
        <progress max={Math.max(1, items.length)} value={done} aria-label={t.review.help} />
      </div>
      <Onward review={review} />
      <a className="button small" href={`/api/documents/${document.id}/bytes`} download>
        {t.review.original}
      </a>
      <button type="button" className="button small" onClick={help}>
        {t.review.help} <kbd>?</kbd>
      </button>
    </div>
  );
}

const views = ['source', 'items', 'checks', 'unread', 'headings'] as const;
type View = (typeof views)[number];

function Tabs({
  view,
  setView,
  review,
  phone,
}: {
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly review: Review;
  readonly phone: boolean;
}): ReactNode {
  const t = useText();
  const failed = review.checks.filter((check) => !check.ok).length;
  const counts: Partial<Record<View, number>> = {
    items: review.items.length,
    checks: failed,
    unread: review.unread.length + review.notes.length,
  };
  return (
    <fieldset className="review-tabs">
      <legend className="hidden">{t.review.items}</legend>
      {views
        .filter((one) => phone || one !== 'source')
        .map((one) => (
          <button key={one} type="button" aria-pressed={view === one} onClick={() => setView(one)}>
            {t.review[one]}
            {counts[one] !== undefined && <span className="quiet"> {counts[one]}</span>}
          </button>
        ))}
    </fieldset>
  );
}

interface PlanYear {
  /** The document that it was chosen for. */
  readonly of: string;
  readonly year: number;
}

function Desk({
  review,
  text,
  askFor,
}: {
  readonly review: Review;
  readonly text: string;
  /** Proposals to merge come from the plan of this year. */
  readonly askFor: (asked: PlanYear) => void;
}): ReactNode {
  const t = useText();
  const phone = usePhone();
  const { at } = useWords();
  const asked = useMemo(() => spotOf(at), [at]);
  const first = asked === null ? undefined : itemAt(review.items, asked);
  const { document } = review;
  const desk = useDesk(
    review,
    yearOf(document.title, document.date, new Date().getFullYear()),
    first?.id ?? null,
  );
  const { year } = desk.draft;
  useEffect(() => {
    if (isPlanYear(year)) askFor({ of: document.id, year });
  }, [year, document.id, askFor]);
  const [spot, setSpot] = useState<Spot | null>(asked);
  const [view, setView] = useState<View>(asked !== null && phone ? 'source' : 'items');
  const [help, setHelp] = useState(false);
  const send = useSend(review, desk);
  useReviewKeys(
    desk,
    useCallback(() => setHelp((open) => !open), []),
  );
  const { current, choices } = desk;
  const marks = useMemo(() => marksOf(review, choices), [review, choices]);
  const currentStart = current?.start;
  const currentEnd = current?.end;
  const [followed, follow] = useState(current?.id);
  useEffect(() => {
    if (current?.id === followed || currentStart === undefined || currentEnd === undefined) return;
    follow(current?.id);
    setSpot({ start: currentStart, end: currentEnd });
  }, [current?.id, followed, currentStart, currentEnd]);
  const go = (place: Spot): void => {
    setSpot({ start: place.start, end: place.end });
    if (phone) setView('source');
  };
  const done = review.items.filter((item) => item.decision !== 'pending' || choices.has(item.id)).length;
  const pane = <SourceText text={text} marks={marks} spot={spot} select={desk.select} />;
  return (
    <div className="review">
      <Head review={review} done={done} help={() => setHelp(true)} />
      <div className="review-panes">
        {!phone && <div className="card review-source">{pane}</div>}
        <div className="card review-list">
          <Tabs view={view} setView={setView} review={review} phone={phone} />
          <div className="review-scroll">
            {send.data && <Changed outcome={send.data} review={review} />}
            {view === 'source' && pane}
            {view === 'items' && <Items desk={desk} all={review.items} />}
            {view === 'checks' && <Checks checks={review.checks} go={go} />}
            {view === 'unread' && <Unread review={review} text={text} go={go} />}
            {view === 'headings' && <Headings headings={review.headings} go={go} />}
          </div>
          <ForThoseWhoMay permission="plan.adopt">
            <SendBar desk={desk} send={send} />
          </ForThoseWhoMay>
        </div>
      </div>
      <KeyHelp open={help} setOpen={setHelp} />
      <p className="hidden" aria-live="polite">
        {current && t.review.announce(current.title, t.review.decision[current.decision])}
      </p>
    </div>
  );
}

/** A year without a plan has nothing that an item could be merged with. */
const withoutProposals = (review: Review): Review => ({
  ...review,
  items: review.items.map((item) => (item.proposal === null ? item : { ...item, proposal: null })),
});

export default function ReviewScreen(): ReactNode {
  const t = useText();
  const { documentId = '' } = useParams({ strict: false });
  const [year, setYear] = useState<PlanYear | null>(null);
  const plans = useAsk('GET /api/plans', {});
  const asked = year?.of === documentId ? year.year : null;
  const into = plans.data?.plans.find((plan) => plan.year === asked) ?? null;
  const planned = into !== null;
  const review = useAsk('GET /api/documents/:documentId', {
    params: { documentId },
    query: asked !== null && planned ? { plan: String(asked) } : {},
  });
  const mergeable = asked === null || planned || plans.data === undefined;
  const stripped = useMemo(
    () => (review.data === undefined || mergeable ? review.data : withoutProposals(review.data)),
    [review.data, mergeable],
  );
  const text = useAsk('GET /api/documents/:documentId/text', { params: { documentId } }, { fresh: true });
  usePageTitle(review.data?.document.title ?? t.documents.title);
  return (
    <Answered query={review}>
      {(found) =>
        found.document.id === documentId ? (
          <Answered query={text}>
            {(source) => (
              <PlanInto value={into?.id ?? null}>
                <Desk key={documentId} review={stripped ?? found} text={source.text} askFor={setYear} />
              </PlanInto>
            )}
          </Answered>
        ) : (
          <Loading />
        )
      }
    </Answered>
  );
}
