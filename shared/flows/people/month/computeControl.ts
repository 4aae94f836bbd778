/** « Contrôle »: the month beside the one before, as rows of its sheet. */
import { addMonths, frenchDate, parsePlainDate, type PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { Finding } from '../../../domain/finding.ts';
import { employeeField } from '../../../domain/people/employeeFields.ts';
import { isUnderContract, reachOf } from '../../../domain/people/month/contracts.ts';
import {
  controlOf,
  isNothing,
  type ChangedValue,
  type Control,
  type ControlledMonth,
  type ControlledPerson,
  type ControlLine,
} from '../../../domain/people/month/control.ts';
import { blank, numberCell, textCell } from '../../../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../../../domain/review/plan.ts';
import { ok, type Result } from '../../../domain/result.ts';
import * as text from '../../../messages/fr/employees/control.ts';
import { rowKey } from '../../../tables/declaration.ts';
import { valueCell } from '../../../tables/employeeRows.ts';
import { currentIds } from '../../../tables/people/currentIds.ts';
import {
  controlThresholdsTable,
  monthControlTable,
  topicLabels,
  topicUnits,
} from '../../../tables/people/monthControlTable.ts';
import { countedTopics, readThresholds, usualThresholds } from '../../../tables/people/readThresholds.ts';
import type { ApplyError, ApplyPorts, ApplyReport } from '../../apply.ts';
import { rowsOf } from '../../bookState.ts';
import type { FlowOptions } from '../../ports.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';
import { controlledMonth, unknownFindings, unorderedFindings } from './monthFigures.ts';
import {
  changeOf,
  readMonth,
  type MonthError,
  type MonthPorts,
  type MonthReading,
  type MonthRequest,
} from './monthReading.ts';
import { personOf } from './movementRows.ts';
import { writeMonth } from './writeMonth.ts';

export interface MonthControl {
  readonly month: PlainMonth;
  readonly reading: MonthReading;
  readonly control: Control;
  /** Rows of the sheet, one for each line of the control, in the same order. */
  readonly rows: readonly RowCells[];
  readonly findings: readonly Finding[];
}

const HUNDRED = 100;
/** What a line of the control is told with. */
interface Around {
  readonly reading: MonthReading;
  readonly now: ControlledMonth;
  readonly names: (id: string) => RowCells;
}

const nameKeys = ['employeeNumber', 'lastName', 'firstName'] as const;

function peopleOf({ people, employees, contracts, month }: MonthReading): ControlledPerson[] {
  const rows = new Map(people.map((row) => [personOf(row), row]));
  return [...new Set([...rows.keys(), ...employees.keys()])].map((employeeId): ControlledPerson => {
    const row = rows.get(employeeId);
    const known = employees.get(employeeId)?.values.establishment;
    const place = row ? textOf(row, 'establishment') : typeof known === 'string' ? known : '';
    return { employeeId, place, isPresent: isUnderContract(contracts.get(employeeId) ?? [], month) };
  });
}

function dateText(value: unknown): string {
  const date = typeof value === 'string' ? parsePlainDate(value) : undefined;
  return date ? frenchDate(date) : '';
}

/** A bank account is told by the day of its change: its numbers are nobody's to read here. */
function changedOf({ changes }: MonthReading): ChangedValue[] {
  return [...changes].flatMap(([employeeId, own]) => {
    const bank = changeOf(own, 'iban') ?? changeOf(own, 'bic');
    const dates = (['contractStart', 'contractEnd'] as const).flatMap((field): ChangedValue[] => {
      const change = changeOf(own, field);
      if (!change) return [];
      const [before, after] = [dateText(change.before), dateText(change.after)];
      return [{ employeeId, topic: 'contract', item: employeeField(field).heading, before, after }];
    });
    const iban: ChangedValue[] = bank
      ? [{ employeeId, topic: 'iban', item: employeeField('iban').heading, before: '', after: frenchDate(bank.on) }]
      : [];
    return [...iban, ...dates];
  });
}

function sentenceOf(line: ControlLine, { reading: { month, contracts }, now }: Around): string {
  switch (line.kind) {
    case 'nothing': {
      const own = contracts.get(line.employeeId) ?? [];
      const [last] = [...own].sort((a, b) => (reachOf(a) < reachOf(b) ? 1 : -1));
      return text.nothingText(addMonths(month, -1), line.had, isUnderContract(own, month) ? null : (last?.to ?? null));
    }
    case 'nowhere':
      return text.nowhereText(now.known.has('absences'));
    case 'changed':
      return line.topic === 'iban'
        ? text.bankChanged(line.after)
        : text.valueChanged(line.item, line.before, line.after);
    case 'total':
      return text.totalText;
    case 'gap':
      return text.gapText(line.topic, line.before, line.after);
  }
}

function figureCells(line: ControlLine): RowCells {
  if (!('gap' in line)) return { before: blank, after: blank, gap: blank, unit: blank };
  const cell = (hundredths: number) => numberCell(hundredths / HUNDRED);
  return {
    before: cell(line.before),
    after: cell(line.after),
    gap: cell(line.gap),
    unit: textCell(topicUnits[line.topic]),
  };
}

function cellsOf(line: ControlLine, rank: number, around: Around): RowCells {
  return {
    month: textCell(around.reading.month),
    rank: numberCell(rank),
    topic: textCell(topicLabels['topic' in line ? line.topic : 'nothing']),
    ...around.names(line.employeeId),
    establishment: textCell(line.place),
    item: textCell(line.item),
    ...figureCells(line),
    sentence: textCell(sentenceOf(line, around)),
    luccaId: textCell(line.employeeId),
  };
}

/** Whom « Salariés » and Lucca have no more: as another sheet names them. */
function namesElsewhere({ snapshot }: MonthReading): ReadonlyMap<string, RowCells> {
  const { of } = currentIds(snapshot);
  const named = Object.values(snapshot).flatMap((state) => (state.state === 'found' ? state.rows : []));
  const rows = named.filter((row) => row.cells['luccaId'] && textOf(row, 'lastName') !== '');
  // Sheets that people see come first: the first one wins.
  return new Map(rows.reverse().map((row) => [of(personOf(row)), row.cells]));
}

/** Nobody is left without a name: the identifier stands for it where no sheet has one. Of '', a total, none is looked for. */
function namesIn(reading: MonthReading): (id: string) => RowCells {
  const { people, employees } = reading;
  const rows = new Map(people.map((row) => [personOf(row), row.cells]));
  let elsewhere: ReadonlyMap<string, RowCells> | undefined;
  return (id) => {
    const lucca = employees.get(id)?.values;
    const isUnknown = id !== '' && !rows.has(id) && !lucca;
    if (isUnknown) elsewhere ??= namesElsewhere(reading);
    const held = rows.get(id) ?? elsewhere?.get(id);
    const cellOf = (key: (typeof nameKeys)[number]) => held?.[key] ?? valueCell({ kind: 'text' }, lucca?.[key] ?? null);
    const cells = Object.fromEntries(nameKeys.map((key) => [key, cellOf(key)]));
    return isUnknown && !held ? { ...cells, lastName: textCell(text.someoneUnder(id)) } : cells;
  };
}

/** The control of what was read. */
export function controlIn(reading: MonthReading): MonthControl {
  const { month, snapshot } = reading;
  const [before, now] = [controlledMonth(reading, addMonths(month, -1)), controlledMonth(reading, month)];
  const thresholds = readThresholds(snapshot[controlThresholdsTable.name]);
  const people = peopleOf(reading);
  const control = controlOf({ people, before, now, changed: changedOf(reading), thresholds: thresholds.value });
  const around: Around = { reading, now, names: namesIn(reading) };
  const under = Object.values(control.under).reduce((sum, each) => sum + each, 0);
  return {
    month,
    reading,
    control,
    rows: control.lines.map((line, index) => cellsOf(line, index + 1, around)),
    findings: [
      ...reading.findings,
      ...thresholds.findings,
      ...unknownFindings([before, now], reading.silent),
      ...unorderedFindings(before, now),
      ...(isNothing(control) ? [{ code: 'controlNothing', severity: 'warning' as const, facts: { month } }] : []),
      ...(under === 0 ? [] : [{ code: 'controlUnder', severity: 'info' as const, facts: { lines: under } }]),
    ],
  };
}

/** Reads everything and compares the month with the one before. Writes nothing. */
export async function computeControl(
  ports: MonthPorts,
  request: MonthRequest,
  options: FlowOptions = {},
): Promise<Result<MonthControl, MonthError>> {
  const reading = await readMonth(ports, request, options);
  return reading.ok ? ok(controlIn(reading.value)) : reading;
}

/** The thresholds that nobody typed yet, for the person to change. */
function thresholdLines({ snapshot }: MonthReading): PlanLine[] {
  const held = new Set(rowsOf(snapshot, controlThresholdsTable.name).map(({ key }) => key));
  return countedTopics.flatMap((topic): PlanLine[] => {
    const after = {
      topic: textCell(topicLabels[topic]),
      threshold: numberCell(usualThresholds[topic] / HUNDRED),
      unit: textCell(topicUnits[topic]),
    };
    const key = rowKey(controlThresholdsTable, after);
    return held.has(key)
      ? []
      : [{ operation: 'add', table: controlThresholdsTable.name, key, after, reason: 'result' }];
  });
}

/** Writes « Contrôle » anew, and the thresholds that nobody typed. */
export function writeControl(
  ports: ApplyPorts,
  { month, reading, rows }: MonthControl,
  options: FlowOptions = {},
): Promise<Result<ApplyReport, ApplyError>> {
  const sheets = [{ table: monthControlTable, rows, isKept: false }];
  const { snapshot } = reading;
  return writeMonth(ports, { kind: 'control', month, snapshot, sheets, more: thresholdLines(reading) }, options);
}
