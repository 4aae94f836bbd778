import { describe, expect, test } from '@jest/globals';
import { displayed } from '../../../shared/domain/review/cell.ts';
import { undoLastPlan } from '../../../shared/flows/apply.ts';
import { writeStates, writeVouchers } from '../../../shared/flows/vouchers/writeVouchers.ts';
import { regulationsTable } from '../../../shared/tables/vouchers/regulationsTable.ts';
import { absenceImpactsTable } from '../../../shared/tables/vouchers/impactsTables.ts';
import { sound } from '../../support/smallCompany.ts';
import { regulationRow, VoucherCompany } from './voucherCompany.ts';

/** « État » and « À corriger » of the first row. */
function told({ book }: VoucherCompany): readonly [string, string] {
  const { cells } = book.rows(regulationsTable)[0]!;
  return [displayed(cells['state']!), displayed(cells['toFix']!)];
}

describe('« Calculer » says on the row whether the regulation is valid', () => {
  test('a regulation just typed becomes valid with its first computation', async () => {
    const company = await VoucherCompany.begun();
    expect(told(company)).toEqual(['', '']);
    sound(await writeVouchers(company.ports, await company.computed('2026-09')));
    expect(told(company)).toEqual(['valide', '']);
  });

  test('computing again writes nothing; taking the computation back takes the state back with it', async () => {
    const company = await VoucherCompany.begun();
    const computation = await company.computed('2026-09');
    sound(await writeVouchers(company.ports, computation));
    const once = company.book.copy();
    sound(await writeVouchers(company.ports, computation));
    expect(company.book.copy()).toEqual(once);
    sound(await undoLastPlan(company.ports));
    expect(told(company)).toEqual(['', '']);
  });

  test('of two regulations, the one that is broken since says what it lacks while the other is computed', async () => {
    const company = await VoucherCompany.begun();
    const lille = regulationRow({ name: 'TR Lille', establishments: 'Lille' });
    company.fill(regulationsTable, regulationRow(), lille);
    sound(await writeVouchers(company.ports, await company.computed('2026-09')));
    company.fill(regulationsTable, regulationRow({ face: '', state: 'valide' }), lille);
    sound(await writeVouchers(company.ports, await company.computed('2026-09')));
    expect(told(company)[0]).toBe('non valide');
    expect(told(company)[1]).toMatch(/^Saisissez la valeur d'un titre/);
  });

  test('nothing can be computed: the state is written all the same, once', async () => {
    const company = await VoucherCompany.begun();
    company.fill(absenceImpactsTable, { id: '9', name: 'Congés payés' });
    company.dayOff('2026-09-07');
    const refused = await company.compute('2026-09');
    if (refused.ok || refused.error.code !== 'noRegulation') throw new Error('computed');
    sound(await writeStates(company.ports, refused.error.book));
    expect(told(company)[0]).toBe('non valide');
    expect(told(company)[1]).toMatch(/^Définissez l'impact des absences/);
    const once = company.book.copy();
    sound(await writeStates(company.ports, refused.error.book));
    expect(company.book.copy()).toEqual(once);
  });
});
