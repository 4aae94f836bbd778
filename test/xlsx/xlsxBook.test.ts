import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import type { Book } from '../../shared/flows/book.ts';
import { emptyXlsx } from '../../server/xlsx/templateXlsx.ts';
import { openXlsxBook, type XlsxBook } from '../../server/xlsx/xlsxFile.ts';
import { describeBook } from '../book/bookContract.ts';
import { valueOf } from '../book/reading.ts';
import { hucrePerson } from './hucrePerson.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** Opened again for each task and saved after it: what a person does between two happens in the file. */
function fileBook(path: string): Book {
  const opened = async (): Promise<XlsxBook> => valueOf(await openXlsxBook(path));
  return {
    read: async (tables) => (await opened()).read(tables),
    show: async (place) => (await opened()).show(place),
    selected: async () => (await opened()).selected(),
    chart: async () => (await opened()).chart(),
    write: async (changes, options) => {
      const book = await opened();
      const report = await book.write(changes, options);
      valueOf(await book.save());
      return report;
    },
  };
}

describeBook('xlsx', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-xlsx-'));
  folders.push(folder);
  const path = join(folder, 'classeur.xlsx');
  await writeFile(path, emptyXlsx('Feuil1'));
  return { book: fileBook(path), person: hucrePerson(path) };
});
