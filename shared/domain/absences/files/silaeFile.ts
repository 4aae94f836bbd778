/** Absences to import as Silae takes them: columns bear the names of its interface (`SalarieAjouterAbsence`), one file per dossier. */
import type { PayrollLayout } from '../../files/payrollText.ts';
import type { TransferFileInput, TransferFileLine, TransferFiles } from './transferFile.ts';
import { typeFindings } from './transferFindings.ts';
import { datePieces } from './transferPieces.ts';
import { transferText } from './transferText.ts';
import { quantityOf, type TransferColumn, type TransferValue } from './transferValue.ts';
import { endsOf, remarkOf, type TransferWords } from './transferWords.ts';

/** A duration is for a single day: `0,5` where it is not whole, and none where it is. */
function daysOf(line: TransferFileLine): TransferValue {
  const quantity = quantityOf(line.halfDays);
  return 'halfDays' in quantity && quantity.halfDays === 1 ? quantity : { blank: true };
}

function hoursOf(line: TransferFileLine): TransferValue {
  const quantity = quantityOf(line.halfDays);
  return 'minutes' in quantity ? quantity : { blank: true };
}

function silaeColumns(number: string, words: TransferWords): TransferColumn[] {
  const of = (heading: string, kind: TransferColumn['kind'], value: TransferColumn['value']) => ({
    key: heading,
    heading,
    kind,
    value,
  });
  return [
    of('Matricule', 'identifier', ({ person }) => ({ text: person.employeeNumber })),
    of('CodeAbsence', 'identifier', ({ types }) => ({ text: types.silae })),
    of('DateDebutAbsence', 'date', (line) => ({ date: endsOf(line).from.date })),
    of('DateFinAbsence', 'date', (line) => ({ date: endsOf(line).to.date })),
    of('DureeEnJoursSiJourUnique', 'decimal', daysOf),
    of('DureeEnHeuresSiJourUnique', 'decimal', hoursOf),
    of('AbsenceRectificative', 'text', ({ corrects }) => ({ text: corrects ? 'oui' : 'non' })),
    of('Commentaire', 'text', (line) => ({ text: remarkOf(line, number, words) })),
  ];
}

/**
 * A line is cut where a day is not whole: from Monday afternoon to Wednesday → `00042;AB-300;05/10/2026;05/10/2026;0,5;;non;A3, après-midi` and
 * `00042;AB-300;06/10/2026;07/10/2026;;;non;A3`. Hours are one row per day. `AbsenceRectificative`: of a month handed over before.
 */
export function silaeFile(input: TransferFileInput, layout: PayrollLayout, words: TransferWords): TransferFiles {
  const brought = input.lines.filter(({ direction }) => direction === 'import');
  const lines = brought.flatMap(datePieces);
  const content = { ...input, lines, kind: 'silae', columns: silaeColumns(input.number, words) };
  return transferText(content, layout, typeFindings('silae', brought));
}
