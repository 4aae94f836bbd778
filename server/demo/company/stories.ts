import { accountIdOf } from './leaves.ts';
import { addDays, addMonths, stamp } from './days.ts';
import { addPeriod, type HalfDay, type PeriodFacts } from './leavePeriods.ts';
import type { Company, Notable, Person } from './model.ts';
import { createWorkedHalves } from './workedHalves.ts';

type Told = Omit<PeriodFacts, 'createdAt' | 'confirmedAt'> & Partial<PeriodFacts>;

interface Teller {
  readonly months: { readonly before: string; readonly reference: string; readonly after: string };
  /** Writes one leave of a notable person on the first `count` worked halves from that day. */
  readonly tell: (part: Notable, from: string, count: number, facts: Told) => void;
}

/**
 * The leaves that every account of more than thirty people holds: across a month end, two accounts on one date, cancelled
 * in a closed month, replaced by sickness, pending, cancellation asked for, entered by HR, in hours.
 */
export function addStories(company: Company): void {
  const { tell, months } = createTeller(company);
  const { before, reference, after } = months;
  const cancelledAt = stamp(`${reference}-06`, 640);
  const paid = accountIdOf('paid', `${reference}-15`);
  tell('homonymLyon', lastWorkedWeek(before), 10, { accountId: paid });
  tell('coupleFirst', `${reference}-06`, 1, { accountId: paid });
  tell('coupleFirst', `${reference}-06`, 1, { accountId: accountIdOf('training', reference) });
  tell('coupleSecond', `${before}-14`, 4, { accountId: accountIdOf('paid', `${before}-14`), cancelledAt });
  tell('apostrophe', `${before}-07`, 6, { accountId: accountIdOf('paid', `${before}-07`), cancelledAt });
  tell('apostrophe', `${before}-07`, 6, {
    accountId: accountIdOf('sickness', before),
    requested: false,
    createdAt: cancelledAt,
    confirmedAt: cancelledAt,
  });
  tell('corsicanSouth', `${after}-16`, 10, { accountId: paid, confirmedAt: null });
  tell('night', `${reference}-19`, 2, {
    accountId: accountIdOf('rtt', reference),
    cancellationAskedAt: stamp(`${reference}-15`, 660),
  });
  tell('spacedNir', `${reference}-08`, 1, { accountId: accountIdOf('recoveryHours', reference), value: '2,5' });
  tell('noNir', `${reference}-12`, 2, { accountId: accountIdOf('unpaid', reference), requested: false });
  tell('partTime', `${reference}-20`, 1, { accountId: paid });
  tell('leaver', `${reference}-05`, 4, { accountId: paid });
  tell('fridayMorning', `${reference}-06`, 1, { accountId: accountIdOf('rttHours', reference), value: '1,5' });
  tell('fridayMorning', `${reference}-13`, 2, { accountId: accountIdOf('rttHours', reference), value: '4' });
}

function lastWorkedWeek(month: string): string {
  return addDays(`${addMonths(month, 1)}-01`, -3);
}

function createTeller(company: Company): Teller {
  const planningOf = createWorkedHalves(company.referenceMonth, company.establishments);
  const reference = company.referenceMonth;
  const used = new Set<string>();
  const tell: Teller['tell'] = (part, from, count, facts) => {
    const person = company.people.get(company.notables[part] ?? 0);
    if (person === undefined) return;
    const halves = planningOf(person)
      .halves.filter((half) => half.date >= from && !used.has(keyOf(person, half)))
      .slice(0, count);
    if (facts.cancelledAt == null) for (const half of halves) used.add(keyOf(person, half));
    const askedOn = addDays(from, -20) < company.today ? addDays(from, -20) : addDays(company.today, -2);
    addPeriod(company, person, halves, {
      createdAt: stamp(askedOn, 600),
      confirmedAt: stamp(addDays(askedOn, 1), 560),
      ...facts,
    });
  };
  return { tell, months: { before: addMonths(reference, -1), reference, after: addMonths(reference, 1) } };
}

function keyOf(person: Person, { date, isAM }: HalfDay): string {
  return `${String(person.id)}/${date}/${String(isAM)}`;
}
