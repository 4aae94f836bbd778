/**
 * `window.passerelleWorkbench`: the door by which the browser tests (and whoever makes screenshots) see and do what a
 * person cannot. The page is served on this machine only and holds nothing of the product's secrets.
 *
 *     const { host, takeSnapshot, save, open } = window.passerelleWorkbench;
 *     host().workbook.sheets            the model of the workbook that is open, its faults, its exchanges
 *     takeSnapshot()                    the whole workbook as plain JSON
 *     save()                            the workbook as the bytes of an .xlsx file; it counts as saved
 *     open(bytes, 'paie.xlsx')          opens those bytes in its place; false when they are not a workbook
 *     shown('Salariés!B4')              the text the grid paints in a cell
 */
import { takeSnapshot } from '../host/index.ts';
import type { Host, Snapshot } from '../host/index.ts';
import type { Desk } from './desk.ts';

export interface WorkbenchDoor {
  host(): Host;
  takeSnapshot(): Snapshot;
  save(): Uint8Array;
  open(bytes: Uint8Array, name?: string): boolean;
  shown(address: string): string;
}

declare global {
  interface Window {
    passerelleWorkbench?: WorkbenchDoor;
  }
}

export function exposeToTests(desk: Desk): void {
  window.passerelleWorkbench = {
    host: () => desk.open.host,
    takeSnapshot: () => takeSnapshot(desk.open.host.workbook),
    save: () => desk.save(),
    open: (bytes, name = 'classeur.xlsx') => desk.openFile(name, bytes),
    shown: (address) => {
      const { grid, host } = desk.open;
      const { sheet, area } = host.workbook.locate(address);
      return grid.model.getFormattedCellValue(grid.views.sheets.indexOf(sheet), area.top + 1, area.left + 1);
    },
  };
}
