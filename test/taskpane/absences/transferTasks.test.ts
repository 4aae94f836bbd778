/** « Préparer la paie » in the pane, without a screen: where each step leads, what it says, and what it writes. */
import { describe, expect, test } from '@jest/globals';
import { displayed, textCell } from '../../../shared/domain/review/cell.ts';
import { plainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { stoppagesAside } from '../../../shared/messages/fr/absences/transfer.ts';
import { absenceRegisterTable } from '../../../shared/tables/absences/absenceRegisterTable.ts';
import { importLinesTable } from '../../../shared/tables/absences/importsTable.ts';
import { startingPointTable } from '../../../shared/tables/absences/startingPointTable.ts';
import { stoppagesTable } from '../../../shared/tables/absences/stoppagesTable.ts';
import { periodsTable } from '../../../shared/tables/periodsTable.ts';
import { shownLines, viewOf } from '../../../addin/taskpane/model/absences/transfer/transferState.ts';
import { Office, OCTOBER } from '../../flows/absences/transfer/office.ts';
import { Clerk } from '../voucherClerk.ts';

async function office(): Promise<Clerk<Office>> {
  const company = new Office();
  company.leave('50', ['2026-10-05', '2026-10-06']);
  await company.opened();
  return Clerk.of(company, OCTOBER);
}

async function prepared() {
  const clerk = await office();
  const absences = await clerk.pane.absences();
  await absences.transfer.prepare();
  return { clerk, absences };
}

const view = (clerk: Clerk<Office>) => viewOf(clerk.screen('absenceImport'));
const ticks = ({ company }: Clerk<Office>) =>
  company.book.rows(importLinesTable).map(({ cells }) => displayed(cells['done'] ?? textCell('')));

describe('prepared', () => {
  test('Lucca is read for the months of the import, with planned days, and the import is shown with what was left aside', async () => {
    const { clerk } = await prepared();
    expect(clerk.requests).toMatchObject([{ months: ['2026-10'], topics: ['planning'] }]);
    expect(clerk.notice).toMatch(/^L’import A1 est préparé/);
    expect(clerk.screen('absenceImport')).toMatchObject({
      number: 'A1',
      aside: { isFirst: true, fates: { transferred: 4 } },
    });
    expect(view(clerk)).toMatchObject({ outcome: 'import', importsTodo: 1, isLocked: false });
  });

  test('a run that ends badly writes nothing, and is told at the home of the area', async () => {
    const clerk = await office();
    clerk.ends = 'cancelled';
    await (await clerk.pane.absences()).transfer.prepare();
    clerk.screen('absences');
    expect(clerk.notice).toMatch(/^La lecture de Lucca a été arrêtée/);
    expect(clerk.company.book.rows(importLinesTable)).toEqual([]);
  });

  test('a month that Lucca does not give is named', async () => {
    const clerk = await office();
    clerk.company.account.months = [];
    await (await clerk.pane.absences()).transfer.prepare();
    clerk.screen('absences');
    expect(clerk.notice).toBe('Lucca n’a pas donné octobre 2026. Actualisez, puis recommencez.');
  });

  test('in a workbook that is read only, Lucca is not even asked', async () => {
    const clerk = await office();
    clerk.readOnly = true;
    await (await clerk.pane.absences()).transfer.prepare();
    expect(clerk.requests).toEqual([]);
    expect(clerk.notice).toMatch(/^Le classeur ne peut pas être enregistré/);
  });

  test('a starting point that cannot be read stops it, with the cell', async () => {
    const { clerk, absences } = await prepared();
    const [row] = clerk.company.book.rows(startingPointTable);
    if (row) row.cells['month'] = textCell('octobre');
    await absences.transfer.prepare();
    expect(clerk.screen('absences').findings).toMatchObject([{ code: 'absenceStartMonth' }]);
  });
});

describe('ticked', () => {
  test('a line that payroll refuses is marked where it stands, and taken again', async () => {
    const { clerk, absences } = await prepared();
    const [line] = view(clerk)?.lines ?? [];
    if (!line) throw new Error('no line');
    await absences.transfer.tick(line);
    expect(ticks(clerk)).toEqual(['non']);
    expect(view(clerk)).toMatchObject({ refused: 1, importsTodo: 0 });
    expect(clerk.screen('absenceImport').ticking.size).toBe(0);
    await absences.transfer.tick({ ...line, state: 'refused' });
    expect(view(clerk)).toMatchObject({ refused: 0, importsTodo: 1 });
  });

  test('several ticks in a row wait for each other: each reads the register that the one before wrote', async () => {
    const clerk = await office();
    clerk.company.leave('51', ['2026-10-12']);
    const absences = await clerk.pane.absences();
    await absences.transfer.prepare();
    await absences.transfer.confirm('A1');
    clerk.company.cancelled('50');
    clerk.company.cancelled('51');
    await absences.transfer.prepare();
    const lines = view(clerk)?.lines ?? [];
    expect(lines).toHaveLength(2);
    await Promise.all(lines.map((line) => absences.transfer.tick(line)));
    expect(view(clerk)).toMatchObject({ deletionsDone: 2, isLocked: false });
    expect(clerk.company.book.rows(absenceRegisterTable)).toHaveLength(4);
  });

  test('« Tout cocher » makes every deletion that is left', async () => {
    const { clerk, absences } = await prepared();
    await absences.transfer.confirm('A1');
    clerk.company.cancelled('50');
    await absences.transfer.prepare();
    expect(view(clerk)).toMatchObject({ number: 'A2', outcome: 'regularise', isLocked: true });
    await absences.transfer.tickAll();
    expect(view(clerk)).toMatchObject({ isLocked: false, deletionsDone: 1 });
    expect(clerk.notice).toBe('La suppression est cochée.');
  });

  test('a search keeps the lines of a person together', async () => {
    const { clerk, absences } = await prepared();
    const own = view(clerk);
    if (!own) throw new Error('no import');
    expect(shownLines(own, 'import', 'nom1 cp')).toHaveLength(1);
    expect(shownLines(own, 'import', 'nom2')).toEqual([]);
    absences.transfer.search('nom2');
    expect(clerk.screen('absenceImport').search).toBe('nom2');
  });
});

describe('settled', () => {
  test('locked until every deletion is done, whoever asks', async () => {
    const { clerk, absences } = await prepared();
    await absences.transfer.confirm('A1');
    clerk.company.cancelled('50');
    await absences.transfer.prepare();
    await absences.transfer.confirm('A2');
    expect(clerk.notice).toMatch(/^Des lignes restent à supprimer dans la paie/);
    expect(view(clerk)).toMatchObject({ state: 'prepared' });
  });

  test('confirmed with a receipt, cancelled without', async () => {
    const { clerk, absences } = await prepared();
    await absences.transfer.confirm('A1');
    expect(clerk.receipts.receipts).toHaveLength(1);
    expect(view(clerk)).toMatchObject({ state: 'confirmed', importsDone: 1 });
    await absences.transfer.cancel('A1');
    expect(clerk.receipts.receipts).toEqual([]);
    expect(view(clerk)).toMatchObject({ state: 'cancelled' });
  });

  test('a silent service stops the confirmation, until it is asked for again at once', async () => {
    const { clerk, absences } = await prepared();
    clerk.receipts.isOut = true;
    await absences.transfer.confirm('A1');
    expect(clerk.notice).toMatch(/^Le service ne répond pas/);
    expect(view(clerk)).toMatchObject({ state: 'prepared' });
    await absences.transfer.confirm('A1');
    expect(view(clerk)).toMatchObject({ state: 'confirmed' });
  });

  test('Lucca changed since it was prepared: it is shown with what to do, and stays as it is', async () => {
    const { clerk, absences } = await prepared();
    clerk.company.leave('51', ['2026-10-12']);
    await absences.transfer.prepare();
    expect(view(clerk)).toMatchObject({ number: 'A1', state: 'prepared', importsTodo: 1 });
    expect(clerk.notice).toMatch(/^Lucca a changé/);
  });

  test('abandoned, its lines stay to be read, nothing is in the register, and the journal keeps it', async () => {
    const { clerk, absences } = await prepared();
    await absences.transfer.abandon('A1');
    expect(view(clerk)).toMatchObject({ state: 'abandoned', importsTodo: 1 });
    expect(clerk.company.book.rows(absenceRegisterTable)).toEqual([]);
    await absences.transfer.journal();
    expect(clerk.screen('absenceImports').board.imports).toMatchObject([{ number: 'A1', state: 'abandoned' }]);
  });

  test('its lines were edited: refused, with what to do', async () => {
    const { clerk, absences } = await prepared();
    const [row] = clerk.company.book.rows(importLinesTable);
    if (row) row.cells['from'] = { date: plainDate('2026-10-01') };
    await absences.transfer.confirm('A1');
    const named = [{ code: 'absenceCellEdited', place: { column: 'from' }, facts: { was: '05/10/2026' } }];
    expect(clerk.screen('absences').findings).toMatchObject(named);
    await absences.files.open('A1', false);
    expect(clerk.screen('absences').findings).toMatchObject(named);
  });
});

describe('its files', () => {
  test('are shown one kind at a time; what is locked gives nothing to import', async () => {
    const { clerk, absences } = await prepared();
    await absences.files.open('A1', false, 'import');
    const screen = clerk.screen('absenceFiles');
    expect(screen).toMatchObject({ kind: 'import', encoding: 'utf8Bom' });
    expect(screen.made.files.map(({ control }) => control)).toMatchObject([{ people: 1, lines: 1, halfDays: 4 }]);
    absences.files.choose(screen, { kind: 'controle', encoding: 'windows1252' });
    expect(clerk.screen('absenceFiles')).toMatchObject({ kind: 'controle', encoding: 'windows1252' });
    await absences.back();
    clerk.screen('absenceImport');
    await absences.files.open('A1', true, 'import');
    expect(clerk.screen('absenceFiles').kind).toBe('controle');
  });
});

describe('closed', () => {
  test('what is left is told first; insisted on, the next month opens, and it may be taken back', async () => {
    const { clerk, absences } = await prepared();
    await absences.transfer.abandon('A1');
    await absences.closing.open();
    expect(clerk.screen('absenceClose')).toMatchObject({ left: null, toType: 0 });
    await absences.closing.close();
    expect(clerk.screen('absenceClose').left).toMatchObject({ deletions: 0, imports: 1 });
    await absences.closing.close(true);
    clerk.screen('absences');
    expect(clerk.notice).toMatch(/^Absences d’octobre 2026 closes/);
    expect(clerk.company.column(periodsTable, 'month', 'state')).toEqual([
      ['2026-10', 'close'],
      ['2026-11', 'ouverte'],
    ]);
    await absences.closing.reopen();
    expect(clerk.notice).toMatch(/^Absences d’octobre 2026 rouvertes/);
    await absences.closing.reopen();
    expect(clerk.notice).toMatch(/^Aucun mois d’absences n’est clos/);
  });

  test('refused while an import waits', async () => {
    const { clerk, absences } = await prepared();
    await absences.closing.close();
    expect(clerk.notice).toMatch(/^Un import est préparé/);
  });
});

describe('stoppages', () => {
  test('are listed by the preparation, ticked and unticked where they stand', async () => {
    const clerk = await office();
    clerk.company.leave('60', ['2026-10-12', '2026-10-13'], '40');
    const absences = await clerk.pane.absences();
    await absences.transfer.prepare();
    await absences.stoppages.open();
    const [entry] = clerk.screen('absenceStoppages').reading.stoppages;
    if (!entry) throw new Error('no stoppage');
    expect(entry).toMatchObject({ state: 'toType', name: 'Nom1 P1' });
    expect(await absences.stoppages.left()).toEqual({ toType: 1, toHandOver: 0 });
    const rest = async () => {
      await absences.transfer.show('A1');
      const { aside, toType } = clerk.screen('absenceImport');
      await absences.stoppages.open();
      return stoppagesAside(aside?.fates.stoppage ?? 0, toType).replaceAll('\u00a0', ' ');
    };
    expect(await rest()).toBe('4 demi-journées d’arrêt : 1 arrêt reste à saisir, à corriger ou à retirer dans la paie');
    await absences.stoppages.tick(entry.key, { stoppages: [entry.key], isTicked: true });
    expect(clerk.screen('absenceStoppages').reading.stoppages).toMatchObject([{ state: 'typed' }]);
    expect(clerk.company.column(stoppagesTable, 'typed')).toEqual([['oui']]);
    expect(await rest()).toBe('4 demi-journées d’arrêt : rien ne reste à saisir dans la paie');
    await absences.stoppages.tick(entry.key, { stoppages: [entry.key], isTicked: false });
    expect(clerk.screen('absenceStoppages').reading.stoppages).toMatchObject([{ state: 'toType' }]);
    await absences.stoppages.tick('gone', { stoppages: ['gone'], isTicked: true });
    expect(clerk.notice).toMatch(/^Cette ligne n’est plus dans la feuille/);
  });
});
