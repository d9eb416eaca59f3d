// Where messages may go: every way to write an inner address is refused, whatever it looks like; public ones are not.
import { describe, expect, it } from 'vitest';
import { checkedAddress, isAdmitted, type Outward, readNetwork } from './address.ts';
import { readUrl } from './post.ts';

const answers: Readonly<Record<string, readonly string[]>> = {
  localhost: ['127.0.0.1', '::1'],
  'localhost.': ['127.0.0.1'],
  'inner.example': ['10.0.0.8'],
  'half.example': ['1.1.1.1', '192.168.0.1'],
  'metadata.example': ['169.254.169.254'],
  'mapped.example': ['::ffff:10.0.0.1'],
  'public.example': ['1.1.1.1', '2606:4700::1111'],
};
const outward: Outward = {
  inner: [],
  answerMs: 10_000,
  resolve: async (host) => {
    const found = answers[host];
    if (!found) throw new Error('ENOTFOUND');
    return found;
  },
};

const loopback = [
  '127.0.0.1',
  '127.1',
  '127.0.1',
  '0x7f.1',
  '0x7f000001',
  '2130706433',
  '017700000001',
  '0177.0.0.1',
];
const v4 = [
  ...loopback,
  ...[
    '①②⑦.⓪.⓪.①',
    '１２７.0.0.1',
    '127。0。0。1',
    '127.0.0.1.',
    '0',
    '0.0.0.0',
    '0x0',
    '00',
    '127.255.255.254',
  ],
  ...['10.0.0.1', '10.255.255.255', '167772161', '0xa000001', '012.0.0.1', '100.64.0.1', '100.127.255.255'],
  ...[
    '169.254.169.254',
    '0xa9fea9fe',
    '2852039166',
    '0251.0376.0251.0376',
    '172.16.0.1',
    '172.31.255.255',
    '2886729729',
  ],
  ...[
    '192.168.0.1',
    '192.168.1',
    '3232235521',
    '0xc0a80001',
    '192.0.0.1',
    '192.0.2.1',
    '192.88.99.1',
    '198.18.0.1',
  ],
  ...[
    '198.19.255.255',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
  ],
];
const v6 = [
  ...[
    '::',
    '::1',
    '0:0:0:0:0:0:0:1',
    '::0001',
    '::127.0.0.1',
    '::7f00:1',
    '::10.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
  ],
  ...[
    '::ffff:10.0.0.1',
    '::ffff:169.254.169.254',
    '::ffff:0:127.0.0.1',
    '0:0:0:0:0:ffff:7f00:1',
    '::FFFF:192.168.0.1',
  ],
  ...[
    '64:ff9b::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::7f00:1',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
    '2002:a00:1::1',
  ],
  ...[
    '2002:c0a8:1::1',
    '2001::1',
    '2001:0:7f00:1::',
    '2001:10::1',
    '2001:20::1',
    '2001:db8::1',
    '3fff::1',
    'fc00::1',
  ],
  ...[
    'fd00::1',
    'fd12:3456:789a::1',
    'fe80::1',
    'febf::1',
    'fec0::1',
    'ff02::1',
    'ff01::1',
    '100::1',
    '5f00::1',
    '4000::1',
  ],
  ...['2002::', '2620:4f:8000::1'],
];
const forbidden = [
  ...v4.map((host) => `http://${host}/x`),
  ...v6.map((host) => `https://[${host}]:8443/x`),
  ...[
    'http://localhost/x',
    'http://LOCALHOST/x',
    'http://localhost./x',
    'http://inner.example/',
    'http://half.example/',
  ],
  ...[
    'http://metadata.example/latest',
    'http://mapped.example/',
    'http://localhost:22/',
    'http://127.0.0.1:5432/',
    'http://0x7f.0.0.1/',
    'http://0177.1/',
    'http://127.0.1.1/',
    'http://[::ffff:7f00:0001]/',
    'http://[::ffff:0a00:0001]:80/',
    'http://192.168.257/',
    'http://[64:ff9b::169.254.169.254]/',
  ],
];

describe('an address inside the house', () => {
  it.each(forbidden)('%s is refused', async (text) => {
    // Signs that no address holds are refused before anybody looks at the host.
    const url = readUrl(text);
    if (url) expect(await checkedAddress(url.hostname, outward)).toEqual({ address: null, why: 'forbidden' });
    else expect(/[^\x21-\x7E]/.test(text)).toBe(true);
  });

  it('comes in a hundred forms', () => {
    expect(new Set(forbidden).size).toBeGreaterThanOrEqual(100);
  });

  it('that the server admits may be reached, and no other', () => {
    const inner = ['10.1.0.0/16', 'fd00::/8'].flatMap((text) => readNetwork(text) ?? []);
    const tries = ['10.1.2.3', '::ffff:10.1.2.3', 'fd00::1', '10.2.0.1', 'fe80::1', '127.0.0.1'];
    expect(tries.filter((text) => isAdmitted(text, inner))).toEqual([
      '10.1.2.3',
      '::ffff:10.1.2.3',
      'fd00::1',
    ]);
  });
});

describe('a public address', () => {
  it.each([
    '1.1.1.1',
    '223.5.5.5',
    '172.32.0.1',
    '100.128.0.1',
    '[2400:3200::1]',
    '[2606:4700::1111]',
    'public.example',
  ])('%s is admitted', async (host) => {
    expect((await checkedAddress(new URL(`http://${host}/`).hostname, outward)).address).not.toBeNull();
  });
});

describe('what is typed in', () => {
  it.each([
    ['ftp://public.example/', 'another protocol'],
    ['file:///etc/passwd', 'a file'],
    ['gopher://127.0.0.1:25/_x', 'another protocol'],
    ['//public.example/', 'no protocol'],
    ['http://user:word@public.example/', 'an account'],
    ['http://public.example/#part', 'a fragment'],
    ['http://public.example/\r\nX-A: b', 'a line break'],
    ['http://public.example/a b', 'a space'],
    ['http://public.example\\@127.0.0.1/', 'a backslash'],
    ['http://', 'no host'],
  ])('%j is no address: %s', (text, _why) => {
    expect(readUrl(text)).toBeNull();
  });

  it.each(['10.0.0.0/33', '10.0.0/8', 'fd00::/129', '10.0.0.0/-1', 'house', ''])(
    '%j is no network',
    (text) => {
      expect(readNetwork(text)).toBeNull();
    },
  );
});
