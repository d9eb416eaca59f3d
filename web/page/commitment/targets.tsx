// What was promised: each target in the printed words, how it may be compared, its dated checkpoints, and its change.
import { type ReactNode, useState } from 'react';
import type { CommitmentPage, Target } from '../../api.ts';
import { isKept } from '../../part/form.tsx';
import { keyed } from '../../part/keyed.ts';
import { useMay } from '../../part/me.tsx';
import { forceWord } from '../../text/domain.ts';
import { amount, day, targetShort, unitOf, wide } from '../../text/format.ts';
import { useLanguage } from '../../text/language.tsx';
import { Amend, amendFormName } from './amend.tsx';

function Checkpoints({ target }: { readonly target: Target }): ReactNode {
  const { language, t } = useLanguage();
  if (target.checkpoints.length === 0) return null;
  return (
    <ol className="checkpoints" aria-label={t.commitment.checkpoints}>
      {keyed(target.checkpoints, (point) => `${point.by ?? ''} ${point.printed}`).map(
        ({ key, member: point }) => (
          <li key={key}>
            <span className="timeline-day">
              {point.by === null ? t.livelihood.noDay : day(point.by, language)}
            </span>
            <span>{wide(point.printed)}</span>
            <span className="num">{point.value === null ? '' : `${amount(point.value)} ${point.unit}`}</span>
          </li>
        ),
      )}
    </ol>
  );
}

function TargetLine({ target }: { readonly target: Target }): ReactNode {
  const { language, t } = useLanguage();
  return (
    <li>
      <div className="target-line">
        <span>{wide(target.metric)}</span>
        <b>
          {targetShort(target, language)}
          <span className="unit">{unitOf(target.unit)}</span>
        </b>
      </div>
      <p className="note">
        {t.commitment.printed}：{target.printed} · {t.commitment.measure[target.measure]}
        {target.strive && ` · ${t.commitment.strive}`}
      </p>
      <Checkpoints target={target} />
    </li>
  );
}

/** The form is gone; the reader goes on where it says what came of it. */
const focusOn = (place: HTMLElement | null): void => place?.focus({ preventScroll: true });

export function Targets({ page }: { readonly page: CommitmentPage }): ReactNode {
  const { language, t } = useLanguage();
  const { targets, force, id } = page.commitment;
  // what was typed before a reload is found open again
  const [open, setOpen] = useState(() => isKept(amendFormName(id)));
  const [sent, setSent] = useState(false);
  const mayAmend = useMay('plan.amend');
  return (
    <section className="card" aria-labelledby="targets">
      <div className="card-head">
        <h2 id="targets">{t.commitment.targets}</h2>
        {force !== null && <span className="tag">{forceWord(force, language)}</span>}
        {!open && mayAmend && page.knownOn === null && (
          <button
            type="button"
            className="button small end"
            onClick={() => {
              setSent(false);
              setOpen(true);
            }}
          >
            {t.amend.open}
          </button>
        )}
      </div>
      {sent && (
        <p className="alert good amend-sent" role="status" tabIndex={-1} ref={focusOn}>
          {t.amend.sent}
        </p>
      )}
      {open && (
        <Amend
          page={page}
          close={() => setOpen(false)}
          done={() => {
            setOpen(false);
            setSent(true);
          }}
        />
      )}
      <ul className="targets">
        {keyed(targets, (target) => `${target.metric} ${target.printed}`).map(({ key, member: target }) => (
          <TargetLine key={key} target={target} />
        ))}
      </ul>
    </section>
  );
}
