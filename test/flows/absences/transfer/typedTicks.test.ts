/** What is typed in « Lignes d'import »: a tick of any line is followed or told at its cell, never passed over; an edited line is named. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { plainDate } from '../../../../shared/domain/calendar/plainDate.ts';
import type { Finding } from '../../../../shared/domain/finding.ts';
import { blank, displayed, textCell, type Cell } from '../../../../shared/domain/review/cell.ts';
import { reopenAbsences } from '../../../../shared/flows/absences/transfer/closeAbsences.ts';
import { readTransferFile } from '../../../../shared/flows/absences/transfer/readTransferFile.ts';
import { abandonTransfer } from '../../../../shared/flows/absences/transfer/settleTransfer.ts';
import { findingText } from '../../../../shared/messages/fr/findings.ts';
import { absenceRegisterTable } from '../../../../shared/tables/absences/absenceRegisterTable.ts';
import { startingPointTable } from '../../../../shared/tables/absences/startingPointTable.ts';
import { importLinesTable } from '../../../../shared/tables/absences/importsTable.ts';
import { sound } from '../../../support/smallCompany.ts';
import { Office } from './office.ts';

let office: Office;

beforeEach(async () => {
  office = new Office();
  office.leave('50', ['2026-10-05', '2026-10-06']);
  await office.opened();
});

const YES = { done: textCell('oui') };
const NO = { done: textCell('non') };
const CLEARED = { done: blank };
const FIRST = ['1 2026-10-05 am CP', '1 2026-10-05 pm CP', '1 2026-10-06 am CP', '1 2026-10-06 pm CP'];
const SECOND = ['1 2026-10-12 am CP', '1 2026-10-12 pm CP'];

const put = (run: string, direction: string, cells: Readonly<Record<string, Cell>>) =>
  office.lines(run, direction).forEach((row) => Object.assign(row.cells, cells));
const ids = (run: string) => office.lines(run).map(({ cells }) => displayed(cells['id'] ?? blank).toUpperCase());
const ticksOf = (run: string) => office.lines(run).map(({ cells }) => displayed(cells['done'] ?? blank));

type Answer = { readonly ok: true } | { readonly ok: false; readonly error: object };

/** The findings for which a step was refused, wherever its error holds them. */
function findingsOf(answer: Answer): readonly Finding[] {
  if (answer.ok) throw new Error('the step was not refused');
  const own = answer.error as { findings?: Finding[]; error?: { findings?: Finding[] } };
  return own.findings ?? own.error?.findings ?? [];
}

const code = (answer: Answer) =>
  findingsOf(answer)
    .map((each) => each.code)
    .join();
const told = (answer: Answer) => findingsOf(answer).map(findingText).join('\n');

/** A1 confirmed, then A2 confirmed, of other days. */
async function twice() {
  await office.handed();
  office.leave('51', ['2026-10-12']);
  await office.handed();
}

/** A1 confirmed; A2, which deletes it, prepared. */
async function deleting() {
  await office.handed();
  office.cancelled('50');
  await office.prepareImport();
}

describe('« Fait en paie » de n’importe quel import d’un mois ouvert est suivi', () => {
  test('« non » sur une ligne d’un import qui n’est plus le dernier : la paie ne l’a pas, elle est proposée de nouveau', async () => {
    await twice();
    put('A1', 'à importer', NO);
    expect(await office.prepareImport()).toMatchObject({ number: 'A3', outcome: 'import', imports: 1 });
    expect(await office.held()).toEqual(SECOND);
  });

  test('« non » tapé sur A1 pendant que A2 attend : la confirmation de A2 en tient compte', async () => {
    await office.handed();
    office.leave('51', ['2026-10-12']);
    await office.prepareImport();
    put('A1', 'à importer', NO);
    await office.confirm('A2');
    expect(await office.held()).toEqual(SECOND);
  });

  test('« non » vidé dans un import confirmé : la paie l’a finalement pris, rien n’est proposé deux fois', async () => {
    await office.prepareImport();
    put('A1', 'à importer', NO);
    await office.confirm('A1');
    put('A1', 'à importer', CLEARED);
    expect(await office.prepareImport()).toMatchObject({ number: null, outcome: 'nothing' });
    expect([await office.held(), ticksOf('A1')]).toEqual([FIRST, ['oui']]);
  });

  test('coché dans le volet, un import plus ancien est suivi comme s’il était tapé', async () => {
    await twice();
    sound(await office.tick('A1', ids('A1'), false));
    expect(await office.held()).toEqual(SECOND);
    sound(await office.tick('A1', ids('A1')));
    expect(await office.held()).toHaveLength(6);
  });

  test('une coche vidée dans un import abandonné remet l’absence au registre', async () => {
    await deleting();
    await office.tickAll('A2');
    await office.abandon('A2');
    put('A2', 'à supprimer', CLEARED);
    expect(await office.prepareImport()).toMatchObject({ number: 'A3', outcome: 'regularise', deletions: 1 });
    expect(await office.held()).toEqual(FIRST);
  });

  test('ce qu’une coche libère est suivi dans la même lecture', async () => {
    await deleting();
    await office.tickAll('A2');
    await office.abandon('A2');
    put('A1', 'à importer', NO);
    put('A2', 'à supprimer', CLEARED);
    expect(await office.prepareImport()).toMatchObject({ outcome: 'nothing' });
    expect(await office.held()).toEqual([]);
  });

  test('la colonne « Fait en paie » supprimée de la feuille ne demande rien', async () => {
    await deleting();
    await office.tickAll('A2');
    await office.confirm('A2');
    office.book.removedColumns.set(importLinesTable.name, ['done']);
    expect(await office.prepareImport()).toMatchObject({ outcome: 'nothing' });
  });
});

describe('ce qui ne peut pas être suivi est une erreur à la cellule, avant de préparer, de confirmer et de clôturer', () => {
  const everywhere = async () => [code(await office.tryPrepare()), code(await office.close(true))];

  test('une ligne plus récente, préparée, est sur les mêmes demi-journées', async () => {
    await office.prepareImport();
    put('A1', 'à importer', NO);
    await office.confirm('A1');
    await office.prepareImport();
    put('A1', 'à importer', CLEARED);
    const answer = await office.tryConfirm('A2');
    expect(findingsOf(answer)).toMatchObject([
      {
        code: 'absenceTickFollowed',
        severity: 'error',
        place: { table: importLinesTable.name, sheet: "Lignes d'import", column: 'done' },
        facts: { later: 'A2', state: 'prepared', before: 'non' },
      },
    ]);
    expect(told(answer)).toBe(
      'L’import A2, préparé, a une ligne sur les mêmes demi-journées (Nom1 P1, du 05/10/2026 au 06/10/2026) : abandonnez-le d’abord, ou remettez « non » dans la cellule.',
    );
    expect(await everywhere()).toEqual(['absenceTickFollowed', 'absenceTickFollowed']);
    await office.abandon('A2');
    expect(await office.prepareImport()).toMatchObject({ outcome: 'nothing' });
    expect(await office.held()).toEqual(FIRST);
  });

  test('une ligne plus récente, confirmée : c’est elle qui compte, jamais deux fois la même absence', async () => {
    await office.prepareImport();
    put('A1', 'à importer', NO);
    await office.confirm('A1');
    await office.handed();
    put('A1', 'à importer', CLEARED);
    expect(told(await office.tryPrepare())).toMatch('ici, remettez « non » dans la cellule.');
    expect(await office.held()).toEqual(FIRST);
    put('A1', 'à importer', NO);
    expect(await office.prepareImport()).toMatchObject({ outcome: 'nothing' });
  });

  test('une suppression déjà cochée dans un import abandonné : elle n’est pas reprise deux fois', async () => {
    await deleting();
    await office.tickAll('A2');
    await office.abandon('A2');
    put('A1', 'à importer', NO);
    expect(told(await office.tryPrepare())).toMatch(
      'cochée dans l’import A2, abandonné : décochez-la d’abord, ou remettez « oui »',
    );
    expect(await office.held()).toEqual([]);
    put('A1', 'à importer', YES);
    expect(await office.prepareImport()).toMatchObject({ outcome: 'nothing' });
  });

  test('un mois clos : la cellule le dit, et le mois rouvert la fait suivre', async () => {
    await office.handed();
    sound(await office.close());
    put('A1', 'à importer', NO);
    expect(await everywhere()).toEqual(['absenceTickClosed', 'absenceTickClosed']);
    expect(told(await office.tryPrepare())).toBe(
      'Les absences d’octobre 2026 sont closes : ce qui est tapé ici (Nom1 P1, du 05/10/2026 au 06/10/2026) n’est pas suivi. Rouvrez le mois, ou remettez « oui » dans la cellule.',
    );
    sound(await reopenAbsences(office.ports));
    expect(await office.prepareImport()).toMatchObject({ number: 'A2', imports: 1 });
  });

  test('« oui » dans un import abandonné ou annulé demande plus que ce qu’il a fait', async () => {
    await deleting();
    await office.abandon('A2');
    put('A2', 'à supprimer', YES);
    expect(told(await office.tryPrepare())).toMatch('L’import A2 est abandonné : « oui » n’y est plus suivi');
    put('A2', 'à supprimer', CLEARED);
    sound(await office.cancel('A1'));
    put('A1', 'à importer', YES);
    expect(await everywhere()).toEqual(['absenceTickEnded', 'absenceTickEnded']);
  });

  test('ce qui n’est ni oui ni non est dit, même dans un import qui n’est plus le dernier', async () => {
    await twice();
    put('A1', 'à importer', { done: textCell('vu') });
    expect(await everywhere()).toEqual(['absenceTickUnreadable', 'absenceTickUnreadable']);
  });

  test('dans le volet, la ligne qui le retient est nommée', async () => {
    await deleting();
    await office.tickAll('A2');
    await office.abandon('A2');
    expect(await office.tick('A1', ids('A1'), false)).toMatchObject({
      error: { code: 'stoodOn', later: { number: 'A2' } },
    });
  });

  test('« oui » sur une ligne à importer : abandonner l’import l’oublierait', async () => {
    await office.prepareImport();
    put('A1', 'à importer', YES);
    expect(code(await abandonTransfer(office.ports, 'A1'))).toBe('absenceTickTaken');
    put('A1', 'à importer', CLEARED);
    expect(await abandonTransfer(office.ports, 'A1')).toMatchObject({ ok: true });
  });
});

describe('une ligne modifiée est nommée, et n’arrête que ce qu’elle met en doute', () => {
  test('modifiée et cochée : l’abandon prend la coche, et l’absence approuvée de nouveau est proposée', async () => {
    await deleting();
    put('A2', 'à supprimer', { ...YES, category: textCell('CP vu') });
    expect(told(await office.tryConfirm('A2'))).toBe(
      'La ligne (Nom1 P1, du 05/10/2026 au 06/10/2026) de l’import A2 a été modifiée : « Absence » disait « congés payés ». Remettez-le (Ctrl+Z), ou abandonnez l’import s’il est seulement préparé, puis préparez-en un autre.',
    );
    await office.abandon('A2');
    expect(await office.held()).toEqual([]);
    office.leave('52', ['2026-10-05', '2026-10-06']);
    expect(await office.prepareImport()).toMatchObject({ number: 'A3', outcome: 'import', imports: 1 });
  });

  test.each<[string, Readonly<Record<string, Cell>>, string]>([
    ['un nom', { lastName: textCell('X') }, 'Nom'],
    ['un matricule', { employeeNumber: textCell('9') }, 'Matricule'],
    ['un code', { code: textCell('RTT') }, 'Code paie'],
    ['une date', { from: { date: '2026-10-07' as never } }, 'Du'],
    ['un identifiant', { id: textCell('A2/S/9') }, 'Identifiant ligne'],
    ['l’import', { run: textCell('A7') }, 'Import'],
    ['le sens', { direction: textCell('à importer') }, 'Sens'],
    ['la personne', { luccaId: textCell('2') }, 'Identifiant Lucca'],
  ])(
    '%s modifié dans une suppression cochée : la cellule est nommée, la coche prise telle qu’elle fut préparée',
    async (_, cells, heading) => {
      await deleting();
      put('A2', 'à supprimer', { ...YES, ...cells });
      expect(findingsOf(await office.tryConfirm('A2'))).toMatchObject([
        { code: 'absenceCellEdited', facts: { heading } },
      ]);
      await office.abandon('A2');
      expect(await office.held()).toEqual([]);
      expect(office.register.at(-1)).toEqual([
        'A2',
        'reprise',
        'A1',
        '1',
        'CP',
        '2026-10-05M 2026-10-05A 2026-10-06M 2026-10-06A',
      ]);
    },
  );

  test('plusieurs cellules modifiées et une coche : refusé en nommant la ligne, jamais oublié', async () => {
    await deleting();
    put('A2', 'à supprimer', { ...YES, lastName: textCell('X'), account: textCell('Y') });
    expect(code(await abandonTransfer(office.ports, 'A2'))).toBe('absenceTickEdited');
    put('A2', 'à supprimer', CLEARED);
    await office.abandon('A2');
    expect(await office.held()).toEqual(FIRST);
    expect(await office.prepareImport()).toMatchObject({ number: 'A3', deletions: 1 });
  });

  test('les coches des lignes intactes sont prises, quoi qu’on ait modifié d’autre', async () => {
    office.leave('51', ['2026-10-12']);
    await office.handed();
    office.cancelled('50');
    office.cancelled('51');
    await office.prepareImport();
    const [edited, other] = office.lines('A2', 'à supprimer');
    Object.assign(edited?.cells ?? {}, { lastName: textCell('X'), account: textCell('Y') });
    Object.assign(other?.cells ?? {}, YES);
    expect(code(await office.tryConfirm('A2'))).toBe('absenceLineEdited');
    expect(await office.held()).toEqual(FIRST);
  });

  test('un import confirmé, une cellule modifiée et « non » : préparé, clôturé, annulé sans impasse', async () => {
    await office.handed();
    put('A1', 'à importer', { ...NO, lastName: textCell('X') });
    expect(await office.prepareImport()).toMatchObject({ number: 'A2', imports: 1 });
    expect(await office.held()).toEqual([]);
    await office.abandon('A2');
    sound(await office.close(true));
  });

  test('un import confirmé dont tout est modifié n’arrête rien, et s’annule comme le registre l’a écrit', async () => {
    await office.handed();
    put('A1', 'à importer', { lastName: textCell('X'), detail: textCell('2026-10-07M'), code: textCell('RTT') });
    expect(await office.prepareImport()).toMatchObject({ outcome: 'nothing' });
    sound(await office.cancel('A1'));
    expect(await office.held()).toEqual([]);
  });

  test('une ligne supprimée d’un import confirmé n’arrête rien, et l’annuler reprend tout ce que le registre a', async () => {
    await office.handed();
    office.book.rows(importLinesTable).splice(0);
    expect(await office.prepareImport()).toMatchObject({ outcome: 'nothing' });
    sound(await office.cancel('A1'));
    expect(await office.held()).toEqual([]);
    expect(office.column(absenceRegisterTable, 'name', 'sign', 'detail')).toHaveLength(2);
  });

  test('une ligne supprimée ou ajoutée dans un import préparé est dite', async () => {
    office.leave('51', ['2026-10-12']);
    await office.prepareImport();
    const rows = office.book.rows(importLinesTable);
    const [gone] = rows.splice(0, 1);
    expect(code(await office.tryConfirm('A1'))).toBe('absenceLinesMissing');
    if (gone) rows.push(gone, { ...gone, cells: { ...gone.cells } });
    expect(code(await office.tryConfirm('A1'))).toBe('absenceLineEdited,absenceLineEdited');
    rows.pop();
    await office.confirm('A1');
    expect(await office.held()).toEqual([...FIRST, ...SECOND]);
  });

  test('préparer de nouveau et les fichiers nomment la ligne modifiée', async () => {
    await office.prepareImport();
    put('A1', 'à importer', { detail: textCell('2026-10-07M') });
    expect(code(await office.tryPrepare())).toMatch(/^absence(Cell|Line)Edited$/);
    expect(code(await readTransferFile(office.book, 'A1'))).toMatch(/^absence(Cell|Line)Edited$/);
  });

  test('« Contrôle » seul effacé ne met rien en doute', async () => {
    await office.prepareImport();
    put('A1', 'à importer', { check: blank });
    await office.confirm('A1');
    expect(await office.held()).toEqual(FIRST);
  });

  test('cochée dans le volet, une ligne dont plusieurs cellules sont modifiées est refusée en la nommant', async () => {
    await deleting();
    put('A2', 'à supprimer', { lastName: textCell('X'), account: textCell('Y') });
    const answer = await office.tick('A2', ids('A2'));
    expect([code(answer), await office.held()]).toEqual(['absenceLineEdited', FIRST]);
    expect(told(answer)).toMatch(/^La ligne \(X P1, du 05\/10\/2026 au 06\/10\/2026\) de l’import A2 n’est plus celle/);
  });

  test('sans la colonne « Contrôle », une ligne modifiée se voit encore, et une ligne intacte se coche', async () => {
    office.book.removedColumns.set(importLinesTable.name, ['check']);
    await deleting();
    put('A2', 'à supprimer', { lastName: textCell('X') });
    expect(code(await office.tryConfirm('A2'))).toBe('absenceLineEdited');
    put('A2', 'à supprimer', { lastName: textCell('Nom1'), ...YES });
    await office.confirm('A2');
    expect(await office.held()).toEqual([]);
  });

  test('une suppression cochée dans un import confirmé qu’on annule aussitôt reste faite', async () => {
    await deleting();
    await office.tickAll('A2');
    await office.confirm('A2');
    sound(await office.tick('A2', ids('A2'), false));
    put('A2', 'à supprimer', YES);
    sound(await office.cancel('A2'));
    expect(await office.held()).toEqual([]);
    expect(await office.prepareImport()).toMatchObject({ outcome: 'nothing' });
  });

  test('une colonne triée seule : dix lignes nommées, les autres comptées', async () => {
    for (let day = 7; day < 30; day += 2) office.leave(`${day + 60}`, [`2026-10-${String(day).padStart(2, '0')}`], '7');
    await office.prepareImport();
    office
      .lines('A1')
      .forEach((row, at) => Object.assign(row.cells, { account: textCell(`${at}`), lastName: textCell('X') }));
    const findings = findingsOf(await office.tryConfirm('A1'));
    expect(findings).toHaveLength(11);
    expect(findings.at(-1)).toMatchObject({
      code: 'absenceLinesEdited',
      facts: { run: 'A1', count: office.lines('A1').length - 10 },
    });
  });
});

test('un import abandonné dont les suppressions sont cochées retient l’annulation de celui d’avant, et il est nommé', async () => {
  await deleting();
  await office.tickAll('A2');
  await office.abandon('A2');
  expect(await office.cancel('A1')).toMatchObject({ error: { code: 'laterDone', later: { number: 'A2' } } });
  const offered = async () => (await office.board()).imports.find(({ number }) => number === 'A1');
  expect(await offered()).toMatchObject({ isFollowed: true, lines: [{ isFollowed: true }] });
  sound(await office.tick('A2', ids('A2'), false));
  expect(await offered()).toMatchObject({ isFollowed: false, lines: [{ isFollowed: false }] });
  sound(await office.cancel('A1'));
  expect(await office.held()).toEqual([]);
});

test('une suppression cochée dont la ligne a disparu de la feuille retient encore l’annulation', async () => {
  await deleting();
  await office.tickAll('A2');
  await office.abandon('A2');
  const rows = office.book.rows(importLinesTable);
  rows.splice(rows.indexOf(office.lines('A2')[0] ?? rows[0]!), 1);
  expect(await office.cancel('A1')).toMatchObject({ error: { code: 'laterDone' } });
});

test('une ligne que la paie a refusée dans un import confirmé ne retient pas une coche plus ancienne', async () => {
  await deleting();
  await office.tickAll('A2');
  await office.confirm('A2');
  office.leave('51', ['2026-10-05', '2026-10-06', '2026-10-07', '2026-10-08', '2026-10-09']);
  office.leave('52', ['2026-10-20']);
  await office.prepareImport();
  Object.assign(office.lines('A3')[0]?.cells ?? {}, NO);
  await office.confirm('A3');
  sound(await office.tick('A2', ids('A2'), false));
  expect(await office.held()).toEqual([...FIRST, '1 2026-10-20 am CP', '1 2026-10-20 pm CP']);
  await office.handed();
  expect(await office.held()).toHaveLength(12);
});

test('une ligne refusée puis vidée compte : elle retient la coche plus ancienne', async () => {
  await deleting();
  await office.tickAll('A2');
  await office.confirm('A2');
  office.leave('51', ['2026-10-05', '2026-10-06', '2026-10-07']);
  await office.prepareImport();
  put('A3', 'à importer', NO);
  await office.confirm('A3');
  put('A3', 'à importer', CLEARED);
  put('A2', 'à supprimer', CLEARED);
  expect(code(await office.tryPrepare())).toBe('absenceTickFollowed');
  expect(await office.held()).toHaveLength(6);
});

describe('une coche vidée dans la feuille compte avant d’annuler et de rouvrir', () => {
  test('celle d’un import abandonné ne retient plus l’annulation de celui d’avant', async () => {
    await deleting();
    await office.tickAll('A2');
    await office.abandon('A2');
    put('A2', 'à supprimer', CLEARED);
    sound(await office.cancel('A1'));
    expect(await office.held()).toEqual([]);
  });

  test('celle d’un import abandonné ne retient plus le mois d’avant, clos', async () => {
    await office.handed();
    sound(await office.close(true));
    office.cancelled('50');
    await office.prepareImport();
    await office.tickAll('A2');
    await office.abandon('A2');
    put('A2', 'à supprimer', CLEARED);
    sound(await reopenAbsences(office.ports));
    expect(await office.held()).toEqual(FIRST);
  });

  test('ce qui ne peut pas être suivi ailleurs n’empêche ni d’annuler ni de rouvrir', async () => {
    await twice();
    put('A1', 'à importer', { done: textCell('vu') });
    sound(await office.cancel('A2'));
    put('A1', 'à importer', YES);
    sound(await office.close(true));
    put('A1', 'à importer', NO);
    sound(await reopenAbsences(office.ports));
  });
});

test('deux lignes sous un même identifiant : la coche du volet est refusée en nommant celle qui a été modifiée', async () => {
  office.leave('51', ['2026-10-12']);
  await office.handed();
  office.cancelled('50');
  office.cancelled('51');
  await office.prepareImport();
  const [kept, edited] = office.lines('A2', 'à supprimer');
  Object.assign(edited?.cells ?? {}, { id: kept?.cells['id'] ?? blank });
  const answer = await office.tick('A2', ids('A2').slice(0, 1));
  expect(findingsOf(answer)).toMatchObject([
    { code: 'absenceCellEdited', facts: { heading: 'Identifiant ligne', from: '2026-10-12' } },
  ]);
  expect(await office.held()).toEqual([...FIRST, ...SECOND]);
});

describe('un import préparé dont des lignes manquent ou sont modifiées s’abandonne sans oublier ce que la paie a pris', () => {
  beforeEach(async () => {
    office.leave('60', ['2026-10-12']);
    await office.prepareImport();
  });

  test('une ligne supprimée : « oui » de l’autre reste fait, et seule la ligne supprimée est proposée de nouveau', async () => {
    office.book.rows(importLinesTable).splice(0, 1);
    put('A1', 'à importer', YES);
    expect(code(await office.tryConfirm('A1'))).toBe('absenceLinesMissing');
    await office.abandon('A1');
    expect(await office.held()).toEqual(SECOND);
    expect(await office.prepareImport()).toMatchObject({ number: 'A2', imports: 1, deletions: 0 });
    await office.confirm('A2');
    expect(await office.held()).toEqual([...FIRST, ...SECOND]);
  });

  test.each<[string, Readonly<Record<string, Cell>>]>([
    ['vidé', CLEARED],
    ['« non »', NO],
  ])('%s ensuite dans l’import abandonné : la paie ne l’a pas, l’absence est proposée de nouveau', async (_, cells) => {
    office.book.rows(importLinesTable).splice(0, 1);
    put('A1', 'à importer', YES);
    await office.abandon('A1');
    put('A1', 'à importer', cells);
    expect(await office.prepareImport()).toMatchObject({ number: 'A2', imports: 2 });
    expect(await office.held()).toEqual([]);
  });

  test('décochée dans le volet de même, et supprimée dans Lucca elle est à supprimer de la paie', async () => {
    office.book.rows(importLinesTable).splice(0, 1);
    put('A1', 'à importer', YES);
    await office.abandon('A1');
    office.cancelled('60');
    expect(await office.prepareImport()).toMatchObject({ number: 'A2', imports: 1, deletions: 1 });
    await office.abandon('A2');
    sound(await office.tick('A1', ids('A1'), false));
    expect(await office.held()).toEqual([]);
  });

  test('« oui » sur une ligne dont plusieurs cellules sont modifiées est refusé à sa cellule, jamais oublié', async () => {
    const [spoilt, other] = office.lines('A1');
    Object.assign(spoilt?.cells ?? {}, { ...YES, lastName: textCell('X'), account: textCell('Y') });
    Object.assign(other?.cells ?? {}, YES);
    expect(code(await abandonTransfer(office.ports, 'A1'))).toBe('absenceTickEdited');
    Object.assign(spoilt?.cells ?? {}, CLEARED);
    await office.abandon('A1');
    expect(await office.held()).toEqual(SECOND);
  });

  test('« Reprise » reculée au-delà de ce qui est pris : dit avant d’abandonner', async () => {
    office.book.rows(importLinesTable).splice(0, 1);
    put('A1', 'à importer', YES);
    const [start] = office.book.rows(startingPointTable);
    Object.assign(start?.cells ?? {}, { from: { date: plainDate('2026-10-20') } });
    expect(code(await abandonTransfer(office.ports, 'A1'))).toBe('absenceLineBeforeStart');
    expect(await office.held()).toEqual([]);
  });
});
