/**
 * Orders of paper packs as Natixis Intertitres (Apetiz) took them: an example of a fixed-width file, of a brand that is now Bimpli's.
 * One line per size of pack, no beneficiary. Source: the layout read in public code of Akretion (hr_holidays_lunch_voucher_natixis).
 */
import { dateText, hundredthsText } from '../../../files/figures.ts';
import type { PlainDate } from '../../../calendar/plainDate.ts';
import type { Finding } from '../../../finding.ts';
import type { Cents } from '../../../money/money.ts';
import { encoded } from '../../../files/encoding.ts';
import { establishmentFinding, establishmentsOf, fileFinding, personFinding } from '../../../files/fileFindings.ts';
import { orderField } from '../orderFields.ts';
import type { OrderFileInput, OrderLine } from '../orderInput.ts';
import { byRecipient, filesOf } from '../../../files/givenFile.ts';
import { controlTotal, orderedLines, type VoucherFiles } from '../voucherFile.ts';

const CODE = /^[A-Z0-9]{7}$/;
const LARGEST_PACK = 99;
const MOST_PACKS = 999;
const HIGHEST_AMOUNT = 9_999;
const FILLER = ' '.repeat(64);

function lineFindings(line: OrderLine): Finding[] {
  const tooMany = line.number > LARGEST_PACK;
  return [
    ...(tooMany
      ? [
          personFinding('voucherFilePack', line, orderField('number').label, {
            number: line.number,
            most: LARGEST_PACK,
          }),
        ]
      : []),
    ...(line.support === 'card'
      ? [personFinding('voucherFileSupport', line, orderField('support').label, { issuer: 'Natixis Intertitres' })]
      : []),
  ];
}

function codeFindings(lines: readonly OrderLine[]): Finding[] {
  return establishmentsOf(lines).flatMap((establishment) =>
    (['deliveryPoint', 'customerCode'] as const)
      .filter((key) => !CODE.test(establishment[key]))
      .map((key) => establishmentFinding('voucherFileCodeLength', establishment, orderField(key).label, { length: 7 })),
  );
}

/** Lines by size of pack and delivery point: the packs of one line of the file. */
function packsOf(lines: readonly OrderLine[]) {
  const points = byRecipient(lines, ({ establishment }) => establishment.deliveryPoint);
  return points.flatMap(([point, own]) => {
    const sizes = [...new Set(own.map(({ number }) => number))].sort((a, b) => a - b);
    return sizes.map((size) => ({ point, size, packs: own.filter(({ number }) => number === size).length }));
  });
}

const amount = (cents: Cents) => hundredthsText(cents, '.').padStart(5, '0');

function packLine(pack: ReturnType<typeof packsOf>[number], customer: string, { unit }: OrderFileInput): string[] {
  return [
    pack.point,
    customer,
    String(pack.packs).padStart(3, '0'),
    String(pack.size).padStart(2, '0'),
    String(pack.packs * pack.size).padStart(5, '0'),
    amount(unit.face),
    amount(unit.employer),
    FILLER,
  ];
}

/** One file per customer code, `E<customer>_<ddmmyyyy>.txt`. `on`: the day of the order, which names the file. */
export function natixisOrder(input: OrderFileInput, on: PlainDate): VoucherFiles {
  const lines = orderedLines(input);
  const isDear = input.unit.face > HIGHEST_AMOUNT;
  const findings = [
    ...(lines.length === 0 ? [fileFinding('voucherFileNothing', {}, 'warning')] : []),
    ...(isDear ? [fileFinding('voucherFileFace', { most: HIGHEST_AMOUNT })] : []),
    ...codeFindings(lines),
    ...lines.flatMap(lineFindings),
  ];
  const drafts = byRecipient(lines, ({ establishment }) => establishment.customerCode).map(([recipient, own]) => {
    const packs = packsOf(own);
    if (packs.some((pack) => pack.packs > MOST_PACKS))
      findings.push(fileFinding('voucherFilePacks', { most: MOST_PACKS }));
    const preview = packs.map((pack) => packLine(pack, recipient, input));
    return {
      name: `E${recipient}_${dateText(on, 'JJMMAAAA')}.txt`,
      recipient,
      preview,
      control: controlTotal(own, input.unit),
      encode: () => encoded(preview.map((cells) => `${cells.join('')}\n`).join(''), 'utf8'),
    };
  });
  return filesOf(drafts, findings);
}
