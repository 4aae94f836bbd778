/** A fake Excel with a `Book` over it, and the little that several tests do with both. */
import { createHost, type Host, type HostOptions } from '../../addin/workbench/host/index.ts';
import { officeBook } from '../../addin/workbook/officeBook.ts';
import type { Patience } from '../../addin/workbook/watchdog.ts';
import type { Book } from '../../shared/flows/book.ts';
import { connect } from '../support/excelClient.ts';
import { hostPerson } from './hostPerson.ts';

export interface Trial {
  readonly host: Host;
  readonly book: Book;
  readonly person: ReturnType<typeof hostPerson>;
}

const running: Host[] = [];

export function startTrial(options: HostOptions = {}, patience: Patience = { watchdogMs: 20_000 }): Trial {
  const host = createHost(options);
  running.push(host);
  connect(host);
  return { host, book: officeBook(patience), person: hostPerson(host) };
}

/** Lets every host finish what the client still asks of it: a test that ends sooner keeps the process open. */
export async function endTrials(): Promise<void> {
  for (const host of running.splice(0)) {
    host.faults.clear();
    await host.drain();
  }
}

/** Every cell of every sheet that holds something, tables and their places included: what two runs must agree on. */
export function pictureOf({ workbook }: Host) {
  return workbook.sheets.map((sheet) => ({
    name: sheet.name,
    visibility: sheet.visibility,
    tables: workbook.tables.filter((table) => table.sheet === sheet).map(({ name, area }) => ({ name, area })),
    cells: sheet.cells.rows.flatMap((row, index) =>
      (row?.values ?? []).flatMap((value, column) =>
        (value ?? null) === null ? [] : [[index, column, sheet.cells.formula(index, column) ?? value]],
      ),
    ),
  }));
}
