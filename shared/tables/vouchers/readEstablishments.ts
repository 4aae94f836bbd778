import { holidayZones, type HolidayCalendar } from '../../domain/calendar/publicHolidays.ts';
import { canonical, textCell } from '../../domain/review/cell.ts';
import type { OrderEstablishment } from '../../domain/vouchers/files/orderInput.ts';
import type { TableState } from '../../flows/book.ts';
import { establishmentsTable, zoneLabels } from './establishmentsTable.ts';
import { typedRows, type Reading, type TypedRow } from './typedRow.ts';

export interface Establishment {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** `FR`… */
  readonly country: string;
  /** `EUR`… */
  readonly currency: string;
  readonly holidays: HolidayCalendar;
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

function establishmentOf(row: TypedRow): Establishment {
  const label = row.text('zone');
  const zone = holidayZones.find((each) => zoneLabels[each] === label) ?? 'FR';
  const goodFriday = row.value('goodFriday') === true;
  if (goodFriday && zone !== 'ALS') row.say('goodFriday', 'establishmentGoodFriday', {}, 'warning');
  return {
    id: row.text('id') || row.text('name'),
    code: row.text('code'),
    name: row.text('name'),
    country: countryCode(row.text('country')),
    currency: currencyCode(row.text('currency')),
    holidays: { zone, goodFriday },
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

/** The establishment that a text names, by its name, its code or its identifier; undefined for none, or for several. */
export function establishmentNamed(all: readonly Establishment[], text: string): Establishment | undefined {
  const wanted = folded(text);
  for (const key of ['name', 'code', 'id'] as const) {
    const found = all.filter((each) => folded(each[key]) === wanted);
    if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  }
  return undefined;
}
