// Which Host headers are ours, with and without a public address.
import { describe, expect, it } from 'vitest';
import { openDoor } from './door.ts';

const opened = (address: string | null, now?: () => number) => openDoor(() => Promise.resolve(address), now);

describe('the door', () => {
  it.each([
    ['this machine', null, '127.0.0.1:4870', true, 'http://127.0.0.1:4870'],
    ['this machine by name, in capitals', null, 'LocalHost:4870', true, 'http://localhost:4870'],
    ['a name pointed at us', null, 'evil.example:4870', false, null],
    ['no Host at all', null, undefined, false, null],
    ['the public name', 'https://duban.example.cn', 'duban.example.cn', true, 'https://duban.example.cn'],
    ['a name below it', 'https://duban.example.cn', 'a.duban.example.cn', false, null],
    ['the public name under another port', 'https://duban.example.cn', 'duban.example.cn:8443', false, null],
    [
      'a public address with a port',
      'https://duban.example.cn:8443/',
      'duban.example.cn:8443',
      true,
      'https://duban.example.cn:8443',
    ],
    [
      'this machine beside a public address',
      'https://duban.example.cn',
      'localhost',
      true,
      'http://localhost',
    ],
  ])('%s', async (_why, address, host, admitted, origin) => {
    const door = opened(address);
    expect(await door.admits(host)).toBe(admitted);
    if (origin !== null) expect(door.originOf(host)).toBe(origin);
  });

  it('learns of a changed address within seconds', async () => {
    let [address, time]: [string | null, number] = [null, 0];
    const door = openDoor(
      () => Promise.resolve(address),
      () => time,
    );
    expect(await door.admits('duban.example.cn')).toBe(false);
    address = 'https://duban.example.cn';
    expect(await door.admits('duban.example.cn')).toBe(false);
    time = 6_000;
    expect(await door.admits('duban.example.cn')).toBe(true);
  });
});
