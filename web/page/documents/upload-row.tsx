// One file on its way in: the stages it has passed, what was found so far, and what to do when it was refused.
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import type { Reading } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { Pick } from '../../part/pick.tsx';
import { amount } from '../../text/format.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { dismiss, type Encoding, encodings, readAgain, type Upload } from './uploads.ts';

const stages = ['received', 'decoding', 'reading', 'checking', 'storing', 'done'] as const;
/** How often a running reading is asked how far it is, in milliseconds. */
const beat = 350;

const isEncoding = (text: string): text is Encoding => encodings.some((one) => one === text);

function Stages({ reading }: { readonly reading: Reading }): ReactNode {
  const t = useText();
  const now = reading.stage === 'refused' ? -1 : stages.indexOf(reading.stage);
  return (
    <ol className="stages">
      {stages.map((stage, at) => (
        <li
          key={stage}
          className={at < now || reading.stage === 'done' ? 'passed' : at === now ? 'now' : ''}
          {...(at === now ? { 'aria-current': 'step' as const } : {})}
        >
          {t.documents.stage[stage]}
        </li>
      ))}
    </ol>
  );
}

function Counts({ counts }: { readonly counts: Reading['counts'] }): ReactNode {
  const t = useText();
  const shown = (['characters', 'quantities', 'tables', 'items', 'findings'] as const).filter(
    (name) => counts[name] > 0,
  );
  return (
    <p className="note">
      {shown.map((name) => `${amount(String(counts[name]))} ${t.documents.counts[name]}`).join(' · ')}
    </p>
  );
}

function Trouble({
  upload,
  code,
  words,
}: {
  readonly upload: Upload;
  readonly code: string;
  readonly words: string;
}): ReactNode {
  const t = useText();
  const [encoding, choose] = useState<Encoding>('gb18030');
  return (
    <div className="alert" role="alert">
      <p>
        <b>{t.documents.stage.refused}</b> {words}
      </p>
      <p className="filter-line">
        {code === 'document.encodingUnknown' ? (
          <>
            <Pick
              label={t.documents.encoding}
              choices={encodings.map((one) => ({ id: one, label: one.toUpperCase() }))}
              chosen={encoding}
              choose={(id) => {
                if (isEncoding(id)) choose(id);
              }}
            />
            <button type="button" className="button" onClick={() => readAgain(upload, encoding)}>
              {t.documents.chooseEncoding}
            </button>
          </>
        ) : (
          <button type="button" className="button" onClick={() => readAgain(upload)}>
            {t.documents.retry}
          </button>
        )}
        <button type="button" className="link" onClick={() => dismiss(upload.key)}>
          {t.documents.dismiss}
        </button>
      </p>
    </div>
  );
}

function Running({ upload, readingId }: { readonly upload: Upload; readonly readingId: string }): ReactNode {
  const { language, t } = useLanguage();
  const client = useQueryClient();
  const [over, setOver] = useState(false);
  const { data: reading, error } = useAsk(
    'GET /api/readings/:readingId',
    { params: { readingId } },
    { every: over ? 0 : beat, fresh: true },
  );
  const ended = reading !== undefined && (reading.stage === 'done' || reading.stage === 'refused');
  useEffect(() => {
    if (!ended) return;
    setOver(true);
    void client.invalidateQueries({ queryKey: ['GET /api/documents'] });
  }, [ended, client]);
  if (error && reading === undefined) return <Trouble upload={upload} code="network" words={t.state.error} />;
  if (!reading) return <p className="note">{t.documents.sending}</p>;
  return (
    <>
      {reading.stage !== 'refused' && <Stages reading={reading} />}
      <Counts counts={reading.counts} />
      {reading.problem !== null && (
        <Trouble upload={upload} code={reading.problem.code} words={reading.problem[language]} />
      )}
      {reading.documentId !== null && (
        <div className="alert good" role="status">
          {reading.alreadyHere && <p>{t.documents.again}</p>}
          <p className="filter-line">
            <Link
              to="/documents/$documentId"
              params={{ documentId: reading.documentId }}
              className="button primary"
            >
              {t.documents.openIt}
            </Link>
            <button type="button" className="link" onClick={() => dismiss(upload.key)}>
              {t.documents.dismiss}
            </button>
          </p>
        </div>
      )}
    </>
  );
}

export function UploadRow({ upload }: { readonly upload: Upload }): ReactNode {
  const { language, t } = useLanguage();
  return (
    <li className="upload">
      <p>
        <b>{upload.file.name}</b>
      </p>
      {upload.problem !== null ? (
        <Trouble upload={upload} code={upload.problem.code} words={upload.problem.message[language]} />
      ) : upload.readingId === null ? (
        <p className="note" role="status">
          {t.documents.sending}
        </p>
      ) : (
        <Running upload={upload} readingId={upload.readingId} />
      )}
    </li>
  );
}
