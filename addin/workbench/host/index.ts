/**
 * The strict fake Excel: a workbook in memory and the host's side of the conversation with Microsoft's own client.
 * No DOM: the same in Jest and in the workbench page. It answers the members the add-in uses and refuses the others.
 */
import { Host } from './host.ts';
import type { HostOptions } from './host.ts';

/** A host over a new workbook of one sheet (« Feuil1 »), or over the one given. */
export function createHost(options: HostOptions = {}): Host {
  return new Host(options);
}

export { CLASSES } from './classes/index.ts';
export { mintIds } from './ids.ts';
export type { Host, HostOptions } from './host.ts';
export { connectHost, installOffice } from './officeShim.ts';
export type { ClientScope } from './officeShim.ts';
export { restoreSnapshot, takeSnapshot } from './snapshot.ts';
export type { Snapshot } from './snapshot.ts';
export { Workbook } from './model/workbook.ts';
export type { IdMint } from './model/workbook.ts';
export type { Change, Sheet } from './model/sheet.ts';
export type { FilterCriteria } from './model/filters.ts';
export type { Table } from './model/table.ts';
export type { CellValue } from './model/value.ts';
export type { Area } from './model/area.ts';
