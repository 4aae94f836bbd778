import type { Book } from '../../shared/flows/book.ts';
import { openXlsxBook, type XlsxBook } from '../../server/xlsx/xlsxFile.ts';
import { valueOf } from '../book/reading.ts';

/** Opened again for each task and saved after it: what a person does between two happens in the file. */
export function fileBook(path: string): Book {
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
