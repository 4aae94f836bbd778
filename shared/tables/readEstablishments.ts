import { parseFrenchDate, type PlainDate } from '../domain/calendar/plainDate.ts';
import { holidayZones, type HolidayCalendar } from '../domain/calendar/publicHolidays.ts';
import { isTimeZone } from '../domain/calendar/zones.ts';
import type { Place } from '../domain/finding.ts';
import { canonical, textCell } from '../domain/review/cell.ts';
import type { OrderEstablishment } from '../domain/vouchers/files/orderInput.ts';
import type { TableState } from '../flows/book.ts';
import { establishmentsTable, zoneLabels } from './establishmentsTable.ts';
import { typedRows, type Reading, type TypedRow } from './typedRow.ts';

export interface Establishment {
  /** Its identifier in Lucca, else its name. */
  readonly id: string;
  /** Where its identifier is typed. */
  readonly idPlace: Place;
  readonly code: string;
  /** Where its code is typed. */
  readonly codePlace: Place;
  readonly name: string;
  /** `FR`… */
  readonly country: string;
  /** `EUR`… */
  readonly currency: string;
  readonly holidays: HolidayCalendar;
  /** Zone of its clocks, `'Europe/Paris'`; null where nobody typed it. */
  readonly timeZone: string | null;
  /** Its « journée de solidarité » of each year. */
  readonly solidarity: ReadonlySet<PlainDate>;
  /** What issuers and payroll call it; '' for what nobody typed. */
  readonly codes: EstablishmentCodes;
}

/** Codes of an establishment by the key of their column. */
type EstablishmentCodes = Omit<OrderEstablishment, 'code' | 'name'>;

function folded(text: string): string {
  return canonical('text', textCell(text));
}

/** `France` and `fr` → `FR`; a blank → `FR`. */
export function countryCode(text: string): string {
  const code = folded(text);
  return code === '' || code === 'FRANCE' ? 'FR' : code;
}

/** `eur` → `EUR`; a blank → `EUR`. */
export function currencyCode(text: string): string {
  return folded(text) || 'EUR';
}

/** Dates as typed, several in a cell; what is none is told. */
function solidarityOf(row: TypedRow): ReadonlySet<PlainDate> {
  const typed = row.text('solidarity').split(';');
  const dates = typed.map((text) => text.trim()).filter((text) => text !== '');
  const read = dates.flatMap((text) => parseFrenchDate(text) ?? []);
  if (read.length < dates.length) row.say('solidarity', 'establishmentSolidarity');
  return new Set(read);
}

function timeZoneOf(row: TypedRow): string | null {
  const typed = row.text('timeZone');
  if (typed === '') return null;
  if (isTimeZone(typed)) return typed;
  row.say('timeZone', 'establishmentTimeZone');
  return null;
}

function establishmentOf(row: TypedRow): Establishment {
  const label = row.text('zone');
  const zone = holidayZones.find((each) => zoneLabels[each] === label) ?? 'FR';
  const goodFriday = row.value('goodFriday') === true;
  if (goodFriday && zone !== 'ALS') row.say('goodFriday', 'establishmentGoodFriday', {}, 'warning');
  return {
    id: row.text('id') || row.text('name'),
    idPlace: row.place('id'),
    code: row.text('code'),
    codePlace: row.place('code'),
    name: row.text('name'),
    country: countryCode(row.text('country')),
    currency: currencyCode(row.text('currency')),
    holidays: { zone, goodFriday },
    timeZone: timeZoneOf(row),
    solidarity: solidarityOf(row),
    codes: {
      companyCode: row.text('companyCode'),
      customerCode: row.text('customerCode'),
      deliveryPoint: row.text('deliveryPoint'),
      attachmentCode: row.text('attachmentCode'),
      levelCode: row.text('levelCode'),
      payrollDossier: row.text('payrollDossier'),
    },
  };
}

/** « Établissements ». Without an identifier, the name is one; a row with neither is left out. */
export function readEstablishments(state: TableState | undefined): Reading<readonly Establishment[]> {
  const { rows, findings } = typedRows(establishmentsTable, state);
  const value = rows.filter((row) => row.text('id') !== '' || row.text('name') !== '').map(establishmentOf);
  return { value, findings };
}

/** Those that a text names, by their name, else by their code, else by their identifier. */
export function establishmentsNamed(all: readonly Establishment[], text: string): readonly Establishment[] {
  const wanted = folded(text);
  const bearers = (['name', 'code', 'id'] as const).map((key) => all.filter((each) => folded(each[key]) === wanted));
  return bearers.find(({ length }) => length > 0) ?? [];
}

/** The establishment that a text names; undefined for none, or for several. */
export function establishmentNamed(all: readonly Establishment[], text: string): Establishment | undefined {
  const [found, another] = establishmentsNamed(all, text);
  return another ? undefined : found;
}

/** The number that Lucca gave it; '' where its row says its name alone. */
export function establishmentIdOf({ id, name }: Pick<Establishment, 'id' | 'name'>): string {
  return id === name ? '' : id;
}

/**
 * Those that may be the one of Lucca's number `luccaId`, whose name is `name`: its row; without one, rows of its name that have no number. A blank
 * number leaves the name alone.
 */
export function establishmentsKnownAs(
  all: readonly Establishment[],
  luccaId: string,
  name: string,
): readonly Establishment[] {
  if (luccaId === '') return establishmentsNamed(all, name);
  const own = all.find((each) => folded(establishmentIdOf(each)) === folded(luccaId));
  const unnumbered = all.filter((each) => establishmentIdOf(each) === '');
  return own ? [own] : establishmentsNamed(unnumbered, name);
}
