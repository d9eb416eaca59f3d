// A person's words beside the rate, for those who work here: how sure the owner is, and comments of five kinds.
import type { ReactNode } from 'react';
import type { CommitmentPage } from '../../api.ts';
import { useAsk, useWhen } from '../../ask.ts';
import { useMay } from '../../part/me.tsx';
import { Comments } from './comments.tsx';
import { Confidence } from './confidence.tsx';

export function RemarksAbout({ page }: { readonly page: CommitmentPage }): ReactNode {
  const mayRead = useMay('remark.read');
  const { asOf, knownOn } = useWhen();
  const { id } = page.commitment;
  const { data } = useAsk(
    'GET /api/commitments/:commitmentId/remarks',
    {
      params: { commitmentId: id },
      query: { ...(asOf === undefined ? {} : { asOf }), ...(knownOn === undefined ? {} : { knownOn }) },
    },
    { enabled: mayRead, fresh: true },
  );
  if (!mayRead || !data) return null;
  return (
    <>
      <Confidence page={page} remarks={data} />
      <Comments id={id} remarks={data} />
    </>
  );
}
