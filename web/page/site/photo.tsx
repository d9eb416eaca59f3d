// A photograph of a site: it comes as a download that no browser may interpret, and is shown from memory.
import { type ReactNode, useEffect, useState } from 'react';

export function SitePhoto({
  siteId,
  photoId,
  label,
}: {
  readonly siteId: string;
  readonly photoId: string;
  readonly label: string;
}): ReactNode {
  const [address, setAddress] = useState('');
  useEffect(() => {
    const away = new AbortController();
    let made = '';
    const load = async (): Promise<void> => {
      const answer = await fetch(`/api/sites/${siteId}/photos/${photoId}`, { signal: away.signal });
      if (!answer.ok) return;
      made = URL.createObjectURL(await answer.blob());
      setAddress(made);
    };
    load().catch(() => undefined);
    return () => {
      away.abort();
      if (made !== '') URL.revokeObjectURL(made);
    };
  }, [siteId, photoId]);
  return address === '' ? null : <img src={address} alt={label} />;
}
