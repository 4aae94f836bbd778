/** The rows of one regulation, in order of date: a later one repeats only what changes. */
import { addDays, type PlainDate } from '../../domain/calendar/plainDate.ts';
import type { Place } from '../../domain/finding.ts';
import { canonical, textCell } from '../../domain/review/cell.ts';
import type { ParsedValue } from '../parse.ts';
import type { TypedRow } from '../typedRow.ts';
import { regulationsTable } from './regulationsTable.ts';

/** A value and the row where it was typed: what is wrong with it is said there. A value that nobody typed belongs to the first row. */
interface Held {
  readonly value: ParsedValue;
  readonly row: TypedRow;
}

export class HeldVersion {
  constructor(
    readonly from: PlainDate,
    /** Last day before the next version; null for the last one. */
    readonly until: PlainDate | null,
    private readonly held: ReadonlyMap<string, Held>,
    private readonly row: TypedRow,
  ) {}

  at(key: string): Held {
    return this.held.get(key) ?? { value: null, row: this.row };
  }

  text(key: string): string {
    const { value } = this.at(key);
    return typeof value === 'string' ? value : '';
  }

  number(key: string): number | null {
    const { value } = this.at(key);
    return typeof value === 'number' ? value : null;
  }

  choice<K extends string>(key: string, labels: Readonly<Record<K, string>>, otherwise: NoInfer<K>): K {
    return (Object.keys(labels) as K[]).find((each) => labels[each] === this.text(key)) ?? otherwise;
  }

  /** True when what should hold stands in a cell that could not be read. */
  isUnreadable(key: string): boolean {
    return this.at(key).value === null && (this.row.isUnreadable(key) || this.at(key).row.isUnreadable(key));
  }

  place(key: string): Place {
    return this.at(key).row.place(key);
  }

  say(key: string, code: string, facts?: Readonly<Record<string, string | number>>): void {
    this.at(key).row.say(key, code, facts);
  }
}

/** The rows of one name. `versions`: those whose date could be read. */
export interface RegulationRows {
  readonly name: string;
  readonly rows: readonly TypedRow[];
  readonly versions: readonly HeldVersion[];
}

const shareKeys = ['shareAmount', 'sharePercent'];

/** What holds once `row` does. The two ways to say the employer's share are one value: either replaces both. */
function carried(before: ReadonlyMap<string, Held>, row: TypedRow): ReadonlyMap<string, Held> {
  const held = new Map(before);
  const saysShare = shareKeys.some((key) => row.value(key) !== null);
  for (const { key } of regulationsTable.columns) {
    const value = row.value(key);
    if (value !== null || !before.has(key) || (saysShare && shareKeys.includes(key))) held.set(key, { value, row });
  }
  return held;
}

function versionsOf(rows: readonly TypedRow[]): HeldVersion[] {
  const dated = rows.flatMap((row) => {
    const from = row.date('from');
    if (from === null && !row.isUnreadable('from')) row.say('from', 'voucherFromMissing');
    return from === null ? [] : [{ from, row }];
  });
  dated.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  let held: ReadonlyMap<string, Held> = new Map();
  return dated.map(({ from, row }, index) => {
    held = carried(held, row);
    const next = dated[index + 1]?.from;
    return new HeldVersion(from, next === undefined ? null : addDays(next, -1), held, row);
  });
}

/** The regulations that `rows` make, in the order in which they first stand. A row without a name is left out, and says so. */
export function regulationRows(rows: readonly TypedRow[]): readonly RegulationRows[] {
  const groups = new Map<string, TypedRow[]>();
  for (const row of rows) {
    const key = canonical('text', textCell(row.text('name')));
    if (key === '' && !row.isUnreadable('name')) row.say('name', 'voucherNameMissing');
    if (key !== '') groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((own) => {
    const name = own[0]?.text('name') ?? '';
    return { name, rows: own, versions: versionsOf(own) };
  });
}
