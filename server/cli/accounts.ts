/** `accounts`: what payroll does with each leave account, prepared in the workbook and confirmed. */
import type { Connection } from '../../shared/contracts/schemas.ts';
import {
  confirmAccounts,
  prepareAccounts,
  type ConfirmedAccounts,
} from '../../shared/flows/absences/prepareAccounts.ts';
import {
  readAccounts,
  type AccountReading,
  type AccountsError,
  type AccountsReading,
} from '../../shared/flows/absences/readAccounts.ts';
import type { WrittenAccounts } from '../../shared/flows/absences/writeAccounts.ts';
import { ambiguous, bound as boundAs, withCode } from '../../shared/messages/fr/absences/accounts.ts';
import * as say from '../../shared/messages/fr/absences/accountsCli.ts';
import { optionTakesNoValue } from '../../shared/messages/fr/cli.ts';
import { firstRefresh } from '../../shared/messages/fr/employees/pane.ts';
import { bindingStates } from '../../shared/tables/absences/accountBindingsTable.ts';
import { treatmentCells } from '../../shared/tables/absences/treatmentLabels.ts';
import { pulled } from './account.ts';
import { actionOf } from './actions.ts';
import { findingLines, inOrder, reportedFinding } from './findings.ts';
import { monthOutcome } from './monthOutcome.ts';
import type { Values } from './options.ts';
import { outcome, Stop, type Outcome } from './outcome.ts';
import type { Terminal } from './terminal.ts';
import { onAccount, portsOf, saved, writeOptions, type Work } from './work.ts';

function refused(error: AccountsError): Outcome {
  if (error.code === 'notRead') return outcome('service', [firstRefresh], { code: error.code });
  return monthOutcome(error);
}

function stateOf({ bound, line }: AccountReading): string {
  if (bound.state === 'ambiguous') return ambiguous(bound.patterns);
  if (bound.state === 'bound') {
    const { treatment, kind } = treatmentCells(bound.treatment);
    return bound.treatment.is === 'transferred' ? withCode(treatment, bound.treatment.code) : boundAs(treatment, kind);
  }
  const proposed = line?.treatment && treatmentCells(line.treatment);
  return proposed ? say.proposed(boundAs(proposed.treatment, proposed.kind)) : bindingStates.open;
}

const isBound = ({ bound }: AccountReading) => bound.state === 'bound';

function linesOf({ accounts, findings, isPrepared }: AccountsReading): string[] {
  const waiting = accounts.reduce((sum, each) => sum + each.waiting, 0);
  const isProposed = accounts.some(({ bound, line }) => bound.state === 'unbound' && line?.state === 'proposed');
  return [
    say.counts(accounts.filter(isBound).length, accounts.length, waiting),
    ...accounts.map((each) => say.accountLine(each.account.name, each.account.id, stateOf(each), each.waiting)),
    ...findingLines(inOrder(findings)),
    ...(isPrepared ? (isProposed ? [say.confirmNext] : []) : [say.prepareFirst]),
  ];
}

function factsOf({ accounts, findings, isPrepared }: AccountsReading) {
  const told = accounts.map(({ account: { id, name }, bound, waiting }) => {
    return {
      account: id,
      name,
      state: bound.state,
      treatment: bound.state === 'bound' ? bound.treatment : null,
      waiting,
    };
  });
  return { code: 'accounts', isPrepared, accounts: told, findings: inOrder(findings).map(reportedFinding) };
}

async function shown(work: Work, connection: Connection, first: readonly string[] = []): Promise<Outcome> {
  const read = await readAccounts(portsOf(work), connection, writeOptions(work.terminal));
  if (!read.ok) return refused(read.error);
  const { accounts, findings } = read.value;
  const isSettled = accounts.every(isBound) && findings.length === 0;
  return outcome(isSettled ? 'done' : 'attention', [...first, ...linesOf(read.value)], factsOf(read.value));
}

type Done = WrittenAccounts & Partial<ConfirmedAccounts>;

const works = {
  prepare: { write: prepareAccounts, told: ({ added, changed }: Done) => say.prepared(added, changed) },
  confirm: { write: confirmAccounts, told: ({ confirmed = 0 }: Done) => say.confirmed(confirmed) },
} as const;

/** What `--confirm` is read as, where it takes no value. */
const ALL = 'all';

/** Without an action: what the sheet says of each account. Lucca is read only where it never was. */
export async function accounts(terminal: Terminal, values: Values): Promise<Outcome> {
  if ((values.confirm ?? ALL) !== ALL) throw new Stop('usage', optionTakesNoValue('--confirm'), { code: 'usage' });
  const action = actionOf(values, ['prepare', 'confirm'] as const);
  return onAccount(terminal, values, undefined, async (work, known) => {
    const connection = known.mirror ? known : await pulled(terminal, work.service, known, [work.month]);
    if (!action) return shown(work, connection);
    const { write, told } = works[action];
    const done = await write(portsOf(work), connection, writeOptions(terminal));
    if (!done.ok) return refused(done.error);
    work.reports.push(done.value);
    const first = [...(done.value.isNew ? [say.sheetCreated] : []), told(done.value)];
    return saved(work, await shown(work, connection, first));
  });
}
