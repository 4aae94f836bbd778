import type { CalendarId } from './holidays.ts';

/** The fictional account as a small database: plain mutable rows, ids as Lucca gives them. Days are `yyyy-MM-dd`. */
export interface Company {
  readonly seed: number;
  readonly referenceMonth: string;
  /** The account's own present: the 25th of the reference month. */
  readonly today: string;
  readonly legalUnits: LegalUnit[];
  readonly establishments: Establishment[];
  readonly departments: Department[];
  readonly accounts: LeaveAccount[];
  readonly definitions: ExtensionDefinition[];
  /** Everyone, former and future people included. */
  readonly people: Map<number, Person>;
  readonly periods: Map<number, LeavePeriod>;
  readonly natures: ExpenseNature[];
  /** Expense reports, and their lines. */
  readonly claims: Map<number, ExpenseClaim>;
  readonly items: Map<number, ExpenseItem>;
  /** Who plays which part in the account's stories. */
  readonly notables: Partial<Record<Notable, number>>;
  /** Ids given next; the earlier ones go down, for rows that must come before all others. */
  readonly nextIds: {
    person: number;
    period: number;
    claim: number;
    item: number;
    earlierPerson: number;
    earlierPeriod: number;
    earlierItem: number;
  };
}

export type Notable =
  | 'homonymLyon'
  | 'homonymStrasbourg'
  | 'coupleFirst'
  | 'coupleSecond'
  | 'wrongNir'
  | 'rehired'
  | 'arrival'
  | 'laterArrival'
  | 'leaver'
  | 'former'
  | 'longGone'
  | 'noNir'
  | 'noBirthDate'
  | 'noIban'
  | 'temporaryNir'
  | 'corsicanSouth'
  | 'corsicanNorth'
  | 'formulaName'
  | 'plusName'
  | 'apostrophe'
  | 'compound'
  | 'partTime'
  | 'halfTime'
  | 'thursdays'
  | 'night'
  | 'foreignIban'
  | 'student'
  | 'disabled'
  | 'spacedNir'
  | 'empty'
  | 'fridayMorning';

export interface LegalUnit {
  readonly id: number;
  readonly name: string;
  readonly code: string;
  readonly siren: string;
  readonly activityCode: string;
  readonly headquartersId: number;
}

export interface Establishment {
  readonly id: number;
  readonly name: string;
  readonly code: string;
  readonly legalUnitId: number;
  readonly siret: string;
  readonly calendarId: CalendarId;
  readonly timeZone: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
}

export interface Department {
  readonly id: number;
  readonly name: string;
  readonly code: string;
  readonly hierarchy: string;
  readonly parentPath: string;
  readonly level: number;
  readonly sortOrder: number;
  headId: number | null;
}

export interface LeaveAccount {
  readonly id: number;
  readonly name: string;
  readonly unit: 'days' | 'hours';
  readonly isRemoteWork: boolean;
}

/** A customer's own field of the HR file. Lists hold integer ids of their entries. */
export interface ExtensionDefinition {
  readonly code: string;
  readonly name: string;
  readonly form: 'text' | 'date' | 'select' | 'number' | 'boolean' | 'composite';
  readonly multiple: boolean;
  readonly entries: readonly { readonly id: number; readonly name: string }[];
}

type Parts = Readonly<Record<string, string | number>>;
export type ExtendedValue = string | number | boolean | Parts | readonly Parts[];

export interface WorkCycle {
  readonly id: number;
  readonly name: string;
  readonly fullTimeEquivalent: number;
  /** Does the person work on that weekday (0 = Sunday) and half? */
  readonly works: (weekday: number, isAM: boolean) => boolean;
  /** Minutes planned on a half that is worked; null for people counted in days. */
  readonly minutes: (weekday: number, isAM: boolean) => number | null;
  /** True where public holidays are planned as worked, but for the three that nobody works. */
  readonly worksHolidays?: true;
}

export interface Contract {
  readonly id: number;
  establishmentId: number;
  startsOn: string;
  endsOn: string | null;
  readonly typeId: number;
  readonly categoryId: number;
  terminationReasonId: number | null;
  readonly createdAt: string;
  modifiedAt: string | null;
}

export interface Person {
  readonly id: number;
  firstName: string;
  lastName: string;
  civilTitle: 'M.' | 'Mme' | null;
  birthDate: string | null;
  nationality: string | null;
  employeeNumber: string;
  establishmentId: number;
  departmentId: number;
  managerId: number | null;
  jobTitle: string;
  mail: string;
  login: string;
  personalEmail: string | null;
  directLine: string | null;
  professionalMobile: string | null;
  personalMobile: string | null;
  address: string | null;
  workCycleId: number;
  readonly contracts: Contract[];
  extended: Record<string, ExtendedValue>;
  readonly createdAt: string;
  modifiedAt: string;
}

export interface LeavePeriod {
  readonly id: number;
  readonly ownerId: number;
  /** False for an absence entered by HR, which has no request. */
  readonly requested: boolean;
  readonly createdAt: string;
  confirmedAt: string | null;
  /** Set while the person asks for the cancellation of an approved leave: it is still approved. */
  cancellationAskedAt: string | null;
  readonly rows: LeaveRow[];
}

/** One half-day. `value` holds hours, for accounts in hours only. */
export interface LeaveRow {
  readonly period: LeavePeriod;
  readonly date: string;
  readonly isAM: boolean;
  readonly accountId: number;
  readonly value: string | null;
  cancelledAt: string | null;
  cancelledBy: number | null;
  readonly comment: string | null;
}

export interface ExpenseNature {
  readonly id: number;
  readonly name: string;
  readonly type: { readonly id: number; readonly tag: string; readonly label: string };
  readonly isEnabled: boolean;
}

/** An expense report. Statuses are Lucca's: 1 created, 3 approved, 5 approved and controlled, 7 paid… */
export interface ExpenseClaim {
  readonly id: number;
  readonly ownerId: number;
  readonly name: string;
  readonly declaredOn: string;
  statusId: number;
  modifiedOn: string;
}

/** One line of a report, by its day of purchase; `guests` are colleagues. */
export interface ExpenseItem {
  readonly id: number;
  readonly claimId: number;
  readonly ownerId: number;
  readonly natureId: number;
  purchasedOn: string;
  readonly cents: number;
  readonly guests: readonly number[];
  /** Guests from outside the company. */
  readonly outsiders: number;
  readonly createdOn: string;
}
