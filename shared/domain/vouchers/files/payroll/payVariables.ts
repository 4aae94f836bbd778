/** Vouchers as pay variables (EVP): a quantity, or an amount. */
import { firstDay, frenchDate, lastDay } from '../../../calendar/plainDate.ts';
import type { Finding } from '../../../finding.ts';
import { cents, type Cents } from '../../../money/money.ts';
import { amountsOf } from '../../amounts.ts';
import type { FileCell } from '../delimited.ts';
import { eurosText } from '../figures.ts';
import { fileFinding, personFinding } from '../fileFindings.ts';
import type { OrderFileInput, OrderLine } from '../orderInput.ts';
import { oneLine } from '../plainLetters.ts';
import { controlTotal, orderedLines, type ControlTotal, type VoucherFiles } from '../voucherFile.ts';
import { matriculeFindings, payrollEstablishment } from './payrollLines.ts';
import { payrollFiles, type PayrollColumn, type PayrollLayout } from './payrollText.ts';

/** The number ordered, or an amount: what is withheld from the person, what the employer pays, or all of it. */
export type PayBasis = 'quantity' | 'employee' | 'employer' | 'total';

export interface PayVariableSettings {
  readonly basis: PayBasis;
  /** Code of the rubrique in payroll. */
  readonly code: string;
  readonly label: string;
  /** Some payrolls want what is withheld as a negative amount. */
  readonly sign: 1 | -1;
}

/** The amount of a line, in cents; undefined for a quantity. */
function amountOf(line: OrderLine, { unit }: OrderFileInput, basis: PayBasis): Cents | undefined {
  const total = amountsOf(unit, line.number);
  if (basis === 'quantity') return undefined;
  return basis === 'total' ? total.face : total[basis];
}

/** Vouchers that a variable of one rubrique cannot carry: the refund of those given back, the account of a leaver. */
function besideFindings({ lines }: OrderFileInput): Finding[] {
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
): PayrollColumn[] {
  const { basis, code, label, sign } = settings;
  const text =
    (of: (line: OrderLine) => string) =>
    (line: OrderLine): FileCell => ({ text: of(line) });
  const figures =
    (of: (line: OrderLine) => string) =>
    (line: OrderLine): FileCell => ({ figures: of(line) });
  const amount = (line: OrderLine) => {
    const own = amountOf(line, input, basis);
    return own === undefined ? '' : eurosText(cents(sign * own), decimal);
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
    ...(oneLine(settings.code) === '' ? [fileFinding('voucherPayCodeMissing', { regulation: input.regulation })] : []),
    ...matriculeFindings(lines),
    ...besideFindings(input),
  ];
  return payrollFiles('evp-tr', input, lines, variableColumns(input, settings, layout), layout, findings);
}

/** One pay variable in the words of Poplee Rémunération (`/remuneration/api/variable-items`). `period`: first day of the month. */
export interface PayVariableItem {
  readonly ownerId: number;
  readonly natureId: number;
  readonly period: string;
  /** Vouchers, or euros exact to the cent. */
  readonly amount: number;
  readonly comments: string;
}

/** `items` is empty as long as an error stands. */
export interface PayVariableItems {
  readonly items: readonly PayVariableItem[];
  readonly control: ControlTotal;
  readonly findings: readonly Finding[];
}

const CENTS = 100;

/**
 * The variables of an order for the nature `natureId` of Poplee Rémunération: 17 vouchers of 4.23 € withheld → 71.91 by `employee`, 17 by
 * `quantity`. A person whose Lucca number is not one cannot be named there: an error.
 */
export function payVariableItems(
  input: OrderFileInput,
  { basis, sign }: Pick<PayVariableSettings, 'basis' | 'sign'>,
  natureId: number,
): PayVariableItems {
  const lines = orderedLines(input);
  const strangers = lines.filter(({ person }) => !/^\d{1,15}$/.test(person.luccaId));
  const errors = strangers.map((line) => personFinding('voucherFileBlank', line, 'Identifiant Lucca'));
  const items = lines.map((line): PayVariableItem => {
    const amount = amountOf(line, input, basis);
    return {
      ownerId: Number(line.person.luccaId),
      natureId,
      period: firstDay(input.month),
      amount: (sign * (amount ?? line.number * CENTS)) / CENTS,
      comments: input.regulation,
    };
  });
  return {
    items: errors.length > 0 ? [] : items,
    control: controlTotal(lines, input.unit),
    findings: [...errors, ...besideFindings(input)],
  };
}
