// Which network addresses messages may go to: public ones, and those inside the house that whoever runs the server admits.
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';

interface Address {
  readonly family: 4 | 6;
  readonly value: bigint;
}

export interface Network extends Address {
  readonly bits: number;
}

const ofParts = (parts: readonly number[], width: bigint): bigint =>
  parts.reduce((value, part) => (value << width) | BigInt(part), 0n);

const readV4 = (text: string): bigint => ofParts(text.split('.').map(Number), 8n);

function readV6(text: string): bigint {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  const low = dotted?.[2] === undefined ? null : readV4(dotted[2]);
  const plain =
    low === null ? text : `${dotted?.[1] ?? ''}${(low >> 16n).toString(16)}:${(low & 0xffffn).toString(16)}`;
  const [head = '', tail] = plain.split('::');
  const groups = (part: string): number[] =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const [before, after] = [groups(head), groups(tail ?? '')];
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  return ofParts([...before, ...Array.from({ length: missing }, () => 0), ...after], 16n);
}

const mapped = 0xffffn << 32n;

/** null where the text is no address. An IPv4 address in IPv6 clothes (::ffff:…) is the IPv4 address. */
export function readAddress(text: string): Address | null {
  const family = isIP(text);
  if (family === 4) return { family: 4, value: readV4(text) };
  // A zone (%eth0) names an interface of this machine: never a public address.
  if (family !== 6 || text.includes('%')) return null;
  const value = readV6(text);
  return value >> 32n === mapped >> 32n ? { family: 4, value: value & 0xffff_ffffn } : { family: 6, value };
}

/** 10.0.0.0/8, fd00::/8 or one address. */
export function readNetwork(text: string): Network | null {
  const [base = '', bits] = text.split('/');
  const address = readAddress(base);
  if (!address) return null;
  const width = address.family === 4 ? 32 : 128;
  const wanted = bits === undefined ? width : /^\d{1,3}$/.test(bits) ? Number(bits) : -1;
  return wanted < 0 || wanted > width ? null : { ...address, bits: wanted };
}

const isInside = ({ family, value }: Address, network: Network): boolean => {
  if (family !== network.family) return false;
  const rest = BigInt((family === 4 ? 32 : 128) - network.bits);
  return value >> rest === network.value >> rest;
};

const networksOf = (...texts: readonly string[]): readonly Network[] =>
  texts.flatMap((text) => readNetwork(text) ?? []);

/** IANA special-purpose registries (RFC 6890 and its updates): nothing of these is a public host. */
const forbidden = networksOf(
  ...[
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.0.0.0/24',
  ],
  ...[
    '192.0.2.0/24',
    '192.31.196.0/24',
    '192.52.193.0/24',
    '192.88.99.0/24',
    '192.168.0.0/16',
    '192.175.48.0/24',
  ],
  ...['198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  ...['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'],
);
/** Of IPv6 only the global unicast block is public: loopback, ::/96, NAT64 (64:ff9b::/96), local and link addresses lie outside. */
const global6 = networksOf('2000::/3');

export function isAdmitted(text: string, inner: readonly Network[]): boolean {
  const address = readAddress(text);
  if (!address) return false;
  if (inner.some((network) => isInside(address, network))) return true;
  if (forbidden.some((network) => isInside(address, network))) return false;
  return address.family === 4 || global6.some((network) => isInside(address, network));
}

/** The way out of the house; tests put their own resolver in. */
export interface Outward {
  resolve(host: string): Promise<readonly string[]>;
  readonly inner: readonly Network[];
  /** An answer is waited for this long (milliseconds). */
  readonly answerMs: number;
}

export const systemOutward = (inner: readonly Network[]): Outward => ({
  inner,
  answerMs: 10_000,
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
});

export type Checked =
  | { readonly address: string }
  | { readonly address: null; readonly why: 'forbidden' | 'unknown' };

/**
 * The address to connect to. A name is asked for once and the answer is the address that is used: a name that answers
 * differently a moment later changes nothing. One forbidden answer forbids the name.
 */
export async function checkedAddress(host: string, { resolve, inner }: Outward): Promise<Checked> {
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  if (isIP(bare) !== 0)
    return isAdmitted(bare, inner) ? { address: bare } : { address: null, why: 'forbidden' };
  let found: readonly string[];
  try {
    found = await resolve(bare);
  } catch {
    return { address: null, why: 'unknown' };
  }
  const [first] = found;
  if (first === undefined) return { address: null, why: 'unknown' };
  if (!found.every((each) => isAdmitted(each, inner))) return { address: null, why: 'forbidden' };
  return { address: first };
}
