// Slows one address down that keeps guessing, whichever accounts it tries. Right tries cost nothing: a whole office may share an address.
import { fail, type Result, succeed } from '../../../core/result.ts';

const windowMs = 15 * 60_000;
/** Addresses remembered at most; the oldest are forgotten first, so that a flood of addresses costs no memory. */
const most = 20_000;

interface Tally {
  readonly since: number;
  readonly wrong: number;
}

export interface Throttle {
  /** Refused while the address has used up its wrong tries. */
  admit(address: string, now: Date, limit: number): Result<void, 'login.tooMany'>;
  noteWrong(address: string, now: Date): void;
}

/** Lives in memory: after a restart the count begins anew, the lock of an account does not. */
export function openThrottle(): Throttle {
  const tallies = new Map<string, Tally>();
  const current = (address: string, now: Date): Tally => {
    const tally = tallies.get(address);
    return tally && now.getTime() - tally.since < windowMs ? tally : { since: now.getTime(), wrong: 0 };
  };
  return {
    admit: (address, now, limit) => {
      const { since, wrong } = current(address, now);
      if (wrong < limit) return succeed(undefined);
      const seconds = Math.max(1, Math.ceil((since + windowMs - now.getTime()) / 1000));
      return fail('login.tooMany', { minutes: String(Math.ceil(seconds / 60)), seconds: String(seconds) });
    },
    noteWrong: (address, now) => {
      const { since, wrong } = current(address, now);
      tallies.delete(address);
      tallies.set(address, { since, wrong: wrong + 1 });
      const oldest = tallies.keys().next();
      if (tallies.size > most && !oldest.done) tallies.delete(oldest.value);
    },
  };
}
