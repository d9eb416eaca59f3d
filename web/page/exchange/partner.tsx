// One partner: its plan beside ours, line by line, the packages that went and came, and ours to download.
import './exchange.css';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { call } from '../../api.ts';
import { useAsk, useWhen } from '../../ask.ts';
import { ForThoseWhoMay, useMay } from '../../part/me.tsx';
import { Answered, Empty, usePageTitle, useProblemWords } from '../../part/state.tsx';
import { exchangeText } from '../../text/exchange.ts';
import { day, moment } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { Differences, type PartnerPage } from './differences.tsx';

/** The file is made by the server; the browser only saves it. */
function save(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

function Export({
  partnerId,
  plan,
}: {
  readonly partnerId: string;
  readonly plan: string | undefined;
}): ReactNode {
  const t = useFeatureText(exchangeText);
  const problemWords = useProblemWords();
  const [said, say] = useState('');
  const go = async (): Promise<void> => {
    try {
      const body = plan === undefined ? {} : { plan };
      const name = 'POST /api/exchange/partners/:partnerId/package' as const;
      const made = await call(name, { params: { partnerId }, body }, undefined, crypto.randomUUID());
      save(made.fileName, made.text);
      say(`${t.exported(made.fileName)} · ${t.hash} ${made.sha256.slice(0, 12)}`);
    } catch (cause) {
      say(problemWords(cause));
    }
  };
  return (
    <>
      <button type="button" className="button primary" onClick={() => void go()}>
        {t.export}
      </button>
      <span className="note" role="status">
        {said}
      </span>
    </>
  );
}

function Packages({ page }: { readonly page: PartnerPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(exchangeText);
  if (page.packages.length === 0) return null;
  return (
    <section className="card" aria-labelledby="packages">
      <div className="card-head">
        <h2 id="packages">{t.packages}</h2>
      </div>
      <div className="table-box">
        <table className="lined">
          <tbody>
            {page.packages.map((row) => (
              <tr key={row.packageId}>
                <th scope="row">
                  {t.sides[row.side]} · {row.title}{' '}
                  {row.isDemonstration && <span className="tag warn">{t.demonstration}</span>}
                </th>
                <td>
                  {row.documentId === null ? (
                    t.lines(row.lines)
                  ) : (
                    <Link to="/documents/$documentId" params={{ documentId: row.documentId }}>
                      {t.lines(row.lines)} · {t.fromDocument}
                    </Link>
                  )}
                </td>
                <td>{t.issued(day(row.issuedOn, language))}</td>
                <td className="note">{moment(row.recordedAt)}</td>
                <td className="note" title={row.sha256}>
                  {t.hash} {row.sha256.slice(0, 12)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Partner(): ReactNode {
  const t = useFeatureText(exchangeText);
  const { partnerId = '' } = useParams({ strict: false });
  const { plan } = useWhen();
  const maySend = useMay('exchange.send');
  const query = useAsk('GET /api/exchange/partners/:partnerId', {
    params: { partnerId },
    query: plan === undefined ? {} : { plan },
  });
  return (
    <Answered query={query}>
      {(page) => (
        <>
          <div className="page-head">
            <div>
              <p className="note">
                <Link to="/exchange">{t.back}</Link>
              </p>
              <h1>{page.partner.name}</h1>
              <p>{t.lead(page.year)}</p>
            </div>
            <div className="page-tools">{maySend && <Export partnerId={partnerId} plan={plan} />}</div>
          </div>
          <div className="stack">
            <section className="card" aria-label={t.open}>
              {page.received === null && <Empty title={t.nothing} hint={t.noReceived} />}
              {page.rows.length > 0 && <Differences page={page} />}
            </section>
            <Packages page={page} />
          </div>
        </>
      )}
    </Answered>
  );
}

export default function PartnerScreen(): ReactNode {
  const t = useFeatureText(exchangeText);
  usePageTitle(t.title);
  return (
    <ForThoseWhoMay permission="exchange.read">
      <Partner />
    </ForThoseWhoMay>
  );
}
