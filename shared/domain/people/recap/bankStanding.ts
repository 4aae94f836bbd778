/** Where the account of one person stands: what payroll holds of it, and what Lucca asks against that. */
import type { Instant } from '../../calendar/plainDate.ts';
import { blank, canonical, type Cell } from '../../review/cell.ts';
import { bankFields, type BankField, type BankState, type FoundChange } from './bankChange.ts';
import type { AskedValue, FrozenPerson } from './frozenPerson.ts';
import { recapPerson } from './recap.ts';
import type { LoggedChange } from './rewind.ts';
import { sameField } from './sameField.ts';

export interface LoggedBankChange extends LoggedChange {
  readonly at: Instant;
}

/** One field of an account. */
interface Standing {
  readonly was: Cell;
  readonly mine: Cell;
  /** What Lucca says and payroll never took. */
  readonly asked: AskedValue | undefined;
  readonly isChanged: boolean;
  readonly isOwn: boolean;
  /** What Lucca was seen to say in the month, oldest first. */
  readonly said: readonly LoggedBankChange[];
}

type Account = Readonly<Record<BankField, Standing>>;

/** What is told of a month. */
export interface PersonMonth {
  readonly person: FrozenPerson;
  readonly before: FrozenPerson | undefined;
  /** What Lucca was seen to change of their account in the month, oldest first. */
  readonly log: readonly LoggedBankChange[];
}

const cellOf = (person: FrozenPerson | undefined, field: BankField) => person?.cells[field] ?? blank;
const fieldsOf = ({ iban, bic }: Account) => [iban, bic];

function standing(field: BankField, { person, before, log }: PersonMonth): Standing {
  const [was, mine] = [cellOf(before, field), cellOf(person, field)];
  const said = log.filter((change) => change.field === field);
  const isChanged = !sameField(field, was, mine);
  return { was, mine, asked: person.asked?.[field], isChanged, isOwn: person.own.has(field), said };
}

function askedState(account: Account): 'waiting' | 'ignored' | null {
  const states = fieldsOf(account).flatMap(({ asked }) => asked?.state ?? []);
  return states.includes('waiting') ? 'waiting' : (states[0] ?? null);
}

/** Nothing is asked of it any more. Where the workbook is not what Lucca said last, nobody knows what became of that. */
function backState(account: Account): BankState {
  if (fieldsOf(account).some(({ isOwn }) => isOwn)) return 'typed';
  const isBack = (field: BankField) => {
    const { said, mine } = account[field];
    const last = said.at(-1);
    return !last || sameField(field, last.after, mine);
  };
  return bankFields.every(isBack) ? 'accepted' : 'unknown';
}

/** When Lucca was last seen to say the account of the workbook. */
function saidAt(account: Account): Instant | null {
  const said = bankFields.flatMap((field) =>
    account[field].said.filter(({ after }) => sameField(field, after, account[field].mine)),
  );
  return lastOf(said);
}

function lastOf(log: readonly LoggedBankChange[]): Instant | null {
  const moments = log.map(({ at }) => at).sort();
  return moments.at(-1) ?? null;
}

/** The account of the workbook, whatever Lucca asks beside; null when it is the one of before, and did not go and come back. */
function heldState(account: Account): BankState | null {
  const fields = fieldsOf(account);
  if (fields.some(({ isOwn, isChanged }) => isOwn && isChanged)) return 'typed';
  if (fields.some(({ isChanged }) => isChanged)) return 'accepted';
  if (askedState(account) === null) return fields.some(({ said }) => said.length > 0) ? backState(account) : null;
  return saidAt(account) !== null && !fields.some(({ isOwn }) => isOwn) ? 'accepted' : null;
}

function textsOf(cells: Readonly<Record<BankField, Cell>>): Readonly<Record<BankField, string>> {
  return { iban: canonical('identifier', cells.iban), bic: canonical('identifier', cells.bic) };
}

/**
 * None, one or two: from the account of before to the one that payroll holds, then from that one to what Lucca asks. Each with the moment
 * at which Lucca was seen to say its new account.
 */
export function bankChangesOfPerson(month: PersonMonth): FoundChange[] {
  const { person, log } = month;
  const account: Account = { iban: standing('iban', month), bic: standing('bic', month) };
  const { iban, bic } = account;
  const of = (cell: (field: Standing) => Cell) => textsOf({ iban: cell(iban), bic: cell(bic) });
  const [was, mine] = [of((field) => field.was), of((field) => field.mine)];
  const [held, asked, who] = [heldState(account), askedState(account), recapPerson(person)];
  const changes: FoundChange[] = [];
  if (held) {
    const changedAt = saidAt(account) ?? (asked ? null : lastOf(log));
    changes.push({ person: who, before: was, after: mine, state: held, changedAt });
  }
  if (asked) {
    const after = of((field) => field.asked?.value ?? field.mine);
    const changedAt = lastOf(fieldsOf(account).flatMap((field) => (field.asked ? field.said : [])));
    changes.push({ person: who, before: mine, after, state: asked, changedAt });
  }
  return changes;
}
