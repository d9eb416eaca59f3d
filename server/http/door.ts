// Under which names this server is reached, and what its own page's origin is there: this machine's names, and the public address.

import { readSettings } from '../act/setting/read.ts';
import type { Context } from '../context.ts';

/** Names under which this machine reaches itself. Any other Host is a page that had its name pointed at us (DNS rebinding). */
const ownNames = new Set(['localhost', '127.0.0.1', '[::1]']);

const nameOf = (host: string): string => host.toLowerCase().replace(/:\d{1,5}$/, '');

export interface Door {
  /** Whether a request with this Host header is meant for us. */
  admits(host: string | undefined): Promise<boolean>;
  /** Origin of our own page under an admitted Host, such as https://duban.example.gov.cn. */
  originOf(host: string | undefined): string;
}

/** The public address is a local rule that may change while the server runs; it is looked up again after so long. */
const rememberedMs = 5_000;

/**
 * A reverse proxy in front carries the public name and TLS; it is trusted for nothing but the Host it passes on, so the
 * scheme is that of the setting and no header can make a cookie insecure.
 */
export function openDoor(readAddress: () => Promise<string | null>, now: () => number = Date.now): Door {
  let known: URL | null = null;
  let readAt = Number.NEGATIVE_INFINITY;
  const publicAddress = async (): Promise<URL | null> => {
    if (now() - readAt < rememberedMs) return known;
    const address = await readAddress();
    readAt = now();
    known = address === null ? null : new URL(address);
    return known;
  };
  return {
    admits: async (host) => {
      if (host === undefined) return false;
      return ownNames.has(nameOf(host)) || (await publicAddress())?.host === host.toLowerCase();
    },
    originOf: (host = '') =>
      known && known.host === host.toLowerCase() ? known.origin : `http://${host.toLowerCase()}`,
  };
}

/** A door for this machine's names alone. */
export const localDoor: Door = openDoor(() => Promise.resolve(null));

/** The public address as it is set now; null where this machine is its only user. */
export const publicAddressOf = async (
  context: Pick<Context, 'db' | 'jurisdiction'>,
): Promise<string | null> => (await readSettings(context, 'site.publicAddress'))['site.publicAddress'];
