import type { Contract, Person } from './model.ts';

/** The contract Lucca shows: the one running that day, else the first to come, else the last past. */
export function applicableContract(person: Person, today: string): Contract | undefined {
  const sorted = person.contracts.slice().sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  const running = sorted.find((contract) => contract.startsOn <= today && (contract.endsOn ?? today) >= today);
  return running ?? sorted.find((contract) => contract.startsOn > today) ?? sorted.at(-1);
}

export type Presence = 'present' | 'future' | 'former';

/** Where the person stands that day, by the applicable contract. */
export function presenceOf(person: Person, today: string): Presence {
  const contract = applicableContract(person, today);
  if (contract === undefined || contract.startsOn > today) return 'future';
  return contract.endsOn !== null && contract.endsOn < today ? 'former' : 'present';
}
