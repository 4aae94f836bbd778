/** « Arrêts à saisir », run after run. */
import { expect, test } from '@jest/globals';
import { silae } from '../../../../shared/domain/absences/targets/silae.ts';
import { signalUpTo } from '../../../../shared/messages/fr/absences/stoppagesPane.ts';
import { plainDate } from '../../../../shared/domain/calendar/plainDate.ts';
import { blank, textCell } from '../../../../shared/domain/review/cell.ts';
import { stoppagesTable } from '../../../../shared/tables/absences/stoppagesTable.ts';
import { establishmentsTable } from '../../../../shared/tables/establishmentsTable.ts';
import { formerIdsTable } from '../../../../shared/tables/people/formerIdsTable.ts';
import { supportTable } from '../../../../shared/tables/absences/supportTable.ts';
import { away, StoppageDesk, typedDesk } from './stoppageDesk.ts';

const WHOLE = ['from', 'to', 'state', 'typedAs'] as const;
const TYPED = 'du 07/09/2026 au 09/09/2026, maladie';

test('congés du 7 au 9 septembre devenus maladie en octobre : un arrêt à saisir, rien au support', async () => {
  const desk = await new StoppageDesk().open();
  desk.lucca = away('50', '2026-09-07', '2026-09-09', 'CP');
  expect(await desk.run()).toBe(0);
  desk.closed = ['2026-09'];
  desk.lucca = away('51', '2026-09-07', '2026-09-09');
  await desk.run();
  expect(
    desk.lines('employeeNumber', 'lastName', 'kind', 'reason', 'from', 'fromHalf', 'to', 'toHalf', 'days', 'state'),
  ).toEqual([['0001', 'Nom1', 'maladie', '01', '07/09/2026', 'matin', '09/09/2026', 'après-midi', '3', 'à saisir']]);
  expect(desk.lines('lastWorked', 'knownOn', 'signalBy', 'typed', 'typedAs', 'inLucca', 'leaveId', 'key')).toEqual([
    ['04/09/2026', '08/09/2026', '13/09/2026', '', '', 'oui', '51', '51-sickness-2026-09-07-am'],
  ]);
  expect(desk.support('stoppage')).toEqual([]);
});

test('demandé le 12 et approuvé le 19 octobre : connu le 12, à signaler au plus tard le 17', async () => {
  const desk = await new StoppageDesk().open();
  const seen = { requestedOn: plainDate('2026-10-12'), approvedOn: plainDate('2026-10-19') };
  desk.lucca = away('50', '2026-10-12', '2026-10-13').map((each) => ({ ...each, ...seen }));
  await desk.run();
  expect(desk.lines('knownOn', 'signalBy')).toEqual([['12/10/2026', '17/10/2026']]);
  expect(signalUpTo(plainDate('2026-10-17'))).toBe('À signaler au plus tard le 17/10/2026');
});

test('la prolongation est une autre ligne, qui dit laquelle elle prolonge', async () => {
  const desk = await typedDesk();
  desk.lucca = [...desk.lucca, ...away('51', '2026-09-10', '2026-09-15')];
  await desk.run();
  expect(desk.lines('from', 'to', 'extends', 'lastWorked', 'state')).toEqual([
    ['07/09/2026', '09/09/2026', '', '04/09/2026', 'saisi'],
    ['10/09/2026', '15/09/2026', 'du 07/09/2026 au 09/09/2026', '04/09/2026', 'à saisir'],
  ]);
});

test('le télétravail et ce qui est hors paie sont des jours travaillés ; un congé, non', async () => {
  const desk = await new StoppageDesk().open();
  desk.lucca = [...away('50', '2026-09-08', '2026-09-09'), ...away('51', '2026-09-07', '2026-09-07', 'CP')];
  await desk.run();
  expect(desk.lines('lastWorked')).toEqual([['04/09/2026']]);
  desk.lucca = [...away('50', '2026-09-08', '2026-09-09'), ...away('51', '2026-09-07', '2026-09-07', 'TT')];
  await desk.run();
  expect(desk.lines('lastWorked')).toEqual([['07/09/2026']]);
  desk.lucca = [...away('50', '2026-09-08', '2026-09-09'), ...away('51', '2026-09-07', '2026-09-07', 'OUT')];
  await desk.run();
  expect(desk.lines('lastWorked')).toEqual([['07/09/2026']]);
});

test('des heures d’absence comptent quand elles prennent la demi-journée ; une absence non rattachée ne dit rien', async () => {
  const sick = away('50', '2026-09-08', '2026-09-09');
  const hours = (minutes: number) => away('51', '2026-09-07', '2026-09-07', 'CP').map((each) => ({ ...each, minutes }));
  const told = async (others: typeof sick) => {
    const other = await new StoppageDesk().open();
    other.lucca = [...sick, ...others];
    await other.run();
    return other.lines('lastWorked')[0]?.[0];
  };
  expect(await told(hours(210))).toBe('04/09/2026');
  expect(await told(hours(209))).toBe('07/09/2026');
  expect(await told(away('51', '2026-09-07', '2026-09-07', 'INCONNU'))).toBe('');
});

test('sans planning, le dernier jour travaillé reste tel que la feuille le dit', async () => {
  const desk = await typedDesk();
  desk.planned = [];
  expect(await desk.run()).toBe(0);
  desk.lucca = [...desk.lucca, ...away('60', '2026-09-21', '2026-09-22')];
  await desk.run();
  expect(desk.lines('lastWorked')).toEqual([['04/09/2026'], ['']]);
});

test('« oui » tapé dans la feuille est repris : « Saisi le » et « Saisi comme » sont figés', async () => {
  const desk = await typedDesk();
  expect(desk.lines('state', 'typed', 'typedAs', 'remark')).toEqual([['saisi', 'oui', TYPED, '']]);
  expect(desk.lines('typedAt')[0]?.[0]).toMatch(/^26\/10\/2026 \d\d:\d\d$/);
  expect(await desk.run()).toBe(0);
});

test('coché avant une mise à jour : ce que la personne voyait est figé, pas ce que Lucca dit depuis', async () => {
  const desk = await new StoppageDesk().open();
  desk.lucca = away('50', '2026-09-07', '2026-09-09');
  await desk.run();
  desk.tick();
  desk.lucca = away('50', '2026-09-07', '2026-09-11');
  await desk.run();
  expect(desk.lines(...WHOLE)).toEqual([['07/09/2026', '11/09/2026', 'à corriger', TYPED]]);
});

test.each<[string, () => ReturnType<typeof away>, readonly string[]]>([
  [
    'de plus longues dates',
    () => away('50', '2026-09-07', '2026-09-11'),
    ['11/09/2026', 'à corriger', 'du 07/09 au 09/09 dans la paie, du 07/09 au 11/09 dans Lucca.'],
  ],
  [
    'un premier jour déplacé',
    () => away('50', '2026-09-08', '2026-09-09'),
    ['09/09/2026', 'à corriger', 'du 07/09 au 09/09 dans la paie, du 08/09 au 09/09 dans Lucca.'],
  ],
  [
    'un premier jour reporté juste après, sous une autre demande',
    () => away('51', '2026-09-10', '2026-09-11'),
    ['11/09/2026', 'à corriger', 'du 07/09 au 09/09 dans la paie, du 10/09 au 11/09 dans Lucca.'],
  ],
  [
    'une autre nature',
    () => away('50', '2026-09-07', '2026-09-09', 'AT'),
    ['09/09/2026', 'à corriger', 'Changé de nature : maladie dans la paie, accident du travail dans Lucca.'],
  ],
  [
    'une autre nature et d’autres dates, sous une autre demande',
    () => away('52', '2026-09-08', '2026-09-10', 'AT'),
    [
      '10/09/2026',
      'à corriger',
      'Changé de nature : maladie du 07/09 au 09/09 dans la paie, accident du travail du 08/09 au 10/09 dans Lucca.',
    ],
  ],
  ['plus rien', () => [], ['09/09/2026', 'à retirer', 'N’est plus dans Lucca.']],
  ['un congé à sa place', () => away('50', '2026-09-07', '2026-09-09', 'CP'), ['09/09/2026', 'à retirer', 'N’est']],
])('mois ouvert, arrêt saisi, et dans Lucca %s', async (_, lucca, [to, state, remark = '']) => {
  const desk = await typedDesk();
  desk.lucca = lucca();
  await desk.run();
  expect(desk.lines('to', 'state', 'typed', 'typedAs')).toEqual([[to, state, 'oui', TYPED]]);
  expect(desk.lines('remark')[0]?.[0]).toContain(remark);
  expect(desk.support('stoppage')).toEqual([]);
  desk.lucca = away('50', '2026-09-07', '2026-09-09');
  await desk.run();
  expect(desk.lines('from', 'to', 'state', 'remark', 'inLucca')).toEqual([
    ['07/09/2026', '09/09/2026', 'saisi', '', 'oui'],
  ]);
});

test('la paie corrigée : « Saisi comme » vidé reprend la ligne ; « Saisi en paie » vidé, un arrêt retiré s’en va', async () => {
  const desk = await typedDesk();
  desk.lucca = away('50', '2026-09-07', '2026-09-11');
  await desk.run();
  desk.type(stoppagesTable, 0, 'typedAs', blank);
  await desk.run();
  expect(desk.lines('state', 'typedAs')).toEqual([['saisi', 'du 07/09/2026 au 11/09/2026, maladie']]);
  desk.lucca = [];
  await desk.run();
  expect(desk.lines('state')).toEqual([['à retirer']]);
  desk.tick(0, '');
  await desk.run();
  expect(desk.lines('state')).toEqual([]);
});

test('jamais coché : la ligne suit Lucca, puis s’en va avec l’arrêt', async () => {
  const desk = await new StoppageDesk().open();
  desk.lucca = away('50', '2026-09-07', '2026-09-09');
  await desk.run();
  desk.company.note('50-sickness-2026-09-07-am', 'Vu avec', 'Léa', stoppagesTable);
  desk.lucca = away('50', '2026-09-08', '2026-09-10');
  await desk.run();
  expect(desk.lines(...WHOLE)).toEqual([['08/09/2026', '10/09/2026', 'à saisir', '']]);
  expect(desk.company.book.rows(stoppagesTable)[0]?.others).toEqual([{ heading: 'Vu avec', cell: textCell('Léa') }]);
  desk.lucca = [];
  await desk.run();
  expect(desk.lines('state')).toEqual([]);
});

test('un arrêt coupé en deux : sa ligne en garde le début, le reste est à saisir', async () => {
  const desk = await new StoppageDesk().open();
  desk.lucca = away('50', '2026-09-07', '2026-09-11');
  await desk.run();
  desk.tick();
  desk.lucca = [...away('50', '2026-09-07', '2026-09-08'), ...away('50', '2026-09-10', '2026-09-11')];
  await desk.run();
  expect(desk.lines('from', 'to', 'state')).toEqual([
    ['07/09/2026', '08/09/2026', 'à corriger'],
    ['10/09/2026', '11/09/2026', 'à saisir'],
  ]);
});

test('deux arrêts saisis que Lucca réunit : l’un est à corriger, l’autre à retirer', async () => {
  const desk = await typedDesk();
  desk.lucca = [...desk.lucca, ...away('51', '2026-09-10', '2026-09-11')];
  await desk.run();
  desk.tick(1);
  desk.lucca = away('50', '2026-09-07', '2026-09-11');
  await desk.run();
  expect(desk.lines('state')).toEqual([['à corriger'], ['à retirer']]);
});

test('fini avant la reprise : déjà en paie ; commencé après la période : il attend', async () => {
  const desk = await new StoppageDesk().open();
  desk.lucca = [
    ...away('50', '2026-08-24', '2026-08-26'),
    ...away('51', '2026-08-31', '2026-09-01'),
    ...away('52', '2026-10-30', '2026-11-03'),
    ...away('53', '2026-11-10', '2026-11-12'),
  ];
  await desk.run();
  expect(desk.lines('from', 'to')).toEqual([
    ['31/08/2026', '01/09/2026'],
    ['30/10/2026', '03/11/2026'],
  ]);
});

test('une demi-journée : le texte et les cellules la disent', async () => {
  const desk = await new StoppageDesk().open();
  desk.lucca = away('50', '2026-09-07', '2026-09-09').slice(1, -1);
  await desk.run();
  desk.tick();
  await desk.run();
  expect(desk.lines('fromHalf', 'toHalf', 'lastWorked', 'typedAs')).toEqual([
    ['après-midi', 'matin', '07/09/2026', 'du 07/09/2026 après-midi au 09/09/2026 matin, maladie'],
  ]);
});

test('un mois qui n’a pas été lu ne prouve rien ; un arrêt à cheval garde ses dates', async () => {
  const desk = await typedDesk();
  desk.lucca = [...desk.lucca, ...away('52', '2026-09-28', '2026-10-02')];
  await desk.run();
  desk.tick(1);
  await desk.run();
  desk.read = ['2026-10', '2026-11'];
  expect(await desk.run()).toBe(0);
  expect(desk.lines('state')).toEqual([['saisi'], ['saisi']]);
  desk.lucca = desk.lucca.filter(({ date }) => date !== '2026-10-02');
  await desk.run();
  expect(desk.lines('from', 'to', 'state')[1]).toEqual(['28/09/2026', '01/10/2026', 'à corriger']);
});

test('un arrêt qui va jusqu’à un jour non lu le dit, tant qu’il est à saisir', async () => {
  const desk = await new StoppageDesk().open();
  desk.read = ['2026-09'];
  desk.lucca = away('50', '2026-08-28', '2026-10-02');
  await desk.run();
  expect(desk.lines('from', 'to', 'lastWorked')).toEqual([['01/09/2026', '30/09/2026', '']]);
  expect(desk.lines('remark')[0]?.[0]).toMatch(/plus tôt.*plus longtemps/);
});

test('un compte que plus personne ne rattache ne prouve rien', async () => {
  const desk = await typedDesk();
  desk.accounts['MAL'] = { state: 'unbound' };
  expect(await desk.run()).toBe(0);
  expect(desk.lines('state')).toEqual([['saisi']]);
});

test('de qui n’est plus connu, rien n’est listé ni repris', async () => {
  const desk = await typedDesk();
  desk.closed = ['2026-09'];
  desk.lucca = away('60', '2026-09-21', '2026-09-22');
  desk.known = ['2'];
  expect(await desk.run()).toBe(0);
  expect(desk.lines('state', 'typedAs')).toEqual([['saisi', TYPED]]);
});

test('recréée dans Lucca sous un autre numéro, la personne garde ses lignes', async () => {
  const desk = await typedDesk();
  const { book } = desk.company;
  book.tables.set(formerIdsTable.name, [
    { cells: { luccaId: textCell('1'), current: textCell('91'), step: textCell('1') }, others: [] },
  ]);
  desk.known = ['91'];
  desk.lucca = away('90', '2026-09-07', '2026-09-09', 'MAL', '91');
  await desk.run();
  expect(desk.lines('luccaId', 'leaveId', 'state')).toEqual([['91', '90', 'saisi']]);
});

test.each<[string, string, string]>([
  ['« Saisi comme » réécrit à la main', 'typedAs', 'la semaine du 7'],
  ['une date effacée', 'to', ''],
  ['une coche illisible', 'typed', 'peut-être'],
])('%s : la ligne est laissée comme elle est', async (_, key, typed) => {
  const desk = await typedDesk();
  desk.type(stoppagesTable, 0, key, typed);
  desk.closed = ['2026-09'];
  expect(await desk.run()).toBe(0);
  expect(desk.lines('key')).toHaveLength(1);
});

test('deux lignes du même arrêt sont laissées, et l’arrêt n’est pas ajouté', async () => {
  const desk = await typedDesk();
  const [row] = desk.company.book.rows(stoppagesTable);
  if (row) desk.company.book.rows(stoppagesTable).push(structuredClone(row));
  expect(await desk.run()).toBe(0);
});

const SUPPORT = ['held', 'now', 'months', 'state'] as const;

test('la maladie redevenue congé dans un mois clos est à transmettre au support', async () => {
  const desk = await typedDesk();
  desk.company.book.tables.set(establishmentsTable.name, [
    { cells: { id: textCell('1'), name: textCell('Lyon'), payrollDossier: textCell('D7') }, others: [] },
  ]);
  desk.closed = ['2026-09'];
  desk.lucca = away('51', '2026-09-07', '2026-09-09', 'CP');
  await desk.run();
  expect(desk.lines('state', 'inLucca')).toEqual([['au support', 'non']]);
  expect(desk.lines('remark')[0]?.[0]).toContain('septembre 2026');
  expect(desk.support('establishment', 'dossier', 'employeeNumber', 'lastName', 'kind', 'reason', ...SUPPORT)).toEqual([
    ['Lyon', 'D7', '0001', 'Nom1', 'maladie', '01', TYPED, 'supprimé', 'septembre 2026', 'à transmettre'],
  ]);
  expect(desk.support('lastWorked', 'firstWorked', 'knownOn', 'leaveId', 'remark', 'sent')).toEqual([
    ['04/09/2026', '10/09/2026', '08/09/2026', '50', '', ''],
  ]);
});

test.each<[string, string, string, string[], string[]]>([
  ['un arrêt protégé du mois clos', 'MAL', '2026-09-11', ['2026-09'], ['au support']],
  ['la maternité aussi', 'MAT', '2026-09-11', ['2026-09'], ['au support']],
  ['un accident du travail n’est pas protégé', 'AT', '2026-09-11', ['2026-09'], ['à corriger']],
  ['un mois clos que le changement ne touche pas', 'MAL', '2026-09-11', ['2026-08'], ['à corriger']],
])('%s, prolongé dans Lucca', async (_, account, to, closed, state) => {
  const desk = await typedDesk(account);
  desk.closed = closed;
  desk.lucca = away('50', '2026-09-07', to, account);
  await desk.run();
  expect(desk.lines('state')).toEqual([state]);
  expect(desk.support('now')).toHaveLength(state[0] === 'au support' ? 1 : 0);
});

test('seuls comptent les jours qui changent : un arrêt commencé dans un mois clos, écourté dans le mois ouvert, est à corriger', async () => {
  const desk = await new StoppageDesk().open();
  desk.lucca = away('50', '2026-09-28', '2026-10-09');
  await desk.run();
  desk.tick();
  await desk.run();
  desk.closed = ['2026-09'];
  desk.lucca = away('50', '2026-09-28', '2026-10-07');
  await desk.run();
  expect(desk.lines('state')).toEqual([['à corriger']]);
  desk.lucca = away('50', '2026-09-29', '2026-10-07');
  await desk.run();
  expect(desk.lines('state')).toEqual([['au support']]);
});

test('une paie qui ne protège aucun arrêt : rien au support', async () => {
  const desk = await typedDesk();
  desk.more = { protectedKinds: silae.protectedKinds };
  desk.closed = ['2026-09'];
  desk.lucca = [];
  await desk.run();
  expect(desk.lines('state')).toEqual([['à retirer']]);
  expect(desk.support('state')).toEqual([]);
});

test('jamais coché dans un mois clos : au support, en disant que personne ne l’a marqué ; « non » l’écarte', async () => {
  const desk = await new StoppageDesk().open();
  desk.lucca = away('50', '2026-09-07', '2026-09-09');
  await desk.run();
  desk.closed = ['2026-09'];
  expect(await desk.run()).toBe(0);
  desk.lucca = away('50', '2026-09-07', '2026-09-11');
  await desk.run();
  expect(desk.lines('state', 'typedAs', 'typedAt')).toEqual([['au support', TYPED, '']]);
  expect(desk.support(...SUPPORT)).toEqual([
    [TYPED, 'du 07/09/2026 au 11/09/2026, maladie', 'septembre 2026', 'à transmettre'],
  ]);
  expect(desk.support('remark')[0]?.[0]).toContain('Personne');
  desk.lucca = [];
  await desk.run();
  expect(desk.support('now')).toEqual([['supprimé']]);
  desk.tick(0, 'non');
  await desk.run();
  expect([desk.lines('state'), desk.support('now')]).toEqual([[], []]);
});

test('ce qui n’est pas transmis s’en va avec son motif ; ce qui l’est reste, et un nouveau changement fait une autre ligne', async () => {
  const desk = await typedDesk();
  desk.closed = ['2026-09'];
  desk.lucca = away('50', '2026-09-07', '2026-09-11');
  await desk.run();
  expect(desk.support('now')).toHaveLength(1);
  desk.lucca = away('50', '2026-09-07', '2026-09-09');
  await desk.run();
  expect(desk.support('now')).toEqual([]);

  desk.lucca = away('50', '2026-09-07', '2026-09-11');
  await desk.run();
  desk.type(supportTable, 0, 'sent', 'oui');
  await desk.run();
  expect(desk.support('state', 'number', 'remark')).toEqual([['transmis', '1', '']]);
  expect(desk.support('sentAt')[0]?.[0]).toMatch(/^26\/10\/2026/);
  expect(desk.lines('state')).toEqual([['au support']]);
  expect(desk.lines('remark')[0]?.[0]).toContain('Transmis au support le 26/10/2026');

  desk.lucca = [];
  await desk.run();
  expect(desk.support('now', 'state', 'number')).toEqual([
    ['du 07/09/2026 au 11/09/2026, maladie', 'transmis', '1'],
    ['supprimé', 'à transmettre', '2'],
  ]);
  desk.lucca = away('50', '2026-09-07', '2026-09-09');
  await desk.run();
  expect(desk.lines('state')).toEqual([['saisi']]);
  expect(desk.support('state')).toEqual([['transmis']]);
  expect(desk.support('remark')[0]?.[0]).toContain('prévenez le support');
});

test('de deux changements transmis, le dernier seul est à démentir', async () => {
  const desk = await typedDesk();
  desk.closed = ['2026-09'];
  for (const [at, to] of ['2026-09-11', '2026-09-15'].entries()) {
    desk.lucca = away('50', '2026-09-07', to);
    await desk.run();
    desk.type(supportTable, at, 'sent', 'oui');
    await desk.run();
  }
  desk.lucca = away('50', '2026-09-07', '2026-09-09');
  await desk.run();
  const remarks = desk.support('remark').flat();
  expect(remarks.map((remark) => remark.includes('prévenez le support'))).toEqual([false, true]);
});

test('ce qui attend d’une ligne illisible, ou de qui n’est plus connu, reste à transmettre', async () => {
  const desk = await typedDesk();
  desk.closed = ['2026-09'];
  desk.lucca = [];
  await desk.run();
  desk.known = ['2'];
  expect(await desk.run()).toBe(0);
  desk.known = ['1'];
  desk.type(stoppagesTable, 0, 'typedAs', 'la semaine du 7');
  expect(await desk.run()).toBe(0);
  expect(desk.support('state')).toEqual([['à transmettre']]);
});

test('la ligne supprimée par la personne : ce qui attendait d’elle s’en va', async () => {
  const desk = await typedDesk();
  desk.closed = ['2026-09'];
  desk.lucca = [];
  await desk.run();
  desk.company.book.tables.set(stoppagesTable.name, []);
  await desk.run();
  expect([desk.lines('state'), desk.support('state')]).toEqual([[], []]);
});

test('la reprise du mois d’avant : une ligne qui commence avant la date de début se suit comme les autres', async () => {
  const desk = await typedDesk();
  desk.more = { start: plainDate('2026-10-01') };
  expect(await desk.run()).toBe(0);
  desk.lucca = [];
  await desk.run();
  expect(desk.lines('state')).toEqual([['à retirer']]);
});
