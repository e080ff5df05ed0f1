import { describe, expect, it } from 'vitest';
import { checkedLookup, isPublicAddress, refuseLiteral } from '../../../services/collect/address-guard.ts';

describe('isPublicAddress', () => {
  it.each([
    '127.0.0.1',
    '127.255.255.254',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.100.100.200',
    '0.0.0.0',
    '192.0.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::7f00:1',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'fd00:ec2::254',
    'ff02::1',
    'not an address',
    '',
  ])('refuses %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '172.32.0.1', '::ffff:8.8.8.8', '2606:4700:4700::1111'])('lets %s through', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('refuseLiteral', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://0/',
    'http://169.254.169.254/latest/meta-data/',
    'http://2852039166/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[0:0:0:0:0:0:0:1]:8080/',
    'http://１２７.０.０.１/',
  ])('refuses %s', (url) => {
    expect(() => {
      refuseLiteral(new URL(url), isPublicAddress);
    }).toThrow(/not a public address/);
  });

  it('says nothing of names, which are looked up, nor of public addresses', () => {
    refuseLiteral(new URL('http://localhost/'), isPublicAddress);
    refuseLiteral(new URL('http://8.8.8.8/'), isPublicAddress);
  });
});

describe('checkedLookup', () => {
  const lookUp = (addresses: string[], all: boolean): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
      checkedLookup(() => Promise.resolve(found), isPublicAddress)('jobs.example', { all }, (error, ...rest) => {
        if (error) reject(error);
        else resolve(rest);
      });
    });

  it('hands on exactly what was resolved, in either form Node asks for', async () => {
    expect(await lookUp(['8.8.8.8', '2606:4700::1'], true)).toEqual([
      [
        { address: '8.8.8.8', family: 4 },
        { address: '2606:4700::1', family: 6 },
      ],
    ]);
    expect(await lookUp(['8.8.8.8', '2606:4700::1'], false)).toEqual(['8.8.8.8', 4]);
  });

  it.each([[['127.0.0.1']], [['8.8.8.8', '10.0.0.1']], [['8.8.8.8', '::1']]])(
    'refuses a name when any of its addresses is private: %j',
    async (addresses) => {
      await expect(lookUp(addresses, true)).rejects.toThrow(/jobs\.example leads to .*not a public address/);
      await expect(lookUp(addresses, false)).rejects.toThrow(/not a public address/);
    },
  );

  it('fails for a name without an address', async () => {
    await expect(lookUp([], true)).rejects.toThrow('jobs.example has no address');
  });
});
