// One item that was read: what it is, as printed, whose, by when; decided with one key or one button.
import { Link } from '@tanstack/react-router';
import { memo, type ReactNode } from 'react';
import type { ReviewItem } from '../../api.ts';
import { percent, unitOf, wide } from '../../text/format.ts';
import { useText } from '../../text/language.tsx';
import type { Choice, Typing } from './draft.ts';
import { EditForm, RejectForm } from './forms.tsx';
import { MergeForm } from './merge.tsx';

export interface ItemVerbs {
  readonly select: (itemId: string) => void;
  readonly toggle: (itemId: string) => void;
  readonly choose: (choice: Choice) => void;
  readonly type: (typing: Typing | null) => void;
}

function Mark({
  item,
  choice,
}: {
  readonly item: ReviewItem;
  readonly choice: Choice | undefined;
}): ReactNode {
  const t = useText();
  if (choice)
    return (
      <span className={choice.decision === 'reject' ? 'tag' : 'tag good'}>
        {t.review.draft[choice.decision]}
      </span>
    );
  if (item.decision === 'pending') return null;
  return (
    <span className={item.decision === 'rejected' ? 'tag' : 'tag good'}>
      {t.review.decision[item.decision]}
    </span>
  );
}

function Proposal({ item }: { readonly item: ReviewItem }): ReactNode {
  const t = useText();
  const { proposal } = item;
  if (proposal === null) return null;
  return (
    <p className="proposal">
      <span className="note">
        {t.review.proposal}（{t.review.score(percent(String(proposal.score)))}）
      </span>{' '}
      <Link to="/commitments/$commitmentId" params={{ commitmentId: proposal.commitmentId }}>
        {wide(proposal.title)}
        {!proposal.title.includes(proposal.printed) &&
          !proposal.printed.includes(proposal.title) &&
          ` ${proposal.printed}`}
      </Link>{' '}
      {proposal.conflict && <span className="tag warn">{t.review.conflict}</span>}
    </p>
  );
}

function Details({ item }: { readonly item: ReviewItem }): ReactNode {
  const t = useText();
  return (
    <dl className="facts item-facts">
      {item.owners.length > 0 && (
        <>
          <dt>{t.review.owners}</dt>
          <dd>{item.owners.map((owner) => wide(owner.name)).join('、')}</dd>
        </>
      )}
      {item.official !== null && (
        <>
          <dt>{t.table.official}</dt>
          <dd>{item.official}</dd>
        </>
      )}
      {item.section !== '' && (
        <>
          <dt>{t.review.section}</dt>
          <dd>{wide(item.section)}</dd>
        </>
      )}
      {item.reason !== '' && (
        <>
          <dt>{t.review.reason}</dt>
          <dd>{item.reason}</dd>
        </>
      )}
      {item.commitmentId !== null && (
        <>
          <dt>{t.review.decision[item.decision]}</dt>
          <dd>
            <Link to="/commitments/$commitmentId" params={{ commitmentId: item.commitmentId }}>
              {t.review.openCommitment}
            </Link>
          </dd>
        </>
      )}
    </dl>
  );
}

export const adoptOf = (item: ReviewItem): Choice => ({ itemId: item.id, decision: 'adopt' });

export const mergeOf = (item: ReviewItem): Choice | null =>
  item.proposal === null
    ? null
    : {
        itemId: item.id,
        decision: 'merge',
        commitmentId: item.proposal.commitmentId,
        into: item.proposal.title,
      };

export const editValues = (item: ReviewItem): Readonly<Record<string, string>> => ({
  title: item.title,
  leadUnit: item.owners.find((owner) => owner.role === 'lead')?.name ?? '',
  dueOn: item.deadline ?? '',
  printed: item.printed,
  unit: item.unit,
});

function Buttons({ item, verbs }: { readonly item: ReviewItem; readonly verbs: ItemVerbs }): ReactNode {
  const t = useText();
  const merge = mergeOf(item);
  return (
    <div className="item-buttons">
      <button type="button" className="button small" onClick={() => verbs.choose(adoptOf(item))}>
        {t.review.adopt} <kbd>A</kbd>
      </button>
      <button
        type="button"
        className="button small"
        disabled={merge === null}
        onClick={() => merge && verbs.choose(merge)}
      >
        {t.review.merge} <kbd>M</kbd>
      </button>
      <button
        type="button"
        className="button small"
        onClick={() => verbs.type({ itemId: item.id, form: 'merge', values: { words: '' } })}
      >
        {t.merge.other} <kbd>O</kbd>
      </button>
      <button
        type="button"
        className="button small"
        onClick={() => verbs.type({ itemId: item.id, form: 'reject', values: { reason: '' } })}
      >
        {t.review.reject} <kbd>R</kbd>
      </button>
      <button
        type="button"
        className="button small"
        onClick={() => verbs.type({ itemId: item.id, form: 'edit', values: editValues(item) })}
      >
        {t.review.edit} <kbd>E</kbd>
      </button>
    </div>
  );
}

/** What is printed, where it says more than the title does. */
function Printed({ item }: { readonly item: ReviewItem }): ReactNode {
  const plain = (text: string): string => wide(text).replace(/^[\d.、（）()\s]+|[。；;\s]+$/g, '');
  if (item.printed === '' || plain(item.printed) === plain(item.title))
    return item.metric === '' || item.title.includes(item.metric) ? null : (
      <span className="item-printed">{wide(item.metric)}</span>
    );
  const named = item.metric === '' || item.metric === item.title || item.printed.includes(item.metric);
  return (
    <span className={item.printed.length > 60 ? 'item-printed two-lines' : 'item-printed'}>
      {!named && <>{wide(item.metric)} </>}
      <b>{item.printed}</b>
      {!item.printed.includes(item.unit) && <span className="unit">{unitOf(item.unit)}</span>}
    </span>
  );
}

export const ItemCard = memo(function ItemCard({
  item,
  choice,
  current,
  open,
  typing,
  verbs,
}: {
  readonly item: ReviewItem;
  readonly choice: Choice | undefined;
  readonly current: boolean;
  readonly open: boolean;
  readonly typing: Typing | null;
  readonly verbs: ItemVerbs;
}): ReactNode {
  const t = useText();
  const lead = item.owners.find((owner) => owner.role === 'lead');
  const facts = [
    lead === undefined ? '' : wide(lead.name),
    item.deadline ?? '',
    item.milestones > 0 ? t.review.milestones(item.milestones) : '',
    item.allocations > 0 ? t.review.allocations(item.allocations) : '',
  ].filter((word) => word !== '');
  return (
    <li className={current ? 'item current' : 'item'} id={`item-${item.id}`} aria-current={current}>
      <button
        type="button"
        className="item-face"
        aria-expanded={open}
        onClick={() => (current ? verbs.toggle(item.id) : verbs.select(item.id))}
      >
        <span className="item-line">
          <span className="tag">{t.review.family[item.family]}</span>
          {item.kind === 'result' && <span className="tag">{t.review.kind.result}</span>}
          {item.change !== null && item.change !== 'same' && (
            <span className="tag mark">{t.review.change[item.change]}</span>
          )}
          <span className="quiet">{item.number}</span>
          <span className="end">
            <Mark item={item} choice={choice} />
          </span>
        </span>
        <span className={open ? '' : 'two-lines'}>{wide(item.title)}</span>
        <Printed item={item} />
        {facts.length > 0 && <span className="note">{facts.join(' · ')}</span>}
      </button>
      {(current || open) && <Proposal item={item} />}
      {choice?.reason !== undefined && <p className="note">{`${t.review.reason}：${choice.reason}`}</p>}
      {choice?.into !== undefined && <p className="note">{`${t.merge.into}：${wide(choice.into)}`}</p>}
      {open && <Details item={item} />}
      {typing?.form === 'reject' && <RejectForm typing={typing} verbs={verbs} />}
      {typing?.form === 'merge' && <MergeForm typing={typing} verbs={verbs} />}
      {typing?.form === 'edit' && <EditForm typing={typing} verbs={verbs} />}
      {current && typing === null && item.decision === 'pending' && <Buttons item={item} verbs={verbs} />}
    </li>
  );
});
