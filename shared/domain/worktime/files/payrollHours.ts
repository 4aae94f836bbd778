/** Hours as pay variables: one line per person, account and month of origin, in hours and hundredths. */
import { firstDay, frenchDate, lastDay } from '../../calendar/plainDate.ts';
import type { FileCell } from '../../files/delimited.ts';
import { fileFinding } from '../../files/fileFindings.ts';
import { hundredthsText } from '../../files/figures.ts';
import { matriculeFindings, payrollEstablishment, sharedMatricules } from '../../files/payrollPeople.ts';
import { payrollFiles, type PayrollColumn, type PayrollLayout } from '../../files/payrollText.ts';
import { timeControl, type TimeFileInput, type TimeFileLine, type TimeFiles } from './timeFile.ts';

/** `Etablissement;Matricule;Nom;…`: dates are those of the month in which the hours were worked. */
function hourColumns({ number }: TimeFileInput, { decimal }: PayrollLayout): PayrollColumn<TimeFileLine>[] {
  const text = (heading: string, of: (line: TimeFileLine) => string): PayrollColumn<TimeFileLine> => ({
    heading,
    cell: (line): FileCell => ({ text: of(line) }),
  });
  const figures = (heading: string, of: (line: TimeFileLine) => string): PayrollColumn<TimeFileLine> => ({
    heading,
    cell: (line): FileCell => ({ figures: of(line) }),
  });
  return [
    text('Etablissement', ({ establishment }) => payrollEstablishment(establishment)),
    text('Matricule', ({ person }) => person.employeeNumber),
    text('Nom', ({ person }) => person.lastName),
    text('Prenom', ({ person }) => person.firstName),
    text('CodeRubrique', ({ payrollCode }) => payrollCode),
    text('Libelle', ({ accountName }) => accountName),
    figures('Quantite', ({ hundredths }) => hundredthsText(hundredths, decimal)),
    figures('Taux', () => ''),
    figures('Montant', () => ''),
    text('DateDebut', ({ origin }) => frenchDate(firstDay(origin))),
    text('DateFin', ({ origin }) => frenchDate(lastDay(origin))),
    text('Commentaire', () => number),
  ];
}

/**
 * The pay variables of an export, one file per payroll dossier (reference of payroll inputs, « EVP »). 4 h 20 on the account of code 1025 →
 * `LYO;00042;LEFÈVRE;Chloé;1025;Heures supp. 25 %;4,33;;;01/10/2026;31/10/2026;HT3`; what is taken back is negative.
 */
export function payrollHours(input: TimeFileInput, layout: PayrollLayout): TimeFiles {
  const { lines, month, number } = input;
  const findings = [
    ...(lines.length === 0 ? [fileFinding('timeFileNothing', { kind: 'payroll' }, 'warning')] : []),
    ...matriculeFindings(lines, sharedMatricules(lines)),
  ];
  const columns = hourColumns(input, layout);
  return payrollFiles(
    { stem: ['evp-heures', month, number], lines, columns, controlOf: timeControl },
    layout,
    findings,
  );
}
