import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { emptyXlsx } from '../../server/xlsx/templateXlsx.ts';
import { describeBook } from '../book/bookContract.ts';
import { fileBook } from './fileBook.ts';
import { hucrePerson } from './hucrePerson.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

describeBook('xlsx', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-xlsx-'));
  folders.push(folder);
  const path = join(folder, 'classeur.xlsx');
  await writeFile(path, emptyXlsx('Feuil1'));
  return { book: fileBook(path), person: hucrePerson(path) };
});
