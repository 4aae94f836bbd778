/** « Arrêts à saisir » and « À transmettre au support » as lists that a screen shows. Reads the workbook and nothing else. */
import type { StoppageState } from '../../../domain/absences/judgeStoppage.ts';
import type { StoppageDates } from '../../../domain/absences/stoppageDates.ts';
import type { PlainDate } from '../../../domain/calendar/plainDate.ts';
import type { Finding, Place } from '../../../domain/finding.ts';
import { signalBy } from '../../../domain/legal/stoppageNotice.ts';
import { readStoppageRows, type StoppageRow } from '../../../tables/absences/readStoppages.ts';
import { readSupportRows, type SupportRow } from '../../../tables/absences/readSupport.ts';
import { stoppagesTable } from '../../../tables/absences/stoppagesTable.ts';
import { supportTable, type SupportState } from '../../../tables/absences/supportTable.ts';
import type { TypedRow } from '../../../tables/typedRow.ts';
import type { BookSnapshot } from '../../book.ts';

/** Who an entry is about. `name`: `MARTIN Léa`. `place`: the row in its sheet. */
interface Entry {
  /** As `tickStoppages` takes it. */
  readonly key: string;
  readonly employeeId: string;
  readonly name: string;
  readonly employeeNumber: string;
  readonly establishment: string;
  readonly remark: string;
  readonly place: Place;
}

export interface StoppageEntry extends Entry {
  readonly state: StoppageState;
  /** What Lucca says, or said last. */
  readonly dates: StoppageDates;
  readonly isInLucca: boolean;
  readonly isTicked: boolean;
  /** As the sheet tells what payroll holds; '' where nobody ticked it. */
  readonly typedAs: string;
  readonly typedAt: string;
  readonly lastWorked: PlainDate | null;
  readonly knownOn: PlainDate | null;
  /** The last day to signal it. */
  readonly signalBy: PlainDate | null;
  /** A row of « À transmettre au support » stands for it that nobody handed over yet. */
  readonly waitsForSupport: boolean;
}

export interface SupportEntry extends Entry {
  readonly state: SupportState;
  readonly held: string;
  readonly now: string;
  readonly months: string;
  readonly sentAt: string;
  readonly dossier: string;
  /** `S21.G00.60.001`: why, for the DSN. */
  readonly reason: string;
  readonly lastWorked: PlainDate | null;
  readonly firstWorked: PlainDate | null;
  readonly knownOn: PlainDate | null;
  /** Request of Lucca. */
  readonly leaveId: string;
}

export interface StoppagesReading {
  readonly stoppages: readonly StoppageEntry[];
  readonly support: readonly SupportEntry[];
  readonly findings: readonly Finding[];
}

function entryOf(row: TypedRow, key: string, at: string): Entry {
  const name = [row.text('lastName'), row.text('firstName')].filter((part) => part !== '').join(' ');
  const own = { employeeId: row.text('luccaId'), employeeNumber: row.text('employeeNumber') };
  return {
    key,
    name,
    ...own,
    establishment: row.text('establishment'),
    remark: row.text('remark'),
    place: row.place(at),
  };
}

function stoppageEntry(stoppage: StoppageRow, support: readonly SupportRow[]): StoppageEntry {
  const { row, rowKey, held, state, typedAt } = stoppage;
  const knownOn = row.date('knownOn');
  return {
    ...entryOf(row, rowKey, 'typed'),
    state: state ?? 'toType',
    dates: held.shown,
    isInLucca: held.isInLucca,
    isTicked: held.tick === 'yes',
    typedAs: row.text('typedAs'),
    typedAt,
    lastWorked: row.date('lastWorked'),
    knownOn,
    signalBy: (knownOn && signalBy(knownOn)?.date) ?? null,
    waitsForSupport: support.some((each) => !each.isSent && each.stoppage === rowKey),
  };
}

function supportEntry({ row, rowKey, isSent, held, now, sentAt }: SupportRow): SupportEntry {
  const state = isSent ? 'sent' : 'waiting';
  return {
    ...entryOf(row, rowKey, 'sent'),
    state,
    held,
    now,
    months: row.text('months'),
    sentAt,
    dossier: row.text('dossier'),
    reason: row.text('reason'),
    lastWorked: row.date('lastWorked'),
    firstWorked: row.date('firstWorked'),
    knownOn: row.date('knownOn'),
    leaveId: row.text('leaveId'),
  };
}

/** The delay to signal, where a stoppage that is to be typed was known after it was last checked: told once, at the first of them. */
function unchecked(rows: readonly StoppageRow[]): Finding[] {
  for (const { row, state } of rows) {
    const knownOn = state === 'toType' ? row.date('knownOn') : null;
    const [finding] = (knownOn && signalBy(knownOn)?.findings) ?? [];
    if (finding) return [{ ...finding, place: row.place('signalBy') }];
  }
  return [];
}

/** Rows that cannot be read are told in `findings`, at their cell, and left out. */
export function readStoppages(snapshot: BookSnapshot): StoppagesReading {
  const { value, findings } = readStoppageRows(snapshot[stoppagesTable.name]);
  const support = readSupportRows(snapshot[supportTable.name]);
  return {
    stoppages: value.rows.map((row) => stoppageEntry(row, support.value)),
    support: support.value.map(supportEntry),
    findings: [...findings, ...unchecked(value.rows), ...support.findings],
  };
}
