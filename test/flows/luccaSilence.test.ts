/** What Lucca does not say, or says in a form that cannot be read, never passes for « up to date ». */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { Employee } from '../../shared/domain/people/employee.ts';
import { headingsTold } from '../../shared/flows/lostFields.ts';
import { forbidsUpToDate } from '../../shared/flows/luccaFindings.ts';
import { findingText } from '../../shared/messages/fr/findings.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { person, SmallCompany, wholeDays } from '../support/smallCompany.ts';

let company: SmallCompany;

beforeEach(async () => {
  company = new SmallCompany();
  company.account.employees = ['1', '2', '3', '4', '5'].map((id) => person(id, { dependentChildren: 1 }));
  company.account.halfDays = wholeDays('50', '2026-10-05', '2026-10-06');
  await company.apply();
});

/** Findings about what Lucca does not say, as they are read. */
async function said(): Promise<string[]> {
  const { findings } = await company.review();
  return findings.filter(forbidsUpToDate).map(findingText);
}

function without(key: keyof Employee['values'], { id, values }: Employee): Employee {
  return { id, values: Object.fromEntries(Object.entries(values).filter(([each]) => each !== key)) };
}

describe('a value that cannot be read', () => {
  const spoil = (...ids: string[]) => {
    company.account.employees = company.account.employees.map((each) =>
      ids.includes(each.id) ? { ...without('dependentChildren', each), unreadable: ['dependentChildren'] } : each,
    );
  };

  test('is told with who holds it, and the cell keeps what it had', async () => {
    spoil('2');
    expect(await company.proposals()).toEqual([]);
    expect(await said()).toEqual([
      "« Enfants à charge » : dans Lucca, ce n'est pas un nombre entier pour 1 personne : Nom2 P2 (0002). La cellule garde ce qu'elle avait : corrigez dans Lucca, puis actualisez.",
    ]);
    expect(company.cell('2', 'dependentChildren')).toBe('1');
  });

  test('of many, the first are named and the others counted; the place says the column', async () => {
    spoil('1', '2', '3', '4', '5');
    const { findings } = await company.review();
    expect(findings).toMatchObject([
      {
        code: 'fieldUnreadable',
        severity: 'warning',
        place: { table: employeesTable.name, column: 'dependentChildren' },
      },
    ]);
    expect((await said())[0]).toMatch(/pour 5 personnes : Nom1 P1 \(0001\), .*Nom3 P3 \(0003\) et 2 autres\./);
  });

  test('of somebody without a name, the identifier stands for it', async () => {
    company.account.employees[0] = { id: '1', values: {}, unreadable: ['lastName', 'firstName'] };
    const lines = await said();
    expect(lines).toContainEqual(
      expect.stringMatching(/^« Nom » : dans Lucca, ce n'est pas un texte simple pour 1 personne : 1\./),
    );
  });

  test.each([
    ['birthDate', 'une date'],
    ['student', '« oui » ou « non »'],
    ['iban', 'un IBAN'],
    ['bic', "le BIC d'un IBAN"],
    ['nir', 'un numéro français'],
  ] as const)('%s was to be %s', async (key, words) => {
    company.account.employees[0] = { ...person('1', { dependentChildren: 1 }), unreadable: [key] };
    expect((await said())[0]).toContain(`ce n'est pas ${words} pour`);
  });
});

describe('a field that nobody is given any more', () => {
  const hide = (key: keyof Employee['values']) => {
    company.account.employees = company.account.employees.map((each) => without(key, each));
  };

  test('is told when the workbook shows what was given of it', async () => {
    hide('city');
    expect(await said()).toEqual([
      "Lucca ne donne plus Ville : la clé a peut-être perdu un droit, ou plus personne n'a rien dans ce champ. Cette colonne garde ce qu'elle avait.",
    ]);
    hide('iban');
    expect(await company.proposals()).toEqual([]);
    expect(await said()).toEqual([
      "Lucca ne donne plus Ville, IBAN : la clé a peut-être perdu un droit, ou plus personne n'a rien dans ces champs. Ces colonnes gardent ce qu'elles avaient.",
    ]);
  });

  test('of many, what payroll needs is named first and the others are counted', async () => {
    for (const key of [
      'dependentChildren',
      'lastName',
      'firstName',
      'establishment',
      'employeeNumber',
      'city',
    ] as const)
      hide(key);
    hide('iban');
    const { findings } = await company.review();
    expect([...headingsTold(findings)]).toEqual(['Matricule', 'Nom', 'Prénom', 'Établissement', 'Ville', 'IBAN']);
    expect((await said())[0]).toMatch(/^Lucca ne donne plus Matricule, .*, IBAN et 1 autre champ :/);
  });

  test('while others still have it, says whose it is', async () => {
    company.account.employees = company.account.employees.map((each) =>
      each.id === '3' ? without('city', without('dependentChildren', each)) : each,
    );
    expect(await company.proposals()).toEqual([]);
    expect(await said()).toEqual([
      "Lucca ne donne plus Ville, Enfants à charge pour 1 personne : Nom3 P3 (0003). Vérifiez les droits de la clé et ses établissements : les cellules gardent ce qu'elles avaient.",
    ]);
    company.type('3', 'city', '');
    company.type('3', 'dependentChildren', '');
    expect(await said()).toEqual([]);
  });

  test('is not told when nobody ever had it, nor when payroll emptied the cells', async () => {
    hide('nir');
    expect(await said()).toEqual([]);
    hide('dependentChildren');
    for (const id of ['1', '2', '3', '4', '5']) company.type(id, 'dependentChildren', '');
    expect(await said()).toEqual([]);
  });

  test('is not when only those who left had it', async () => {
    company.account.employees = [...company.account.employees, person('6', { bic: 'AGRIFRPP' })];
    await company.apply();
    company.account.employees.pop();
    expect(await said()).toEqual([]);
  });

  test('who holds it in a form that cannot be read is told so, and not twice', async () => {
    hide('dependentChildren');
    company.account.employees[0] = { ...company.account.employees[0]!, unreadable: ['dependentChildren'] };
    expect(await said()).toEqual([
      expect.stringMatching(/^Lucca ne donne plus Enfants à charge pour 4 personnes : Nom2 /),
      expect.stringMatching(/^« Enfants à charge » : .* pour 1 personne : Nom1 /),
    ]);
  });
});

describe('a month without one absence', () => {
  test('among several people under contract is told, and nothing of it is proposed to be removed', async () => {
    company.account.halfDays = [];
    expect(await company.proposals()).toEqual(['removed 50-9-2026-10-05-AM: undecided']);
    expect(await said()).toEqual([
      "Lucca n'a rendu aucune absence pour octobre 2026 (5 personnes) : vérifiez que la clé a le droit « Timmi Absences : consulter les absences de tous les établissements ». Rien n'en est retiré du classeur sans votre accord.",
    ]);
  });

  test('months in a row are said together, and not a second time as a mass of rows', async () => {
    company.months = [plainMonth('2026-09'), plainMonth('2026-10')];
    company.account.months = company.months;
    const days = ['01', '02', '03', '04', '07', '08', '09'];
    for (const [at, day] of days.entries()) company.account.halfDays.push(...wholeDays(`6${at}`, `2026-09-${day}`));
    await company.apply();
    company.account.halfDays = [];
    const { findings } = await company.review();
    expect(findings.map(({ code }) => code)).toEqual(['noAbsenceRead']);
    expect((await said())[0]).toContain('pour septembre 2026 (5 personnes), octobre 2026 (5 personnes) :');
    // Of another month too, the mass is said.
    company.account.halfDays = wholeDays('52', '2026-10-20');
    expect((await company.review()).findings.map(({ code }) => code)).toEqual(['noAbsenceRead', 'massDisappearance']);
  });

  test('what was ignored before stays ignored', async () => {
    company.account.halfDays = [];
    await company.apply(() => 'ignore');
    expect(await company.proposals()).toEqual(['removed 50-9-2026-10-05-AM: ignore']);
  });

  test('only the month that is silent is left to decide', async () => {
    company.months = [plainMonth('2026-09'), plainMonth('2026-10')];
    company.account.months = company.months;
    company.account.halfDays.push(...wholeDays('49', '2026-09-07'), ...wholeDays('51', '2026-10-12'));
    await company.apply();
    company.account.halfDays = wholeDays('50', '2026-10-05', '2026-10-06');
    expect(await company.proposals()).toEqual([
      'removed 49-9-2026-09-07-AM: undecided',
      'removed 51-9-2026-10-12-AM: accept',
    ]);
    expect(await said()).toEqual([expect.stringContaining('pour septembre 2026 (5 personnes)')]);
  });

  test('among few people it happens: those who came later or left before do not count', async () => {
    company.account.halfDays = [];
    company.account.employees[0] = person('1', { dependentChildren: 1, contractStart: '2026-11-01' });
    expect(await said()).toEqual([]);
    expect(await company.proposals()).toContain('removed 50-9-2026-10-05-AM: accept');
    company.account.employees[0] = person('1', { dependentChildren: 1, contractEnd: '2026-09-30' });
    expect(await said()).toEqual([]);
    company.account.employees[0] = person('1', { dependentChildren: 1, contractEnd: '2026-10-01' });
    expect(await said()).toHaveLength(1);
  });
});
