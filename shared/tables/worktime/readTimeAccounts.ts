/** « Comptes de temps ». */
import { basisPoints, type BasisPoints } from '../../domain/money/money.ts';
import type { RestCounter } from '../../domain/worktime/files/timeFile.ts';
import type { TimeAccount } from '../../domain/worktime/ruleSet.ts';
import type { TableState } from '../../flows/book.ts';
import { typedRows, type Reading, type TypedRow } from '../typedRow.ts';
import { foldedName } from './readTimeRegulations.ts';
import { cellsOf, sharing } from './sameCode.ts';
import { counterUnits, timeAccountsTable, transferLabels } from './timeAccountsTable.ts';

export interface TypedAccount {
  readonly account: TimeAccount;
  readonly isVisible: boolean;
  readonly countsForApproval: boolean;
  readonly payrollCode: string;
  readonly transfer: keyof typeof transferLabels | null;
  /** Where its rest is given in Lucca; null as long as one of its cells is missing. */
  readonly counter: RestCounter | null;
  /** True when a cell that changes what is counted or handed over cannot be read: no set that names the account is computed with. */
  readonly isFaulty: boolean;
  readonly row: TypedRow;
}

const LONGEST = 12;

/** The code of a name: first letters of its words, and its figures: « Heures supp. 25 % » → `HS25`, « Dimanche » → `DIMANCHE`. */
export function codeOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
  const words = plain.match(/[A-Z]+|\d+/g) ?? [];
  if (words.length <= 1) return (words[0] ?? '').slice(0, LONGEST);
  return words
    .map((word) => (/\d/.test(word) ? word : word.charAt(0)))
    .join('')
    .slice(0, LONGEST);
}

/** Percents as typed, in hundredths: 25, or 0.25 of a cell that Excel shows as 25 %. */
function premiumOf(row: TypedRow): BasisPoints | null {
  const typed = row.number('premium');
  if (typed === null) return null;
  const whole = Math.round((typed > 0 && typed < 1 ? typed * 100 : typed) * 100);
  if (whole >= 0) return basisPoints(whole);
  row.say('premium', 'timePremiumNegative');
  return null;
}

/** Key of the cell that keeps the counter of an account from being known: asked for only by what is given to Lucca. */
export function counterGap({ row }: Pick<TypedAccount, 'row'>): 'counter' | 'counterUnit' | 'dayHours' | undefined {
  if (row.text('counter') === '') return 'counter';
  const unit = row.choice('counterUnit', counterUnits);
  if (!unit) return 'counterUnit';
  return unit === 'days' && dayHundredthsOf(row) <= 0 ? 'dayHours' : undefined;
}

const HUNDRED = 100;

function dayHundredthsOf(row: TypedRow): number {
  return Math.round((row.number('dayHours') ?? 0) * HUNDRED);
}

function counterOf(row: TypedRow): RestCounter | null {
  if (counterGap({ row })) return null;
  const isDays = row.choice('counterUnit', counterUnits) === 'days';
  return { leaveAccount: row.text('counter'), dayHundredths: isDays ? dayHundredthsOf(row) : null };
}

const decisive = ['code', 'premium', 'approved', 'payrollCode', 'transfer'] as const;

function accountOf(row: TypedRow): TypedAccount {
  const name = row.text('name');
  const transfer = row.choice('transfer', transferLabels) ?? null;
  const premium = premiumOf(row);
  const isRead =
    decisive.every((key) => !row.isUnreadable(key)) && (premium !== null || row.number('premium') === null);
  return {
    account: {
      code: row.text('code') || codeOf(name),
      name,
      premium,
      isTransferable: transfer !== null,
    },
    isVisible: row.value('visible') !== false,
    countsForApproval: row.value('approved') !== false,
    payrollCode: row.text('payrollCode'),
    transfer,
    counter: counterOf(row),
    isFaulty: !isRead,
    row,
  };
}

/** In the order of the sheet. Of accounts of one code, the first alone is answered, as faulty; the last is told at its cell. */
export function readTimeAccounts(state: TableState | undefined): Reading<readonly TypedAccount[]> {
  const { rows, findings } = typedRows(timeAccountsTable, state, ['duplicateKey']);
  const all = rows.filter((row) => row.text('name') !== '' || row.text('code') !== '').map(accountOf);
  const known = all.filter(({ account }) => account.code !== '');
  for (const { account, row } of all) if (account.code === '') row.say('code', 'timeCodeMissing');
  const groups = sharing(known, ({ account }) => foldedName(account.code));
  for (const group of groups)
    group.at(-1)?.row.say('code', 'timeAccountTwice', {
      account: group[0]?.account.code ?? '',
      cells: cellsOf(group, 'code'),
    });
  const firsts = new Set(groups.map(([first]) => first));
  const others = new Set(groups.flatMap((group) => group.slice(1)));
  const value = known
    .filter((each) => !others.has(each))
    .map((each) => (firsts.has(each) ? { ...each, isFaulty: true } : each));
  return { value, findings };
}

/** Codes of the accounts of which a cell that matters cannot be read. */
export function faultyAccounts(accounts: readonly TypedAccount[]): ReadonlySet<string> {
  return new Set(accounts.filter(({ isFaulty }) => isFaulty).map(({ account }) => account.code));
}
