/** What the files of an order are made of. It holds neither NIR nor bank account: no issuer and no pay variable needs one. */
import type { PlainDate, PlainMonth } from '../../calendar/plainDate.ts';
import { canonical, textCell } from '../../review/cell.ts';
import type { VoucherAmounts } from '../amounts.ts';

/** Fields of « Salariés » that an issuer or a payroll asks for; '' or null for what nobody typed. */
export interface OrderPerson {
  readonly luccaId: string;
  readonly employeeNumber: string;
  /** As typed in Lucca: « M. », « Madame »… */
  readonly civilTitle: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly birthDate: PlainDate | null;
  /** The one under which the issuer knows the person: the caller chooses professional or personal. */
  readonly email: string;
  readonly mobile: string;
  readonly address: string;
  readonly addressComplement: string;
  readonly postalCode: string;
  readonly city: string;
  readonly countryCode: string;
}

/** Codes that the issuer and the payroll gave to an establishment; '' for one it does not have. */
export interface OrderEstablishment {
  readonly code: string;
  readonly name: string;
  readonly companyCode: string;
  readonly customerCode: string;
  /** Where cards and paper go. Swile: 1, 2, 3… or D for the home of each person. */
  readonly deliveryPoint: string;
  /** Code du point de rattachement. */
  readonly attachmentCode: string;
  /** Code of distribution, or of level. */
  readonly levelCode: string;
  readonly payrollDossier: string;
}

/** What a column of « Salariés » says of a person. */
export type ColumnValue = { readonly text: string } | { readonly date: PlainDate };

/** A heading of « Salariés » as `columns` of a line know it: spaces around and capitals make no difference. */
export function columnKey(heading: string): string {
  return canonical('text', textCell(heading));
}

/** Numbers of vouchers are whole. */
export interface OrderLine {
  readonly person: OrderPerson;
  readonly establishment: OrderEstablishment;
  /** Ordered: never negative. */
  readonly number: number;
  readonly support: 'card' | 'paper';
  /** Uses vouchers on Sundays and holidays, because of working then; null where nobody says. */
  readonly worksOnDaysOff: boolean | null;
  /** Corrections of closed orders inside `number`, signed. */
  readonly regularised: number;
  /** Given back: their employee share is refunded, nothing is ordered. */
  readonly returned: number;
  /** Of a leaver: to give back (positive) or to recover (negative) with the final pay. */
  readonly settlement: number;
  /** What the columns of « Salariés » that a model may take say of the person, by `columnKey`; none for a blank. */
  readonly columns: ReadonlyMap<string, ColumnValue>;
}

export interface OrderFileInput {
  readonly month: PlainMonth;
  readonly regulation: string;
  readonly issuer: string;
  /** Of one voucher. */
  readonly unit: VoucherAmounts;
  readonly lines: readonly OrderLine[];
  /** Headings of « Salariés » that a model may take. */
  readonly columns: readonly string[];
}
