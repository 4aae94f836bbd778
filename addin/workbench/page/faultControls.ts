/** The « Pannes » menu: accidents of a real Excel, on the workbook that is open. */
import { intersect } from '../host/model/area.ts';
import { HostError } from '../host/errors.ts';
import type { Sheet, Table } from '../host/index.ts';
import type { Desk } from './desk.ts';
import { fault, refused } from './messages.ts';

const SLOW_MS = 1_500;

export class FaultControls {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  get activeSheet(): Sheet {
    return this.#desk.open.host.workbook.activeSheet;
  }

  get isProtected(): boolean {
    return this.activeSheet.protection !== undefined;
  }

  get isSlow(): boolean {
    return this.#desk.open.host.faults.slowMs > 0;
  }

  /** How many accidents go on by themselves. */
  get count(): number {
    return [this.isProtected, this.isSlow, this.#desk.isHeld].filter(Boolean).length;
  }

  /** The table under the selection. */
  get table(): Table | undefined {
    const { workbook } = this.#desk.open.host;
    const { activeSheet } = workbook;
    return workbook.tables.find(
      ({ sheet, area }) => sheet === activeSheet && intersect(area, { ...activeSheet.selection, height: 1, width: 1 }),
    );
  }

  protect(isProtected: boolean): void {
    this.#desk.open.host.person.protect(this.activeSheet.name, isProtected);
    this.#desk.tell();
  }

  hold(isHeld: boolean): void {
    this.#desk.setHeld(isHeld);
  }

  slow(isSlow: boolean): void {
    this.#desk.open.host.faults.slowMs = isSlow ? SLOW_MS : 0;
    this.#desk.tell();
  }

  /** Refuses, once, the n-th request from now that writes. */
  failAtBlock(n: number): void {
    this.#desk.open.host.faults.failAtWrite(n, { code: 'GeneralException', message: 'A fault was switched on.' });
    this.#desk.say(fault.armed(n));
  }

  renameTable(): void {
    const { table } = this;
    const { workbook } = this.#desk.open.host;
    if (!table) return;
    let name = `${table.name}_ancien`;
    while (workbook.table(name)) name += '_2';
    workbook.renameTable(table, name);
    this.#desk.say(fault.renamed(name));
  }

  /** Someone else changes the selected cell: a number goes up by one, a text says that it was changed. */
  otherAuthor(): void {
    const { host } = this.#desk.open;
    const sheet = this.activeSheet;
    const cell = { ...sheet.selection, height: 1, width: 1 };
    const value = sheet.cells.value(cell.top, cell.left);
    try {
      host.asOtherAuthor(() => sheet.write(cell, typeof value === 'number' ? value + 1 : `'${fault.otherAuthorText}`));
      this.#desk.say(fault.otherAuthorDone);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      this.#desk.say(refused(error.code));
    }
  }
}
