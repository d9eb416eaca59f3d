// Questions of enterprises about clauses: asked here or from a clause, answered by the unit that leads it.
import '../awards/awards.css';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type Answer, call } from '../../api.ts';
import { useAsk, useWords } from '../../ask.ts';
import { ForThoseWhoMay, useMay } from '../../part/me.tsx';
import { PlainForm } from '../../part/plain-form.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { awardText } from '../../text/awards.ts';
import { moment } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';

type List = Answer<'GET /api/policy-questions'>;
type Question = List['questions'][number];

function Item({ question }: { readonly question: Question }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  const [open, setOpen] = useState(false);
  return (
    <li>
      <p>
        <Link to="/policies/$clauseId" params={{ clauseId: question.clause.id }}>
          {question.clause.title[language]}
        </Link>{' '}
        <span className="note">
          {question.name} · {moment(question.at)}
        </span>
      </p>
      <p>{question.words}</p>
      {question.answer !== null ? (
        <p>
          <span className="tag">{t.answer}</span> {question.answer}{' '}
          <span className="note">{question.answeredBy}</span>
        </p>
      ) : (
        question.answerBy !== null && (
          <p className={question.late ? 'late' : 'note'}>
            {t.answerBy(question.answerBy)} {question.late && t.late}
          </p>
        )
      )}
      {question.mayAnswer &&
        (open ? (
          <PlainForm
            fields={[{ name: 'words', label: t.answer, maxLength: 4000 }]}
            submit={t.answer}
            send={async ({ words = '' }) => {
              await call('POST /api/policy-questions/:questionId/answer', {
                params: { questionId: question.id },
                body: { words },
              });
              setOpen(false);
            }}
          />
        ) : (
          <button type="button" className="button small" onClick={() => setOpen(true)}>
            {t.answer}
          </button>
        ))}
    </li>
  );
}

function NewQuestion({ wanted }: { readonly wanted: string | undefined }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  const catalogue = useAsk('GET /api/policies', { query: {} });
  return (
    <section className="card" aria-labelledby="ask">
      <div className="card-head">
        <h2 id="ask">{t.ask}</h2>
      </div>
      <div className="card-body">
        <Answered query={catalogue}>
          {({ clauses }) => (
            <PlainForm
              fields={[
                {
                  name: 'clauseId',
                  label: t.clause,
                  options: clauses.map(({ id, title }) => ({ value: id, label: title[language] })),
                  ...(wanted === undefined ? {} : { start: wanted }),
                },
                { name: 'words', label: t.askWords, maxLength: 2000 },
              ]}
              submit={t.ask}
              send={async ({ clauseId = '', words = '' }) => {
                await call('POST /api/policy-questions', { body: { clauseId, words } });
              }}
            />
          )}
        </Answered>
      </div>
    </section>
  );
}

function Asked(): ReactNode {
  const t = useFeatureText(awardText);
  const mayAsk = useMay('claim.make');
  const { group } = useWords();
  const query = useAsk('GET /api/policy-questions', { query: {} });
  return (
    <Answered query={query}>
      {(list) => (
        <>
          <div className="page-head">
            <div>
              <p className="note">
                <Link to="/claims">{t.claimBack}</Link>
              </p>
              <h1>{t.questions}</h1>
              <p>{t.questionsLead}</p>
            </div>
          </div>
          <div className="stack">
            {mayAsk && <NewQuestion wanted={group} />}
            <section className="card" aria-label={t.questions}>
              {list.questions.length === 0 ? (
                <Empty title={t.noQuestions} />
              ) : (
                <ul className="plain-list questions">
                  {list.questions.map((question) => (
                    <Item key={question.id} question={question} />
                  ))}
                </ul>
              )}
            </section>
          </div>
        </>
      )}
    </Answered>
  );
}

export default function Questions(): ReactNode {
  const t = useFeatureText(awardText);
  usePageTitle(t.questions);
  return (
    <ForThoseWhoMay permission="claim.read">
      <Asked />
    </ForThoseWhoMay>
  );
}
