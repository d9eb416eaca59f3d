// The box of files: each line of the list of papers with what was given or is missing, then everything else; one archive for all.
import { type ReactNode, useRef, useState } from 'react';
import { useSend } from '../../ask.ts';
import { useMay } from '../../part/me.tsx';
import { useProblemWords } from '../../part/state.tsx';
import { moment } from '../../text/format.ts';
import { inspectionText } from '../../text/inspections.ts';
import { useFeatureText } from '../../text/language.tsx';
import type { InspectionPage } from './state.tsx';

type File = InspectionPage['evidence'][number];

function AddFile({
  id,
  paper,
  label,
  fault,
}: {
  readonly id: string;
  readonly paper: number | null;
  readonly label: string;
  readonly fault: (words: string) => void;
}): ReactNode {
  const t = useFeatureText(inspectionText);
  const words = useProblemWords();
  const field = useRef<HTMLInputElement>(null);
  const send = useSend('POST /api/inspections/:inspectionId/evidence', {
    onSuccess: () => fault(''),
    onError: (cause) => fault(words(cause)),
  });
  return (
    <>
      <button
        type="button"
        className="button small"
        disabled={send.isPending}
        aria-label={label}
        onClick={() => field.current?.click()}
      >
        {send.isPending ? t.adding : t.addFile}
      </button>
      <input
        ref={field}
        type="file"
        className="hidden"
        tabIndex={-1}
        aria-label={label}
        accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          const query = { name: file?.name ?? '', ...(paper === null ? {} : { paper }) };
          if (file) send.mutate({ params: { inspectionId: id }, query, body: file });
        }}
      />
    </>
  );
}

function Files({ id, files }: { readonly id: string; readonly files: readonly File[] }): ReactNode {
  const t = useFeatureText(inspectionText);
  return (
    <ul className="evidence">
      {files.map((file) => (
        <li key={file.id}>
          <a href={`/api/inspections/${id}/evidence/${file.id}`} download={file.fileName}>
            {file.fileName}
          </a>
          <span className="note">
            {t.bySide[file.side]} · {moment(file.recordedAt)}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function Box({ page }: { readonly page: InspectionPage }): ReactNode {
  const t = useFeatureText(inspectionText);
  const mayTakeAll = useMay('inspection.record');
  const [fault, setFault] = useState('');
  const { papers, evidence, mayAddEvidence } = page;
  const { id } = page.inspection;
  const others = evidence.filter(({ paper }) => paper === null);
  return (
    <section className="card screen-only" aria-labelledby="box">
      <div className="card-head">
        <h2 id="box">{t.box}</h2>
        {mayTakeAll && (
          <a href={`/api/inspections/${id}/box`} className="end" download>
            {t.boxAll}
          </a>
        )}
      </div>
      <div className="card-body stack">
        <ol className="box-list">
          {papers.map((paper, at) => {
            const own = evidence.filter((file) => file.paper === at + 1);
            return (
              <li key={paper}>
                <p className="box-line">
                  <span>
                    {at + 1}. {paper}
                  </span>
                  <span className={`tag ${own.length > 0 ? 'good' : 'warn'}`}>
                    {own.length > 0 ? `✓ ${t.given}` : `○ ${t.missing}`}
                  </span>
                  {mayAddEvidence && (
                    <AddFile id={id} paper={at + 1} label={t.addFor(paper)} fault={setFault} />
                  )}
                </p>
                {own.length > 0 && <Files id={id} files={own} />}
              </li>
            );
          })}
        </ol>
        {others.length > 0 && <Files id={id} files={others} />}
        {evidence.length === 0 && papers.length === 0 && <p className="note">{t.boxNone}</p>}
        {mayAddEvidence && (
          <p className="box-line">
            <span className="note">{t.boxHint}</span>
            <AddFile id={id} paper={null} label={t.addFile} fault={setFault} />
          </p>
        )}
        {fault !== '' && (
          <p className="field-fault" role="alert">
            {fault}
          </p>
        )}
      </div>
    </section>
  );
}
