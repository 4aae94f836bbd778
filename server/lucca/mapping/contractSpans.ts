/** From contracts to spans of dates with an establishment. */
import type { ContractSpan } from '../../../shared/contracts/voucherSchemas.ts';
import type { Contract } from '../resources/contracts.ts';
import { whenRead } from '../resources/loose.ts';
import { establishmentOf, type User } from '../resources/users.ts';
import type { PeopleSources } from './employees.ts';

type Names = ReadonlyMap<string, string>;

function ofContract(contract: Contract, names: Names): ContractSpan {
  const establishmentId = contract.establishmentId ?? contract.establishment?.id ?? null;
  const listed = establishmentId === null ? undefined : names.get(establishmentId);
  return {
    id: contract.id,
    employeeId: contract.ownerId,
    from: contract.startsOn,
    to: whenRead(contract.endsOn) ?? null,
    establishmentId,
    establishment: listed ?? contract.establishment?.name ?? null,
  };
}

/** Where no contract is given, what the person's own dates say. Without a first day nothing is known. */
function ofUser(user: User, names: Names): ContractSpan[] {
  const from = whenRead(user.dtContractStart);
  if (from == null) return [];
  const establishmentId = establishmentOf(user) ?? null;
  const listed = establishmentId === null ? undefined : names.get(establishmentId);
  return [
    {
      id: `user-${user.id}`,
      employeeId: user.id,
      from,
      to: whenRead(user.dtContractEnd) ?? null,
      establishmentId,
      establishment: listed ?? user.legalEntity?.name ?? null,
    },
  ];
}

/** Every contract of everybody, person after person in the order given, by first day. */
export function toContractSpans({ users, contracts, establishments }: PeopleSources): ContractSpan[] {
  const names: Names = new Map(establishments.flatMap(({ id, name }) => (name == null ? [] : [[id, name] as const])));
  const byOwner = new Map<string, ContractSpan[]>();
  for (const contract of contracts) {
    const own = byOwner.get(contract.ownerId) ?? [];
    byOwner.set(contract.ownerId, [...own, ofContract(contract, names)]);
  }
  return users.flatMap((user) =>
    (byOwner.get(user.id) ?? ofUser(user, names)).sort((a, b) => (a.from < b.from ? -1 : 1)),
  );
}
