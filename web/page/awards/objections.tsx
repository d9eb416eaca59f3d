// Objections to a batch: what was said against which line, and the decision with its reason.
import { type ReactNode, useState } from 'react';
import { type Answer, call } from '../../api.ts';
import { useMay } from '../../part/me.tsx';
import { PlainForm } from '../../part/plain-form.tsx';
import { awardText } from '../../text/awards.ts';
import { moment } from '../../text/format.ts';
import { useFeatureText } from '../../text/language.tsx';

type Page = Answer<'GET /api/batches/:batchId'>;
type Objection = Page['objections'][number];

function Answering({ page, objection }: { readonly page: Page; readonly objection: Objection }): ReactNode {
  const t = useFeatureText(awardText);
  return (
    <PlainForm
      fields={[
        {
          name: 'upheld',
          label: t.objections,
          options: [
            { value: 'no', label: t.dismiss },
            { value: 'yes', label: t.uphold },
          ],
        },
        { name: 'words', label: t.answerWords },
      ]}
      submit={t.done}
      send={async ({ upheld, words = '' }) => {
        await call('POST /api/batches/:batchId/objections/:objectionId', {
          params: { batchId: page.batch.id, objectionId: objection.id },
          body: { upheld: upheld === 'yes', words },
        });
      }}
    />
  );
}

/** Somebody of the office may record what came by letter or telephone. */
function NewObjection({ page }: { readonly page: Page }): ReactNode {
  const t = useFeatureText(awardText);
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <button type="button" className="button small end" onClick={() => setOpen(true)}>
        {t.object}
      </button>
    );
  return (
    <PlainForm
      fields={[
        {
          name: 'line',
          label: t.enterprise,
          options: page.lines.map(({ number, name, clause }) => ({
            value: String(number),
            label: `${name} · ${clause.title.zh}`,
          })),
        },
        { name: 'words', label: t.objectWords },
      ]}
      submit={t.object}
      send={async ({ line = '', words = '' }) => {
        await call('POST /api/batches/:batchId/objections', {
          params: { batchId: page.batch.id },
          body: { line: Number(line), words },
        });
        setOpen(false);
      }}
    />
  );
}

export function Objections({ page }: { readonly page: Page }): ReactNode {
  const t = useFeatureText(awardText);
  const mayMove = useMay('award.move');
  const isOpen = ['draft', 'reviewed', 'approved'].includes(page.batch.state);
  return (
    <section className="card" aria-labelledby="objections">
      <div className="card-head">
        <h2 id="objections">{t.objections}</h2>
        {mayMove && isOpen && page.lines.length > 0 && <NewObjection page={page} />}
      </div>
      <ul className="plain-list">
        {page.objections.length === 0 && <li className="note">{t.noObjections}</li>}
        {page.objections.map((objection) => (
          <li key={objection.id}>
            <p>
              <b>{t.line(objection.line)}</b> {objection.words}
            </p>
            <p className="note">
              {objection.by ?? '—'} · {moment(objection.at)}
            </p>
            {objection.upheld === null ? (
              mayMove ? (
                <Answering page={page} objection={objection} />
              ) : (
                <span className="tag warn">{t.open}</span>
              )
            ) : (
              <p>
                <span className="tag">{objection.upheld ? t.upheld : t.dismissed}</span> {objection.answer}{' '}
                <span className="note">{objection.answeredBy}</span>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
