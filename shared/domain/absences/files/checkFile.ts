/** Every line of an import, to be read before anything is done: what payroll must take, and what it must take back. */
import type { PlainMonth } from '../../calendar/plainDate.ts';
import { establishmentName } from '../../files/fileLine.ts';
import type { PayrollLayout } from '../../files/payrollText.ts';
import type { TransferFileInput, TransferFileLine, TransferFiles } from './transferFile.ts';
import { transferText } from './transferText.ts';
import { quantityOf, type TransferColumn, type TransferValue } from './transferValue.ts';
import { endsOf, type TransferWords } from './transferWords.ts';

const column = (
  key: string,
  heading: string,
  kind: TransferColumn['kind'],
  value: TransferColumn['value'],
): TransferColumn => ({ key, heading, kind, value });

const text = (key: string, heading: string, of: (line: TransferFileLine) => string, kind: 'text' | 'identifier') =>
  column(key, heading, kind, (line) => ({ text: of(line) }));

/** The quantity where it is of that unit, else nothing. */
function only(unit: 'halfDays' | 'minutes', { halfDays }: TransferFileLine): TransferValue {
  const quantity = quantityOf(halfDays);
  return unit in quantity ? quantity : { blank: true };
}

/**
 * `Sens;Matricule;Nom;…`: halves are those that the absence holds, the first and the last.
 * @param own the month of the import: what is corrected in it corrects no month handed over before.
 */
export function checkColumns({ directions, halves, month }: TransferWords, own: PlainMonth): TransferColumn[] {
  const earlier = (corrects: TransferFileLine['corrects']) =>
    corrects === null || corrects.month === own ? '' : month(corrects.month);
  return [
    text('direction', 'Sens', ({ direction }) => directions[direction], 'text'),
    text('employeeNumber', 'Matricule', ({ person }) => person.employeeNumber, 'identifier'),
    text('lastName', 'Nom', ({ person }) => person.lastName, 'text'),
    text('firstName', 'Prénom', ({ person }) => person.firstName, 'text'),
    text('establishment', 'Établissement', ({ establishment }) => establishmentName(establishment), 'text'),
    text('category', 'Absence', ({ categoryName }) => categoryName, 'text'),
    text('code', 'Code paie', ({ code }) => code, 'identifier'),
    text('account', 'Compte Lucca', ({ account }) => account, 'text'),
    column('from', 'Du', 'date', (line) => ({ date: endsOf(line).from.date })),
    text('fromHalf', 'Début', (line) => halves[endsOf(line).from.half], 'text'),
    column('to', 'Au', 'date', (line) => ({ date: endsOf(line).to.date })),
    text('toHalf', 'Fin', (line) => halves[endsOf(line).to.half], 'text'),
    column('days', 'Jours', 'decimal', (line) => only('halfDays', line)),
    column('hours', 'Heures', 'decimal', (line) => only('minutes', line)),
    text('corrects', 'Import corrigé', ({ corrects }) => corrects?.run ?? '', 'identifier'),
    text('correctedMonth', 'Mois corrigé', ({ corrects }) => earlier(corrects), 'text'),
  ];
}

/** Two days of paid leave → `à importer;00042;LEFÈVRE;Chloé;Lyon;congés payés;CP;Congés payés 2026;05/10/2026;matin;06/10/2026;après-midi;2;;;`. */
export function checkFile(input: TransferFileInput, layout: PayrollLayout, words: TransferWords): TransferFiles {
  return transferText({ ...input, kind: 'controle', columns: checkColumns(words, input.month) }, layout);
}
