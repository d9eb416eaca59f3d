// Numbers of the clause under sliders, and what the city pays in all: asked while a slider moves, the last position last.
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type Answer, call } from '../../api.ts';
import { useProblemWords } from '../../part/state.tsx';
import { clauseText } from '../../text/clauses.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { useLatest } from './latest.ts';

type Checked = Answer<'POST /api/clause-desk/check'>;
export type Slider = Checked['sliders'][number];
type Priced = Answer<'POST /api/clause-desk/price'>;
type Values = Readonly<Record<string, string>>;

interface Question {
  readonly clauseId: string | null;
  readonly text: string;
  readonly startsOn: string;
  readonly values: Values;
}

export const signed = (fen: string, words: string): string =>
  fen.startsWith('-') || fen === '0' ? words : `+${words}`;

const written = (values: Values): string => Object.values(values).join('、');

function Total({ priced, isStale }: { readonly priced: Priced; readonly isStale: boolean }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(clauseText);
  if (priced.priced === null)
    return (
      <p className="alert" role="alert">
        {priced.problems.map(({ what }) => what[language]).join(language === 'zh' ? '；' : '; ')}
      </p>
    );
  const { total, before, more, matched, subjects, micros } = priced.priced;
  return (
    <div className={isStale ? 'clause-total stale' : 'clause-total'}>
      <dl>
        <div>
          <dt>{t.total}</dt>
          <dd className="num big" data-total={total.fen}>
            {total.words[language]}
          </dd>
        </div>
        <div>
          <dt>{t.before}</dt>
          <dd className="num">{before.words[language]}</dd>
        </div>
        <div>
          <dt>{t.more}</dt>
          <dd className="num">{signed(more.fen, more.words[language])}</dd>
        </div>
      </dl>
      <p className="note">
        {isStale
          ? t.pricing
          : [
              Object.keys(priced.values).length === 0 ? t.asPublished : t.at(written(priced.values)),
              t.matched(matched, subjects),
              t.registerDay,
              t.micros(micros),
            ].join(' · ')}
      </p>
    </div>
  );
}

export function Sliders({
  question,
  sliders,
  isSound,
  isBroken,
  settle,
}: {
  readonly question: Omit<Question, 'values'>;
  readonly sliders: readonly Slider[];
  /** The text on the screen stands, so it can be priced. */
  readonly isSound: boolean;
  /** The last text that was checked does not: nothing can slide. While a check is on its way, a slider keeps the hand. */
  readonly isBroken: boolean;
  /** Takes the numbers into the text. */
  readonly settle: (values: Values) => void;
}): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(clauseText);
  const words = useProblemWords();
  const [moved, setMoved] = useState<Readonly<Record<string, number>>>({});
  const { ask, found, pending, failed } = useLatest<Question, Priced>((body, signal) =>
    call('POST /api/clause-desk/price', { body }, signal),
  );
  const { clauseId, text, startsOn } = question;
  const held = useRef(false);
  // The text took over what the sliders said, or somebody typed: positions follow the text once it was checked. Until then a slider
  // stays where it was left, or the next press would start from the place before.
  useEffect(() => {
    if (!isSound || held.current) return;
    setMoved({});
    ask({ clauseId, text, startsOn, values: {} });
  }, [ask, clauseId, text, startsOn, isSound]);
  const valuesOf = (positions: Readonly<Record<string, number>>): Values =>
    Object.fromEntries(
      sliders.flatMap(({ name, unit }) =>
        positions[name] === undefined ? [] : [[name, `${positions[name]}${unit}`]],
      ),
    );
  const move = (name: string, value: number): void => {
    held.current = true;
    const next = { ...moved, [name]: value };
    setMoved(next);
    ask({ ...question, values: valuesOf(next) });
  };
  const letGo = (): void => {
    held.current = false;
    if (Object.keys(moved).length > 0) settle(valuesOf(moved));
  };
  return (
    <section className="card clause-sliders" aria-labelledby="clause-sliders">
      <div className="card-head">
        <h2 id="clause-sliders">{t.sliders}</h2>
        <span className="note">{t.slidersHint}</span>
      </div>
      <div className="card-body">
        {sliders.length === 0 && <p className="note">{t.noSliders}</p>}
        {sliders.map(({ name, label, unit, value, least, greatest, step }) => (
          <label key={name} className="clause-slider">
            <span>
              {label[language]} <code>{name}</code>
            </span>
            <input
              type="range"
              min={least}
              max={greatest}
              step={step}
              value={moved[name] ?? value}
              disabled={isBroken}
              aria-valuetext={`${moved[name] ?? value}${unit}`}
              onChange={(event) => move(name, Number(event.target.value))}
              onPointerUp={letGo}
              onKeyUp={letGo}
              onBlur={letGo}
            />
            <output>
              {moved[name] ?? value}
              {unit}
            </output>
          </label>
        ))}
        <div aria-live="polite">
          {failed !== null && <p className="note">{words(failed)}</p>}
          {found && failed === null && (
            <Total
              priced={found.answer}
              isStale={
                pending || !isSound || found.question.text !== text || found.question.startsOn !== startsOn
              }
            />
          )}
        </div>
      </div>
    </section>
  );
}
