/** People who are not counted and weeks that wait: told by the computation, and kept by the export that is prepared without them. */
import { describe, expect, test } from '@jest/globals';
import { blank, displayed, textCell } from '../../../shared/domain/review/cell.ts';
import { rowsOf } from '../../../shared/flows/bookState.ts';
import { leftOutIn, leftOutOf, leftOutTexts } from '../../../shared/flows/worktime/leftOut.ts';
import { prepareExport } from '../../../shared/flows/worktime/prepareExport.ts';
import { confirmExport } from '../../../shared/flows/worktime/timeExports.ts';
import { employeesTable } from '../../../shared/tables/employeesTable.ts';
import { timeRegulationsTable } from '../../../shared/tables/worktime/timeRegulationsTable.ts';
import { timeSettingsTable } from '../../../shared/tables/worktime/timeRegisterTable.ts';
import { person, sound } from '../../support/smallCompany.ts';
import { TimeCompany } from './timeCompany.ts';

const NOTHING = { people: 0, named: [], waiting: { people: 0, weeks: 0, minutes: 0 } };

/** `counted`: who the regulation names; the others have none. */
async function company(counted: string): Promise<TimeCompany> {
  const begun = await TimeCompany.begun();
  const { account } = begun;
  account.employees = ['1', '2', '3', '4', '5'].map((id) => person(id));
  account.contracts = account.employees.map(({ id }) => begun.contract(id));
  await begun.apply(() => 'accept');
  begun.fill(timeRegulationsTable, { name: 'Siège', set: 'Droit commun', from: '2026-01-01', people: counted });
  begun.week('1', '2026-09-07', 9, 9, 8, 8, 8);
  return begun;
}

async function kept(begun: TimeCompany) {
  const snapshot = sound(await begun.book.read([timeSettingsTable]));
  return leftOutIn(rowsOf(snapshot, timeSettingsTable.name), 'HT1');
}

describe('what a month does not count', () => {
  test('nothing, where everybody is counted and no week waits', async () => {
    expect(leftOutOf(await (await company('')).computed('2026-09'))).toEqual(NOTHING);
    expect(leftOutTexts(NOTHING)).toEqual([]);
  });

  test('people without a regulation: the first ones by name, all of them in the count', async () => {
    const leftOut = leftOutOf(await (await company('1')).computed('2026-09'));
    expect(leftOut).toMatchObject({
      people: 4,
      named: [{ key: '2', name: 'Nom2 P2 0002' }, { key: '3' }, { key: '4' }],
    });
    expect(leftOutTexts(leftOut)).toEqual([
      '4 personnes ne sont pas comptées : Nom2 P2 0002, Nom3 P3 0003, Nom4 P4 0004 et 1 autre.',
    ]);
  });

  test('somebody whose regulation cannot be followed, or who has two', async () => {
    const begun = await company('1;2;5');
    begun.fill(
      timeRegulationsTable,
      { name: 'Siège', set: 'Droit commun', from: '2026-01-01', people: '1;2;5' },
      { name: 'Autre', set: 'Droit commun', from: '2026-01-01', people: '2' },
      { name: 'Faux', set: 'Inconnu', from: '2026-01-01', people: '3;4' },
    );
    const { named, people } = leftOutOf(await begun.computed('2026-09'));
    expect([people, named.map(({ key }) => key)]).toEqual([3, ['2', '3', '4']]);
  });

  test('a row of « Salariés » without an identifier: told at its cell, and named first', async () => {
    const begun = await company('2;3;4');
    const rows = begun.book.tables.get(employeesTable.name) ?? [];
    const [first, ...others] = rows;
    begun.book.tables.set(employeesTable.name, [{ ...first!, cells: { ...first!.cells, luccaId: blank } }, ...others]);
    const computation = await begun.computed('2026-09');
    expect(computation.findings).toContainEqual(
      expect.objectContaining({
        code: 'voucherPersonUnidentified',
        severity: 'error',
        place: expect.objectContaining({ table: employeesTable.name, address: 'A4', column: 'luccaId' }) as unknown,
      }),
    );
    expect(leftOutTexts(leftOutOf(computation))).toEqual([
      '2 personnes ne sont pas comptées : Nom1 P1 0001, Nom5 P5 0005.',
    ]);
  });

  test('weeks that wait, with their hours', async () => {
    const begun = await company('1;2;3;4');
    begun.week('2', '2026-09-07', 8, 8, 8, 8, 8);
    begun.wait('2', '2026-09-07');
    const texts = leftOutTexts(leftOutOf(await begun.computed('2026-09')));
    expect(texts).toEqual([
      '1 personne n’est pas comptée : Nom5 P5 0005.',
      '1 semaine (1 personne) attend son approbation : 40\u00a0h.',
    ]);
  });
});

describe('an export prepared without somebody', () => {
  test('keeps who, says it when it is confirmed, and forgets it prepared again with everybody', async () => {
    const begun = await company('1');
    const { leftOut, number } = sound(await prepareExport(begun.ports, await begun.computed('2026-09')));
    expect(leftOut).toMatchObject({ people: 4 });
    expect(await kept(begun)).toEqual(leftOut);
    expect(sound(await confirmExport(begun.ports, number)).leftOut).toEqual(leftOut);
    const other = await company('1');
    sound(await prepareExport(other.ports, await other.computed('2026-09')));
    other.fill(timeRegulationsTable, { name: 'Siège', set: 'Droit commun', from: '2026-01-01' });
    sound(await prepareExport(other.ports, await other.computed('2026-09')));
    expect(await kept(other)).toBeNull();
    expect(sound(await confirmExport(other.ports, 'HT1')).leftOut).toBeNull();
  });

  test('edited, what it kept is not told', async () => {
    const begun = await company('1');
    sound(await prepareExport(begun.ports, await begun.computed('2026-09')));
    const row = begun.book.rows(timeSettingsTable).find(({ cells }) => displayed(cells['key'] ?? blank) === 'HT1/LEFT');
    if (row) row.cells['value'] = textCell('[');
    expect([row === undefined, await kept(begun)]).toEqual([false, null]);
  });
});
