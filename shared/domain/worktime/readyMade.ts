/** Sets that an accountant copies into the sheets, then makes the company's own. Rates that the law leaves to agreements are theirs to set. */
import type { PlainDate } from '../calendar/plainDate.ts';
import type { Source } from '../finding.ts';
import { basisPoints, type BasisPoints } from '../money/money.ts';
import type { DaysOffRule, GapPeriod, GapRule, TimeAccount, TimeRule } from './ruleSet.ts';

export interface ReadyMadeSet {
  readonly key: string;
  /** French, as the sheet shows it. */
  readonly name: string;
  readonly sources: readonly Source[];
  readonly accounts: readonly TimeAccount[];
  readonly rules: readonly TimeRule[];
}

/** Any Monday: weeks are counted one by one. */
const EACH_WEEK: GapPeriod = { unit: 'week', count: 1, anchor: '2024-01-01' as PlainDate };
/** Overtime begins with the 36th hour. */
const FIRST_HOUR = 36;

const percent = (rate: number): BasisPoints => basisPoints(rate * 100);

function account(code: string, name: string, premium: BasisPoints | null): TimeAccount {
  return { code, name, premium, isTransferable: false };
}

function article(id: string, what: string): Source {
  return { title: `${what} (C. trav., art. ${id})`, url: `https://www.legifrance.gouv.fr/search/code?query=${id}` };
}

/** Tiers of a collective agreement as the public calculator of URSSAF has them: to be read again in the agreement. */
function agreement(name: string): Source {
  return { title: `${name}, lu dans mon-entreprise (URSSAF)`, url: 'https://github.com/betagouv/mon-entreprise' };
}

interface Tier {
  readonly code: string;
  readonly rate: number;
  /** Last hour of the tier; the last tier has none. */
  readonly toHour?: number;
}

/** A gap rule of one week, on the account of its code. */
function weekly(code: string, bounds: Pick<GapRule, 'lower' | 'upper' | 'contracts'>): GapRule {
  return {
    kind: 'gap',
    code,
    account: code,
    direction: 'over',
    measured: 'effective',
    period: EACH_WEEK,
    ...bounds,
  };
}

/** Weekly tiers of full time, chained: from the contract and never before the 36th hour. */
function tiers(all: readonly Tier[]): GapRule[] {
  return all.map(({ code, toHour }, nth): GapRule => {
    const before = all[nth - 1];
    return weekly(code, {
      lower: before ? { after: before.code } : { counter: 'contractual', fromHour: FIRST_HOUR },
      upper: toHour === undefined ? {} : { toHour },
      contracts: 'fullTime',
    });
  });
}

function overtimeAccounts(all: readonly Tier[]): TimeAccount[] {
  return all.map(({ code, rate }) => account(code, `Heures supplémentaires ${String(rate)} %`, percent(rate)));
}

function daysOff(code: string, ...natures: DaysOffRule['natures']): DaysOffRule {
  return { kind: 'daysOff', code, account: code, natures };
}

const WEEK = article('L3121-28', 'Heures supplémentaires par semaine civile');
const LEGAL: readonly Tier[] = [
  { code: 'HS25', rate: 25, toHour: 43 },
  { code: 'HS50', rate: 50 },
];

const generalLaw: ReadyMadeSet = {
  key: 'generalLaw',
  name: 'Droit commun : 25 % puis 50 %',
  sources: [WEEK, article('L3121-36', 'Majorations à défaut d’accord')],
  accounts: overtimeAccounts(LEGAL),
  rules: tiers(LEGAL),
};

const HCR: readonly Tier[] = [
  { code: 'HS10', rate: 10, toHour: 39 },
  { code: 'HS20', rate: 20, toHour: 43 },
  { code: 'HS50', rate: 50 },
];

const hotels: ReadyMadeSet = {
  key: 'hcr',
  name: 'Hôtels, cafés, restaurants : 10 %, 20 %, 50 %',
  sources: [WEEK, agreement('IDCC 1979')],
  accounts: overtimeAccounts(HCR),
  rules: tiers(HCR),
};

const ACCOUNTANTS: readonly Tier[] = [
  { code: 'HS10', rate: 10, toHour: 39 },
  { code: 'HS25', rate: 25 },
];

const accountants: ReadyMadeSet = {
  key: 'accountants',
  name: 'Experts-comptables : 10 % puis 25 %',
  sources: [WEEK, agreement('IDCC 787')],
  accounts: overtimeAccounts(ACCOUNTANTS),
  rules: tiers(ACCOUNTANTS),
};

const partTime: ReadyMadeSet = {
  key: 'partTime',
  name: 'Temps partiel : heures complémentaires 10 % puis 25 %',
  sources: [article('L3123-28', 'Limite du dixième'), article('L3123-29', 'Majorations')],
  accounts: [
    account('C10', 'Heures complémentaires 10 %', percent(10)),
    account('C25', 'Heures complémentaires 25 %', percent(25)),
  ],
  rules: [
    weekly('C10', {
      lower: { counter: 'contractual' },
      upper: { counter: { name: 'contractual', numerator: 11, denominator: 10, roundTo: 'minute' } },
      contracts: 'partTime',
    }),
    weekly('C25', { lower: { after: 'C10' }, upper: {}, contracts: 'partTime' }),
  ],
};

const nightAndSunday: ReadyMadeSet = {
  key: 'nightAndSunday',
  name: 'Nuit, dimanche, fériés et 1ᵉʳ mai',
  sources: [
    article('L3122-20', 'Plage de nuit'),
    article('L3132-3', 'Repos dominical'),
    article('L3133-6', '1ᵉʳ mai travaillé'),
  ],
  accounts: [
    account('NUIT', 'Heures de nuit', null),
    account('DIM', 'Heures du dimanche', null),
    account('FERIE', 'Heures de jour férié', null),
    account('MAI', 'Heures du 1ᵉʳ mai', percent(100)),
    account('SOLID', 'Journée de solidarité', null),
  ],
  rules: [
    { kind: 'timeRange', code: 'NUIT', account: 'NUIT', from: '21:00', to: '06:00', leastMinutes: 0 },
    daysOff('DIM', 7),
    daysOff('FERIE', 'holiday'),
    daysOff('MAI', 'firstOfMay'),
    daysOff('SOLID', 'solidarity'),
  ],
};

/** An hour and its premium, as rest. */
function toRest({ code, rate }: Tier): TimeRule {
  return {
    kind: 'accounting',
    code: `RCR-${code}`,
    account: code,
    operation: { name: 'transfer' },
    period: 'week',
    to: { account: 'RCR', factor: basisPoints(10_000 + rate * 100) },
  };
}

const restInsteadOfPay: ReadyMadeSet = {
  key: 'restInsteadOfPay',
  name: 'Repos compensateur de remplacement',
  sources: [WEEK, article('L3121-33', 'Repos équivalent'), article('L3121-37', 'Repos à défaut d’accord')],
  accounts: [...overtimeAccounts(LEGAL), account('RCR', 'Repos compensateur de remplacement', null)],
  rules: [...tiers(LEGAL), ...LEGAL.map(toRest)],
};

/** In the order in which they are offered. */
export const readyMadeSets: readonly ReadyMadeSet[] = [
  generalLaw,
  hotels,
  accountants,
  partTime,
  nightAndSunday,
  restInsteadOfPay,
];
