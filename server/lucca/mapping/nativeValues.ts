import type { Contract } from '../resources/contracts.ts';
import { establishmentOf, type User } from '../resources/users.ts';
import { firstGiven, type Given } from './given.ts';

/**
 * What Lucca's own fields say of a person: the user of v3, and the applicable contract of v4 where it can be read (the user
 * carries a copy of its dates). `establishments` gives names by id; else the name beside the user serves.
 */
export function nativeValues(
  user: User,
  contract: Contract | undefined,
  establishments: ReadonlyMap<string, string>,
): Given {
  const establishment = establishmentOf(user);
  return {
    luccaId: user.id,
    employeeNumber: user.employeeNumber,
    civilTitle: user.civilTitle,
    lastName: user.lastName,
    firstName: user.firstName,
    establishment: establishments.get(establishment ?? '') ?? user.legalEntity?.name,
    contractStart: contract ? contract.startsOn : user.dtContractStart,
    contractEnd: contract ? contract.endsOn : user.dtContractEnd,
    birthDate: user.birthDate,
    nationality: user.nationality,
    address: user.address,
    workPhone: firstGiven([user.directLine, user.professionalMobile]),
    personalPhone: user.personalMobile,
    workEmail: user.mail,
    personalEmail: user.personalEmail,
  };
}
