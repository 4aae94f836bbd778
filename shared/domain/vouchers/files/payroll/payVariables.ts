/** Vouchers as pay variables (EVP): a quantity, or an amount. */
import { firstDay, frenchDate, lastDay } from '../../../calendar/plainDate.ts';
import type { Finding, Place } from '../../../finding.ts';
import { cents, type Cents } from '../../../money/money.ts';
import { amountsOf } from '../../amounts.ts';
import type { FileCell } from '../../../files/delimited.ts';
import { hundredthsText } from '../../../files/figures.ts';
import { fileFinding, personFinding } from '../../../files/fileFindings.ts';
import type { OrderFileInput, OrderLine } from '../orderInput.ts';
import { oneLine } from '../../../files/plainLetters.ts';
import { controlTotal, orderedLines, type VoucherFiles } from '../voucherFile.ts';
import { matriculeFindings, payrollEstablishment } from '../../../files/payrollPeople.ts';
import { payrollFiles, type PayrollColumn, type PayrollLayout } from '../../../files/payrollText.ts';

/** The number ordered, or an amount: what is withheld from the person, what the employer pays, or all of it. */
export type PayBasis = 'quantity' | 'employee' | 'employer' | 'total';

export interface PayVariableSettings {
  readonly basis: PayBasis;
  /** Code of the rubrique in payroll. */
  readonly code: string;
  readonly label: string;
  /** Number of the nature in Poplee Rémunération, as it was typed. */
  readonly nature: string;
  /** Some payrolls want what is withheld as a negative amount. */
  readonly sign: 1 | -1;
  /** Cells where the code and the nature are typed. */
  readonly places?: Readonly<Record<'code' | 'nature', Place>>;
}

/** What the settings lack, said at its cell. */
export function settingMissing(code: string, { regulation }: OrderFileInput, place: Place | undefined): Finding {
  return { ...fileFinding(code, { regulation }), ...(place && { place }) };
}

/** The amount of a line, in cents; undefined for a quantity. */
export function amountOf(line: OrderLine, { unit }: OrderFileInput, basis: PayBasis): Cents | undefined {
  const total = amountsOf(unit, line.number);
  if (basis === 'quantity') return undefined;
  return basis === 'total' ? total.face : total[basis];
}

/** Vouchers that a variable of one rubrique cannot carry: the refund of those given back, the account of a leaver. */
export function besideFindings({ lines }: OrderFileInput): Finding[] {
  return lines
    .filter(({ returned, settlement }) => returned !== 0 || settlement !== 0)
    .map((line) =>
      personFinding(
        'voucherPayBeside',
        line,
        'Nombre de titres',
        { returned: line.returned, settlement: line.settlement },
        'warning',
      ),
    );
}

/** `Etablissement;Matricule;Nom;…`: one line per person ordered for, over the calendar month of the order. */
function variableColumns(
  input: OrderFileInput,
  settings: PayVariableSettings,
  { decimal }: PayrollLayout,
): PayrollColumn<OrderLine>[] {
  const { basis, code, label, sign } = settings;
  const text =
    (of: (line: OrderLine) => string) =>
    (line: OrderLine): FileCell => ({ text: of(line) });
  const figures =
    (of: (line: OrderLine) => string) =>
    (line: OrderLine): FileCell => ({ figures: of(line) });
  const amount = (line: OrderLine) => {
    const own = amountOf(line, input, basis);
    return own === undefined ? '' : hundredthsText(cents(sign * own), decimal);
  };
  return [
    { heading: 'Etablissement', cell: text(({ establishment }) => payrollEstablishment(establishment)) },
    { heading: 'Matricule', cell: text(({ person }) => person.employeeNumber) },
    { heading: 'Nom', cell: text(({ person }) => person.lastName) },
    { heading: 'Prenom', cell: text(({ person }) => person.firstName) },
    { heading: 'CodeRubrique', cell: text(() => code) },
    { heading: 'Libelle', cell: text(() => label) },
    { heading: 'Quantite', cell: figures(({ number }) => (basis === 'quantity' ? String(sign * number) : '')) },
    { heading: 'Taux', cell: figures(() => '') },
    { heading: 'Montant', cell: figures(amount) },
    { heading: 'DateDebut', cell: text(() => frenchDate(firstDay(input.month))) },
    { heading: 'DateFin', cell: text(() => frenchDate(lastDay(input.month))) },
    { heading: 'Commentaire', cell: text(() => input.regulation) },
  ];
}

/** The generic file of pay variables, one per payroll dossier. */
export function payVariablesCsv(
  input: OrderFileInput,
  settings: PayVariableSettings,
  layout: PayrollLayout,
): VoucherFiles {
  const lines = orderedLines(input);
  const findings = [
    ...(lines.length === 0 ? [fileFinding('voucherFileNothing', {}, 'warning')] : []),
    ...(oneLine(settings.code) === '' ? [settingMissing('voucherPayCodeMissing', input, settings.places?.code)] : []),
    ...matriculeFindings(lines),
    ...besideFindings(input),
  ];
  const content = {
    stem: ['evp-tr', input.regulation, input.month],
    lines,
    columns: variableColumns(input, settings, layout),
    controlOf: (own: readonly OrderLine[]) => controlTotal(own, input.unit),
  };
  return payrollFiles(content, layout, findings);
}
