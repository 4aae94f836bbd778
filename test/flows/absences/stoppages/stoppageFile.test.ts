/** The same sheets in a real .xlsx: what is written there is read back as it was meant. */
import { expect, test } from '@jest/globals';
import { newXlsxBook } from '../../../../server/xlsx/xlsxFile.ts';
import { templateXlsx } from '../../../../server/xlsx/templateXlsx.ts';
import { readStoppages } from '../../../../shared/flows/absences/stoppages/readStoppages.ts';
import { tickStoppages } from '../../../../shared/flows/absences/stoppages/tickStoppages.ts';
import { undoLastPlan } from '../../../../shared/flows/apply.ts';
import { employeesTable } from '../../../../shared/tables/employeesTable.ts';
import { sound } from '../../../support/smallCompany.ts';
import { away, StoppageDesk } from './stoppageDesk.ts';

test('dans un fichier .xlsx : listé, coché, changé en mois clos, transmis, annulé, et rien ne s’écrit deux fois', async () => {
  const desk = await new StoppageDesk().open();
  const ports = { ...desk.company.ports, book: newXlsxBook('classeur.xlsx', templateXlsx([employeesTable])) };
  desk.book = ports.book;
  const told = async () => {
    const { stoppages, support, findings } = readStoppages(await desk.snapshot());
    expect(findings).toEqual([]);
    return { stoppages: stoppages.map(({ state }) => state), support: support.map(({ state, now }) => [state, now]) };
  };
  desk.lucca = [...away('50', '2026-09-07', '2026-09-09').slice(1), ...away('51', '2026-09-10', '2026-10-02')];
  await desk.run();
  expect(await told()).toEqual({ stoppages: ['toType', 'toType'], support: [] });
  const [first] = readStoppages(await desk.snapshot()).stoppages;
  expect(first).toMatchObject({ dates: { from: { date: '2026-09-07', half: 'pm' } }, lastWorked: '2026-09-07' });
  sound(await tickStoppages(ports, { stoppages: [first?.key ?? ''], isTicked: true }));
  expect(await desk.run()).toBe(0);

  desk.closed = ['2026-09'];
  desk.lucca = away('51', '2026-09-10', '2026-10-02');
  await desk.run();
  expect(await told()).toEqual({ stoppages: ['support', 'toType'], support: [['waiting', 'supprimé']] });
  const [waiting] = readStoppages(await desk.snapshot()).support;
  sound(await tickStoppages(ports, { support: [waiting?.key ?? ''], isTicked: true }));
  expect((await told()).support).toEqual([['sent', 'supprimé']]);
  expect(sound(await undoLastPlan(ports))).toMatchObject({ kind: 'stoppages', refused: [] });
  expect((await told()).support).toEqual([['waiting', 'supprimé']]);
  expect(await desk.run()).toBe(0);
});
