/** `pull` never calls up to date what Lucca does not say, or says in a form that cannot be read: in words, in JSON, in its exit code. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { makeFolder, OCTOBER, startTestService, type TestService } from '../http/testService.ts';
import { json, passerelle } from './commandLine.ts';

let folder: string;
let service: TestService;

beforeEach(async () => {
  folder = await makeFolder();
  service = await startTestService(folder, { demo: { employees: 20, month: OCTOBER, seed: 1 } });
  expect((await pull()).code).toBe(0);
});

afterEach(async () => {
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

function pull(words: readonly string[] = ['--accept', 'all']) {
  const over = ['--service', service.origin, '--token', service.token, '--account', 'demo', '--month', OCTOBER];
  const environment = { PASSERELLE_API_KEY: service.demo.apiKey };
  return passerelle(['pull', '--workbook', join(folder, 'classeur.xlsx'), ...over, ...words], { environment });
}

const NOT_UP_TO_DATE =
  /^Aucune différence à revoir \(\d+ lignes comparées\), mais le classeur n'est peut-être pas à jour :/;

function codesOf(said: Awaited<ReturnType<typeof pull>>) {
  const { findings } = json(said)['review'] as { findings: { code: string }[] };
  return findings.map(({ code }) => code);
}

describe('what cannot be read', () => {
  test('is said with its column and its people, without the value, and asks for attention', async () => {
    service.demo.changes.make({ kind: 'unreadable' });
    const said = await pull();
    expect([said.code, said.printed]).toEqual([5, expect.stringMatching(NOT_UP_TO_DATE)]);
    expect(said.printed).toMatch(/« Enfants à charge » : dans Lucca, ce n'est pas un nombre entier pour 1 personne : /);
    expect(said.printed).not.toContain('2,5');
    const machine = await pull(['--json']);
    expect([machine.code, codesOf(machine)]).toEqual([5, ['fieldUnreadable']]);
    expect(json(machine)['review']).toMatchObject({ findings: [{ place: { column: 'dependentChildren' } }] });
  });

  test('beside a difference that is written, it still asks for attention', async () => {
    const { personId } = service.demo.changes.make({ kind: 'unreadable' });
    service.demo.changes.make({ kind: 'field', personId, field: 'lastName', value: 'AUTRE' });
    const said = await pull();
    expect([said.code, said.printed]).toEqual([5, expect.stringMatching(/^C'est écrit : 1 cellule modifiée\./)]);
    expect(said.printed).toMatch(/« Enfants à charge »/);
  });
});

describe('a right taken from the key', () => {
  test('fields: said once, and nothing is written', async () => {
    service.demo.keys.deny(service.demo.apiKey, ['extendedData']);
    const said = await pull();
    expect([said.code, said.printed]).toEqual([5, expect.stringMatching(NOT_UP_TO_DATE)]);
    expect(said.printed).toMatch(
      /Lucca ne donne plus .*Adresse, .*IBAN, .* et \d+ autres champs : la clé a peut-être perdu un droit/,
    );
    expect(said.printed).not.toContain("C'est écrit");
    expect(said.printed.match(/IBAN/g)).toHaveLength(1);
    expect(said.printed).toMatch(/Non lus dans Lucca .*Enfants à charge.*BIC/);
    const machine = await pull(['--json']);
    expect([machine.code, codesOf(machine)]).toEqual([5, ['fieldsNoLongerRead']]);
    expect(json(machine)['unreadFields']).toEqual(expect.arrayContaining(['IBAN']));
  });

  test('absences: said, and none is removed', async () => {
    service.demo.keys.deny(service.demo.apiKey, ['leaves']);
    const said = await pull();
    expect(said.code).toBe(5);
    expect(said.printed).toMatch(/Lucca n'a rendu aucune absence pour octobre 2026 \(\d+ personnes\)/);
    expect(said.printed).not.toContain('supprimée');
    expect(codesOf(await pull(['--json']))).toContain('noAbsenceRead');
    service.demo.keys.deny(service.demo.apiKey, []);
    const back = await pull();
    expect([back.code, back.printed]).toEqual([0, expect.stringMatching(/^Rien n'a changé/)]);
  });
});
