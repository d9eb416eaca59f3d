// The text of a clause with its line numbers; every line with a problem is marked, and every problem leads to its line.
import { Link } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import type { Answer } from '../../api.ts';
import { clauseText } from '../../text/clauses.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';

type Problem = Answer<'POST /api/clause-desk/check'>['problems'][number];

/** Offset of a line and column of a text. */
function offsetOf(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
}

function ProblemList({
  problems,
  go,
}: {
  readonly problems: readonly Problem[];
  readonly go: (problem: Problem) => void;
}): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(clauseText);
  if (problems.length === 0) return <p className="clause-sound">✓ {t.noProblems}</p>;
  return (
    <ol className="clause-problems">
      {problems.map((problem) => (
        <li key={`${problem.code} ${problem.line} ${problem.column} ${problem.what.en}`}>
          <button type="button" className="link" onClick={() => go(problem)}>
            {t.line(problem.line)}
          </button>
          <span>
            <b>{problem.what[language]}</b>
            <span className="note">
              {t.mend}
              {problem.mend[language]}
            </span>
            {problem.also !== null && (
              <Link className="note" to="/clause-desk/$clauseId" params={{ clauseId: problem.also.clauseId }}>
                {t.otherPlace(problem.also.title?.[language] ?? problem.also.clauseId, problem.also.path)}
              </Link>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

export function TextPane({
  text,
  problems,
  change,
}: {
  readonly text: string;
  readonly problems: readonly Problem[] | null;
  readonly change: (text: string) => void;
}): ReactNode {
  const t = useFeatureText(clauseText);
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  const lines = text.split('\n').length;
  const marked = new Set(problems?.map(({ line }) => line));
  const go = ({ line, column }: Problem): void => {
    const field = area.current;
    if (!field) return;
    const start = offsetOf(text, line, column);
    const end = text.indexOf('\n', start);
    field.focus();
    field.setSelectionRange(start, end < 0 ? text.length : end);
    field.scrollTop = Math.max(0, (line - 4) * lineHeight);
  };
  return (
    <section className="card clause-text" aria-labelledby="clause-text">
      <div className="card-head">
        <h2 id="clause-text">{t.text}</h2>
        <span className="note">{t.textHint}</span>
      </div>
      <div className="clause-lines">
        <div className="clause-gutter" ref={gutter} aria-hidden="true">
          {Array.from({ length: lines }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line number is its own identity
            <i key={index} className={marked.has(index + 1) ? 'marked' : ''}>
              {index + 1}
            </i>
          ))}
        </div>
        <textarea
          ref={area}
          aria-labelledby="clause-text"
          aria-describedby="clause-problems"
          aria-invalid={(problems?.length ?? 0) > 0}
          value={text}
          spellCheck={false}
          wrap="off"
          autoCapitalize="off"
          autoCorrect="off"
          onChange={(event) => change(event.target.value)}
          onScroll={(event) => {
            if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop;
          }}
        />
      </div>
      <div id="clause-problems" aria-live="polite" className="card-body">
        {problems !== null && <ProblemList problems={problems} go={go} />}
      </div>
    </section>
  );
}

/** As in clause-desk.css. */
const lineHeight = 18;
