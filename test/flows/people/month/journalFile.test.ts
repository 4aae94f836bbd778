/** The file of a journal: whose each line is, which months and which lines it replaces, and what is left out, told. */
import { describe, expect, test } from '@jest/globals';
import { plainMonth } from '../../../../shared/domain/calendar/plainDate.ts';
import { journalMonthOf } from '../../../../shared/domain/people/month/journalMonth.ts';
import type { Grid } from '../../../../shared/domain/people/payrollList/grid.ts';
import { blank, displayed } from '../../../../shared/domain/review/cell.ts';
import { journalIn, journalLines, journalText } from '../../../../shared/flows/people/month/bringJournal.ts';
import {
  computePayrollCheck,
  writePayrollCheck,
  type PayrollCheck,
} from '../../../../shared/flows/people/month/computePayrollCheck.ts';
import { findingText } from '../../../../shared/messages/fr/findings.ts';
import { payrollJournalTable } from '../../../../shared/tables/people/payrollCheckTables.ts';
import { MonthCompany, sound } from './monthCompany.ts';

const OCTOBER = plainMonth('2026-10');

function grid(text: string): Grid {
  const read = journalText(Buffer.from(text, 'utf8'));
  if (!read) throw new RangeError('no text');
  return read;
}

const mapped = (text: string) => journalIn({ grids: [grid(text)] });

async function brought(company: MonthCompany, text: string, file = 'journal.csv'): Promise<PayrollCheck> {
  const journal = sound(mapped(text));
  const bring = (snapshot: Parameters<typeof journalLines>[0]) => journalLines(snapshot, journal, OCTOBER, file);
  const check = sound(await computePayrollCheck(company.ports, { month: OCTOBER, bring }));
  sound(await writePayrollCheck(company.ports, check));
  return check;
}

const held = (company: MonthCompany) =>
  company.book
    .rows(payrollJournalTable)
    .map(({ cells }) =>
      ['establishment', 'employeeNumber', 'code', 'quantity'].map((key) => displayed(cells[key] ?? blank)).join(' '),
    );
const codes = ({ findings }: PayrollCheck) =>
  findings.map(({ code }) => code).filter((code) => code.startsWith('journal') && code !== 'journalOtherCodes');
const sentences = ({ findings }: PayrollCheck) => findings.map(findingText);

describe('the file of a payroll journal', () => {
  test('a line under its person is theirs; after a total it is of nobody, and told with its number', async () => {
    const company = await MonthCompany.begun();
    const check = await brought(
      company,
      [
        'Etablissement;Matricule;Code;Libellé;Nombre',
        'Lyon;0001;1000;Salaire;151,67',
        ';;4210;Titres;22',
        ';;;Sous-total;173',
        'Lyon;0002;;;',
        ';;4210;Titres;21',
        'Total;;4210;Titres;43',
        ';;4210;Titres;43',
      ].join('\n'),
    );
    expect(held(company)).toEqual(['Lyon 0001 1000 151,67', 'Lyon 0001 4210 22', 'Lyon 0002 4210 21']);
    expect(check.kept).toBe(3);
    expect(sentences(check)).toContain(
      '2 lignes du fichier ont un code sans matricule et ne sont pas lues\u00a0: lignes 7, 8.',
    );
  });

  test('the file of another establishment stays; the same one again replaces its lines, which is told', async () => {
    const company = await MonthCompany.begun();
    const head = 'Etablissement;Matricule;Code;Nombre\n';
    expect(codes(await brought(company, `${head}Lyon;0001;4210;22\nLyon;0002;4210;22`))).toEqual(['journalColumns']);
    const second = await brought(company, `${head}Lille;0001;4210;20`);
    expect(held(company)).toEqual(['Lyon 0001 4210 22', 'Lyon 0002 4210 22', 'Lille 0001 4210 20']);
    expect(codes(second)).toContain('journalKeptBeside');
    const again = await brought(company, `${head}Lyon;0001;4210;19`, 'corrigé.csv');
    expect(held(company).sort()).toEqual(['Lille 0001 4210 20', 'Lyon 0001 4210 19']);
    expect(sentences(again)).toContain(
      '2 lignes lues avant sont remplacées, du même établissement ou du même fichier.',
    );
  });

  test('without an establishment, a file replaces its own lines alone', async () => {
    const company = await MonthCompany.begun();
    await brought(company, 'Matricule;Code;Nombre\n0001;4210;22', 'lyon.csv');
    await brought(company, 'Matricule;Code;Nombre\n0002;4210;20', 'lille.csv');
    await brought(company, 'Matricule;Code;Nombre\n0002;4210;21', 'Lille.csv');
    expect(held(company)).toEqual([' 0001 4210 22', ' 0002 4210 21']);
  });

  test('of a file of two months, the month asked alone, and the others are counted', async () => {
    const company = await MonthCompany.begun();
    const check = await brought(
      company,
      'Période;Matricule;Code;Nombre\n09/2026;0001;4210;20\noctobre 2026;0001;4210;22\n01/10/2026;0002;4210;21\nP;0003;4210;5',
    );
    expect(held(company)).toEqual([' 0001 4210 22', ' 0002 4210 21', ' 0003 4210 5']);
    expect(sentences(check)).toEqual(
      expect.arrayContaining([
        '1 ligne d’un autre mois est laissée de côté\u00a0: seul octobre 2026 est pointé.',
        '1 ligne a un mois qui ne se lit pas\u00a0: octobre 2026 est pris. Vérifiez le fichier.',
        'Colonnes lues dans le fichier\u00a0: Mois = Période, Matricule = Matricule, Code = Code, Quantité = Nombre.',
      ]),
    );
  });

  test.each([
    ['2026-10', '2026-10'],
    ['202610', '2026-10'],
    ['10/2026', '2026-10'],
    ['Octobre 2026', '2026-10'],
    ['août-26', '2026-08'],
    ['01/10/2026', '2026-10'],
    ['du 01/10/2026 au 31/10/2026', '2026-10'],
    ['jui 2026', undefined],
    ['13/2026', undefined],
    ['22', undefined],
  ])('the month « %s » is %s', (text, month) => expect(journalMonthOf(text)).toBe(month));

  test('a file without a column of figures is not read: its headings are told', () => {
    expect(mapped('Matricule;Code;Montants divers\n1;2;3')).toEqual({
      ok: false,
      error: { headings: ['Matricule', 'Code', 'Montants divers'], lacks: 'figures' },
    });
  });

  test('of several sheets, the one that is a journal is read and told; another may be chosen', async () => {
    const sheet = (name: string, text: string) => ({ ...grid(text), sheet: name });
    const grids = [
      sheet('Lisez-moi', 'Bonjour'),
      sheet('Modèle', 'Matricule;Code;Nombre'),
      sheet('Oct.', 'Matricule;Code;Nombre\n0001;4210;22'),
      sheet('Sept.', 'Matricule;Code;Nombre\n0001;4210;20'),
    ];
    const company = await MonthCompany.begun();
    const read = async (chosen?: string) => {
      const journal = sound(journalIn({ grids, unread: ['Caché'], ...(chosen ? { sheet: chosen } : {}) }));
      const bring = (snapshot: Parameters<typeof journalLines>[0]) =>
        journalLines(snapshot, journal, OCTOBER, 'j.xlsx');
      const check = sound(await computePayrollCheck(company.ports, { month: OCTOBER, bring }));
      sound(await writePayrollCheck(company.ports, check));
      return sentences(check)[0];
    };
    expect(await read()).toBe(
      'Feuille lue\u00a0: «\u00a0Oct.\u00a0». Pas lues\u00a0: Lisez-moi, Modèle, Sept., Caché.',
    );
    expect(held(company)).toEqual([' 0001 4210 22']);
    expect(await read('sept.')).toBe(
      'Feuille lue\u00a0: «\u00a0Sept.\u00a0». Pas lues\u00a0: Lisez-moi, Modèle, Oct., Caché.',
    );
    expect(held(company)).toEqual([' 0001 4210 20']);
  });

  test('a line with a code of its own is a rubrique of its person, whatever its label', async () => {
    const company = await MonthCompany.begun();
    await brought(
      company,
      [
        'Etablissement;Matricule;Nom;Code;Libellé;Nombre',
        'Lyon;0001;A;1000;Salaire;151,67',
        ';;;2000;Total brut;',
        ';;;4210;Titres;22',
        'Lyon;0002;B;4210;Titres;21',
        'Total Lyon;;;4210;Titres;43',
        ';;;4210;Titres;43',
      ].join('\n'),
    );
    expect(held(company)).toEqual([
      'Lyon 0001 1000 151,67',
      'Lyon 0001 2000 ',
      'Lyon 0001 4210 22',
      'Lyon 0002 4210 21',
    ]);
  });

  test('a blank « Nombre » is read in « Base », row by row, and told; not when the person bound a column', async () => {
    const company = await MonthCompany.begun();
    const text = 'Matricule;Code;Nombre;Base\n0001;4210;;22\n0002;4210;21;1500';
    const check = await brought(company, text);
    expect(held(company)).toEqual([' 0001 4210 22', ' 0002 4210 21']);
    expect(sentences(check)).toContain(
      'Colonnes lues dans le fichier\u00a0: Matricule = Matricule, Code = Code, Quantité = Nombre, sinon Base.',
    );
    expect(sound(journalIn({ grids: [grid(text)] }, { quantity: 'Nombre' })).spares).toEqual({});
  });

  test('without headings, columns are named by their place, never by what they hold, and every row is read', async () => {
    const text = 'Lyon;0001;4210;22;295109912611193\nLyon;0002;4210;21;185037511622297';
    expect(mapped(text)).toEqual({
      ok: false,
      error: {
        headings: ['Colonne A (1re)', 'Colonne B (2e)', 'Colonne C (3e)', 'Colonne D (4e)', 'Colonne E (5e)'],
        lacks: 'keys',
        isUntitled: true,
      },
    });
    const bound = {
      establishment: 'Colonne A',
      employeeNumber: 'Colonne B (2e)',
      code: 'Colonne C',
      quantity: 'colonne d',
    };
    const company = await MonthCompany.begun();
    const journal = sound(journalIn({ grids: [grid(text)] }, bound));
    const bring = (snapshot: Parameters<typeof journalLines>[0]) => journalLines(snapshot, journal, OCTOBER, 'j.csv');
    const check = sound(await computePayrollCheck(company.ports, { month: OCTOBER, bring }));
    sound(await writePayrollCheck(company.ports, check));
    expect(held(company)).toEqual(['Lyon 0001 4210 22', 'Lyon 0002 4210 21']);
    expect(codes(check)).toEqual(['journalNoHeadings', 'journalColumns']);
  });

  test('a quote that does not close loses no line of the journal, and is told', async () => {
    const company = await MonthCompany.begun();
    const check = await brought(company, 'Matricule;Libellé;Code;Nombre\n0001;"Titres;4210;22\n0002;Titres;4210;21\n');
    expect(held(company)).toEqual([' 0001 4210 22', ' 0002 4210 21']);
    expect(sentences(check).join()).toContain('Ligne 2\u00a0: un guillemet s’ouvre et ne se referme pas.');
  });
});
