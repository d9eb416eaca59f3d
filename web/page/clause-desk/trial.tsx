// What the draft does, as the server answers it while somebody types: its own tests, what examples get, what a firm reads.
import type { ReactNode } from 'react';
import type { Answer } from '../../api.ts';
import { clauseText } from '../../text/clauses.ts';
import { day } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';

export type Checked = Answer<'POST /api/clause-desk/check'>;
type Sample = Checked['samples'][number];
type Preview = NonNullable<Checked['words']>;

export function Tests({ checked }: { readonly checked: Checked }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(clauseText);
  const { tests } = checked;
  const passed = tests.filter(({ ok }) => ok).length;
  return (
    <section className="card" aria-labelledby="clause-tests">
      <div className="card-head">
        <h2 id="clause-tests">{t.tests}</h2>
        <span className={passed === tests.length ? 'tag good' : 'tag late'}>
          {passed === tests.length ? '✓' : '✗'} {t.testsPass(passed, tests.length)}
        </span>
      </div>
      {tests.length === 0 ? (
        <p className="card-body note">{t.noTests}</p>
      ) : (
        <ol className="clause-tests">
          {tests.map((test) => (
            <li key={test.number} className={test.ok ? 'holds' : 'fails'}>
              <span aria-hidden="true">{test.ok ? '✓' : '✗'}</span>
              <span>
                {t.expected} {test.expected[language]}
                {!test.ok && <b className="field-fault"> {test.found[language]}</b>}
              </span>
              <span className="note">
                {t.line(test.line)} · {day(test.on, language)}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Gets({ gets }: { readonly gets: Sample['after'] }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(clauseText);
  if (gets === null) return <span className="note">{t.notInForce}</span>;
  return (
    <div>
      <b className={`clause-${gets.answer}`}>
        {{ yes: '✓', unknown: '?', no: '–' }[gets.answer]} {gets.words[language]}
      </b>
      {gets.reasons.length > 0 && (
        <span className="note">
          {gets.reasons.map((each) => each[language]).join(language === 'zh' ? '；' : '; ')}
        </span>
      )}
    </div>
  );
}

export function Samples({
  checked,
  addTest,
}: {
  readonly checked: Checked;
  readonly addTest?: (test: string) => void;
}): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(clauseText);
  if (checked.samples.length === 0) return null;
  return (
    <section className="card" aria-labelledby="clause-samples">
      <div className="card-head">
        <h2 id="clause-samples">{t.samples}</h2>
        <span className="note">{t.samplesHint}</span>
      </div>
      <div className="table-box">
        <table className="lined cards clause-samples">
          <thead>
            <tr>
              <th scope="col">{t.subject}</th>
              <th scope="col">{t.now}</th>
              <th scope="col">{t.draft}</th>
              {addTest && <th scope="col" aria-label={t.addTest} />}
            </tr>
          </thead>
          <tbody>
            {checked.samples.map((sample) => (
              <tr
                key={sample.name.zh}
                className={sample.before?.words.zh === sample.after?.words.zh ? '' : 'changed'}
              >
                <th scope="row">
                  {sample.name[language]}
                  <span className="note">{sample.profile[language]}</span>
                </th>
                <td data-label={t.now}>
                  <Gets gets={sample.before} />
                </td>
                <td data-label={t.draft}>
                  <Gets gets={sample.after} />
                </td>
                {addTest && (
                  <td>
                    {sample.test !== null && (
                      <button type="button" className="link" onClick={() => addTest(sample.test ?? '')}>
                        {t.addTest}
                      </button>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

export function PreviewCard({
  words,
  title,
}: {
  readonly words: Preview;
  readonly title?: string;
}): ReactNode {
  const t = useFeatureText(clauseText);
  return (
    <section className="card" aria-label={title ?? t.preview}>
      <div className="card-head">
        <h2>{title ?? t.preview}</h2>
        <span className="note">{t.previewHint}</span>
      </div>
      <div className="card-body clause-preview">
        {(['zh', 'en'] as const).map((language) => (
          <div key={language} lang={language === 'zh' ? 'zh-CN' : 'en'}>
            <h3>{words.title[language]}</h3>
            <p>
              <b>{words.amount[language]}</b> <span className="tag">{words.automation[language]}</span>
            </p>
            <ul>
              {words.conditions.map((each) => (
                <li key={each.zh}>{each[language]}</li>
              ))}
            </ul>
            {words.limits.map((each) => (
              <p key={each.zh}>{each[language]}</p>
            ))}
            {words.overlap !== null && <p>{words.overlap[language]}</p>}
            <p className="note">{words.validity[language]}</p>
          </div>
        ))}
      </div>
    </section>
  );
}
