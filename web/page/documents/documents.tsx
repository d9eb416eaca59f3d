// Documents: bring one in and watch it being read; every document that was read, with what was found and decided.
import './documents.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DocumentRow } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { ForThoseWhoMay } from '../../part/me.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { amount, moment } from '../../text/format.ts';
import { useText } from '../../text/language.tsx';
import { Drop } from './drop.tsx';
import { UploadRow } from './upload-row.tsx';
import { useUploads } from './uploads.ts';

function Row({ document }: { readonly document: DocumentRow }): ReactNode {
  const t = useText();
  return (
    <tr>
      <th scope="row">
        <Link to="/documents/$documentId" params={{ documentId: document.id }} className="two-lines">
          {document.title || document.fileName}
        </Link>
        <span className="note">
          {[document.number, document.issuer].filter((word) => word !== '').join(' · ') || document.fileName}
          {document.replaces !== null && (
            <span className="tag mark" title={t.documents.replacesHint}>
              {t.documents.replaces}
            </span>
          )}
        </span>
      </th>
      <td>{t.documents.kinds[document.kind]}</td>
      <td className="num">{document.date || '—'}</td>
      <td className="num" data-label={t.documents.items}>
        {amount(String(document.items))}
      </td>
      <td className="num" data-label={t.documents.adopted}>
        {amount(String(document.adopted))}
      </td>
      <td className="num" data-label={t.documents.findings}>
        {document.findings > 0 ? <span className="tag warn">{document.findings}</span> : 0}
      </td>
      <td className="num quiet">{moment(document.recordedAt)}</td>
      <td>
        <Link
          to="/documents/$documentId"
          params={{ documentId: document.id }}
          className="button small"
          aria-label={`${t.documents.review} ${document.title}`}
        >
          {t.documents.review}
        </Link>
      </td>
    </tr>
  );
}

function List({ documents }: { readonly documents: readonly DocumentRow[] }): ReactNode {
  const t = useText();
  return (
    <section className="card" aria-labelledby="documents-list">
      <div className="card-head">
        <h2 id="documents-list">{t.documents.list}</h2>
        <span className="note">{t.table.items(documents.length)}</span>
      </div>
      {documents.length === 0 ? (
        <Empty title={t.documents.empty} hint={t.state.noPlanHint} />
      ) : (
        <div className="table-box">
          <table className="lined cards documents">
            <caption className="hidden">{t.documents.list}</caption>
            <thead>
              <tr>
                <th scope="col">{t.documents.name}</th>
                <th scope="col">{t.documents.kind}</th>
                <th scope="col" className="num">
                  {t.documents.date}
                </th>
                <th scope="col" className="num">
                  {t.documents.items}
                </th>
                <th scope="col" className="num">
                  {t.documents.adopted}
                </th>
                <th scope="col" className="num">
                  {t.documents.findings}
                </th>
                <th scope="col" className="num">
                  {t.documents.recorded}
                </th>
                <th scope="col">
                  <span className="hidden">{t.documents.review}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {documents.map((document) => (
                <Row key={document.id} document={document} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

export default function DocumentsPage(): ReactNode {
  const t = useText();
  usePageTitle(t.documents.title);
  const query = useAsk('GET /api/documents', {});
  const uploads = useUploads();
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t.documents.title}</h1>
          <p>{t.documents.intro}</p>
        </div>
      </div>
      <div className="stack">
        <section className="card" aria-label={t.documents.reading}>
          <ForThoseWhoMay permission="document.add">
            <Drop />
          </ForThoseWhoMay>
          {uploads.length > 0 && (
            <ul>
              {uploads.map((upload) => (
                <UploadRow key={upload.key} upload={upload} />
              ))}
            </ul>
          )}
        </section>
        <Answered query={query}>{({ documents }) => <List documents={documents} />}</Answered>
      </div>
    </>
  );
}
