/** From what a person types to the address of a Lucca account. Nothing leaves before this has said yes. */
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import type { luccaAddressMessages } from '../../shared/messages/fr/lucca.ts';
import type { LuccaAccount } from './connector.ts';

/** Selects the sentence in `luccaAddressMessages`. */
export type AddressRefusal = keyof typeof luccaAddressMessages;

/** One for the whole world: the credentials say whose account it is. */
const TOKEN_URL = 'https://accounts.world.luccasoftware.com/connect/token';

/** Named by who starts the service, with the fictional account: at Lucca it would be somebody else's. */
const FICTIONAL = 'demo';

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const PRODUCTION = /^([a-z0-9-]+)\.(?:ilucca\.net|ilucca\.ch|ilucca-test\.net|ilucca-test\.ch|ilucca-demo\.net)$/;
const SANDBOX = /^([a-z0-9]+(?:-[a-z0-9]+)+)\.sandbox\.(?:eu1|eu2|ch1)\.luccasoftware\.com$/;

/** `mailto:…`, `https:\\…`: a scheme without `//`, which is not a host and its port. */
const OTHER_SCHEME = /^[a-z][a-z0-9+-]*:(?!\/\/|\d|$)/;

function isLabel(label: string): boolean {
  // `xn--` spells other alphabets in ASCII: the way a look-alike is written.
  return LABEL.test(label) && !label.startsWith('xn--');
}

function refusalOfAuthority(authority: string): AddressRefusal | undefined {
  if (authority.includes('@')) return 'userInfo';
  if (authority.startsWith('[') || /^[\d.]+(:\d*)?$/.test(authority)) return 'ipAddress';
  if (authority.includes(':')) return 'port';
  const label = (PRODUCTION.exec(authority) ?? SANDBOX.exec(authority))?.[1];
  return label !== undefined && isLabel(label) ? undefined : 'foreignHost';
}

/** Read by hand rather than with `URL`, which would repair what must be refused: `\`, `。`, `:443`, tabs. */
function readAddress(address: string): Result<LuccaAccount, AddressRefusal> {
  const [, scheme, rest = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(.*)$/.exec(address) ?? [];
  if ((scheme ?? 'https') !== 'https' || OTHER_SCHEME.test(address)) return fail('notHttps');
  const [, authority = '', after = ''] = /^([^/?#\\]*)(.*)$/.exec(rest) ?? [];
  const refusal = refusalOfAuthority(authority);
  if (refusal !== undefined) return fail(refusal);
  return after === '' || after === '/' ? ok({ origin: `https://${authority}`, tokenUrl: TOKEN_URL }) : fail('path');
}

/**
 * The account meant by `typed`: a name in `known` (accounts served elsewhere, named when the service started), a bare account
 * name (`acme` → `https://acme.ilucca.net`), or the https address of a Lucca host, with or without its scheme.
 * Refuses http, IP addresses, ports, user names, paths, queries, other hosts and look-alikes; loopback is no exception.
 */
export function resolveAccount(
  typed: string,
  known: ReadonlyMap<string, LuccaAccount>,
): Result<LuccaAccount, AddressRefusal> {
  const address = typed.trim().toLowerCase();
  if (address === '') return fail('empty');
  const account = known.get(address);
  if (account) return ok(account);
  if (address === FICTIONAL) return fail('noDemo');
  // Lower-casing turns the Kelvin sign into a k: what was typed is checked, not what became of it.
  if (!/^[\x21-\x7e]+$/.test(typed.trim())) return fail('unusualCharacter');
  if (isLabel(address)) return readAddress(`https://${address}.ilucca.net`);
  return readAddress(address);
}
