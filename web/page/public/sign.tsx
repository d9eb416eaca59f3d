// The sign that is printed and put up at a site: its name and a QR code that leads to its page.
import './public.css';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk } from '../../ask.ts';
import { Answered, usePageTitle } from '../../part/state.tsx';
import { wide } from '../../text/format.ts';
import { useFeatureText } from '../../text/language.tsx';
import { sitesText } from '../../text/sites.ts';

/** Light modules around the code (ISO/IEC 18004 §9.1 asks for four). */
const quiet = 4;

export default function SignScreen(): ReactNode {
  const t = useFeatureText(sitesText);
  const { code = '' } = useParams({ strict: false });
  usePageTitle(t.sign);
  const query = useAsk('GET /api/public/sites/:code/sign', { params: { code } });
  return (
    <Answered query={query}>
      {(sign) => (
        <article className="public-sign">
          <h1>{wide(sign.name)}</h1>
          <p>{wide(sign.project)}</p>
          <p>
            {sign.place} · {sign.responsible}
          </p>
          <svg
            viewBox={`${-quiet} ${-quiet} ${sign.size + 2 * quiet} ${sign.size + 2 * quiet}`}
            role="img"
            aria-label={sign.address}
            shapeRendering="crispEdges"
          >
            <rect
              x={-quiet}
              y={-quiet}
              width={sign.size + 2 * quiet}
              height={sign.size + 2 * quiet}
              fill="#fff"
            />
            <path d={sign.path} fill="#000" />
          </svg>
          <p>
            <b>{t.scan}</b>
          </p>
          <p className="note">
            {t.typed} <span className="public-address">{sign.address}</span>
          </p>
          <button type="button" className="button primary no-print" onClick={() => window.print()}>
            {t.printSign}
          </button>
        </article>
      )}
    </Answered>
  );
}
