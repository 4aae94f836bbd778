/** Answers of a person to the wizard, and a workbook that has nothing of titres-restaurant yet. */
import type { PlainMonth } from '../../../../shared/domain/calendar/plainDate.ts';
import { blankAnswers, type RegulationAnswers } from '../../../../shared/flows/vouchers/wizard/answers.ts';
import { typedVoucherTables } from '../../../../shared/tables/vouchers/voucherTables.ts';
import { SIEGE, type VoucherCompany } from '../voucherCompany.ts';

/** Everything answered, soundly, from `month` on. */
export function soundAnswers(month: PlainMonth, more: Partial<RegulationAnswers> = {}): RegulationAnswers {
  return {
    ...blankAnswers(month),
    name: SIEGE,
    establishments: ['13'],
    issuer: 'Swile',
    face: '9',
    share: '60',
    accounts: new Map([['9', { deducts: true, isProposed: false }]]),
    natures: new Map([['31', { deducts: true, isProposed: false }]]),
    before: 'first',
    ...more,
  };
}

/** Takes the sheets of titres-restaurant out of the workbook. */
export function withoutVoucherSheets<T extends VoucherCompany>(company: T): T {
  for (const { name } of typedVoucherTables) company.book.tables.delete(name);
  return company;
}
