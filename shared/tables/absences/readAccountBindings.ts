/** « Correspondance comptes d'absence » as it stands. */
import {
  isLike,
  type AccountBinding,
  type NamedAccount,
  type NamedBinding,
} from '../../domain/absences/bindAccounts.ts';
import { payrollTargetKeys, type PayrollTargetKey } from '../../domain/absences/targets/targets.ts';
import type { AbsenceTreatment } from '../../domain/absences/treatment.ts';
import { foldedName } from '../../domain/people/mapping/customField.ts';
import type { TableState } from '../../flows/book.ts';
import { typedRows, type Reading, type TypedRow } from '../typedRow.ts';
import { accountBindingsTable, bindingStates, type BindingState } from './accountBindingsTable.ts';
import { kindLabels, treatmentOf } from './treatmentLabels.ts';

/** A row of the sheet. `state` open: nobody chose, or what was chosen cannot be read. */
export interface BindingLine {
  readonly account: AccountBinding['account'];
  readonly treatment: AbsenceTreatment | undefined;
  readonly state: BindingState;
  readonly types: Readonly<Record<PayrollTargetKey, string>>;
  readonly row: TypedRow;
}

export interface AccountBindings {
  readonly lines: readonly BindingLine[];
  /** Those that a person confirmed: the only ones that anything is computed with. */
  readonly bindings: readonly NamedBinding[];
}

function accountOf(row: TypedRow): AccountBinding['account'] | undefined {
  const [id, name] = [row.text('id'), row.text('name')];
  if (id !== '') return { id };
  return name === '' ? undefined : { pattern: name };
}

function typesOf(row: TypedRow): BindingLine['types'] {
  const types = payrollTargetKeys.map((key) => [key, row.text(key)] as const);
  return Object.fromEntries(types) as Record<PayrollTargetKey, string>;
}

function lineOf(row: TypedRow): BindingLine[] {
  const account = accountOf(row);
  if (!account) return [];
  const code = row.text('code');
  const kind = row.choice('kind', kindLabels);
  const written = treatmentOf(row.text('treatment'), kind, code);
  const treatment = written === 'kindMissing' ? undefined : written;
  const state = row.choice('state', bindingStates) ?? 'open';
  const isUnread = row.isUnreadable('treatment') || row.isUnreadable('kind');
  if (state === 'confirmed' && !treatment && !isUnread)
    row.say(written ? 'kind' : 'treatment', written ? 'absenceKindMissing' : 'absenceBindingUnsaid');
  if (treatment && treatment.is !== 'transferred' && code !== '') row.say('code', 'absenceCodeIdle', {}, 'warning');
  if (treatment && treatment.is !== 'stoppage' && kind) row.say('kind', 'absenceKindIdle', {}, 'warning');
  return [{ account, treatment, state: treatment ? state : 'open', types: typesOf(row), row }];
}

/** What two rows must not share: the number, or the pattern as it is compared. */
function place(account: AccountBinding['account']): string {
  return 'id' in account ? `id ${account.id}` : `pattern ${foldedName(account.pattern)}`;
}

function isKnown(account: AccountBinding['account'], known: readonly NamedAccount[]): boolean {
  return known.some((each) => ('id' in account ? each.id === account.id : isLike(each.name, account.pattern)));
}

/** `known`: the accounts that Lucca has. Of two rows for one account, the first counts and the second is told. */
export function readAccountBindings(
  state: TableState | undefined,
  known: readonly NamedAccount[],
): Reading<AccountBindings> {
  const { rows, findings } = typedRows(accountBindingsTable, state);
  const seen = new Set<string>();
  const lines = rows.flatMap(lineOf).filter(({ account, row }) => {
    const isFirst = !seen.has(place(account));
    if (!isFirst) row.say('id' in account ? 'id' : 'name', 'absenceBindingTwice');
    seen.add(place(account));
    return isFirst;
  });
  for (const { account, row } of lines) {
    if (isKnown(account, known)) continue;
    row.say(
      'id' in account ? 'id' : 'name',
      'id' in account ? 'absenceAccountGone' : 'absencePatternIdle',
      {},
      'warning',
    );
  }
  const bindings = lines.flatMap(({ account, treatment, types, state: own }): NamedBinding[] =>
    own === 'confirmed' && treatment ? [{ account, treatment, types }] : [],
  );
  return { value: { lines, bindings }, findings };
}

/** The line that speaks of an account: its own, else the first pattern that fits, confirmed or not. */
export function lineFor({ id, name }: NamedAccount, lines: readonly BindingLine[]): BindingLine | null {
  const own = lines.find(({ account }) => 'id' in account && account.id === id);
  return own ?? lines.find(({ account }) => 'pattern' in account && isLike(name, account.pattern)) ?? null;
}
