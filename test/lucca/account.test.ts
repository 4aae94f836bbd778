import { describe, expect, test } from '@jest/globals';
import type { LuccaAccount } from '../../server/lucca/connector.ts';
import { resolveAccount, type AddressRefusal } from '../../server/lucca/index.ts';
import { luccaAddressMessages } from '../../shared/messages/fr/lucca.ts';

const demo: LuccaAccount = { origin: 'http://127.0.0.1:4123', tokenUrl: 'http://127.0.0.1:4123/connect/token' };
const known = new Map([['demo', demo]]);

describe('addresses that are a Lucca account', () => {
  const accepted: readonly (readonly [string, string])[] = [
    ['acme', 'https://acme.ilucca.net'],
    ['  Acme ', 'https://acme.ilucca.net'],
    ['acme-2', 'https://acme-2.ilucca.net'],
    ['https://acme.ilucca.net', 'https://acme.ilucca.net'],
    ['https://ACME.ilucca.net/', 'https://acme.ilucca.net'],
    ['acme.ilucca.net', 'https://acme.ilucca.net'],
    ['https://acme.ilucca.ch/', 'https://acme.ilucca.ch'],
    ['https://acme.ilucca-test.net', 'https://acme.ilucca-test.net'],
    ['https://acme.ilucca-test.ch', 'https://acme.ilucca-test.ch'],
    ['https://acme.ilucca-demo.net', 'https://acme.ilucca-demo.net'],
    ['https://acme-paie.sandbox.eu1.luccasoftware.com', 'https://acme-paie.sandbox.eu1.luccasoftware.com'],
    ['https://acme-sas-paie.sandbox.ch1.luccasoftware.com/', 'https://acme-sas-paie.sandbox.ch1.luccasoftware.com'],
  ];

  test.each(accepted)('%s', (typed, origin) => {
    const tokenUrl = 'https://accounts.world.luccasoftware.com/connect/token';
    expect(resolveAccount(typed, known)).toEqual({ ok: true, value: { origin, tokenUrl } });
  });

  test('what comes out is an origin, unchanged by a URL parser', () => {
    for (const [typed] of accepted) {
      const account = resolveAccount(typed, known);
      if (!account.ok) throw new Error(account.error);
      expect(new URL(account.value.origin).origin).toBe(account.value.origin);
    }
  });

  test('a name given by the service wins, and exists only then', () => {
    expect(resolveAccount(' Demo', known)).toEqual({ ok: true, value: demo });
    expect(resolveAccount('demo', new Map())).toEqual({ ok: false, error: 'noDemo' });
  });
});

describe('addresses refused before anything is sent', () => {
  const refused: readonly (readonly [string, AddressRefusal])[] = [
    ['', 'empty'],
    ['   ', 'empty'],
    ['http://acme.ilucca.net', 'notHttps'],
    ['ftp://acme.ilucca.net', 'notHttps'],
    ['javascript://acme.ilucca.net', 'notHttps'],
    ['https://user@acme.ilucca.net', 'userInfo'],
    ['https://acme.ilucca.net@evil.example', 'userInfo'],
    ['https://a:b@acme.ilucca.net', 'userInfo'],
    ['https://acme.ilucca.net:8443', 'port'],
    ['https://acme.ilucca.net:443', 'port'],
    ['https://acme.ilucca.net:', 'port'],
    ['https://192.168.1.10', 'ipAddress'],
    ['127.0.0.1', 'ipAddress'],
    ['https://127.0.0.1:4123', 'ipAddress'],
    ['https://[::1]', 'ipAddress'],
    ['https://localhost', 'foreignHost'],
    ['https://0x7f000001', 'foreignHost'],
    ['https://acme.ilucca.net.evil.com', 'foreignHost'],
    ['https://ilucca.net.evil', 'foreignHost'],
    ['https://ilucca.net', 'foreignHost'],
    ['https://evil-ilucca.net', 'foreignHost'],
    ['https://acme.evililucca.net', 'foreignHost'],
    ['https://acme.ilucca.net.', 'foreignHost'],
    ['https://a.b.ilucca.net', 'foreignHost'],
    ['https://.ilucca.net', 'foreignHost'],
    ['https://-acme.ilucca.net', 'foreignHost'],
    ['https://xn--acm-epa.ilucca.net', 'foreignHost'],
    ['xn--acm-epa', 'foreignHost'],
    ['https://acme.ilucca-demo.ch', 'foreignHost'],
    ['https://acme.sandbox.eu1.luccasoftware.com', 'foreignHost'],
    ['https://acme-paie.sandbox.us1.luccasoftware.com', 'foreignHost'],
    ['https://accounts.world.luccasoftware.com', 'foreignHost'],
    ['https://acme%2eilucca.net', 'foreignHost'],
    ['https://acme.ilucca.net/api', 'path'],
    ['https://acme.ilucca.net//', 'path'],
    ['https://acme.ilucca.net?x=1', 'path'],
    ['https://acme.ilucca.net/?x=1', 'path'],
    ['https://acme.ilucca.net/#a', 'path'],
    ['https://acme.ilucca.net\\@evil.example', 'path'],
    ['https:\\\\acme.ilucca.net', 'notHttps'],
    ['javascript:alert(1)', 'notHttps'],
    ['acme.ilucca.net:8443', 'port'],
    ['https://acmé.ilucca.net', 'unusualCharacter'],
    ['https://аcme.ilucca.net', 'unusualCharacter'],
    ['https://acme。ilucca.net', 'unusualCharacter'],
    ['https://ac\tme.ilucca.net', 'unusualCharacter'],
    ['\u212Aelvin', 'unusualCharacter'],
    ['ac me', 'unusualCharacter'],
  ];

  test.each(refused)('%j: %s', (typed, reason) => {
    expect(resolveAccount(typed, known)).toEqual({ ok: false, error: reason });
    expect(luccaAddressMessages[reason]().length).toBeGreaterThan(20);
  });
});
