// Evidence of a notice: files as downloads, and adding one; refused files are told why, by their name.
import { type ReactNode, useRef, useState } from 'react';
import { useSend } from '../../ask.ts';
import { useMay } from '../../part/me.tsx';
import { useProblemWords } from '../../part/state.tsx';
import { moment } from '../../text/format.ts';
import { useFeatureText } from '../../text/language.tsx';
import { supervisionText } from '../../text/supervision.ts';
import type { NoticePage } from './moves.tsx';

export function Evidence({ page }: { readonly page: NoticePage }): ReactNode {
  const t = useFeatureText(supervisionText);
  const may = useMay('notice.answer');
  const words = useProblemWords();
  const field = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState('');
  const { id, state } = page.notice;
  const send = useSend('POST /api/notices/:noticeId/evidence', {
    onSuccess: () => setFault(''),
    onError: (cause) => setFault(words(cause)),
  });
  const isOpen = state !== 'closed' && state !== 'withdrawn';
  return (
    <section className="card screen-only" aria-labelledby="evidence">
      <div className="card-head">
        <h2 id="evidence">{t.evidence}</h2>
      </div>
      <div className="card-body stack">
        {page.evidence.length === 0 && <p className="note">{t.evidenceNone}</p>}
        {page.evidence.length > 0 && (
          <ul className="evidence">
            {page.evidence.map((file) => (
              <li key={file.id}>
                <a href={`/api/notices/${id}/evidence/${file.id}`} download={file.fileName}>
                  {file.fileName}
                </a>
                <span className="note">{moment(file.recordedAt)}</span>
              </li>
            ))}
          </ul>
        )}
        {may && isOpen && (
          <div>
            <p className="note">{t.evidenceHint}</p>
            <button
              type="button"
              className="button"
              disabled={send.isPending}
              onClick={() => field.current?.click()}
            >
              {send.isPending ? t.adding : t.addEvidence}
            </button>
            <input
              ref={field}
              type="file"
              className="hidden"
              tabIndex={-1}
              aria-label={t.addEvidence}
              accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx"
              onChange={(event) => {
                const [file] = event.target.files ?? [];
                event.target.value = '';
                if (file) send.mutate({ params: { noticeId: id }, query: { name: file.name }, body: file });
              }}
            />
            {fault !== '' && (
              <p className="field-fault" role="alert">
                {fault}
              </p>
            )}
          </div>
        )}
      </div>
    </section>
  );
}
