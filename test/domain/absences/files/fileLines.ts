/** Lines of an import for the tests of its files. */
import { plainMonth } from '../../../../shared/domain/calendar/plainDate.ts';
import { halfDaysIn } from '../../../../shared/domain/absences/transferLines.ts';
import type {
  TransferFileInput,
  TransferFileLine,
  TransferFiles,
} from '../../../../shared/domain/absences/files/transferFile.ts';
import type { TransferWords } from '../../../../shared/domain/absences/files/transferWords.ts';
import { frenchPayrollLayout, type PayrollLayout } from '../../../../shared/domain/files/payrollText.ts';
import { transferWords } from '../../../../shared/flows/absences/transferFiles.ts';

export const words: TransferWords = transferWords;

interface Typed extends Partial<Omit<TransferFileLine, 'person' | 'establishment'>> {
  readonly person?: Partial<TransferFileLine['person']>;
  readonly establishment?: Partial<TransferFileLine['establishment']>;
}

/** `'2026-10-05M 2026-10-05A'`: paid leave of Chloé Lefèvre, of Lyon, to import. */
export function line(halfDays: string, { person, establishment, ...more }: Typed = {}): TransferFileLine {
  const read = halfDaysIn(halfDays);
  if (!read) throw new RangeError(`not half-days: ${halfDays}`);
  return {
    direction: 'import',
    categoryName: 'congés payés',
    code: 'CP',
    account: 'Congés payés 2026',
    types: { payfit: 'fr_conges_payes', silae: 'AB-300' },
    corrects: null,
    person: { luccaId: '17', employeeNumber: '00042', lastName: 'LEFÈVRE', firstName: 'Chloé', ...person },
    establishment: { code: 'LYO', name: 'Lyon', payrollDossier: 'D1', ...establishment },
    halfDays: read,
    ...more,
  };
}

/** Another person: `someone(3)` is NOM3 of matricule 00003. */
export const someone = (number: number): TransferFileLine['person'] => ({
  luccaId: String(number),
  employeeNumber: String(number).padStart(5, '0'),
  lastName: `NOM${number}`,
  firstName: 'Élodie',
});

export const input = (...lines: readonly TransferFileLine[]): TransferFileInput => ({
  number: 'A3',
  month: plainMonth('2026-10'),
  lines,
});

export const layout = (more: Partial<PayrollLayout> = {}): PayrollLayout => ({ ...frenchPayrollLayout, ...more });

function bytesOf({ files }: TransferFiles): Uint8Array {
  const [file] = files;
  if (files.length !== 1 || !file?.bytes) throw new RangeError('not one file with bytes');
  return file.bytes;
}

/** The text of the only file, its mark included. */
export function textOf(made: TransferFiles): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(made));
}

/** One character per byte of the only file, of the number of the byte. */
export function byteText(made: TransferFiles): string {
  return Buffer.from(bytesOf(made)).toString('latin1');
}

/** The rows of a text, without its headings. */
export function bodyOf(text: string): string[] {
  const rows = text.split('\r\n');
  if (rows.at(-1) !== '') throw new RangeError('the last row does not end');
  return rows.slice(1, -1);
}

export const told = ({ findings }: TransferFiles): string[] =>
  findings.map(({ code, severity, facts }) =>
    [severity, code, facts['person'], facts['field']].filter(Boolean).join(' | '),
  );
