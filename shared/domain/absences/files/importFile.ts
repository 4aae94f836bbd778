/** Absences to import as pay variables: the generic file (reference of payroll inputs, « EVP »). */
import { payrollEstablishment } from '../../files/payrollPeople.ts';
import type { PayrollLayout } from '../../files/payrollText.ts';
import type { TransferFileInput, TransferFiles } from './transferFile.ts';
import { transferText } from './transferText.ts';
import { unitFindings } from './transferFindings.ts';
import { isInHours, quantityOf, type TransferColumn } from './transferValue.ts';
import { endsOf, remarkOf, type TransferWords } from './transferWords.ts';

/** `Etablissement;Matricule;Nom;…`: headings are ASCII, as most payrolls want them; rate and amount are for payroll to know. */
export function importColumns(number: string, words: TransferWords): TransferColumn[] {
  const of = (key: string, heading: string, kind: TransferColumn['kind'], value: TransferColumn['value']) => ({
    key,
    heading,
    kind,
    value,
  });
  return [
    of('establishment', 'Etablissement', 'identifier', (line) => ({ text: payrollEstablishment(line.establishment) })),
    of('employeeNumber', 'Matricule', 'identifier', ({ person }) => ({ text: person.employeeNumber })),
    of('lastName', 'Nom', 'text', ({ person }) => ({ text: person.lastName })),
    of('firstName', 'Prenom', 'text', ({ person }) => ({ text: person.firstName })),
    of('code', 'CodeRubrique', 'identifier', ({ code }) => ({ text: code })),
    of('category', 'Libelle', 'text', ({ categoryName }) => ({ text: categoryName })),
    of('quantity', 'Quantite', 'decimal', ({ halfDays }) => quantityOf(halfDays)),
    of('rate', 'Taux', 'decimal', () => ({ blank: true })),
    of('amount', 'Montant', 'decimal', () => ({ blank: true })),
    of('from', 'DateDebut', 'date', (line) => ({ date: endsOf(line).from.date })),
    of('to', 'DateFin', 'date', (line) => ({ date: endsOf(line).to.date })),
    of('remark', 'Commentaire', 'text', (line) => ({ text: remarkOf(line, number, words, isInHours(line)) })),
  ];
}

/**
 * The lines to import alone: nothing negative, deletions are made by hand. Two days and a half →
 * `LYO;00042;LEFÈVRE;Chloé;CP;congés payés;2,5;;;05/10/2026;07/10/2026;A3, fin matin`; 1 h 40 → `…;1,67;;;05/10/2026;05/10/2026;A3, en heures, matin`.
 */
export function importFile(input: TransferFileInput, layout: PayrollLayout, words: TransferWords): TransferFiles {
  const lines = input.lines.filter(({ direction }) => direction === 'import');
  const content = { ...input, lines, kind: 'import', columns: importColumns(input.number, words) };
  return transferText(content, layout, unitFindings(lines));
}
