/** From a file of payroll to the review: imported, matched, applied, and what Lucca then proposes. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { instant, plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import type { Employee } from '../../../shared/domain/people/employee.ts';
import { displayed, textCell } from '../../../shared/domain/review/cell.ts';
import { applyPlan, planLines, undoLastPlan } from '../../../shared/flows/apply.ts';
import { noAnswers } from '../../../shared/flows/people/matching/matchingReading.ts';
import {
  answered,
  applyMatching,
  matchPayroll,
  unlinkFiles,
  unlinkings,
  type PayrollMatching,
} from '../../../shared/flows/people/matching/matchPayroll.ts';
import { givenText } from '../../../shared/flows/people/payrollFile.ts';
import { numberListRows, prepareListImport, writeListImport } from '../../../shared/flows/people/payrollList.ts';
import { prepareReview, type Review } from '../../../shared/flows/prepareReview.ts';
import type { Clock } from '../../../shared/flows/ports.ts';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import { employeesBaseTable, employeesTable } from '../../../shared/tables/employeesTable.ts';
import { payrollListTable } from '../../../shared/tables/people/payrollListTable.ts';
import { readPayrollFile } from '../../../shared/tables/people/readPayrollFile.ts';
import { matchCounts, matchLines } from '../../../addin/taskpane/model/people/matching/matchingRows.ts';
import { FakeAccount } from '../../support/fakeService.ts';
import { MemoryBook } from '../../support/memoryBook.ts';
import { vectorsOf } from '../../cases/vectors.ts';

const [NIR, OTHER] = ['295109912611193', '255081416802538'];
let account: FakeAccount;
let book: MemoryBook;
let tick = 0;
const clock: Clock = {
  now: () => instant(`2026-10-26T19:${String(10 + tick++).padStart(2, '0')}:00.000Z`),
  wait: () => Promise.resolve(),
};

const person = (id: string, values: Employee['values']): Employee => ({ id, values });
const anne = person('1', { lastName: 'Durand', firstName: 'Anne', nir: NIR, city: 'Lyon', workEmail: 'anne@x.fr' });
const bruno = person('2', { lastName: 'Petit', firstName: 'Bruno', nir: null, workEmail: 'bruno@x.fr' });
const chloe = person('3', { lastName: 'Roy', firstName: 'Chloé', nir: OTHER });

const csv = `\ufeffSociété Exemple;;;
Matricule;Nom;Prénom;N° Sécu;Ville;E-mail
00012;DURAND;Anne;2 95 10 99 126 111 93;VILLEURBANNE;
00013;PETIT;B.;;Paris;bruno@x.fr
00099;ANCIEN;Luc;;;
`;

function given(text: string) {
  const file = givenText(new TextEncoder().encode(text));
  if (!file.ok) throw new RangeError(file.error);
  return readPayrollFile(file.value.grid, file.value.mapping);
}

const ports = () => ({ service: account.service(), book, clock });

async function bring(text: string) {
  const prepared = await prepareListImport(ports(), given(text).people);
  if (!prepared.ok) throw new Error(prepared.error.code);
  if (prepared.value.lines.length > 0)
    expect(await writeListImport(ports(), prepared.value)).toMatchObject({ ok: true });
  const { added, updated, unchanged, kept } = prepared.value;
  return { added, updated, unchanged, kept };
}

async function matched(): Promise<PayrollMatching> {
  const read = await matchPayroll(ports(), account.connection());
  if (!read.ok) throw new Error(read.error.from);
  return read.value;
}

async function reviewed(): Promise<Review> {
  const review = await prepareReview(ports(), { connection: account.connection(), months: [plainMonth('2026-10')] });
  if (!review.ok) throw new Error(review.error.from);
  return review.value;
}

const states = ({ matching }: PayrollMatching) =>
  matching.people.map(({ luccaId, state, file }) => [luccaId, state, file]);
const asked = ({ entries }: Review) =>
  entries.map(({ item, match }) => [
    item.key,
    item.kind,
    item.changes.map(({ column }) => column).join(),
    item.decision,
    match?.state,
  ]);
const listed = (...keys: readonly string[]) =>
  book.rows(payrollListTable).map(({ cells }) => keys.map((key) => displayed(cells[key] ?? { blank: true })));

beforeEach(() => {
  account = new FakeAccount();
  account.employees = [anne, bruno, chloe];
  book = new MemoryBook();
  tick = 0;
});

describe('bringing a file', () => {
  test('writes its people, and the same file again writes nothing', async () => {
    expect(await bring(csv)).toEqual({ added: 3, updated: 0, unchanged: 0, kept: 0 });
    expect(listed('line', 'employeeNumber', 'lastName', 'nir', 'city')).toEqual([
      ['P0001', '00012', 'DURAND', '2 95 10 99 126 111 93', 'VILLEURBANNE'],
      ['P0002', '00013', 'PETIT', '', 'Paris'],
      ['P0003', '00099', 'ANCIEN', '', ''],
    ]);
    expect(await bring(csv)).toEqual({ added: 0, updated: 0, unchanged: 3, kept: 0 });
  });

  test('updates by identifier or matricule, keeps links and what the file does not speak of, and is undone', async () => {
    await bring(csv);
    const [first] = book.rows(payrollListTable);
    if (first) first.cells['luccaId'] = textCell('1');
    const later = 'Matricule;Nom;Prénom;Ville\n00012;DURAND-ROY;Anne;\n00100;NOUVEAU;;Brest\n';
    expect(await bring(later)).toEqual({ added: 1, updated: 1, unchanged: 0, kept: 2 });
    expect(listed('line', 'lastName', 'city', 'luccaId')[0]).toEqual(['P0001', 'DURAND-ROY', 'VILLEURBANNE', '1']);
    expect(listed('line')[3]).toEqual(['P0004']);
    expect(await undoLastPlan(ports())).toMatchObject({ ok: true });
    expect(listed('line', 'lastName')).toEqual([
      ['P0001', 'DURAND'],
      ['P0002', 'PETIT'],
      ['P0003', 'ANCIEN'],
    ]);
  });

  test('two rows of one matricule are both kept, and never multiplied', async () => {
    const twice = 'Matricule;Nom;Prénom\n7;A;Anne\n7;B;Bruno\n';
    expect(given(twice).findings.map(({ code }) => code)).toEqual(['list.twice']);
    expect((await bring(twice)).added).toBe(2);
    expect((await bring(twice)).added).toBe(0);
  });

  test('totals, counts and repeated headings are nobody, and are told', () => {
    const { people, findings } = given(
      'Matricule;Nom;Prénom\n1;DURAND;Anne\nTotal;1;\nEffectif;1;\n8;TOTAL;\n9;;\n;TOTAL;8 salariés\nMatricule;Nom;Prénom\n2;PETIT;\n',
    );
    expect(people.map(({ at }) => at)).toEqual([2, 9]);
    expect(findings.map(({ code, facts }) => [code, facts['at']])).toEqual([
      ...['3', '4', '5', '6', '7'].map((at) => ['list.nobody', at]),
      ['list.headings', '8'],
    ]);
    for (const finding of findings) expect(findingText(finding)).toMatch(/^Ligne \d/);
  });

  test('the matricules of another company are other people: nothing is written over, under a link or not, and it is told', async () => {
    const head = 'Matricule;Nom;Prénom;Date de naissance;N° Sécu\n';
    await bring(`${head}00001;LE GOFF;Sophie;28/07/1964;\n00002;PETIT;Luc;;\n`);
    const [first] = book.rows(payrollListTable);
    if (first) first.cells['luccaId'] = textCell('1');
    const before = listed('line', 'lastName', 'firstName', 'luccaId');
    const second = `${head}00001;MARTIN;Marie;07/09/1983;\n00002;PETIT;Kévin;;\n`;
    const prepared = await prepareListImport(ports(), given(second).people);
    expect(prepared.ok && prepared.value.findings.map(({ code, facts }) => [code, facts['at'], facts['line']])).toEqual(
      [
        ['list.otherPerson', '2', 'P0001'],
        ['list.otherPerson', '3', 'P0002'],
      ],
    );
    expect(await bring(second)).toEqual({ added: 2, updated: 0, unchanged: 0, kept: 2 });
    expect(listed('line', 'lastName', 'firstName', 'luccaId').slice(0, 2)).toEqual(before);
    expect(await bring(second)).toEqual({ added: 0, updated: 0, unchanged: 2, kept: 2 });
  });

  test('an identifier given again to somebody else writes over nobody', async () => {
    await bring(`Identifiant;Nom;Prénom;NIR\nX1;DURAND;Anne;${NIR}\n`);
    expect((await bring(`Identifiant;Nom;Prénom;NIR\nX1;DURAND;Anne;${OTHER}\n`)).added).toBe(1);
    expect(listed('payrollId', 'nir')).toEqual([
      ['X1', NIR],
      ['X1', OTHER],
    ]);
  });

  test('somebody without a number is found again by the NIR, then by birth date and names', async () => {
    const head = 'Nom;Prénom;Date de naissance;NIR;Téléphone\n';
    await bring(`${head}DURAND;Anne;01/10/1995;${NIR};0600000001\nPETIT;Luc;02/03/1980;;0600000002\n`);
    const later = `${head}DURAND-ROY;Anne;01/10/1995;${NIR};0700000001\nPETIT;Luc;02/03/1980;;0700000002\n`;
    expect(await bring(later)).toEqual({ added: 0, updated: 2, unchanged: 0, kept: 0 });
    expect(listed('lastName', 'personalPhone')).toEqual([
      ['DURAND-ROY', '0700000001'],
      ['PETIT', '0700000002'],
    ]);
  });

  test('a matricule without its zeros is the same one, and the zeros stay; another matricule is another file', async () => {
    const head = 'Matricule;Nom;Prénom;NIR;Début de contrat\n';
    await bring(`${head}00001;DURAND;Anne;${NIR};01/01/2020\n`);
    expect(await bring(`${head}1;DURAND;Anne;${NIR};\n`)).toEqual({ added: 0, updated: 0, unchanged: 1, kept: 0 });
    expect(await bring(`${head}00002;DURAND;Anne;${NIR};01/07/2026\n`)).toMatchObject({ added: 1, kept: 1 });
    expect(listed('employeeNumber')).toEqual([['00001'], ['00002']]);
  });

  test('a NIR corrected under the same number, born on the same day with the same names, updates its row and is told', async () => {
    const head = 'Matricule;Établissement;Nom;Prénom;Date de naissance;NIR\n';
    await bring(`${head}1;Lyon;DURAND;Anne;01/10/1995;${OTHER}\n`);
    const corrected = `${head}1;Lyon;DURAND;Anne;01/10/1995;${NIR}\n`;
    const prepared = await prepareListImport(ports(), given(corrected).people);
    expect(prepared.ok && prepared.value.findings.map(findingText)).toEqual([
      'Ligne 2 du fichier\u00a0: le NIR de la ligne P0001 de «\u00a0Liste de la paie\u00a0» a changé, même dossier, même date de naissance et mêmes noms. Il est mis à jour\u00a0: vérifiez-le.',
    ]);
    expect(await bring(corrected)).toEqual({ added: 0, updated: 1, unchanged: 0, kept: 0 });
    expect(listed('line', 'nir')).toEqual([['P0001', NIR]]);
    await undoLastPlan(ports());
    expect(listed('line', 'nir')).toEqual([['P0001', OTHER]]);
  });

  test.each([
    ['another birth date', '1;Lyon;DURAND;Anne;02/10/1995'],
    ['no birth date', '1;Lyon;DURAND;Anne;'],
    ['a twin', '1;Lyon;DURAND;Zoé;01/10/1995'],
    ['a matricule without an establishment', '1;;DURAND;Anne;01/10/1995'],
  ])('another NIR under the same number is somebody else’s: %s', async (_, person) => {
    const head = 'Matricule;Établissement;Nom;Prénom;Date de naissance;NIR\n';
    await bring(`${head}1;Lyon;DURAND;Anne;01/10/1995;${OTHER}\n`);
    expect((await bring(`${head}${person};${NIR}\n`)).added).toBe(1);
    expect(listed('nir')).toEqual([[OTHER], [NIR]]);
  });

  const IBANS = ['FR7630006000011234567890189', 'FR7630004000031234567890143'] as const;
  test.each([
    ['a first name, under a matricule', 'Matricule;Nom;Prénom;IBAN', '7;LE GOFF;Sophie', '7;LE GOFF;Paulin'],
    ['an identifier', 'Identifiant;Nom;Prénom;IBAN', 'X;LE GOFF;Sophie', 'X;LE GOFF;Paulin'],
    ['an establishment', 'Etablissement;Matricule;Nom;Prénom;IBAN', 'A;7;DURAND;Marie', 'A;7;LEFEVRE;Marie'],
    ['names in one cell', 'Matricule;Nom et prénom;IBAN', '7;LE GOFF Sophie', '7;Zebulon Quentin'],
    ['a twin in one cell', 'Matricule;Nom et prénom;IBAN', '7;LE GOFF Sophie', '7;LE GOFF PAULIN'],
    ['two one-cell names', 'Matricule;Nom et prénom;IBAN', '7;DURAND MICHEL', '7;DURAND MICHELE'],
  ])('the row of somebody linked is not written over with another person: %s', async (_, head, first, second) => {
    await bring(`${head}\n${first};${IBANS[0]}\n`);
    const [row] = book.rows(payrollListTable);
    if (row) row.cells['luccaId'] = textCell('1');
    const before = listed('line', 'lastName', 'firstName', 'iban', 'luccaId');
    const prepared = await prepareListImport(ports(), given(`${head}\n${second};${IBANS[1]}\n`).people);
    expect(prepared.ok && prepared.value.findings.map(({ code, facts }) => [code, facts['line']])).toEqual([
      ['list.otherPerson', 'P0001'],
    ]);
    expect(await bring(`${head}\n${second};${IBANS[1]}\n`)).toMatchObject({ added: 1, updated: 0, kept: 1 });
    expect(listed('line', 'lastName', 'firstName', 'iban', 'luccaId')[0]).toEqual(before[0]);
    expect(await bring(`${head}\n${second};${IBANS[1]}\n`)).toMatchObject({ added: 0, unchanged: 1, kept: 1 });
  });

  test('a surname changed by marriage and a first name corrected update the row that the birth date or the NIR confirms', async () => {
    const head = 'Etablissement;Matricule;Nom;Prénom;Date de naissance;NIR\n';
    await bring(`${head}A;7;DURAND;Marie;02/03/1985;\nA;8;PETIT;Ane;;${NIR}\n`);
    const later = `${head}A;7;LEFEVRE;Marie;02/03/1985;\nA;8;PETIT;Anne;;${NIR}\n`;
    expect(await bring(later)).toMatchObject({ added: 0, updated: 2 });
    expect(listed('lastName', 'firstName')).toEqual([
      ['LEFEVRE', 'Marie'],
      ['PETIT', 'Anne'],
    ]);
  });

  test('somebody of a list without numbers is found again by names in one cell', async () => {
    const head = 'Nom et prénom;Date de naissance;Téléphone\n';
    await bring(`${head}DURAND ANNE;01/10/1995;0600000001\n`);
    expect(await bring(`${head}DURAND ANNE;01/10/1995;0700000001\n`)).toMatchObject({ added: 0, updated: 1 });
  });

  test('names in one cell leave surname and first name told apart; two cells take the place of one', async () => {
    await bring('Matricule;Nom;Prénom\n7;Durand;Paul\n');
    expect(await bring('Matricule;Nom et prénom;Ville\n7;Durand Paul;Lyon\n')).toMatchObject({ updated: 1 });
    expect(listed('lastName', 'firstName', 'city')).toEqual([['Durand', 'Paul', 'Lyon']]);
    await bring('Matricule;Nom et prénom\n8;Petit Luc\n');
    expect(await bring('Matricule;Nom;Prénom\n8;Petit;Luc\n')).toMatchObject({ updated: 1 });
    expect(listed('lastName', 'firstName')[1]).toEqual(['Petit', 'Luc']);
  });

  test('a value that was lost or spoilt on its way takes the place of no good one, and it is told', async () => {
    const head = 'Etablissement;Matricule;Nom;Prénom;N° SS;Date de naissance;IBAN;Email personnel\n';
    const good = ['285037511622247', '02/03/1985', IBANS[0], 'm@x.fr'];
    await bring(`${head}A;7;DURAND;Marie;${good.join(';')}\n`);
    const spoilt = given(`${head}A;7;DURAND;Marie;2,85038E+14;02/03/85;FR76 3000 6000;néant\n`).people;
    const prepared = await prepareListImport(ports(), spoilt);
    expect(prepared.ok && [prepared.value.lines, prepared.value.unchanged]).toEqual([[], 1]);
    expect(prepared.ok && prepared.value.findings.map(findingText)).toEqual([
      'Ligne 2 du fichier\u00a0: une valeur perdue ou illisible ne remplace pas une bonne (Numéro de sécurité sociale, Date de naissance, IBAN, E-mail personnel). Dans «\u00a0Liste de la paie\u00a0», ligne P0001, l’ancienne valeur est gardée.',
    ]);
    expect(listed('nir', 'birthDate', 'iban', 'personalEmail')).toEqual([good]);
    await bring(`${head}A;8;PETIT;Luc;2,85038E+14;;;\n`);
    expect(await bring(`${head}A;8;PETIT;Luc;2,85039E+14;;;\n`)).toMatchObject({ updated: 1 });
  });

  test('the number of a row that is gone is given to nobody else', async () => {
    await bring(csv);
    book.tables.get(payrollListTable.name)?.splice(1);
    expect(await bring('Matricule;Nom;Prénom\n00200;NEUF;Luc\n')).toMatchObject({ added: 1, kept: 1 });
    expect(listed('line')).toEqual([['P0001'], ['P0004']]);
  });

  test('a corrected NIR that another row bears corrects nobody', async () => {
    const head = 'Identifiant;Nom;Prénom;Date de naissance;NIR\n';
    await bring(`${head}X1;DURAND;Anne;01/10/1995;${OTHER}\nX2;PETIT;Luc;02/03/1980;${NIR}\n`);
    expect((await bring(`${head}X1;DURAND;Anne;01/10/1995;${NIR}\n`)).added).toBe(1);
    expect(listed('payrollId', 'nir')).toEqual([
      ['X1', OTHER],
      ['X2', NIR],
      ['X1', NIR],
    ]);
  });

  test('what is wrong is told at its place, and kept as it is', () => {
    const bad = `Matricule;Nom;NIR;Né le;IBAN;Étudiant;Ville
1;A;2,95E+14;31/02/1990;FR00;peut-être;=1+1
Total;;;;;;
`;
    const { people, findings } = given(bad);
    expect(findings.map(({ code, facts }) => [code, facts['at']])).toEqual([
      ['list.mangled', '2:3'],
      ['list.date', '2:4'],
      ['list.iban', '2:5'],
      ['list.boolean', '2:6'],
      ['list.formula', '2:7'],
      ['list.nobody', '3'],
    ]);
    expect(displayed(people[0]?.cells['nir'] ?? textCell(''))).toBe('2,95E+14');
    expect(people[0]?.cells['city']).toEqual({ text: '=1+1' });
    for (const finding of findings) expect(findingText(finding)).not.toContain('2,95');
  });
});

describe('matching', () => {
  beforeEach(() => bring(csv));

  test('says who is who, before anything of Lucca is in the workbook', async () => {
    expect(states(await matched())).toEqual([
      ['1', 'match', 'P0001'],
      ['2', 'toConfirm', null],
      ['3', 'create', null],
    ]);
  });

  test('an arrival whom payroll may have is never accepted by default', async () => {
    const review = await reviewed();
    expect(asked(review).map(([key, kind, , decision, state]) => [key, kind, decision, state])).toEqual([
      ['1', 'added', 'undecided', 'match'],
      ['2', 'added', 'undecided', 'toConfirm'],
      ['3', 'added', 'accept', undefined],
    ]);
    expect(review.findings.map(findingText)).toEqual([
      '2 personnes sont dans la liste de la paie ou pourraient y être\u00a0: rapprochez-les d’abord (Salariés, «\u00a0Rapprocher avec la paie\u00a0»). En attendant, leur création n’est pas proposée d’office.',
    ]);
  });

  test('nor is one whose row was pasted without a number, or while the list cannot be read', async () => {
    for (const { cells } of book.rows(payrollListTable)) cells['line'] = textCell('');
    expect(asked(await reviewed()).map(([key, , , decision]) => [key, decision])).toEqual([
      ['1', 'undecided'],
      ['2', 'undecided'],
      ['3', 'accept'],
    ]);
    expect((await matched()).findings.map(({ code, facts }) => [code, facts])).toEqual([
      ['listUnnumbered', { rows: 3 }],
    ]);
    const broken = { state: 'broken' as const, sheet: 'Liste de la paie', missingHeadings: ['Rapprochement'] };
    const read: typeof book.read = async (tables) => {
      const { value } = await book.read(tables);
      return { ok: true, value: { ...value, [payrollListTable.name]: broken } };
    };
    const spoilt = { ...ports(), book: Object.assign(Object.create(book) as MemoryBook, { read }) };
    const request = { connection: account.connection(), months: [] };
    expect(await prepareReview(spoilt, request)).toMatchObject({ ok: false, error: { code: 'tables' } });
  });

  test('rows pasted without a number are given one where they stand, keep what was typed, and are then linked', async () => {
    book.rows(payrollListTable).forEach((row, at) => {
      row.cells['line'] = textCell(at === 1 ? 'P0007' : '');
      row.others = [{ heading: 'Service', cell: textCell(`S${at}`) }];
    });
    book.tables
      .get(payrollListTable.name)
      ?.push({ cells: {}, others: [{ heading: 'Service', cell: textCell('note') }] });
    const given = await numberListRows(ports());
    expect(given).toMatchObject({ ok: true, value: { numbered: 2, report: { refused: [] } } });
    expect(listed('line', 'lastName')).toEqual([
      ['P0008', 'DURAND'],
      ['P0007', 'PETIT'],
      ['P0009', 'ANCIEN'],
      ['', ''],
    ]);
    expect(book.rows(payrollListTable).map(({ others }) => others.map(({ cell }) => displayed(cell)))).toEqual([
      ['S0'],
      ['S1'],
      ['S2'],
      ['note'],
    ]);
    expect(states(await matched())[0]).toEqual(['1', 'match', 'P0008']);
    expect(await numberListRows(ports())).toEqual({ ok: true, value: { numbered: 0, report: null } });
    expect(await undoLastPlan(ports())).toMatchObject({ ok: true, value: { refused: [] } });
    expect(listed('line')).toEqual([[''], ['P0007'], [''], ['']]);
  });

  test('a pasted row is updated by the file that has the same person, under the number that it then gets', async () => {
    for (const { cells } of book.rows(payrollListTable)) cells['line'] = textCell('');
    expect(await bring('Matricule;Nom;Ville\n00012;DURAND;Brest\n')).toEqual({
      added: 0,
      updated: 1,
      unchanged: 0,
      kept: 2,
    });
    expect(listed('line', 'city')).toEqual([
      ['P0004', 'Brest'],
      ['P0005', 'Paris'],
      ['P0006', ''],
    ]);
  });

  test('applied, the review shows what Lucca alone has and where both differ; then it is empty', async () => {
    const reading = await matched();
    const confirmed = answered(reading, { ...noAnswers, links: new Map([['2', 'P0002']]) });
    expect(await applyMatching(ports(), confirmed)).toMatchObject({ ok: true, value: { refused: [] } });
    expect(listed('line', 'luccaId', 'state', 'keys')).toEqual([
      ['P0001', '1', 'rattaché', 'NIR'],
      ['P0002', '2', 'confirmé', 'e-mail'],
      ['P0003', '', 'absent de Lucca', ''],
    ]);
    expect(book.rows(employeesTable).map(({ cells }) => displayed(cells['city'] ?? textCell('')))).toEqual([
      'VILLEURBANNE',
      'Paris',
    ]);
    expect(book.rows(employeesBaseTable)).toEqual([]);

    const review = await reviewed();
    const [cells, arrivals] = [false, true].map((isArrival) =>
      asked(review).filter(([, kind]) => (kind === 'added') === isArrival),
    );
    expect(cells?.map(([key, kind, columns]) => [key, kind, columns])).toEqual([
      ['1', 'conflict', 'city'],
      ['1', 'changed', 'workEmail'],
      ['2', 'conflict', 'firstName'],
    ]);
    expect(arrivals?.map(([key]) => key)).toEqual(['3']);
    expect(
      await applyPlan(ports(), planLines(review, new Map(review.entries.map(({ item }) => [item.id, 'accept'])))),
    ).toMatchObject({ ok: true });
    expect((await reviewed()).entries).toEqual([]);
  });

  test('is undone in one step, and applied twice writes nothing', async () => {
    const before = listed('line', 'luccaId', 'state', 'keys', 'detail');
    await applyMatching(ports(), await matched());
    expect(await applyMatching(ports(), await matched())).toMatchObject({ ok: false, error: { code: 'nothing' } });
    expect(await undoLastPlan(ports())).toMatchObject({ ok: true });
    expect(book.rows(employeesTable)).toEqual([]);
    expect(listed('line', 'luccaId', 'state', 'keys', 'detail')).toEqual(before);
  });

  test('its account is known from the first link: another one is refused, an undone update later too', async () => {
    const refused = async () => {
      const connection = { ...account.connection(), host: 'autre.ilucca.net' };
      const review = await prepareReview(ports(), { connection, months: [] });
      const matching = await matchPayroll(ports(), connection);
      return [review, matching].map((each) => (each.ok ? 'accepted' : 'code' in each.error && each.error.code));
    };
    const other = await matchPayroll(ports(), { ...account.connection(), host: 'autre.ilucca.net' });
    if (!other.ok) throw new Error(other.error.from);
    expect(await refused()).toEqual(['accepted', 'accepted']);
    await applyMatching(ports(), await matched());
    expect(await refused()).toEqual(['otherConnection', 'otherConnection']);
    // A comparison that another pane made before the links were written.
    expect(await applyMatching(ports(), other.value)).toMatchObject({ ok: false, error: { code: 'otherAccount' } });
    const review = await reviewed();
    expect(review.findings.map(({ code }) => code)).not.toContain('originLost');
    await applyPlan(ports(), planLines(review, new Map()));
    await undoLastPlan(ports());
    expect(await refused()).toEqual(['otherConnection', 'otherConnection']);
    await undoLastPlan(ports());
    expect(await refused()).toEqual(['accepted', 'accepted']);
  });

  test('a list that links nobody is no account’s', async () => {
    account.employees = [bruno];
    expect(await applyMatching(ports(), await matched())).toMatchObject({ ok: true });
    const connection = { ...account.connection(), host: 'autre.ilucca.net' };
    expect(await prepareReview(ports(), { connection, months: [] })).toMatchObject({ ok: true });
  });

  test('a homonym born another day is not proposed, and says so', async () => {
    account.employees = [person('4', { lastName: 'Ancien', firstName: 'Luc', birthDate: '1980-03-02' })];
    const born = () => matched().then((compared) => matchLines(compared, 'luccaOnly')[0]);
    expect(await born()).toMatchObject({ proposed: 'P0003', candidates: [{ differences: [] }] });
    const [, , row] = book.rows(payrollListTable);
    if (row) row.cells['birthDate'] = textCell('03/02/1980');
    const line = await born();
    expect([line?.proposed, line?.candidates]).toEqual([
      undefined,
      [{ id: 'P0003', keys: [], shared: [], differences: ['birthDate'] }],
    ]);
  });

  test('a second file of somebody linked is told as one', async () => {
    await applyMatching(ports(), await matched());
    await bring(`Matricule;Nom;Prénom;NIR\n00500;DURAND;Anne;${NIR}\n`);
    await applyMatching(ports(), await matched());
    expect(listed('line', 'luccaId', 'state')[3]).toEqual(['P0004', '', 'deuxième dossier']);
    const compared = await matched();
    expect(matchCounts(compared)).toMatchObject({ second: 1, payrollOnly: 1 });
    expect(matchLines(compared, 'second')).toMatchObject([
      { id: 'P0004', name: 'DURAND Anne', second: { luccaId: '1', line: 'P0001' } },
    ]);
  });

  test('somebody unlinked is proposed that row no more, and undoing links them again', async () => {
    await applyMatching(ports(), await matched());
    const reading = await matched();
    const match = reading.matching.people.find(({ luccaId }) => luccaId === '1');
    if (!match) throw new Error('nobody');
    const refusals = unlinkings(match);
    expect(refusals).toEqual([{ luccaId: '1', file: 'P0001', strong: ['nir'] }]);
    const said = answered(reading, { ...noAnswers, refusals });
    expect(states(said)[0]).toEqual(['1', 'create', null]);
    expect(await applyMatching(ports(), said)).toMatchObject({ ok: true, value: { refused: [] } });
    expect(listed('line', 'luccaId', 'state')[0]).toEqual(['P0001', '', 'absent de Lucca']);
    expect(states(await matched())[0]).toEqual(['1', 'create', null]);
    expect(await applyMatching(ports(), await matched())).toMatchObject({ ok: false, error: { code: 'nothing' } });
    expect(await undoLastPlan(ports())).toMatchObject({ ok: true });
    expect(listed('line', 'luccaId', 'state')[0]).toEqual(['P0001', '1', 'rattaché']);
    expect(states(await matched())[0]).toEqual(['1', 'linked', 'P0001']);
  });

  test('what was refused of a row that is gone holds for nobody else, and is forgotten', async () => {
    await applyMatching(ports(), await matched());
    const reading = await matched();
    const match = reading.matching.people.find(({ luccaId }) => luccaId === '1');
    if (!match) throw new Error('nobody');
    await applyMatching(ports(), answered(reading, { ...noAnswers, refusals: unlinkings(match) }));
    book.tables.get(payrollListTable.name)?.shift();
    await bring(`Matricule;Nom;Prénom;NIR\n00012;DURAND;Anne;${NIR}\n`);
    const again = await matched();
    expect(states(again)[0]).toEqual(['1', 'match', 'P0004']);
    expect(again.reading.refusals.map(({ file }) => file)).toEqual(['P0001']);
    expect(await applyMatching(ports(), again)).toMatchObject({ ok: true, value: { refused: [] } });
    expect((await matched()).reading.refusals).toEqual([]);
    await undoLastPlan(ports());
    expect((await matched()).reading.refusals.map(({ file }) => file)).toEqual(['P0001']);
  });

  test('unlinked by its row alone: nothing else is written', async () => {
    await applyMatching(ports(), await matched());
    await bring(`Matricule;Nom;Prénom;NIR\n00700;ROY;Chloé;${OTHER}\n`);
    expect(await unlinkFiles(ports(), await matched(), new Set(['P0001']))).toMatchObject({ ok: true });
    expect(listed('line', 'luccaId').filter(([line]) => line === 'P0001' || line === 'P0004')).toEqual([
      ['P0001', ''],
      ['P0004', ''],
    ]);
    expect(states(await matched()).map(([id, state]) => [id, state])).toEqual([
      ['1', 'create'],
      ['2', 'toConfirm'],
      ['3', 'match'],
    ]);
  });

  test('of two rows with one link, the one that is refused is linked no more', async () => {
    await applyMatching(ports(), await matched());
    await bring(`Matricule;Nom;Prénom;NIR\n00500;DURAND;Anne;${NIR}\n`);
    const second = book.rows(payrollListTable)[3];
    if (second) second.cells['luccaId'] = textCell('1');
    expect(states(await matched())[0]).toEqual(['1', 'conflict', null]);
    const refusals = [{ luccaId: '1', file: 'P0004', strong: ['nir' as const] }];
    await applyMatching(ports(), answered(await matched(), { ...noAnswers, refusals }));
    expect(states(await matched())[0]).toEqual(['1', 'linked', 'P0001']);
    expect(listed('line', 'luccaId')[3]).toEqual(['P0004', '']);
  });

  test('a refusal is remembered from one reading to the next', async () => {
    const refusals = [{ luccaId: '2', file: 'P0002', strong: [] }];
    await applyMatching(ports(), answered(await matched(), { ...noAnswers, refusals }));
    expect(states(await matched())[1]).toEqual(['2', 'create', null]);
    expect(asked(await reviewed())[1]?.slice(3)).toEqual(['accept', undefined]);
  });

  test('a stored link is checked again: another NIR is told at its cell', async () => {
    await applyMatching(ports(), await matched());
    account.employees = [person('1', { ...anne.values, nir: OTHER })];
    const { findings } = await matched();
    expect(findings).toMatchObject([
      { code: 'linkDoubtful', place: { key: 'P0001', column: 'luccaId' }, facts: { line: 'P0001' } },
    ]);
  });
});

describe('examples of the reference: employee-sync', () => {
  const about = (id: string) => vectorsOf('employee-sync').find((each) => each.id === id);

  test('01: somebody with missing data is created all the same, and completed at the next update', async () => {
    const expected = about('employee-sync-01')?.expected;
    account.employees = [person('9', { lastName: 'Durand', firstName: 'Anne', nir: null })];
    const review = await reviewed();
    const [entry] = review.entries;
    const created = entry?.item.kind === 'added' && entry.item.decision === 'accept';
    const missing = displayed(entry?.about['missing'] ?? textCell('')) === 'Numéro de sécurité sociale' ? ['nir'] : [];
    await applyPlan(ports(), planLines(review, new Map()));
    account.employees = [person('9', { lastName: 'Durand', firstName: 'Anne', nir: NIR })];
    const [next] = (await reviewed()).entries;
    const completedAt = next?.item.kind === 'changed' && next.item.changes[0]?.column === 'nir' ? 'next sync' : null;
    expect({ created, missing, completedAt }).toEqual(expected);
  });

  test('02: a person deleted in Lucca is flagged, nothing of their contract changes', async () => {
    const expected = about('employee-sync-02')?.expected;
    account.employees = [person('9', { lastName: 'Durand', contractStart: '2021-01-01', contractEnd: null })];
    await applyPlan(ports(), planLines(await reviewed(), new Map()));
    account.employees = [];
    const review = await reviewed();
    const columns = review.entries.flatMap(({ item }) => item.changes.map(({ column }) => column));
    expect(review.entries.map(({ item }) => item.kind)).toEqual(['gone']);
    await applyPlan(ports(), planLines(review, new Map()));
    const [row] = book.rows(employeesTable);
    const targetChanged =
      columns.some((each) => each !== 'situation') ||
      row === undefined ||
      (row.cells['contractEnd'] !== undefined && displayed(row.cells['contractEnd']) !== '');
    const message =
      displayed(row?.cells['situation'] ?? textCell('')) === 'absent de Lucca' ? 'end the contract in payroll' : null;
    expect({ targetChanged, message }).toEqual(expected);
  });

  test('05: what payroll changes is never sent to Lucca', async () => {
    const expected = about('employee-sync-05')?.expected;
    account.employees = [person('9', { lastName: 'Durand', personalPhone: '+33600000000' })];
    await applyPlan(ports(), planLines(await reviewed(), new Map()));
    const [row] = book.rows(employeesTable);
    if (row) row.cells['personalPhone'] = textCell('+33612345678');
    const before = structuredClone(account.employees);
    const review = await reviewed();
    expect(review.kept).toEqual([{ key: '9', column: 'personalPhone' }]);
    expect({
      sourceChanged: JSON.stringify(account.employees) !== JSON.stringify(before) || review.entries.length > 0,
    }).toEqual(expected);
  });
});
