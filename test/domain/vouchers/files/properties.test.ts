/** What holds of the files of any order. `SEEDS`: how many orders; totals to the cent are held on more, ten thousand in a full run. */
import { expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, plainDate } from '../../../../shared/domain/calendar/plainDate.ts';
import { cents } from '../../../../shared/domain/money/money.ts';
import type { VoucherAmounts } from '../../../../shared/domain/vouchers/amounts.ts';
import { totalFindings } from '../../../../shared/domain/vouchers/files/heldTotals.ts';
import { swileOrder } from '../../../../shared/domain/vouchers/files/issuers/swile.ts';
import { swileColumns } from '../../../../shared/domain/vouchers/files/issuers/swileColumns.ts';
import { orderFields } from '../../../../shared/domain/vouchers/files/orderFields.ts';
import type { OrderFileInput, OrderLine } from '../../../../shared/domain/vouchers/files/orderInput.ts';
import { payVariableItems } from '../../../../shared/domain/vouchers/files/payroll/payVariableItems.ts';
import { payVariablesCsv } from '../../../../shared/domain/vouchers/files/payroll/payVariables.ts';
import { frenchPayrollLayout } from '../../../../shared/domain/files/payrollText.ts';
import { voucherCsv } from '../../../../shared/domain/vouchers/files/payroll/voucherCsv.ts';
import { defaultFormat, defaultLayout, type OrderTemplate } from '../../../../shared/domain/vouchers/files/template.ts';
import type { VoucherFiles } from '../../../../shared/domain/vouchers/files/voucherFile.ts';
import { writeOrder } from '../../../../shared/domain/vouchers/files/writeOrder.ts';
import { cellsOf, order, line, textOf } from './builders.ts';
import { SEEDS } from '../../../support/seeds.ts';

const runs = { numRuns: SEEDS };
const totals = { numRuns: SEEDS < 500 ? SEEDS * 4 : 10_000 };
jest.setTimeout(20_000 + SEEDS * 400);

const NIR = '255089207300089';
const IBAN = 'FR1420041010050500013M02606';

/** Shares that make a face value, some of them reintegrated. */
const units = fc
  .tuple(fc.integer({ min: 1, max: 2_500 }), fc.nat(100), fc.nat(10), fc.nat(100))
  .map(([face, percent, cse, exempt]): VoucherAmounts => {
    const employer = Math.floor((face * percent) / 100);
    const council = Math.min(cse, face - employer);
    const free = Math.floor(((employer + council) * exempt) / 100);
    return {
      face: cents(face),
      employer: cents(employer),
      cse: cents(council),
      employee: cents(face - employer - council),
      exempt: cents(free),
      reintegrated: cents(employer + council - free),
    };
  });

/** Names with all that could break a file: separators, quotes, line ends, signs of formulas, letters of everywhere. */
const names = fc
  .array(
    fc.constantFrom('a', 'É', 'Ł', 'œ', '€', ';', ',', '"', "'", '\n', '\t', '|', '=', '-', '@', '+', 'Ю', '😀', ' '),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((characters) => `x${characters.join('')}`);
const awkward = fc.oneof(
  names,
  names.map((name) => name.slice(1)),
);

interface Draw {
  readonly number: number;
  readonly regularised: number;
  readonly name: string;
  readonly site: number;
  readonly age: number;
}

const draws = (name: fc.Arbitrary<string>) =>
  fc.record({
    number: fc.integer({ min: 0, max: 31 }),
    regularised: fc.integer({ min: -9, max: 9 }),
    name,
    site: fc.nat(3),
    age: fc.nat(20_000),
  });

/** Whoever assembled the order may have left more on a person than the files ask: it stays there. */
function drawn({ number, regularised, name, site, age }: Draw, index: number): OrderLine {
  const base = line(
    { number, regularised },
    {
      luccaId: String(index + 1),
      employeeNumber: String(index).padStart(5, '0'),
      lastName: name,
      birthDate: addDays(plainDate('1950-01-01'), age),
      email: `p${String(index)}@exemple.fr`,
    },
    {
      code: `E${String(site)}`,
      customerCode: `C${String(site % 2)}`,
      companyCode: `S${String(site)}`,
      payrollDossier: `D${String(site % 3)}`,
    },
  );
  return { ...base, person: { ...base.person, ...{ nir: NIR, iban: IBAN, bic: 'PSSTFRPPPAR' } } };
}

const ordersOf = (name: fc.Arbitrary<string>) =>
  fc
    .tuple(units, fc.array(draws(name), { minLength: 1, maxLength: 12 }))
    .map(([unit, people]): OrderFileInput => ({ ...order(...people.map(drawn)), unit }));
const orders = ordersOf(awkward);
/** Names that can all be spelled with 26 letters. */
const latinOrders = ordersOf(
  fc.constantFrom('Lefèvre-Noël', "O'Brien", 'Łącki', 'Œuvré', 'Sørensen', 'de la Tour', 'Strauß'),
);

const everyField: OrderTemplate = {
  name: 'Tout',
  layout: { ...defaultLayout, encoding: 'utf8' },
  columns: orderFields.map(({ key, label }) => ({
    heading: label,
    binding: { kind: 'field', field: key },
    required: false,
    format: defaultFormat,
  })),
};
const swileSettings = {
  columns: swileColumns({
    severalCompanies: false,
    cardsByEmployer: true,
    attachment: true,
    employeeNumber: true,
    daysOff: true,
  }),
  separator: ';',
  encoding: 'utf8',
  decimal: '.',
} as const;
const plain = { ...frenchPayrollLayout, encoding: 'utf8' } as const;
const withheld = { basis: 'employee', code: 'TR', label: 'Titres', nature: '1', sign: 1 } as const;

type Row = Readonly<Record<string, string>>;

/** The people of all the files, by heading; none when the order was refused. */
function people({ files }: VoucherFiles): Row[] {
  return files.flatMap((file) => {
    if (!file.bytes) return [];
    const [head = [], ...rows] = cellsOf(textOf(file), ';');
    return rows.map((row): Row => {
      expect(row).toHaveLength(head.length);
      return Object.fromEntries(head.map((heading, index) => [heading, row[index] ?? '']));
    });
  });
}

/** Figures of a file as hundredths, read digit by digit. */
function hundredths(text: string | undefined): number {
  const match = /^(-?)(\d+)[.,](\d\d)$/.exec(text ?? '');
  if (!match) throw new Error(`not an amount: ${text ?? ''}`);
  return (match[1] === '-' ? -1 : 1) * Number(`${match[2] ?? ''}${match[3] ?? ''}`);
}

const summed = (rows: readonly Row[], read: (row: Row) => number) => rows.reduce((sum, row) => sum + read(row), 0);
const numberOf = ({ lines }: OrderFileInput) => lines.reduce((sum, { number }) => sum + number, 0);
/** A name as one line, held back when a spreadsheet would compute it. */
function shown(name: string): string {
  const one = name.normalize('NFC').trim().split(/\s+/).join(' ');
  return '=+-@'.includes(one.charAt(0)) && one !== '' ? `'${one}` : one;
}

test('an order by a model: every line is read back, totals are exact to the cent', () => {
  fc.assert(
    fc.property(orders, (input) => {
      const files = writeOrder(everyField, input);
      const rows = people(files);
      expect(summed(rows, (row) => Number(row['Nombre de titres']))).toBe(numberOf(input));
      expect(summed(rows, (row) => hundredths(row['Montant total']))).toBe(numberOf(input) * input.unit.face);
      const ordered = input.lines.filter(({ number }) => number > 0);
      expect(
        new Set(
          rows.map((row) => [row['Matricule'], row['Nom'], row['Nombre de titres'], row['Code client']].join('§')),
        ),
      ).toEqual(
        new Set(
          ordered.map(({ person, number, establishment }) =>
            [person.employeeNumber, shown(person.lastName), number, establishment.customerCode].join('§'),
          ),
        ),
      );
      expect(rows).toHaveLength(ordered.length);
    }),
    totals,
  );
});

test('control totals are those of the order, by file and in all', () => {
  fc.assert(
    fc.property(orders, (input) => {
      for (const files of [
        writeOrder(everyField, input),
        voucherCsv(input, plain),
        payVariablesCsv(input, withheld, plain),
      ]) {
        expect(files.files.reduce((sum, { control }) => sum + control.vouchers, 0)).toBe(numberOf(input));
        for (const file of files.files) {
          const [, ...rows] = file.preview;
          expect(rows).toHaveLength(file.control.lines);
          expect(file.control.amounts.face).toBe(file.control.vouchers * input.unit.face);
        }
      }
    }),
    runs,
  );
});

test('files of an order add up to the sheet to the cent; one person, voucher or cent beside is told', () => {
  const offs = fc.constantFrom('people', 'vouchers', 'amount', 'nothing');
  fc.assert(
    fc.property(latinOrders, offs, (input, off) => {
      const ordered = input.lines.filter(({ number }) => number > 0);
      const own = { people: ordered.length, vouchers: numberOf(input), amount: numberOf(input) * input.unit.face };
      const sheet = { ...own, [off]: own[off === 'nothing' ? 'people' : off] + (off === 'nothing' ? 0 : 1) };
      const made = [
        writeOrder(everyField, input),
        swileOrder(input, swileSettings),
        voucherCsv(input, plain),
        payVariablesCsv(input, withheld, plain),
      ];
      for (const files of made) {
        const told = totalFindings(files.files, { ...sheet, amount: cents(sheet.amount) });
        expect(told.map(({ code, severity }) => [code, severity])).toEqual(
          off === 'nothing' ? [] : [['voucherFileTotals', 'error']],
        );
      }
    }),
    runs,
  );
});

test('the payroll file adds up to the cent, column by column', () => {
  fc.assert(
    fc.property(orders, (input) => {
      const rows = people(voucherCsv(input, plain));
      const total = (heading: string) => summed(rows, (row) => hundredths(row[heading]));
      const { unit } = input;
      const [number, of] = [numberOf(input), (each: number) => each * numberOf(input)];
      expect(summed(rows, (row) => Number(row['Nombre']))).toBe(number);
      expect(total('TotalPatronal') + total('TotalCSE') + total('TotalSalarial')).toBe(total('TotalValeur'));
      expect([total('TotalValeur'), total('TotalSalarial'), total('TotalReintegre'), total('TotalExonere')]).toEqual(
        [unit.face, unit.employee, unit.reintegrated, unit.exempt].map(of),
      );
      expect(summed(rows, (row) => Number(row['DontRegularise']))).toBe(
        input.lines.reduce((sum, { regularised }) => sum + regularised, 0),
      );
    }),
    totals,
  );
});

test('pay variables add up to the cent, in the file and for Poplee', () => {
  fc.assert(
    fc.property(orders, (input) => {
      const expected = numberOf(input) * input.unit.employee;
      expect(summed(people(payVariablesCsv(input, withheld, plain)), (row) => hundredths(row['Montant']))).toBe(
        expected,
      );
      const items = payVariableItems(input, withheld).files.flatMap(
        (file) => JSON.parse(textOf(file)) as { readonly amount: number }[],
      );
      expect(items.reduce((sum, { amount }) => sum + hundredths(amount.toFixed(2)), 0)).toBe(expected);
    }),
    totals,
  );
});

test('Swile: a file of plain letters, with every person and every day to the cent', () => {
  fc.assert(
    fc.property(latinOrders, (input) => {
      const files = swileOrder(input, swileSettings);
      expect(files.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      const rows = people(files);
      expect(rows).toHaveLength(input.lines.filter(({ number }) => number > 0).length);
      expect(summed(rows, (row) => Number(row['Nombre de jours']) * hundredths(row['Valeur faciale']))).toBe(
        numberOf(input) * input.unit.face,
      );
      for (const row of rows) expect(row['Nom']).toMatch(/^[A-Z]+([ -][A-Z]+)*$/);
    }),
    runs,
  );
});

test('Swile: a name that it would refuse leaves no file, and the person is named', () => {
  fc.assert(
    fc.property(orders, (input) => {
      const { files, findings } = swileOrder(input, swileSettings);
      const errors = findings.filter(({ severity }) => severity === 'error');
      for (const { bytes } of files) expect(bytes === null).toBe(errors.length > 0);
      for (const { subject } of errors) expect(input.lines.map(({ person }) => person.luccaId)).toContain(subject);
    }),
    runs,
  );
});

test('neither NIR nor bank account leaves, whatever else stands on a person', () => {
  const secret = new RegExp([NIR.slice(0, 13), IBAN, 'PSSTFRPP'].join('|'));
  fc.assert(
    fc.property(orders, (input) => {
      const all = [
        writeOrder(everyField, input),
        swileOrder(input, swileSettings),
        voucherCsv(input, plain),
        payVariablesCsv(input, withheld, plain),
        payVariableItems(input, withheld),
      ];
      expect(JSON.stringify(all)).not.toMatch(secret);
      const texts = all.flatMap(({ files }) => files).filter(({ bytes }) => bytes !== null);
      for (const file of texts) expect(textOf(file)).not.toMatch(secret);
    }),
    runs,
  );
});

test('no field of an order is a social security number or a bank account', () => {
  expect(orderFields.map(({ key, label }) => `${key} ${label}`).join('\n')).not.toMatch(
    /nir|iban|\bbic|rib\b|s[ée]curit/i,
  );
});

test('no cell of a file begins like a formula', () => {
  fc.assert(
    fc.property(orders, (input) => {
      const cells = people(writeOrder(everyField, input)).flatMap(({ Mobile: _, ...row }) => Object.values(row));
      expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    }),
    runs,
  );
});
