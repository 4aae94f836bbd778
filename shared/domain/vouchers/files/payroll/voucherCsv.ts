/** The generic payroll file of titres-restaurant: what each person was ordered, what it costs to whom, and what is reintegrated. */
import { amountsOf, type VoucherAmounts } from '../../amounts.ts';
import type { FileCell } from '../../../files/delimited.ts';
import { hundredthsText } from '../../../files/figures.ts';
import { fileFinding } from '../../../files/fileFindings.ts';
import type { OrderFileInput, OrderLine } from '../orderInput.ts';
import { controlTotal, type VoucherFiles } from '../voucherFile.ts';
import { matriculeFindings, payrollEstablishment } from '../../../files/payrollPeople.ts';
import { payrollLines } from './payrollLines.ts';
import { payrollFiles, type PayrollColumn, type PayrollLayout } from '../../../files/payrollText.ts';

const text = (heading: string, of: (line: OrderLine) => string): PayrollColumn<OrderLine> => ({
  heading,
  cell: (line): FileCell => ({ text: of(line) }),
});
const whole = (heading: string, of: (line: OrderLine) => number): PayrollColumn<OrderLine> => ({
  heading,
  cell: (line): FileCell => ({ figures: String(of(line)) }),
});

/** Unit shares, then totals: unit × number ordered. */
function amountColumns({ unit }: OrderFileInput, { decimal }: PayrollLayout): PayrollColumn<OrderLine>[] {
  const share = (heading: string, key: keyof VoucherAmounts): PayrollColumn<OrderLine> => ({
    heading,
    cell: () => ({ figures: hundredthsText(unit[key], decimal) }),
  });
  const total = (heading: string, key: keyof VoucherAmounts): PayrollColumn<OrderLine> => ({
    heading,
    cell: ({ number }) => ({ figures: hundredthsText(amountsOf(unit, number)[key], decimal) }),
  });
  return [
    share('ValeurFaciale', 'face'),
    share('PartPatronale', 'employer'),
    share('PartCSE', 'cse'),
    share('PartSalariale', 'employee'),
    total('TotalValeur', 'face'),
    total('TotalPatronal', 'employer'),
    total('TotalCSE', 'cse'),
    total('TotalSalarial', 'employee'),
    total('TotalExonere', 'exempt'),
    total('TotalReintegre', 'reintegrated'),
  ];
}

/** One line per person with something to pay, to refund or to correct; one file per payroll dossier. */
export function voucherCsv(input: OrderFileInput, layout: PayrollLayout): VoucherFiles {
  const lines = payrollLines(input);
  const columns = [
    text('Etablissement', ({ establishment }) => payrollEstablishment(establishment)),
    text('Matricule', ({ person }) => person.employeeNumber),
    text('Nom', ({ person }) => person.lastName),
    text('Prenom', ({ person }) => person.firstName),
    text('Mois', () => input.month),
    text('Reglementaire', () => input.regulation),
    whole('Nombre', ({ number }) => number),
    whole('DontRegularise', ({ regularised }) => regularised),
    whole('Rendus', ({ returned }) => returned),
    whole('SoldeToutCompte', ({ settlement }) => settlement),
    ...amountColumns(input, layout),
  ];
  const nothing = lines.length === 0 ? [fileFinding('voucherFileNothing', {}, 'warning')] : [];
  const content = {
    stem: ['paie-tr', input.regulation, input.month],
    lines,
    columns,
    controlOf: (own: readonly OrderLine[]) => controlTotal(own, input.unit),
  };
  return payrollFiles(content, layout, [...nothing, ...matriculeFindings(lines)]);
}
