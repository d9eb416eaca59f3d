// Departments as a tree, with the names they have in print, their posts and who holds them; import from a workbook.
import type { ReactNode } from 'react';
import { type Answer, call } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { ForThoseWhoMay, useMay } from '../../part/me.tsx';
import { PlainForm } from '../../part/plain-form.tsx';
import { Empty, Loading, usePageTitle } from '../../part/state.tsx';
import { administrationText } from '../../text/administration.ts';
import { day } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { ImportOrganisation } from './import-organisation.tsx';
import { today } from './today.ts';

type Organisation = Answer<'GET /api/organisation'>;
type Unit = Organisation['units'][number];
type Post = Unit['posts'][number];

const key = () => crypto.randomUUID();

function PostRow({ post, all }: { readonly post: Post; readonly all: Organisation }): ReactNode {
  const t = useFeatureText(administrationText);
  const { language } = useLanguage();
  const mayWrite = useMay('organisation.write');
  const open = post.holders.find(({ to }) => to === null);
  return (
    <li>
      <b>{post.title}</b> {post.leads && <span className="tag">{t.leads}</span>}{' '}
      {post.holders.length === 0 && <span className="quiet">{t.vacant}</span>}
      {post.holders.map((holder) => (
        <span key={holder.id}>
          {holder.name}{' '}
          <span className="note">
            {day(holder.from, language)}–{holder.to === null ? '' : day(holder.to, language)}
          </span>{' '}
        </span>
      ))}
      {mayWrite && (
        <details>
          <summary>{open ? t.endPost : t.takePost}</summary>
          {open ? (
            <PlainForm
              key={open.id}
              fields={[{ name: 'on', label: t.lastDay, kind: 'day', start: today() }]}
              submit={t.endPost}
              send={async ({ on = '' }) => {
                const ask = { params: { holderId: open.id }, body: { on } };
                await call('POST /api/holders/:holderId/end', ask, undefined, key());
              }}
            />
          ) : (
            <PlainForm
              fields={[
                {
                  name: 'accountId',
                  label: t.holder,
                  options: all.accounts.map(({ id, name }) => ({ value: id, label: name })),
                },
                { name: 'from', label: t.from, kind: 'day', start: today() },
              ]}
              submit={t.takePost}
              send={async ({ accountId = '', from = '' }) => {
                const ask = { params: { postId: post.id }, body: { accountId, from } };
                await call('POST /api/posts/:postId/holders', ask, undefined, key());
              }}
            />
          )}
        </details>
      )}
    </li>
  );
}

/** A unit and the units below it. */
function Branch({ unit, all }: { readonly unit: Unit; readonly all: Organisation }): ReactNode {
  const t = useFeatureText(administrationText);
  const below = all.units.filter(({ parentId }) => parentId === unit.id);
  return (
    <li>
      <details open>
        <summary>
          <b>{unit.name}</b>
        </summary>
        {unit.aliases.length > 0 && (
          <p className="note">
            {t.aliases}: {unit.aliases.join('、')}
          </p>
        )}
        <ul>
          {unit.posts.map((post) => (
            <PostRow key={post.id} post={post} all={all} />
          ))}
          {below.map((child) => (
            <Branch key={child.id} unit={child} all={all} />
          ))}
        </ul>
      </details>
    </li>
  );
}

function Tree(): ReactNode {
  const t = useFeatureText(administrationText);
  const { data } = useAsk('GET /api/organisation', {});
  if (data === undefined) return <Loading />;
  const roots = data.units.filter(({ parentId }) => parentId === null);
  return (
    <section className="card" aria-labelledby="tree">
      <div className="card-head">
        <h2 id="tree">{t.organisation}</h2>
        <span className="note">{data.units.length}</span>
      </div>
      <div className="card-body">
        {roots.length === 0 ? (
          <Empty title={t.noUnits} />
        ) : (
          <ul>
            {roots.map((unit) => (
              <Branch key={unit.id} unit={unit} all={data} />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

export default function OrganisationPage(): ReactNode {
  const t = useFeatureText(administrationText);
  const mayWrite = useMay('organisation.write');
  usePageTitle(t.organisation);
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t.organisation}</h1>
          <p>{t.organisationHint}</p>
        </div>
      </div>
      <ForThoseWhoMay permission="organisation.read">
        <div className="stack">
          {mayWrite && <ImportOrganisation />}
          <Tree />
        </div>
      </ForThoseWhoMay>
    </>
  );
}
