import { Refusal } from '../api/refusal.ts';
import type { Permission } from '../api/view.ts';

export interface KeyHolder {
  readonly name: string;
  readonly denied: ReadonlySet<Permission>;
}

export interface KeyRing {
  /** The holder of an `Authorization: lucca application=<guid>` header, in any case; a 401 otherwise. */
  holderOf(authorization: string | undefined): KeyHolder;
  /** Gives a key exactly these refusals; a key not seen before is created. */
  deny(key: string, denied: readonly Permission[]): void;
}

export function createKeyRing(firstKey: string, denied: readonly Permission[]): KeyRing {
  const holders = new Map<string, KeyHolder>();
  const deny: KeyRing['deny'] = (key, refusals) => {
    holders.set(key.toLowerCase(), { name: 'Passerelle (démonstration)', denied: new Set(refusals) });
  };
  deny(firstKey, denied);
  return {
    deny,
    holderOf: (authorization) => {
      const key = /^lucca\s+application=([0-9a-f-]{36})$/i.exec(authorization ?? '')?.[1];
      const holder = holders.get(key?.toLowerCase() ?? '');
      if (holder === undefined) throw new Refusal(401, 'Unauthorized');
      return holder;
    },
  };
}
