/** `fields`: where each payroll field is read in Lucca, prepared in the workbook and validated. */
import type { Connection } from '../../shared/contracts/schemas.ts';
import { displayed } from '../../shared/domain/review/cell.ts';
import { prepareFields } from '../../shared/flows/fields/prepareFields.ts';
import { readFields, type FieldsError, type FieldsReading } from '../../shared/flows/fields/readFields.ts';
import { validateFields } from '../../shared/flows/fields/validateFields.ts';
import { stamp } from '../../shared/flows/stamp.ts';
import { optionTakesNoValue } from '../../shared/messages/fr/cli.ts';
import * as say from '../../shared/messages/fr/employees/fieldsCli.ts';
import * as text from '../../shared/messages/fr/employees/fieldsPane.ts';
import { sourceNames, stateNames } from '../../shared/messages/fr/employees/fieldWords.ts';
import { firstRefresh } from '../../shared/messages/fr/employees/pane.ts';
import { pulled } from './account.ts';
import { actionOf } from './actions.ts';
import { findingLines, inOrder, reportedFinding } from './findings.ts';
import { monthOutcome } from './monthOutcome.ts';
import { outcome, Stop, type Outcome } from './outcome.ts';
import type { Values } from './options.ts';
import type { Terminal } from './terminal.ts';
import { onAccount, portsOf, saved, writeOptions, type Work } from './work.ts';

function refused(error: FieldsError): Outcome {
  switch (error.code) {
    case 'findings': {
      const told = inOrder(error.findings);
      const facts = { code: 'toCorrect', findings: told.map(reportedFinding) };
      return outcome('attention', [text.toCorrect, ...findingLines(told)], facts);
    }
    case 'notPrepared':
      return outcome('attention', [say.prepareFirst], { code: 'notPrepared' });
    case 'notRead':
      return outcome('service', [firstRefresh], { code: 'notRead' });
    default:
      return monthOutcome(error);
  }
}

/** Codes and places: neither a value nor a sample. */
function factsOf({ view, lines, hash, isPrepared, findings }: FieldsReading) {
  const fields = lines.map(({ key, heading, required, from, code, state, place }) => {
    return { field: key, heading, required, from, code, state, address: place?.address ?? null };
  });
  const { accepted, readWith, isRead } = view;
  const kept = accepted && { hash: accepted.hash, acceptedAt: accepted.acceptedAt, by: accepted.by };
  const told = inOrder([...findings, ...lines.flatMap((line) => line.findings)]).map(reportedFinding);
  return { isPrepared, isListed: isRead, hash, accepted: kept, readWith, fields, findings: told };
}

function isSettled({ view, lines, hash, isMarked }: FieldsReading): boolean {
  return (
    isMarked &&
    view.accepted !== null &&
    hash === view.accepted.hash &&
    lines.every(({ state }) => state === 'accepted')
  );
}

/** Where each field that nobody accepted yet stands, the sheet beside what was accepted. */
function linesOf(reading: FieldsReading): string[] {
  const { view, lines, hash, isPrepared, isMarked } = reading;
  const { accepted, readWith } = view;
  const counts = { accepted: 0, proposed: 0, incomplete: 0, vanished: 0 };
  for (const { state } of lines) counts[state] += 1;
  const open = lines.filter(({ state }) => state !== 'accepted');
  const isOther = accepted !== null && isPrepared && hash !== accepted.hash;
  return [
    accepted ? text.acceptedOn(displayed(stamp(accepted.acceptedAt)), accepted.by) : text.notAccepted,
    ...(isOther ? [text.differs] : []),
    ...(accepted && hash === accepted.hash && !isMarked ? [text.unmarked] : []),
    ...(accepted && readWith !== accepted.hash ? [text.notReadYet] : []),
    text.statesCounted(counts),
    ...open.map(({ heading, state, from, code, name }) => {
      const source = from === null ? text.fromNowhere : text.fromSource(sourceNames[from], code, name);
      return say.fieldLine(heading, stateNames[state], source);
    }),
  ];
}

async function shown(work: Work, connection: Connection, first: readonly string[] = []): Promise<Outcome> {
  const read = await readFields(portsOf(work), connection);
  if (!read.ok) return refused(read.error);
  const reading = read.value;
  const next = !reading.isPrepared ? [say.prepareFirst] : isSettled(reading) ? [] : [say.validateNext];
  const lines = [...first, ...linesOf(reading), ...next];
  return outcome(isSettled(reading) ? 'done' : 'attention', lines, { code: 'fields', ...factsOf(reading) });
}

async function prepared(work: Work, connection: Connection): Promise<Outcome> {
  const done = await prepareFields(portsOf(work), connection, writeOptions(work.terminal));
  if (!done.ok) return refused(done.error);
  work.reports.push(done.value);
  const { isNew, added, changed } = done.value;
  const first = [...(isNew ? [say.sheetCreated] : []), text.prepared(added, changed)];
  return saved(work, await shown(work, connection, first));
}

async function validated(work: Work, connection: Connection): Promise<Outcome> {
  const done = await validateFields(portsOf(work), connection, writeOptions(work.terminal));
  if (!done.ok) return refused(done.error);
  const { accepted, isNew, warnings, report } = done.value;
  if (report) work.reports.push(report);
  const told = inOrder(warnings);
  const lines = [
    isNew ? text.validated : text.alreadyValidated,
    ...(report ? [] : [text.sheetNotMarked]),
    say.pullNext,
  ];
  const facts = { code: 'validated', isNew, hash: accepted.hash, findings: told.map(reportedFinding) };
  return saved(work, outcome('done', [...lines, ...findingLines(told)], facts));
}

/** What `--validate` is read as, where it takes no value. */
const ALL = 'all';

const works = { prepare: prepared, validate: validated } as const;

/** Without an action: what the sheet says, beside what was accepted. Lucca is read only where it never was. */
export async function fields(terminal: Terminal, values: Values): Promise<Outcome> {
  const { validate = ALL } = values;
  if (validate !== ALL) throw new Stop('usage', optionTakesNoValue('--validate'), { code: 'usage' });
  const action = actionOf(values, ['prepare', 'validate'] as const);
  return onAccount(terminal, values, undefined, async (work, known) => {
    const connection = known.mirror ? known : await pulled(terminal, work.service, known, [work.month]);
    return action ? works[action](work, connection) : shown(work, connection);
  });
}
