/** Reports of a recap, made by hand: `row(3)` is a town of person 3 that changed, `account(3)` an account of theirs that waits. */
import type { BankReport, BankReportRow, RecapReport, RecapReportRow } from '../../shared/contracts/recapSchemas.ts';
import { plainDate, plainMonth } from '../../shared/domain/calendar/plainDate.ts';

const head = {
  month: plainMonth('2026-10'),
  account: 'acme.ilucca.net',
  on: plainDate('2026-10-26'),
  isMasked: true,
  notes: ['Comparé à la clôture de septembre 2026.'],
};

const whoOf = (number: number) => ({
  luccaId: String(number),
  employeeNumber: String(number).padStart(5, '0'),
  name: `NOM${number} Chloé`,
  establishment: 'Lyon',
});

export const row = (number: number, more: Partial<RecapReportRow> = {}): RecapReportRow => ({
  ...whoOf(number),
  kind: 'changed',
  field: 'Ville',
  before: '••••••',
  after: '',
  origin: 'lucca',
  ...more,
});

export const account = (number: number, more: Partial<BankReportRow> = {}): BankReportRow => ({
  ...whoOf(number),
  state: 'waiting',
  ibanBefore: 'FR 30006 •••• 0189',
  ibanAfter: 'DE 37040044 •••• 3000',
  bicBefore: '',
  bicAfter: 'COBA DE ••••',
  countryBefore: 'FR',
  countryAfter: 'DE',
  changedAt: '20/10/2026 21:04',
  acceptedAt: '',
  toCheck: [],
  ...more,
});

export const recap = (...rows: RecapReportRow[]): RecapReport => ({ ...head, rows });
export const bank = (...rows: BankReportRow[]): BankReport => ({ ...head, rows });
