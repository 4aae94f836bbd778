import { createAccounts } from './accounts.ts';
import { addMonths } from './days.ts';
import { addExpenses } from './expenses.ts';
import { NATURES } from './expenseNatures.ts';
import { DEFINITIONS } from './extensions.ts';
import { addLeaves } from './leaves.ts';
import type { Company, Notable, Person } from './model.ts';
import { SCRIPTS } from './notables.ts';
import { createPerson, createRegistry, type Registry } from './people.ts';
import { forkRandom } from './prng.ts';
import { addStories } from './stories.ts';
import { createDepartments, createStructure } from './structure.ts';

export interface CompanyOptions {
  readonly seed: number;
  /** How many people in all, former and future ones included. */
  readonly employees: number;
  /** `yyyy-MM`: every date of the account is relative to it. */
  readonly referenceMonth: string;
}

const FIRST_PERSON = 101;
const FIRST_PERIOD = 200_001;
const FIRST_CLAIM = 4_001;
const FIRST_ITEM = 31_001;

/** Adds one person; an id is given only to slip somebody before everyone else. */
export type Hire = (establishmentId: number, id?: number) => Person;

/**
 * The fictional company « Atelier Lumière »: the same rows for the same options, on any machine and any day. The notable
 * people come first (when there is room), then ordinary ones. `hire` makes one more person, the next in the sequence.
 */
export function createCompany(options: CompanyOptions): { company: Company; hire: Hire } {
  const { seed, employees, referenceMonth } = options;
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(referenceMonth))
    throw new Error(`reference month must read yyyy-MM, not ${referenceMonth}`);
  const registry = createRegistry(seed, referenceMonth);
  const people = new Map<number, Person>();
  const notables: Partial<Record<Notable, number>> = {};
  const company: Company = {
    seed,
    referenceMonth,
    today: `${referenceMonth}-25`,
    ...createStructure(forkRandom(seed, 1)),
    departments: createDepartments(),
    accounts: createAccounts(referenceMonth),
    definitions: [...DEFINITIONS],
    people,
    periods: new Map(),
    natures: [...NATURES],
    claims: new Map(),
    items: new Map(),
    notables,
    nextIds: {
      person: FIRST_PERSON,
      period: FIRST_PERIOD,
      claim: FIRST_CLAIM,
      item: FIRST_ITEM,
      earlierPerson: FIRST_PERSON - 1,
      earlierPeriod: FIRST_PERIOD - 1,
      earlierItem: FIRST_ITEM - 1,
    },
  };
  const hire: Hire = (establishmentId, id) => join(company, registry, establishmentId, id ?? company.nextIds.person++);
  for (let index = 0; index < employees; index += 1) admit(company, registry, index, hire);
  appointManagers(company);
  addStories(company);
  addLeaves(company);
  addExpenses(company);
  return { company, hire };
}

function join(company: Company, registry: Registry, establishmentId: number, id: number): Person {
  const person = createPerson(registry, id, establishmentId);
  company.people.set(person.id, person);
  return person;
}

/** The first person heads the company; then come the notable ones, then Lyon, Strasbourg and La Réunion by 5, 3 and 2. */
function admit(company: Company, registry: Registry, index: number, hire: Hire): void {
  const script = index === 0 ? undefined : SCRIPTS[index - 1];
  const person = hire(script?.establishmentId ?? [11, 11, 12, 11, 13, 11, 12, 11, 13, 12][index % 10] ?? 11);
  if (index > 0 && script === undefined) return;
  keepForGood(company, person);
  if (script === undefined) return;
  const random = forkRandom(company.seed, 500_000 + person.id);
  script.shape(person, { month: company.referenceMonth, random, loginOf: registry.loginOf });
  company.notables[script.part] = person.id;
}

/** Undoes a drawn departure or late arrival: the script alone decides when a notable person is there. */
function keepForGood(company: Company, person: Person): void {
  const [contract] = person.contracts;
  if (contract === undefined) return;
  const late = contract.startsOn > company.today;
  const startsOn = late ? `${addMonths(company.referenceMonth, -24)}-01` : contract.startsOn;
  person.contracts[0] = { ...contract, startsOn, endsOn: null, terminationReasonId: null };
}

function appointManagers(company: Company): void {
  const director = company.people.values().next().value;
  for (const person of company.people.values()) {
    const department = company.departments.find(({ id }) => id === person.departmentId);
    if (department === undefined) continue;
    department.headId ??= person.id;
    person.managerId = department.headId === person.id ? (director?.id ?? null) : department.headId;
  }
}
