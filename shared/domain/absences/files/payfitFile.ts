/** Absences to import as PayFit takes them: the body that its public API creates an absence from, and whose it is. */
import { encoded } from '../../files/encoding.ts';
import { fileFinding, missingRecipients } from '../../files/fileFindings.ts';
import { byRecipient, fileName, filesOf } from '../../files/givenFile.ts';
import { oneLine } from '../../files/plainLetters.ts';
import type { Finding } from '../../finding.ts';
import { payfitDates, type PayfitDates } from '../targets/payfit.ts';
import { transferControl, type TransferFileInput, type TransferFileLine, type TransferFiles } from './transferFile.ts';
import { peopleFindings, typeFindings } from './transferFindings.ts';
import { momentPieces } from './transferPieces.ts';
import { endsOf } from './transferWords.ts';

/** `employee` stands for the contract of PayFit, that nobody here knows. */
interface PayfitAbsence extends PayfitDates {
  readonly employee: { readonly matricule: string; readonly luccaId: string };
  readonly type: string;
}

function absenceOf(line: TransferFileLine): PayfitAbsence {
  const { person, types } = line;
  const { from, to } = endsOf(line);
  return {
    employee: { matricule: oneLine(person.employeeNumber), luccaId: person.luccaId },
    type: types.payfit.trim(),
    ...payfitDates(from, to),
  };
}

/** Paths in the object. */
const headings = [
  ...['employee.matricule', 'employee.luccaId', 'type'],
  ...['startDate.date', 'startDate.moment', 'endDate.date', 'endDate.moment'],
];

function previewOf({ employee, type, startDate, endDate }: PayfitAbsence): string[] {
  const dates = [startDate, endDate].flatMap(({ date, moment }) => [date, moment]);
  return [employee.matricule, employee.luccaId, type, ...dates];
}

/** PayFit counts half-days: an absence of two hours would be taken for half a day. */
export function isTakenByPayfit({ halfDays }: TransferFileLine): boolean {
  return halfDays.every(({ minutes }) => minutes === null);
}

/** What is to be typed by hand, account by account. */
function hourFindings(lines: readonly TransferFileLine[]): Finding[] {
  const accounts = [...new Set(lines.map(({ account }) => account))];
  return accounts.map((account) => {
    const own = lines.filter((line) => line.account === account);
    const { lines: number, minutes } = transferControl(own);
    return fileFinding('transferHoursByHand', { account, lines: number, minutes }, 'warning');
  });
}

/** An array of absences per payroll dossier, in days alone, without names: the morning of 8 September is `beginning-of-day` to `middle-of-day`. */
export function payfitFile({ number, month, lines }: TransferFileInput): TransferFiles {
  const all = lines.filter(({ direction }) => direction === 'import');
  const brought = all.filter(isTakenByPayfit);
  const dossierOf = ({ establishment }: TransferFileLine) => establishment.payrollDossier;
  const findings = [
    ...peopleFindings('payfit', brought),
    ...typeFindings('payfit', brought),
    ...hourFindings(all.filter((line) => !isTakenByPayfit(line))),
    ...missingRecipients(brought, dossierOf, 'Dossier de paie'),
  ];
  const drafts = byRecipient(brought, dossierOf).map(([recipient, own]) => {
    const pieces = own.flatMap(momentPieces);
    const absences = pieces.map(absenceOf);
    return {
      name: fileName(['absences', 'payfit', month, number, recipient], 'json'),
      recipient,
      preview: [headings, ...absences.map(previewOf)],
      control: transferControl(pieces),
      encode: () => encoded(`${JSON.stringify(absences, null, 2)}\n`, 'utf8'),
    };
  });
  return filesOf(drafts, findings);
}
