// What was promised: each target in the printed words, how it may be compared, and its dated checkpoints.
import type { ReactNode } from 'react';
import type { CommitmentRow, Target } from '../../api.ts';
import { keyed } from '../../part/keyed.ts';
import { forceWord } from '../../text/domain.ts';
import { amount, day, targetShort, unitOf, wide } from '../../text/format.ts';
import { useLanguage } from '../../text/language.tsx';

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

export function Targets({
  targets,
  force,
}: {
  readonly targets: CommitmentRow['targets'];
  readonly force: CommitmentRow['force'];
}): ReactNode {
  const { language, t } = useLanguage();
  if (targets.length === 0) return null;
  return (
    <section className="card" aria-labelledby="targets">
      <div className="card-head">
        <h2 id="targets">{t.commitment.targets}</h2>
        {force !== null && <span className="tag">{forceWord(force, language)}</span>}
      </div>
      <ul className="targets">
        {keyed(targets, (target) => `${target.metric} ${target.printed}`).map(({ key, member: target }) => (
          <li key={key}>
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
        ))}
      </ul>
    </section>
  );
}
