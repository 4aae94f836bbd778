/** A payroll office that hands absences over, month after month. */
import { plainDate, plainMonth } from '../../../../shared/domain/calendar/plainDate.ts';
import { blank, displayed, textCell } from '../../../../shared/domain/review/cell.ts';
import { confirmAccounts, prepareAccounts } from '../../../../shared/flows/absences/prepareAccounts.ts';
import { closeAbsences } from '../../../../shared/flows/absences/transfer/closeAbsences.ts';
import type { TransferOptions } from '../../../../shared/flows/absences/transfer/heldTransfer.ts';
import { prepareTransfer } from '../../../../shared/flows/absences/transfer/prepareTransfer.ts';
import {
  abandonTransfer,
  cancelTransfer,
  confirmTransfer,
} from '../../../../shared/flows/absences/transfer/settleTransfer.ts';
import { tickLines } from '../../../../shared/flows/absences/transfer/tickLines.ts';
import { readTransferBoard } from '../../../../shared/flows/absences/transfer/transferBoard.ts';
import { absenceRegisterTable } from '../../../../shared/tables/absences/absenceRegisterTable.ts';
import { importLinesTable } from '../../../../shared/tables/absences/importsTable.ts';
import { readTransferRegister } from '../../../../shared/tables/absences/readTransferRegister.ts';
import { sourceTables } from '../../../../shared/tables/tables.ts';
import type { TableDeclaration } from '../../../../shared/tables/declaration.ts';
import { person, SmallCompany, sound, wholeDays } from '../../../support/smallCompany.ts';

export const OCTOBER = plainMonth('2026-10');

const accounts: readonly (readonly [string, string])[] = [
  ['9', 'Congés payés'],
  ['25', 'Congés payés 2025-2026'],
  ['7', 'RTT'],
  ['40', 'Arrêt maladie'],
  ['90', 'Solidarité'],
];

/** Two people under contract since 2021, their accounts confirmed but « Solidarité », which nobody chose. */
export class Office extends SmallCompany {
  month = OCTOBER;

  constructor() {
    super();
    this.account.employees = [person('1'), person('2')];
    this.account.spans = ['1', '2'].map((id) => ({
      id: `c${id}`,
      employeeId: id,
      from: plainDate('2021-01-01'),
      to: null,
      establishmentId: '1',
      establishment: 'Lyon',
    }));
    this.account.leaveAccounts = accounts.map(([id, name]) => ({ id, name, establishments: ['1'] }));
    this.account.months = ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12', '2027-01'].map(plainMonth);
  }

  /** « Salariés » and « Absences » up to date, accounts confirmed. */
  async opened(): Promise<this> {
    await this.apply();
    const connection = this.account.connection();
    sound(await prepareAccounts(this.ports, connection));
    sound(await confirmAccounts(this.ports, connection));
    return this;
  }

  leave(id: string, dates: readonly string[], accountId = '9') {
    const accountName = accounts.find(([each]) => each === accountId)?.[1] ?? '';
    const half = wholeDays(id, ...dates).map((each) => ({ ...each, accountId, accountName }));
    this.account.halfDays = [...this.account.halfDays, ...half];
  }

  cancelled(id: string) {
    this.account.halfDays = this.account.halfDays.filter(({ leaveId }) => leaveId !== id);
  }

  get request() {
    return { connection: this.account.connection(), month: this.month };
  }

  tryPrepare = (options: TransferOptions = {}) => prepareTransfer(this.ports, this.request, options);
  prepareImport = async (options: TransferOptions = {}) => sound(await this.tryPrepare(options));
  tryConfirm = (number: string, options: TransferOptions = {}) => confirmTransfer(this.ports, number, options);
  confirm = async (number: string, options: TransferOptions = {}) => sound(await this.tryConfirm(number, options));
  abandon = async (number: string) => sound(await abandonTransfer(this.ports, number));
  cancel = (number: string) => cancelTransfer(this.ports, number);
  close = (withLeft = false, options: TransferOptions = {}) =>
    closeAbsences(this.ports, this.request, { ...options, withLeft });
  board = async () => sound(await readTransferBoard(this.book, this.month));

  /** Prepares, makes every deletion and confirms. */
  async handed(): Promise<string> {
    const { number } = await this.prepareImport();
    if (number === null) return '';
    await this.tickAll(number);
    await this.confirm(number);
    return number;
  }

  lines(run: string, direction?: string) {
    const rows = this.book.rows(importLinesTable).filter(({ cells }) => displayed(cells['run'] ?? blank) === run);
    return rows.filter(({ cells }) => direction === undefined || displayed(cells['direction'] ?? blank) === direction);
  }

  tick(run: string, lines: readonly string[], isDone = true) {
    return tickLines(this.ports, { run, lines, isDone });
  }

  async tickAll(run: string) {
    const ids = this.lines(run, 'à supprimer').map(({ cells }) => displayed(cells['id'] ?? blank).toUpperCase());
    if (ids.length > 0) sound(await this.tick(run, ids));
  }

  /** What a table says, column by column. */
  column(table: TableDeclaration, ...keys: string[]) {
    return this.book.rows(table).map(({ cells }) => keys.map((key) => displayed(cells[key] ?? textCell(''))));
  }

  get register() {
    return this.column(absenceRegisterTable, 'run', 'sign', 'origin', 'luccaId', 'code', 'detail');
  }

  /** What payroll holds, as the register says it. */
  async held(): Promise<string[]> {
    const register = readTransferRegister(sound(await this.book.read(sourceTables)));
    if (register.findings.length > 0) throw new Error(JSON.stringify(register.findings));
    return register.held.map(({ employeeId, date, half, code }) => `${employeeId} ${date} ${half} ${code}`).sort();
  }
}
