/** Absences to import as PayFit takes them: the body that its public API creates an absence from, and whose it is. */
import { encoded } from '../../files/encoding.ts';
import { missingRecipients } from '../../files/fileFindings.ts';
import { byRecipient, fileName, filesOf } from '../../files/givenFile.ts';
import { oneLine } from '../../files/plainLetters.ts';
import { payfitDates, type PayfitDates } from '../targets/payfit.ts';
import { transferControl, type TransferFileInput, type TransferFileLine, type TransferFiles } from './transferFile.ts';
import { peopleFindings, typeFindings } from './transferFindings.ts';
import { momentPieces } from './transferPieces.ts';
import { hourHundredths } from './transferValue.ts';
import { endsOf } from './transferWords.ts';

/** `employee` stands for the contract of PayFit, that nobody here knows. `hours`: of an account in hours; PayFit names no such field. */
interface PayfitAbsence extends PayfitDates {
  readonly employee: { readonly matricule: string; readonly luccaId: string };
  readonly type: string;
  readonly hours?: number;
}

function absenceOf(line: TransferFileLine): PayfitAbsence {
  const { person, types, halfDays } = line;
  const { from, to } = endsOf(line);
  const minutes = halfDays[0]?.minutes ?? null;
  return {
    employee: { matricule: oneLine(person.employeeNumber), luccaId: person.luccaId },
    type: types.payfit.trim(),
    ...payfitDates(from, to),
    ...(minutes !== null && { hours: hourHundredths(minutes) / 100 }),
  };
}

/** Paths in the object. */
const headings = [
  ...['employee.matricule', 'employee.luccaId', 'type'],
  ...['startDate.date', 'startDate.moment', 'endDate.date', 'endDate.moment', 'hours'],
];

function previewOf({ employee, type, startDate, endDate, hours }: PayfitAbsence): string[] {
  const dates = [startDate, endDate].flatMap(({ date, moment }) => [date, moment]);
  return [employee.matricule, employee.luccaId, type, ...dates, hours === undefined ? '' : String(hours)];
}

/** An array of absences per payroll dossier, without names: the morning of 8 September is `beginning-of-day` to `middle-of-day`. */
export function payfitFile({ number, month, lines }: TransferFileInput): TransferFiles {
  const brought = lines.filter(({ direction }) => direction === 'import');
  const dossierOf = ({ establishment }: TransferFileLine) => establishment.payrollDossier;
  const findings = [
    ...peopleFindings('payfit', brought),
    ...typeFindings('payfit', brought),
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
