/** The main job on an .xlsx, by the command line alone, against the real service and the fictional account. */
import { writeFileSync } from 'node:fs';
import { copyFile, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Place } from '../../shared/domain/finding.ts';
import { fail } from '../../shared/domain/result.ts';
import { applyPlan } from '../../shared/flows/apply.ts';
import type { Book } from '../../shared/flows/book.ts';
import { absencesTable } from '../../shared/tables/absencesTable.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { planTable } from '../../shared/tables/memoryTables.ts';
import { clock } from '../../server/cli/terminal.ts';
import { openXlsxBook } from '../../server/xlsx/xlsxFile.ts';
import { valueOf } from '../book/reading.ts';
import { makeFolder, OCTOBER, startTestService, type TestService } from '../http/testService.ts';
import { hucrePerson } from '../xlsx/hucrePerson.ts';
import { json, passerelle, type Scene } from './commandLine.ts';

/** Enough for absences of every kind; each one costs time in every test. */
const PEOPLE = 20;

let folder: string;
let service: TestService;
let path: string;

beforeEach(async () => {
  folder = await makeFolder();
  service = await startTestService(folder, { demo: { employees: PEOPLE, month: OCTOBER, seed: 1 } });
  path = join(folder, 'classeur.xlsx');
  expect((await passerelle(['template', '--out', path])).code).toBe(0);
});

afterEach(async () => {
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

function pull(words: readonly string[] = ['--accept', 'all'], scene: Scene = {}) {
  const over = ['--service', service.origin, '--token', service.token, '--account', 'demo', '--month', OCTOBER];
  const environment = { PASSERELLE_API_KEY: service.demo.apiKey };
  return passerelle(['pull', '--workbook', path, ...over, ...words], { environment, ...scene });
}

async function seen(table: string = employeesTable.name) {
  const found = await hucrePerson(path).readAll(table);
  if (!found) throw new Error(`nobody sees ${table}`);
  return found;
}

function personId(place: number): number {
  return [...service.demo.company.people.values()][place]!.id;
}

describe('from a Lucca account to an .xlsx', () => {
  test('pull, nothing changed, one change, undo', async () => {
    const first = await pull();
    expect([first.code, first.printed]).toEqual([0, expect.stringMatching(/^C'est écrit : \d+ lignes ajoutées\./)]);
    expect((await seen()).rows).toHaveLength(PEOPLE);
    expect((await seen(absencesTable.name)).rows.length).toBeGreaterThan(10);
    expect((await hucrePerson(path).cell('Salariés', 'A2')).value).toMatch(/^Données Lucca du \d\d\/\d\d\/\d{4} à /);

    const written = await readFile(path);
    const second = await pull();
    expect([second.code, second.printed]).toEqual([0, expect.stringMatching(/^Rien n'a changé/)]);
    expect(written.equals(await readFile(path))).toBe(true);

    const before = await seen();
    service.demo.changes.make({ kind: 'field', personId: personId(3), field: 'lastName', value: 'NOUVEAUNOM' });
    const third = await pull();
    expect([third.code, third.printed]).toEqual([0, expect.stringMatching(/^C'est écrit : 1 cellule modifiée\./)]);
    expect(JSON.stringify(await seen())).toContain('NOUVEAUNOM');

    const undone = await passerelle(['undo', '--workbook', path]);
    expect([undone.code, undone.printed]).toEqual([0, expect.stringMatching(/^La dernière mise à jour est annulée/)]);
    expect((await seen()).rows).toEqual(before.rows);
  });

  test('what the key does not read is said', async () => {
    const { keys, apiKey } = service.demo;
    try {
      keys.deny(apiKey, ['extendedData', 'birthDate']);
      const partial = await pull();
      expect([partial.code, partial.printed]).toEqual([0, expect.stringMatching(/^C'est écrit/)]);
      expect(partial.printed).toMatch(/Non lus dans Lucca .*Date de naissance.*IBAN/);
      expect(json(await pull(['--json']))['unreadFields']).toEqual(
        expect.arrayContaining(['Date de naissance', 'IBAN']),
      );
    } finally {
      keys.deny(apiKey, []);
    }
  });

  test('the columns, formulas and order of the person follow their rows', async () => {
    await pull();
    const person = hucrePerson(path);
    const ids = (await seen()).rows.map((row) => String(row[0]?.value));
    await person.addColumn(
      employeesTable.name,
      'Note de paie',
      2,
      ids.map((id, index) => (index % 2 ? `note ${id}` : { formula: `=${id}*2`, result: Number(id) * 2 })),
    );
    await person.sortBy(employeesTable.name, 'Identifiant Lucca', 'descending');
    service.demo.changes.make({ kind: 'hire', startsOn: '2026-10-15' });
    service.demo.changes.make({ kind: 'field', personId: personId(3), field: 'lastName', value: 'AUTRE' });
    expect((await pull()).code).toBe(0);
    const { headings, rows } = await seen();
    expect(headings.indexOf('Note de paie')).toBe(2);
    expect(rows.map((row) => row[0]?.value)).toEqual([...[...ids].sort().reverse(), rows.at(-1)?.[0]?.value]);
    for (const row of rows.slice(0, -1)) {
      const id = String(row[0]?.value);
      const kept = row[2]?.formula ?? row[2]?.value;
      expect(kept).toBe(ids.indexOf(id) % 2 ? `note ${id}` : `=${id}*2`);
    }
    expect(rows).toHaveLength(PEOPLE + 1);
    expect(JSON.stringify(rows)).toContain('AUTRE');
  });

  test('without an answer nothing is written; a person who answers « oui » has it written', async () => {
    const before = await readFile(path);
    const shown = await pull([]);
    expect([shown.code, shown.printed]).toEqual([5, expect.stringMatching(/Ajouts : \d+[\s\S]*Rien n'a été écrit/)]);
    expect((await pull(['--accept', 'none'])).code).toBe(5);
    expect((await pull([], { answers: ['non'] })).code).toBe(5);
    expect(before.equals(await readFile(path))).toBe(true);
    const answered = await pull([], { answers: ['oui'] });
    expect(answered.questions).toEqual([expect.stringMatching(/^Écrire \d+ différences dans le classeur \? \[o\]ui/)]);
    expect([answered.code, answered.printed]).toEqual([0, expect.stringMatching(/^C'est écrit/)]);
  });

  test('a changed bank account waits for a person; its value is printed nowhere', async () => {
    await pull();
    service.demo.changes.make({ kind: 'iban', personId: personId(3) });
    service.demo.changes.make({ kind: 'field', personId: personId(4), field: 'lastName', value: 'AUTRE' });
    const said = await pull();
    expect(said.code).toBe(5);
    expect(said.printed).toMatch(
      /cellules? modifiées?[\s\S]*À décider : .* IBAN : •+ → •+, BIC : •+ → •+ \(coordonnées bancaires à confirmer\)/,
    );
    expect(said.printed + said.noted).not.toMatch(/[A-Z]{2}\d{2}[\d ]{5,}/);
    const machine = await pull(['--accept', 'all', '--json']);
    expect(json(machine)).toMatchObject({ exitCode: 5, review: { undecided: 1, proposed: 0, byKind: { changed: 1 } } });
    expect(json(machine).message).toMatch(/^1 différence\n1 différence attend votre décision et restera proposée\.\n/);
    expect(json(machine).message).not.toContain('IBAN');
    expect(machine.printed).not.toMatch(/[A-Z]{2}\d{2}\d{5,}|AUTRE/);
  });

  test('--accept none says each difference in words, what is personal masked, and writes nothing', async () => {
    await pull();
    service.demo.changes.make({ kind: 'field', personId: personId(4), field: 'lastName', value: 'AUTRE' });
    service.demo.changes.make({ kind: 'field', personId: personId(5), field: 'birthDate', value: '1990-02-03' });
    const before = await readFile(path);
    const said = await pull(['--accept', 'none']);
    expect(said.printed).toMatch(/^ {2}Modification : .+ \(\d{5}\), Nom : .+ → AUTRE$/m);
    expect(said.printed).toMatch(/^ {2}Modification : .+ \(\d{5}\), Date de naissance : •+ → •+$/m);
    expect(before.equals(await readFile(path))).toBe(true);
  });

  describe('decided one by one', () => {
    /** The value of a cell of the person in third place. */
    async function bank(): Promise<string> {
      const { headings, rows } = await seen();
      const row = rows.find(([id]) => String(id?.value) === String(personId(3)));
      return ['IBAN', 'BIC'].map((heading) => String(row?.[headings.indexOf(heading)]?.value)).join(' ');
    }

    beforeEach(async () => {
      await pull();
      service.demo.changes.make({ kind: 'iban', personId: personId(3) });
      service.demo.changes.make({ kind: 'field', personId: personId(4), field: 'lastName', value: 'AUTRE' });
    });

    test('in a terminal: « oui », then the bank account, whole, and confirmed', async () => {
      const said = await pull([], { answers: ['oui', 'o'] });
      expect([said.code, said.printed]).toEqual([0, expect.stringMatching(/^C'est écrit : 3 cellules modifiées\./)]);
      const shown = /IBAN : (\S+) → (\S+)\n {2}BIC : (\S+) → (\S+)\n {2}Pays de la banque : /.exec(said.noted) ?? [];
      expect(await bank()).toBe(`${shown[2]} ${shown[4]}`);
      expect(said.printed).not.toContain(shown[2]);
      const undone = await passerelle(['undo', '--workbook', path]);
      expect([undone.code, undone.printed]).toEqual([0, expect.not.stringContaining('--account')]);
      expect(await bank()).toBe(`${shown[1]} ${shown[3]}`);
    });

    test('in a terminal, one by one: what is passed waits, what is ignored is remembered', async () => {
      const said = await pull([], { answers: ['u', 'p', 'n'] });
      expect([said.code, said.printed]).toEqual([
        5,
        expect.stringMatching(/^Vos choix sont enregistrés\.[\s\S]*À décider/),
      ]);
      expect(json(await pull(['--json']))).toMatchObject({ review: { ignored: 1, undecided: 1, proposed: 0 } });
    });

    test('in a file: ids of --json, the IBAN as proof; what is not followed is said', async () => {
      const { review } = json(await pull(['--json'])) as unknown as {
        review: { entries: { id: string; headings: string[]; mustConfirm: boolean; confirm?: string }[] };
      };
      expect(review.entries.map(({ headings, mustConfirm }) => [headings, mustConfirm])).toEqual([
        [['IBAN', 'BIC'], true],
        [['Nom'], false],
      ]);
      const [gated, named] = review.entries;
      const choices = join(folder, 'choix.json');
      const withChoices = async (content: object) => {
        await writeFile(choices, JSON.stringify(content));
        return pull(['--accept', 'all', '--choices', choices, '--json']);
      };
      const before = await bank();
      const doubted = await withChoices({ [gated!.id]: { accept: before.split(' ')[0] }, [named!.id]: 'ignore' });
      expect(json(doubted)).toMatchObject({
        exitCode: 5,
        code: 'written',
        choices: { gone: [], unproven: [gated!.id] },
      });
      expect(doubted.printed).not.toMatch(/[A-Z]{2}\d{2}\d{5,}/);
      expect(await bank()).toBe(before);

      const person = service.demo.company.people.get(personId(3));
      const iban = /"([A-Z]{2}\d{2}[A-Z\d]{10,30})"/.exec(JSON.stringify(person?.extended))?.[1] ?? '';
      const gone = JSON.stringify(['Passerelle_Salaries', '999999', 'city']);
      const followed = await withChoices({ [gated!.id]: { accept: iban }, [gone]: 'accept' });
      expect(json(followed)).toMatchObject({ exitCode: 5, choices: { gone: [gone], unproven: [] } });
      expect(await bank()).toContain(iban);
    });
  });

  test('a key alone does not replace a connection that has an OAuth application', async () => {
    const { clientId, clientSecret } = service.demo.oauth;
    const environment = { PASSERELLE_API_KEY: service.demo.apiKey, PASSERELLE_CLIENT_SECRET: clientSecret };
    expect((await pull(['--accept', 'all', '--client-id', clientId], { environment })).code).toBe(0);
    const again = await pull();
    expect([again.code, again.printed]).toEqual([0, expect.stringMatching(/^Rien n'a changé/)]);
    const own = await pull(['--key', service.demo.apiKey]);
    expect([own.code, own.noted]).toEqual([2, expect.stringContaining('ajoutez --client-id')]);
  });

  test('the account of the workbook is the one pulled when none is named', async () => {
    await pull();
    const words = [
      'pull',
      '--workbook',
      path,
      '--service',
      service.origin,
      '--token',
      service.token,
      '--month',
      OCTOBER,
    ];
    const said = await passerelle(words);
    expect([said.code, said.printed]).toEqual([0, expect.stringMatching(/^Rien n'a changé/)]);
    await rm(path);
    await passerelle(['template', '--out', path]);
    const nobody = await passerelle(words);
    expect([nobody.code, nobody.noted]).toEqual([2, expect.stringContaining('--account')]);
  });

  test('check says what is wrong at its cell; export writes the table', async () => {
    await pull();
    await hucrePerson(path).setSheetCell('Salariés', 'H6', 'un jour');
    const checked = await passerelle(['check', '--workbook', path, '--json']);
    const { exitCode, findings } = json(checked) as unknown as {
      exitCode: number;
      findings: { code: string; place: Place }[];
    };
    expect([
      exitCode,
      ...findings.map(({ code, place }) => `${code} ${place.sheet ?? ''}!${place.address ?? ''}`),
    ]).toEqual([
      5,
      'cellNotDate Salariés!H6',
      // What the fictional account has on purpose.
      'nirKey Salariés!P9',
      'missingFromEmployee Salariés!P16',
      'missingFromEmployee Salariés!L17',
      'missingFromEmployee Salariés!AF18',
      'nirTemporary Salariés!P19',
    ]);
    expect((await passerelle(['check', '--workbook', path])).printed).toContain(
      "Salariés!H6 : Colonne « Début de contrat » : ce n'est pas une date.",
    );
    const out = join(folder, 'salaries.csv');
    expect((await passerelle(['export', '--workbook', path, '--table', 'salariés', '--out', out])).code).toBe(0);
    const csv = await readFile(out, 'utf8');
    expect(csv.startsWith('\ufeffIdentifiant Lucca;Matricule;')).toBe(true);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(PEOPLE + 1);
  });
});

describe('a workbook that is not there', () => {
  let files: readonly string[];

  beforeEach(async () => {
    await rm(path);
    files = await readdir(folder);
  });

  test('is made, and said, by the pull that fills it', async () => {
    const shown = await pull([]);
    expect([shown.code, shown.printed]).toEqual([5, expect.stringContaining("classeur.xlsx n'a pas été créé")]);
    expect(json(await pull(['--accept', 'none', '--json']))).toMatchObject({ exitCode: 5, created: false });
    expect(await readdir(folder)).toEqual(files);

    const made = await pull(['--accept', 'all', '--json']);
    expect(json(made)).toMatchObject({ exitCode: 0, code: 'written', created: true });
    expect(json(made).message).toMatch(/^C'est écrit : \d+ lignes ajoutées\.\nClasseur créé : classeur\.xlsx\n/);
    expect((await readdir(folder)).filter((name) => !files.includes(name))).toEqual(['classeur.xlsx']);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await seen()).rows).toHaveLength(PEOPLE);

    expect(json(await pull(['--json']))).toMatchObject({ exitCode: 0, code: 'nothing', created: false });
    const undone = await passerelle(['undo', '--workbook', path]);
    expect([undone.code, undone.printed]).toEqual([
      0,
      expect.stringMatching(/compte demo : donnez-le .* avec --account/),
    ]);
    const checked = await passerelle(['check', '--workbook', path]);
    expect([checked.code, checked.printed]).toEqual([0, expect.stringContaining('Salariés : 0 ligne')]);
  });

  test.each([
    ['while Lucca is read', /^Lecture des|^Connexion à Lucca/],
    ['while it is written', /^Écriture dans/],
  ])('is not made by a pull stopped %s', async (_, at) => {
    const said = await pull(['--accept', 'all'], { onProgress: (label, stop) => at.test(label) && stop.abort() });
    expect([said.code, said.noted]).toEqual([130, expect.stringContaining("n'a pas été créé")]);
    expect(await readdir(folder)).toEqual(files);
  });

  test('is not made without an account, nor with a key that Lucca refuses', async () => {
    const over = ['--service', service.origin, '--token', service.token];
    expect((await passerelle(['pull', '--workbook', path, ...over])).code).toBe(2);
    expect((await pull(['--accept', 'all', '--key', 'fausse'])).code).toBe(4);
    expect(await readdir(folder)).toEqual(files);
  });

  test('and that somebody makes meanwhile, is left as they made it', async () => {
    const onProgress = (label: string) => label.startsWith('Écriture dans') && writeFileSync(path, 'le leur');
    const said = await pull(['--accept', 'all'], { onProgress });
    expect([said.code, said.noted]).toEqual([3, expect.stringContaining('rien n')]);
    expect(await readFile(path, 'utf8')).toBe('le leur');
    expect((await readdir(folder)).filter((name) => !files.includes(name))).toEqual(['classeur.xlsx']);
  });
});

describe('when something goes wrong', () => {
  test.each([
    ['while Lucca is read', /^Lecture des|^Connexion à Lucca/],
    ['while the workbook is written', /^Écriture dans/],
  ])('Ctrl+C %s leaves the workbook as it was', async (_, at) => {
    const before = await readFile(path);
    const said = await pull(['--accept', 'all'], { onProgress: (label, stop) => at.test(label) && stop.abort() });
    expect([said.code, said.noted]).toEqual([130, expect.stringContaining("Le classeur n'a pas été modifié")]);
    expect(before.equals(await readFile(path))).toBe(true);
    expect((await pull()).code).toBe(0);
  });

  test('a workbook that Excel opened meanwhile is left, and said', async () => {
    await writeFile(join(folder, '~$classeur.xlsx'), '');
    const said = await pull();
    expect([said.code, said.noted]).toEqual([3, expect.stringContaining('est ouvert dans Excel')]);
  });

  test.each([['resume'], ['abandon']])('an update left unfinished in the workbook: %s ends it', async (way) => {
    await pull();
    const before = await seen();
    await leaveOpen();
    const refused = await pull();
    expect([refused.code, refused.printed]).toEqual([5, expect.stringContaining('passerelle resume')]);
    expect(json(await passerelle(['check', '--workbook', path, '--json']))).toMatchObject({
      exitCode: 5,
      pending: true,
    });
    expect((await passerelle([way, '--workbook', path])).code).toBe(0);
    const name = (await seen()).rows[0]?.[3]?.value;
    expect(name).toBe(way === 'resume' ? 'REPRIS' : before.rows[0]?.[3]?.value);
    expect(json(await passerelle(['check', '--workbook', path, '--json']))).toMatchObject({ pending: false });
  });

  /** A plan journalled, then a fault before its first line, and the workbook saved all the same. */
  async function leaveOpen(): Promise<void> {
    const book = valueOf(await openXlsxBook(path));
    const row = valueOf(await book.read([employeesTable]))[employeesTable.name];
    if (row?.state !== 'found') throw new Error('no employees');
    const failing: Book = {
      read: (tables) => book.read(tables),
      show: (place) => book.show(place),
      selected: () => book.selected(),
      chart: () => book.chart(),
      write: (changes, options) =>
        changes.some(({ table }) => table === planTable)
          ? book.write(changes, options)
          : Promise.resolve(fail({ code: 'hostRefused', facts: {} })),
    };
    const { key, cells } = row.rows[0]!;
    const line = {
      operation: 'set',
      table: employeesTable.name,
      key,
      column: 'lastName',
      before: cells['lastName']!,
      after: { text: 'REPRIS' },
      reason: 'change',
    } as const;
    expect(await applyPlan({ book: failing, clock }, [line])).toMatchObject({ ok: false, error: { open: true } });
    valueOf(await book.save());
  }

  test('a heading taken away is named, and nothing is written', async () => {
    await pull();
    await hucrePerson(path).renameHeading(employeesTable.name, 'Identifiant Lucca', 'Code');
    const before = await readFile(path);
    const said = await pull();
    expect([said.code, said.noted]).toEqual([3, expect.stringContaining('Identifiant Lucca')]);
    expect(before.equals(await readFile(path))).toBe(true);
  });

  test('a wrong key, a wrong token, nobody at the address', async () => {
    const wrong = join(folder, 'fausse.txt');
    await writeFile(wrong, 'fausse');
    const wrongKey = await pull(['--key-file', wrong]);
    expect([wrongKey.code, wrongKey.noted]).toEqual([4, expect.stringContaining("Lucca refuse la clé d'API")]);
    expect(wrongKey.noted).not.toContain('fausse');
    const words = ['pull', '--workbook', path, '--account', 'demo', '--service'];
    const wrongToken = await passerelle([...words, service.origin, '--token', 'faux']);
    expect([wrongToken.code, wrongToken.noted]).toEqual([4, expect.stringContaining('ne reconnaît pas ce jeton')]);
    expect((await passerelle([...words, service.origin])).code).toBe(2);
    expect((await passerelle([...words, 'http://paie.exemple.fr', '--token', 'x'])).code).toBe(2);
    expect((await passerelle([...words, 'http://a:b@localhost:1', '--token', 'x'])).code).toBe(2);
    const nobody = await passerelle([...words, 'http://localhost:1', '--token', 'x']);
    expect([nobody.code, nobody.noted]).toEqual([4, expect.stringContaining("à l'adresse http://localhost:1.")]);
  });

  test('a code of the service serves once; the token it gives is kept in a file of its own', async () => {
    const words = ['pull', '--workbook', path, '--account', 'demo', '--month', OCTOBER, '--accept', 'none'];
    const over = [...words, '--service', service.origin];
    const kept = ['--token-file', join(folder, 'jeton')];
    const code = ['--code', service.codes.at(-1)!];
    expect((await passerelle([...over, '--token-file', path, ...code])).noted).toContain('existe déjà');
    expect((await passerelle([...over, ...code, ...kept])).code).toBe(5);
    expect((await stat(join(folder, 'jeton'))).mode & 0o777).toBe(0o600);
    // A key of the environment belongs to a real account: the fictional one has its own.
    expect((await passerelle([...over, ...kept], { environment: { PASSERELLE_API_KEY: 'vraie' } })).code).toBe(5);
    const again = await passerelle([...over, ...code]);
    expect([again.code, again.noted]).toEqual([4, expect.stringContaining('Ce code')]);
  });

  test('the key comes from a file, from a question, or from the command, which is frowned upon', async () => {
    const environment = {};
    const file = join(folder, 'cle.txt');
    await writeFile(file, `${service.demo.apiKey}\n`);
    expect((await pull(['--accept', 'none', '--key-file', file], { environment })).code).toBe(5);
    expect((await pull(['--key-file', join(folder, 'absent')], { environment })).code).toBe(2);
    const shown = await pull(['--accept', 'none', '--key', service.demo.apiKey], { environment });
    expect([shown.code, shown.noted]).toEqual([5, expect.stringContaining('Préférez PASSERELLE_API_KEY')]);
    const other = ['pull', '--workbook', path, '--service', service.origin, '--token', service.token, '--account'];
    const nobody = await passerelle([...other, 'acme']);
    expect([nobody.code, nobody.noted]).toEqual([2, expect.stringContaining('clé API de acme')]);
    const asked = await passerelle([...other, 'https://acme.ilucca.net'], { answers: [''] });
    expect(asked.questions).toEqual([expect.stringContaining('Clé API Lucca de https://acme.ilucca.net')]);
    expect(asked.code).toBe(2);
    for (const wrong of ['http://acme.ilucca.net', 'acme.ilucca.net.exemple.fr', '10.0.0.1']) {
      const refused = await passerelle([...other, wrong], { answers: ['secrète'] });
      expect([refused.code, refused.questions, refused.noted]).toEqual([4, [], expect.stringContaining('ilucca.net')]);
    }
  });

  test('the service of the command itself: started, used, stopped; a folder in use is said', async () => {
    const data = join(folder, 'ailleurs');
    const words = ['pull', '--workbook', path, '--account', 'demo', '--month', OCTOBER, '--accept', 'all'];
    const environment = { PASSERELLE_DEMO_EMPLOYEES: '15' };
    const own = await passerelle([...words, '--data', data], { environment });
    expect([own.code, own.printed]).toEqual([0, expect.stringMatching(/^C'est écrit/)]);
    expect((await seen()).rows).toHaveLength(15);
    const again = await passerelle([...words, '--data', data], { environment });
    expect([again.code, again.printed]).toEqual([0, expect.stringMatching(/^Rien n'a changé/)]);
    const busy = await passerelle([...words, '--data', join(folder, 'kept')], {
      environment: { ...environment, PASSERELLE_KEY_FILE: join(folder, 'key') },
    });
    expect([busy.code, busy.noted]).toEqual([4, expect.stringMatching(/utilise déjà ce dossier[\s\S]*--service/)]);
  });
});

test('a workbook of another account is not mixed with this one', async () => {
  await pull();
  const other = join(folder, 'autre.xlsx');
  await copyFile(path, other);
  const second = await startTestService(join(folder, 'second'), {
    demo: null,
    accounts: new Map([['autre', { origin: service.demo.origin, tokenUrl: service.demo.oauth.tokenUrl }]]),
  });
  try {
    const words = ['--service', second.origin, '--token', second.token, '--account', 'autre', '--month', OCTOBER];
    const said = await passerelle(['pull', '--workbook', other, '--accept', 'all', ...words], {
      environment: { PASSERELLE_API_KEY: service.demo.apiKey },
    });
    expect([said.code, said.noted]).toEqual([3, expect.stringContaining('vient d’un autre compte')]);
  } finally {
    await second.close();
  }
});
