/** From contracts to spans of dates with an establishment. */
import type { ContractSpan } from '../../../shared/contracts/voucherSchemas.ts';
import type { Contract } from '../resources/contracts.ts';
import { whenRead } from '../resources/loose.ts';
import { establishmentOf, type User } from '../resources/users.ts';
import type { PeopleSources } from './employees.ts';

/** What is listed of an establishment. */
interface Listed {
  readonly name: string | null;
  readonly code: string;
  readonly zone: string | null;
}
type Places = ReadonlyMap<string, Listed>;

/** A zone whose clocks are known here, as Lucca writes it: `Europe/Paris`. */
function zoneNamed(text: string | null | undefined): string | null {
  if (text == null) return null;
  try {
    Intl.DateTimeFormat('en', { timeZone: text });
    return text;
  } catch {
    return null;
  }
}

function codeOf(listed: Listed | undefined): Pick<ContractSpan, 'establishmentCode'> {
  return listed && listed.code !== '' ? { establishmentCode: listed.code } : {};
}

function natureOf({ type }: Contract): Pick<ContractSpan, 'nature'> {
  const name = type?.name?.trim() ?? '';
  return name === '' ? {} : { nature: name };
}

function ofContract(contract: Contract, places: Places): ContractSpan {
  const establishmentId = contract.establishmentId ?? contract.establishment?.id ?? null;
  const listed = establishmentId === null ? undefined : places.get(establishmentId);
  return {
    id: contract.id,
    employeeId: contract.ownerId,
    from: contract.startsOn,
    to: whenRead(contract.endsOn) ?? null,
    establishmentId,
    establishment: listed?.name ?? contract.establishment?.name ?? null,
    ...codeOf(listed),
    zone: listed?.zone ?? null,
    workingTimeId: contract.workingTimeArrangementId ?? null,
    ...natureOf(contract),
  };
}

/** Where no contract is given, what the person's own dates say. Without a first day nothing is known. */
function ofUser(user: User, places: Places): ContractSpan[] {
  const from = whenRead(user.dtContractStart);
  if (from == null) return [];
  const establishmentId = establishmentOf(user) ?? null;
  const listed = establishmentId === null ? undefined : places.get(establishmentId);
  return [
    {
      id: `user-${user.id}`,
      employeeId: user.id,
      from,
      to: whenRead(user.dtContractEnd) ?? null,
      establishmentId,
      establishment: listed?.name ?? user.legalEntity?.name ?? null,
      ...codeOf(listed),
      zone: listed?.zone ?? null,
      workingTimeId: null,
    },
  ];
}

/** Every contract of everybody, person after person in the order given, by first day. */
export function toContractSpans({ users, contracts, establishments }: PeopleSources): ContractSpan[] {
  const places: Places = new Map(
    establishments.map(({ id, name, code, timeZoneId }) => [
      id,
      { name: name ?? null, code: code?.trim() ?? '', zone: zoneNamed(timeZoneId) },
    ]),
  );
  const byOwner = new Map<string, ContractSpan[]>();
  for (const contract of contracts) {
    const own = byOwner.get(contract.ownerId) ?? [];
    byOwner.set(contract.ownerId, [...own, ofContract(contract, places)]);
  }
  return users.flatMap((user) =>
    (byOwner.get(user.id) ?? ofUser(user, places)).sort((a, b) => (a.from < b.from ? -1 : 1)),
  );
}
