/**
 * Vouchers as pay variables in the words of Poplee Rémunération (`/remuneration/api/variable-items`): one body per person, for a tool of
 * the customer's to send. Passerelle writes nothing into Lucca.
 */
import { firstDay } from '../../../calendar/plainDate.ts';
import type { OrderFileInput, OrderLine } from '../orderInput.ts';
import { encoded } from '../../../files/encoding.ts';
import { fileFinding, personFinding } from '../../../files/fileFindings.ts';
import { fileName, filesOf } from '../../../files/givenFile.ts';
import { controlTotal, orderedLines, type VoucherFiles } from '../voucherFile.ts';
import { amountOf, besideFindings, settingMissing, type PayVariableSettings } from './payVariables.ts';

/** `period`: first day of the month. `amount`: vouchers, or euros exact to the cent. */
interface PayVariableItem {
  readonly ownerId: number;
  readonly natureId: number;
  readonly period: string;
  readonly amount: number;
  readonly comments: string;
}

const keys = ['ownerId', 'natureId', 'period', 'amount', 'comments'] as const satisfies (keyof PayVariableItem)[];
const CENTS = 100;

/** Numbers of Lucca: shorter than a social security number. */
function isNumber(text: string): boolean {
  return /^[1-9]\d{0,9}$/.test(text);
}

function itemOf(line: OrderLine, input: OrderFileInput, { basis, sign, nature }: PayVariableSettings): PayVariableItem {
  const amount = amountOf(line, input, basis) ?? line.number * CENTS;
  return {
    ownerId: Number(line.person.luccaId),
    natureId: Number(nature),
    period: firstDay(input.month),
    amount: (sign * amount) / CENTS,
    comments: input.regulation,
  };
}

/**
 * A JSON list, an item a line: 17 vouchers of 4.23 € withheld → `"amount":71.91` by `employee`, `"amount":17` by `quantity`. Without a
 * number of nature, or with a person whose Lucca number is not one, there is no file.
 */
export function payVariableItems(input: OrderFileInput, settings: PayVariableSettings): VoucherFiles {
  const lines = orderedLines(input);
  const strangers = lines.filter(({ person }) => !isNumber(person.luccaId));
  const findings = [
    ...(lines.length === 0 ? [fileFinding('voucherFileNothing', {}, 'warning')] : []),
    ...(isNumber(settings.nature) ? [] : [settingMissing('voucherPayNatureMissing', input, settings.places?.nature)]),
    ...strangers.map((line) => personFinding('fileBlank', line, 'Identifiant Lucca')),
    ...besideFindings(input),
  ];
  const items = lines.map((line) => itemOf(line, input, settings));
  const text = `[\n${items.map((item) => `  ${JSON.stringify(item)}`).join(',\n')}\n]\n`;
  const file = {
    name: fileName(['remuneration-tr', input.regulation, input.month], 'json'),
    recipient: '',
    preview: [keys, ...items.map((item) => keys.map((key) => String(item[key])))],
    control: controlTotal(lines, input.unit),
    encode: () => encoded(text, 'utf8'),
  };
  return filesOf(lines.length === 0 ? [] : [file], findings);
}
