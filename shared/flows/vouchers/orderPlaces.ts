/** The establishments of the people of an order, for its files: those that the register recorded, and today's for older lines. */
import type { Finding } from '../../domain/finding.ts';
import { fileFinding } from '../../domain/files/fileFindings.ts';
import type { OrderEstablishment } from '../../domain/vouchers/files/orderInput.ts';
import { column } from '../../tables/declaration.ts';
import { establishmentNamed, type Establishment } from '../../tables/readEstablishments.ts';
import { registerTable } from '../../tables/vouchers/registerTable.ts';
import type { BookRow } from '../book.ts';
import { textOf } from './voucherBook.ts';

const noCodes: Establishment['codes'] = {
  companyCode: '',
  customerCode: '',
  deliveryPoint: '',
  attachmentCode: '',
  levelCode: '',
  payrollDossier: '',
};

export class OrderPlaces {
  readonly #all: readonly Establishment[];
  /** Those of the regulation in the month of the order. */
  readonly #own: readonly Establishment[];
  #unrecorded = 0;

  constructor(all: readonly Establishment[], own: readonly Establishment[]) {
    this.#all = all;
    this.#own = own;
  }

  /** The establishment of a line of the register. `row`: the person in « Salariés », if they are still there. */
  of(line: BookRow, row: BookRow | undefined): OrderEstablishment {
    const typed = row ? textOf(row, 'establishment') : '';
    const found = this.#recorded(textOf(line, 'establishment')) ?? this.#today(typed);
    return { code: found?.code ?? '', name: found?.name ?? typed, ...(found?.codes ?? noCodes) };
  }

  #recorded(text: string): Establishment | undefined {
    if (text === '') return undefined;
    return this.#all.find(({ id }) => id === text) ?? establishmentNamed(this.#all, text);
  }

  /** Of a regulation of one establishment, that one: who moved away since was ordered for there. Else the one of « Salariés ». */
  #today(typed: string): Establishment | undefined {
    const [only, ...others] = this.#own;
    if (only && others.length === 0) return only;
    this.#unrecorded += 1;
    return establishmentNamed(this.#all, typed);
  }

  /** Told of the lines read so far that have today's establishment. `recordsPlaces`: the register has its column. */
  findings(recordsPlaces: boolean): Finding[] {
    if (this.#unrecorded === 0) return [];
    const facts = {
      people: this.#unrecorded,
      column: recordsPlaces ? '' : column(registerTable, 'establishment').heading,
    };
    return [fileFinding('voucherFilePlaces', facts, 'warning')];
  }
}
