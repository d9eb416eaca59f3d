// The other house people sign in by: found by its issuer, asked over TLS, its signatures checked with its own keys.
import {
  allowInsecureRequests,
  ClientSecretPost,
  type Configuration,
  discovery,
  enableNonRepudiationChecks,
  None,
} from 'openid-client';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { Context } from '../../context.ts';
import { readSettings } from '../setting/read.ts';

export interface House {
  readonly issuer: string;
  readonly configuration: Configuration;
}

export interface Houses {
  current(): Promise<Result<House, 'oidc.none' | 'oidc.unreachable'>>;
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);
const patienceSeconds = 10;
/** Its keys and addresses are asked for again after this long. */
const keptMs = 10 * 60_000;

/** The client's secret is no setting: settings are read by many, and stay. */
export function openHouses(
  context: Context,
  clientSecret: string | null,
  log: (error: unknown) => void,
): Houses {
  let kept: { readonly key: string; readonly until: number; readonly house: House } | null = null;
  return {
    current: async () => {
      const setting = (await readSettings(context, 'account.oidc'))['account.oidc'];
      if (!setting) return fail('oidc.none');
      const key = JSON.stringify(setting);
      if (kept && kept.key === key && kept.until > Date.now()) return succeed(kept.house);
      const url = new URL(setting.issuer);
      if (url.protocol !== 'https:' && !loopback.has(url.hostname)) return fail('oidc.unreachable');
      try {
        const plain = url.protocol === 'http:' ? [allowInsecureRequests] : [];
        const configuration = await discovery(
          url,
          setting.clientId,
          undefined,
          clientSecret === null ? None() : ClientSecretPost(clientSecret),
          { execute: [...plain, enableNonRepudiationChecks], timeout: patienceSeconds },
        );
        const house = { issuer: configuration.serverMetadata().issuer, configuration };
        kept = { key, until: Date.now() + keptMs, house };
        return succeed(house);
      } catch (error) {
        log(error);
        return fail('oidc.unreachable');
      }
    },
  };
}
