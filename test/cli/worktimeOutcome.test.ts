/** What a month of working time comes to: for a person, for a machine, and the exit code. */
import { describe, expect, test } from '@jest/globals';
import type { Outcome } from '../../server/cli/outcome.ts';
import {
  countedOutcome,
  exportOutcome,
  toFillFirst,
  toFillOutcome,
  worktimeOutcome,
} from '../../server/cli/worktimeOutcome.ts';
import { worktimeReportSchema } from '../../shared/contracts/worktimeReport.ts';
import { plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { prepareExport } from '../../shared/flows/worktime/prepareExport.ts';
import { confirmExport } from '../../shared/flows/worktime/timeExports.ts';
import { timeAccountsTable } from '../../shared/tables/worktime/timeAccountsTable.ts';
import { timeCorrectionsTable } from '../../shared/tables/worktime/timeCorrectionsTable.ts';
import { TimeCompany } from '../flows/worktime/timeCompany.ts';
import { sound } from '../support/smallCompany.ts';

/** The schedule of these people keeps no holiday, which is told and is not looked at here. */
async function told(company: TimeCompany, month = '2026-10'): Promise<Outcome> {
  const computation = await company.computed(month);
  const findings = computation.findings.filter(({ code }) => code !== 'timeHolidayDiffers');
  return countedOutcome({ ...computation, findings }, 'Personne.');
}

async function reportOf(company: TimeCompany, month = '2026-10') {
  return worktimeReportSchema.parse((await told(company, month)).facts['report']);
}

/** What is said before what is to be seen. */
function said({ lines }: Outcome): readonly string[] {
  const end = lines.findIndex((line) => line.endsWith('à voir :'));
  return lines.slice(1, end === -1 ? undefined : end);
}

describe('a month', () => {
  test('is well when everything is counted: accounts with their people, their hours and what is handed over', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-10-05', 9, 9, 8, 8, 8);
    company.week('2', '2026-10-05', 10, 9, 9, 9, 9);
    const outcome = await told(company);
    expect([outcome.exit, outcome.lines[0], said(outcome)]).toEqual([
      'done',
      'Temps de travail, octobre 2026',
      [
        '  HS25 (Heures supp. 25 %) : 2 personnes, 15\u00a0h ce mois-ci, solde 15\u00a0h, à exporter 15,00\u00a0h',
        '  HS50 (Heures supp. 50 %) : 1 personne, 3\u00a0h ce mois-ci, solde 3\u00a0h, à exporter 3,00\u00a0h',
      ],
    ]);
  });

  test('of which nothing is counted says so; nobody in « Salariés » is told', async () => {
    const company = await TimeCompany.begun();
    expect(said(await told(company))).toEqual(['  Rien n’est à compter sur les comptes ce mois-ci.']);
    company.book.tables.set('Passerelle_Salaries', []);
    expect(await told(company)).toMatchObject({ exit: 'attention', lines: expect.arrayContaining(['Personne.']) });
  });

  test('with weeks that wait asks for attention, week by week', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-10-12', 9, 9, 8, 8, 8);
    company.week('1', '2026-10-05', 8, 8, 8, 8, 8);
    company.week('2', '2026-10-05', 8, 8, 8, 8, 8);
    for (const [id, monday] of [
      ['1', '2026-10-12'],
      ['1', '2026-10-05'],
      ['2', '2026-10-05'],
    ] as const)
      company.wait(id, monday);
    const outcome = await told(company);
    expect([outcome.exit, said(outcome).slice(1)]).toEqual([
      'attention',
      [
        '2 semaines attendent une feuille approuvée, et rien n’en est compté :',
        '  du 05/10/2026 au 11/10/2026 : 2 personnes, 80\u00a0h de temps déclaré',
        '  du 12/10/2026 au 18/10/2026 : 1 personne, 42\u00a0h de temps déclaré',
      ],
    ]);
  });

  test('with limits that were passed counts them by severity, and gives each with its dates and its article', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-10-05', 10.5, 8, 8, 8, 8);
    const outcome = await told(company);
    expect([outcome.exit, said(outcome).at(-1)]).toEqual([
      'attention',
      'Limites dépassées : 2 à vérifier. « Contrôles » les montre.',
    ]);
    const [person] = (await reportOf(company)).people;
    expect(person?.controls).toContainEqual({
      code: 'dayTooLong',
      severity: 'warning',
      from: '2026-10-05',
      to: '2026-10-05',
      sentence: '10\u00a0h\u00a030 de travail le 05/10/2026, pour 10\u00a0h au plus dans la journée.',
      article: expect.stringContaining('L3121-18'),
    });
  });
});

describe('the report', () => {
  test('gives counters by week, accounts that add up, movements with their cause', async () => {
    const company = await TimeCompany.begun();
    company.fill(timeCorrectionsTable, { luccaId: '1', date: '2026-10-12', account: 'HS25', hours: 1.5 });
    company.week('1', '2026-10-05', 9, 9, 8, 8, 8);
    const report = await reportOf(company);
    expect(report.regulations).toEqual([{ name: 'Siège', set: 'Droit commun', isValid: true, people: 3 }]);
    expect(report.totals).toEqual([
      expect.objectContaining({ code: 'HS25', people: 1, posted: 420, corrected: 90, balance: 510, hundredths: 850 }),
    ]);
    const [person] = report.people;
    expect(person).toMatchObject({
      employeeId: '1',
      regulations: ['Siège'],
      state: 'computed',
      accounts: [{ code: 'HS25', before: 0, posted: 420, corrected: 90, late: 0, balance: 510, hundredths: 850 }],
      movements: [
        {
          date: '2026-10-11',
          minutes: 420,
          rule: 'HS25',
          cause: "42\u00a0h comptées du 05/10/2026 au 11/10/2026, à partir de 35\u00a0h, jusqu'à 43\u00a0h",
        },
        { date: '2026-10-12', minutes: 90, rule: '', cause: 'Correction' },
      ],
    });
    expect(person?.weeks[1]).toEqual({
      monday: '2026-10-05',
      state: 'counted',
      presence: 2520,
      effective: 2520,
      paid: 2520,
      contractual: 2100,
      theoretical: 2100,
    });
  });

  test('tells what a closed month turned out to hold', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-09-07', 8, 8, 8, 8, 8);
    const { number } = sound(await prepareExport(company.ports, await company.computed('2026-09')));
    sound(await confirmExport(company.ports, number));
    company.week('1', '2026-09-07', 8, 8, 8, 8, 9);
    const [late] = (await reportOf(company)).people;
    expect(late?.accounts).toMatchObject([
      { code: 'HS25', before: 0, posted: 0, late: 60, balance: 60, hundredths: 100 },
    ]);
    company.fill(timeAccountsTable, { name: 'Heures', code: 'HS25' }, { name: 'Plus', code: 'HS50' });
    company.week('1', '2026-09-07', 7, 7, 7, 7, 7);
    company.week('1', '2026-10-05', 8, 8, 8, 8, 8);
    company.week('2', '2026-10-05', 8, 7, 7, 7, 7);
    // What payroll took of September it gives back, wherever the account goes today.
    const { people } = await reportOf(company);
    expect(people.flatMap(({ accounts }) => accounts)).toMatchObject([
      { code: 'HS25', late: -300, balance: 0, hundredths: -500 },
      { code: 'HS25', late: 0, balance: 60, hundredths: null },
    ]);
  });

  test('names nobody', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-10-05', 11, 9, 8, 8, 8);
    const names = company.book.rows({ name: 'Passerelle_Salaries' } as never);
    expect(names.length).toBe(3);
    const text = JSON.stringify(await reportOf(company));
    for (const { cells } of names) {
      const { lastName } = cells;
      expect(text).not.toContain(lastName && 'text' in lastName ? lastName.text : 'nobody');
    }
  });
});

describe('the end of a command', () => {
  const month = plainMonth('2026-10');

  test('of months that cannot be read names them and the rights that lack', async () => {
    const connection = (await TimeCompany.begun()).account.connection();
    const mirror = connection.mirror && { ...connection.mirror, missingRights: ['temps'] };
    expect(worktimeOutcome({ code: 'notRead', months: [month] }, { ...connection, mirror })).toMatchObject({
      exit: 'service',
      lines: [expect.stringMatching(/octobre 2026\)\. Il manque à la clé : temps\.$/)],
    });
    expect(worktimeOutcome({ code: 'pending' }, connection)).toMatchObject({
      exit: 'attention',
      facts: { code: 'pending' },
    });
  });

  test('with nothing to count on says where to fill it', () => {
    const outcome = toFillOutcome(month, [], 'Remplissez.');
    expect(outcome).toMatchObject({
      exit: 'attention',
      lines: [expect.any(String), 'Remplissez.'],
      facts: { code: 'toFill' },
    });
  });

  test('with something wrong at a cell says to put it right, not to fill what is filled', () => {
    const place = { table: timeAccountsTable.name, key: 'HS25', column: 'transfer' };
    const wrong = { code: 'cellNotChoice', severity: 'error', place, facts: {} } as const;
    expect(toFillFirst([wrong])).toBe('Corrigez les points à voir, puis relancez « passerelle worktime ».');
    expect(toFillFirst([{ ...wrong, severity: 'warning' }])).toContain('copiez un jeu');
    expect(toFillFirst([])).toContain('copiez un jeu');
  });

  test.each([
    [{ code: 'edited', open: false }, 'attention', 'ne sont plus celles qui ont été préparées'],
    [{ code: 'notLast', open: false }, 'attention', 'annulez d’abord le plus récent'],
    [{ code: 'silent', open: false }, 'attention', '--force'],
    [
      { code: 'taken', open: false, detail: 'Déjà confirmé ailleurs.' },
      'attention',
      'Déjà confirmé ailleurs. Continuez',
    ],
    [{ code: 'unknown', open: false }, 'usage', 'pas d’export HT7'],
    [{ code: 'pending', open: true }, 'attention', 'passerelle resume'],
  ] as const)('%j', (error, exit, sentence) => {
    expect(exportOutcome(error as Parameters<typeof exportOutcome>[0], 'HT7')).toMatchObject({
      exit,
      lines: [expect.stringContaining(sentence)],
    });
  });
});
