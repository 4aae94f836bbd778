/** « Réglementaires de temps »: one regulation a row; rows of one name follow each other in time. */
import { addDays, type PlainDate } from '../../domain/calendar/plainDate.ts';
import { canonical, textCell } from '../../domain/review/cell.ts';
import type { Population, TimeRegulation } from '../../domain/worktime/population.ts';
import type { RuleSet } from '../../domain/worktime/ruleSet.ts';
import type { TableState } from '../../flows/book.ts';
import type { KnownPerson } from '../knownPeople.ts';
import { establishmentNamed, type Establishment } from '../readEstablishments.ts';
import { typedRows, type Reading, type TypedRow } from '../typedRow.ts';
import {
  clockLabels,
  contractKindLabels,
  monthLabels,
  timeRegulationsTable,
  unitLabels,
} from './timeRegulationsTable.ts';
import { minutesIn } from './typedTime.ts';

/** `ruleSet` of the regulation is the name of a set, as typed. */
export interface TypedTimeRegulation {
  readonly regulation: TimeRegulation;
  readonly clockChange: RuleSet['clockChange'];
  /** Limits of an agreement, in minutes, by code of the control. */
  readonly agreement: ReadonlyMap<string, number>;
  /** Minutes of the contingent of an agreement; null: the decree's. */
  readonly contingent: number | null;
  /** People of the company; null when nobody typed it. */
  readonly headcount: number | null;
  readonly row: TypedRow;
}

export interface BesideTimeRegulations {
  readonly people: readonly KnownPerson[];
  readonly establishments: readonly Establishment[];
}

/** Before any contract. */
const EVER = '1900-01-01' as PlainDate;

export const foldedName = (text: string) => canonical('text', textCell(text));
const number = (text: string) => canonical('identifier', textCell(text));

function pieces(row: TypedRow, key: string): string[] {
  const all = row.text(key).split(';');
  return all.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

/** What each piece of a cell names; a piece that names nothing is told, and the row can hold for nobody. */
function named<T>(row: TypedRow, key: string, code: string, find: (piece: string) => T | undefined): T[] {
  return pieces(row, key).flatMap((piece) => {
    const found = find(piece);
    if (found === undefined) row.say(key, code, { name: piece });
    return found === undefined ? [] : [found];
  });
}

/** A person by Lucca's number, or by a matricule that one person alone bears. */
function personNamed(people: readonly KnownPerson[], piece: string): string | undefined {
  const typed = number(piece);
  const byId = people.find(({ id, formerIds = [] }) => [id, ...formerIds].some((each) => number(each) === typed));
  if (byId) return byId.id;
  const bearers = people.filter(({ employeeNumber }) => number(employeeNumber) === typed);
  return bearers.length === 1 ? bearers[0]?.id : undefined;
}

function contractKind(piece: string): string | undefined {
  return Object.entries(contractKindLabels).find(([, label]) => foldedName(label) === foldedName(piece))?.[0];
}

function populationOf(row: TypedRow, { people, establishments }: BesideTimeRegulations): Population {
  return {
    people: named(row, 'people', 'timePersonUnknown', (piece) => personNamed(people, piece)),
    establishments: named(
      row,
      'establishments',
      'voucherEstablishmentUnknown',
      (piece) => establishmentNamed(establishments, piece)?.id,
    ),
    workCycles: pieces(row, 'workCycles').map(foldedName),
    contractKinds: named(row, 'contracts', 'timeContractKindUnknown', contractKind),
  };
}

/** The day before the next row of the same name begins, or the last day of the row when it comes first. */
function lastDayOf(row: TypedRow, rows: readonly TypedRow[]): PlainDate | null {
  const [from, to] = [row.date('from') ?? '', row.date('to')];
  const later = rows
    .filter((each) => foldedName(each.text('name')) === foldedName(row.text('name')))
    .flatMap((each) => each.date('from') ?? [])
    .filter((date) => date > from)
    .sort()[0];
  const before = later === undefined ? null : addDays(later, -1);
  return before !== null && (to === null || before < to) ? before : to;
}

/** A row whose dates or population cannot be read would hold for the wrong people: it is left out, and says why. */
function isLost(row: TypedRow, population: Population): boolean {
  const lists = [
    ['people', population.people],
    ['establishments', population.establishments],
    ['contracts', population.contractKinds],
  ] as const;
  const isShort = lists.some(([key, found]) => found.length < pieces(row, key).length);
  return isShort || ['set', 'from', 'to', 'month', 'unit', 'clock'].some((key) => row.isUnreadable(key));
}

const limits = { dayLimit: 'dayTooLong', weekLimit: 'weekTooLong', averageLimit: 'averageTooLong' } as const;

/** A limit in hours, in minutes; one that is not positive is told and left to the law. */
function limitIn(row: TypedRow, key: string): number | null {
  const minutes = minutesIn(row, key);
  if (minutes === null || minutes > 0) return minutes;
  row.say(key, 'timeLimitOdd');
  return null;
}

function agreementOf(row: TypedRow): ReadonlyMap<string, number> {
  const typed = Object.entries(limits).map(([key, code]) => [code, limitIn(row, key)] as const);
  return new Map(typed.flatMap(([code, minutes]) => (minutes === null ? [] : [[code, minutes]])));
}

/** In the order of the sheet. `left`: rows that can hold for nobody, each saying why. */
export interface TimeRegulations extends Reading<readonly TypedTimeRegulation[]> {
  readonly left: readonly TypedRow[];
}

export function readTimeRegulations(state: TableState | undefined, beside: BesideTimeRegulations): TimeRegulations {
  const { rows, findings } = typedRows(timeRegulationsTable, state);
  const named = rows.filter((row) => row.text('name') !== '');
  const left: TypedRow[] = [];
  const value = named.flatMap((row): TypedTimeRegulation[] => {
    const [from, to] = [row.date('from'), row.date('to')];
    const isBackwards = from !== null && to !== null && to < from;
    if (isBackwards) row.say('to', 'voucherEndBeforeStart');
    const population = populationOf(row, beside);
    if (isBackwards || isLost(row, population)) {
      left.push(row);
      return [];
    }
    const countsHours = row.choice('unit', unitLabels) !== 'days';
    if (countsHours && row.text('set') === '') row.say('set', 'timeSetMissing', {}, 'warning');
    const regulation = {
      name: row.text('name'),
      ruleSet: row.text('set'),
      month: row.choice('month', monthLabels) ?? 'completeWeeks',
      countsHours,
      population,
      from: from ?? EVER,
      to: lastDayOf(row, named),
    } as const;
    return [
      {
        regulation,
        clockChange: row.choice('clock', clockLabels) ?? 'real',
        agreement: agreementOf(row),
        contingent: limitIn(row, 'contingent'),
        headcount: row.number('headcount'),
        row,
      },
    ];
  });
  return { value, left, findings };
}
