/** Every file of every order of the golden company adds up to what its page counts, to the cent. */
import { describe, expect, test } from '@jest/globals';
import { cents } from '../../shared/domain/money/money.ts';
import type { OrderFileInput } from '../../shared/domain/vouchers/files/orderInput.ts';
import { plainDate, type PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { readModel } from '../../shared/domain/vouchers/files/readModel.ts';
import { kindsOf, orderFiles } from '../../shared/flows/vouchers/orderFiles.ts';
import type { OrderToFile } from '../../shared/flows/vouchers/orderReading.ts';
import { line, textOf, unit } from '../domain/vouchers/files/builders.ts';
import { lived, MONTHS, people, regulations } from './voucherCompany.ts';

const lives = people.map((person) => ({ person, orders: lived(person) }));
const sites = { lyon: 'Lyon', strasbourg: 'Strasbourg', saintDenis: 'Saint-Denis' } as const;
const { template } = readModel('Code client;Matricule;Nombre de titres;Montant total (en centimes)', 'Bimpli');

/** The order of a month under a regulation. Everybody in Saint-Denis has paper. */
function orderOf(month: PlainMonth, regulation: string): OrderToFile {
  const at = MONTHS.indexOf(month);
  const lines = lives.flatMap(({ person: { id, site }, orders }, rank) => {
    const own = orders[at]?.filter((outcome) => outcome.regulation === regulation) ?? [];
    return own.map(({ count }) =>
      line(
        {
          number: count.ordered,
          regularised: count.corrections,
          returned: count.returned,
          settlement: count.settlement,
          support: site === 'saintDenis' ? 'paper' : 'card',
        },
        { luccaId: String(rank + 1), employeeNumber: id, lastName: `Nom ${id}`, email: `${id}@exemple.fr` },
        {
          name: sites[site],
          customerCode: site.slice(0, 7).toUpperCase().padEnd(7, '0'),
          deliveryPoint: 'POINT01',
          payrollDossier: site,
        },
      ),
    );
  });
  const input: OrderFileInput = { month, regulation, issuer: 'Bimpli', unit, lines, columns: [] };
  const vouchers = lines.reduce((sum, { number }) => sum + number, 0);
  return {
    number: `TR${at + 1}`,
    input,
    totals: { people: lines.filter(({ number }) => number > 0).length, vouchers, amount: cents(vouchers * unit.face) },
    validatedOn: plainDate('2026-04-20'),
    findings: [],
    payVariable: { basis: 'employee', code: '4210', label: 'TR', nature: '17', sign: 1 },
    complement: '',
    templates: { value: template ? [template] : [], findings: [] },
  };
}

describe.each(MONTHS)('%s', (month) => {
  test.each(regulations.map(({ key }) => key))('the files of %s add up to the sheet', (key) => {
    const order = orderOf(month, key);
    expect(order.totals.vouchers).toBeGreaterThan(100);
    for (const kind of kindsOf(order)) {
      const { files, findings } = orderFiles(order, { kind });
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(files.every(({ content }) => content !== null)).toBe(true);
    }
    const { files } = orderFiles(order, { kind: 'order' });
    const rows = files.flatMap(({ content, ...file }) =>
      content?.kind === 'bytes'
        ? textOf({ ...file, bytes: content.bytes })
            .replace('\ufeff', '')
            .trim()
            .split('\r\n')
            .slice(1)
        : [],
    );
    const sum = (column: number) => rows.reduce((total, row) => total + Number(row.split(';')[column]), 0);
    expect([rows.length, sum(2), sum(3)]).toEqual([
      order.totals.people,
      order.totals.vouchers,
      order.totals.vouchers * 845,
    ]);
  });
});
