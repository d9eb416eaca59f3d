// Which recognitions come with a certificate, and what certificates say on a day: a flag while one is in force, years for good.
import type { IsoDate } from '../../quantity/date.ts';
import type { Words } from '../words/words.ts';
import { certificateLasts, type Freshness, isStale } from './freshness.ts';

export interface CertificateKind {
  readonly label: Words;
  /** True while one is in force. */
  readonly flag?: string;
  /** Year of the first one; 0 would say "never", which only a register of all certificates could know. */
  readonly firstYear?: string;
  /** Year of the newest one, where it is not the first. */
  readonly renewedYear?: string;
}

export const certificateKinds = {
  highTech: {
    label: { zh: '高新技术企业', en: 'High-tech enterprise' },
    flag: 'highTech',
    firstYear: 'highTechFirstYear',
    renewedYear: 'highTechRenewedYear',
  },
  techEnterprise: {
    label: { zh: '科技型中小企业', en: 'Technology-based small or medium enterprise' },
    flag: 'techEnterprise',
  },
  newEagle: { label: { zh: '新雏鹰企业', en: 'New eagle enterprise' }, firstYear: 'newEagleYear' },
  littleGiant: {
    label: { zh: '国家级专精特新“小巨人”', en: 'National little giant' },
    firstYear: 'littleGiantYear',
  },
  hiddenChampion: {
    label: { zh: '省隐形冠军', en: 'Provincial hidden champion' },
    firstYear: 'hiddenChampionYear',
  },
  provincialSpecial: {
    label: { zh: '省级专精特新中小企业', en: 'Provincial specialised enterprise' },
    firstYear: 'provincialSpecialYear',
  },
} as const satisfies Readonly<Record<string, CertificateKind>>;

export type CertificateName = keyof typeof certificateKinds;

export const certificateNames: readonly CertificateName[] =
  Object.keys(certificateKinds).filter(isCertificateName);

export function isCertificateName(name: string): name is CertificateName {
  return Object.hasOwn(certificateKinds, name);
}

export interface Certificate {
  readonly kind: CertificateName;
  readonly startsOn: IsoDate;
  /** Null where it does not end. */
  readonly endsOn: IsoDate | null;
}

export const isInForce = ({ startsOn, endsOn }: Certificate, day: IsoDate): boolean =>
  startsOn <= day && (endsOn === null || endsOn >= day);

const yearOf = (day: IsoDate): number => Number(day.slice(0, 4));

/** What certificates say on a day; a kind without any says nothing, and then a figure that states it counts. */
export function certifiedFacts(
  certificates: readonly Certificate[],
  day: IsoDate,
  freshness: Freshness,
): ReadonlyMap<string, number | boolean> {
  const facts = new Map<string, number | boolean>();
  for (const name of certificateNames) {
    const kind: CertificateKind = certificateKinds[name];
    const own = certificates.filter((each) => each.kind === name && each.startsOn <= day);
    const starts = own.map((each) => each.startsOn).sort();
    const [first] = starts;
    const last = starts.at(-1);
    if (first === undefined || last === undefined) continue;
    const inForce = own.filter((each) => isInForce(each, day));
    const isOld = ({ startsOn, endsOn }: Certificate): boolean =>
      endsOn === null && isStale(certificateLasts(startsOn, freshness), day);
    // Where all that could still hold is old, nothing is said.
    if (kind.flag && (inForce.length === 0 || inForce.some((each) => !isOld(each))))
      facts.set(kind.flag, inForce.length > 0);
    if (kind.firstYear) facts.set(kind.firstYear, yearOf(first));
    if (kind.renewedYear) facts.set(kind.renewedYear, starts.length > 1 ? yearOf(last) : 0);
  }
  return facts;
}
