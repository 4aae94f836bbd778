/** `passerelle fields` against the real service and the fictional account, over HTTP, on an .xlsx. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { displayed, blank, textCell } from '../../shared/domain/review/cell.ts';
import { fieldMappingTable } from '../../shared/tables/fieldMappingTable.ts';
import { json } from './commandLine.ts';
import { DemoOffice } from './demoOffice.ts';
import { tableIn, typed } from './voucherClerk.ts';

const BOOK = 'classeur.xlsx';
const PULL = ['--month', '2026-10', '--accept', 'all'];

let office: DemoOffice;

beforeAll(async () => {
  office = await DemoOffice.opened(12, 3);
  expect((await office.on(BOOK, 'pull', PULL)).code).toBe(0);
});

afterAll(() => office.closed());

const fields = (...words: string[]) => office.on(BOOK, 'fields', words);

async function cells(heading: string): Promise<string[]> {
  const { rows } = await tableIn(office.file(BOOK), fieldMappingTable);
  const row = rows.find((each) => displayed(each.cells['field'] ?? blank) === heading);
  return ['from', 'code', 'name', 'state'].map((key) => displayed(row?.cells[key] ?? blank));
}

async function type(heading: string, column: string, before: string, after: string): Promise<void> {
  const { rows } = await tableIn(office.file(BOOK), fieldMappingTable);
  const key = rows.find((each) => displayed(each.cells['field'] ?? blank) === heading)?.key ?? '';
  const line = { operation: 'set', table: fieldMappingTable.name, key, column, reason: 'change' } as const;
  await typed(office.file(BOOK), fieldMappingTable, [{ ...line, before: textCell(before), after: textCell(after) }]);
}

test('prepared, corrected, validated, read so; and a field that vanishes is told by the review, with what to do', async () => {
  const first = await fields();
  expect([first.code, first.printed]).toEqual([5, expect.stringContaining('31 proposés.')]);
  expect(first.printed).toContain('« passerelle fields --prepare »'.replace('« ', '«\u00a0').replace(' »', '\u00a0»'));
  const unprepared = await fields('--validate');
  expect([unprepared.code, unprepared.printed]).toEqual([5, expect.stringMatching(/--prepare/)]);

  const prepared = await fields('--prepare');
  expect([prepared.code, prepared.printed]).toEqual([5, expect.stringContaining('31 lignes ajoutées')]);
  expect(await cells('Code postal')).toEqual(['champ personnalisé', 'e_Codepostal', 'Code postal', 'proposé']);

  await type('Code postal', 'code', 'e_Codepostal', 'e_Ville');
  const wrong = await fields('--validate', '--json');
  expect([wrong.code, json(wrong)['findings']]).toEqual([
    5,
    [expect.objectContaining({ code: 'mappingCodeTwice', sheet: 'Correspondance champs', address: 'C21' })],
  ]);
  await type('Code postal', 'code', 'e_Ville', 'e_domicile.e_cp');
  const validated = await fields('--validate');
  expect([validated.code, validated.printed]).toEqual([0, expect.stringContaining('La correspondance est validée.')]);
  expect(await cells('Code postal')).toEqual([
    ...['champ personnalisé', 'e_domicile.e_cp', 'Domicile (ancien formulaire) › e_cp', 'validé'],
  ]);
  const settled = json(await fields('--json'));
  const { hash } = settled['accepted'] as { hash: string };
  expect([settled.exitCode, settled['readWith'], settled['hash']]).toEqual([0, null, hash]);

  // The same values by another way: nobody changed, and nothing is said of it.
  const same = await office.on(BOOK, 'pull', PULL);
  expect([same.code, same.printed]).toEqual([0, expect.not.stringContaining('Correspondance')]);

  office.demo.changes.make({ kind: 'dropField', code: 'e_lieuNaissance' });
  const lost = await office.on(BOOK, 'pull', PULL);
  expect(lost.printed).toContain("Lucca n'a plus le champ qui donnait Ville de naissance");
  const told = await fields();
  expect([told.code, told.printed]).toEqual([5, expect.stringMatching(/1 disparu, 30 validés/)]);
  expect((await tableIn(office.file(BOOK), fieldMappingTable)).rows).toHaveLength(31);

  // Another field takes its place: what changes is told to be the mapping's doing.
  await type('Ville de naissance', 'code', 'e_lieuNaissance', 'e_situationFamiliale');
  expect((await fields('--validate')).code).toBe(0);
  const changed = await office.on(BOOK, 'pull', ['--month', '2026-10', '--accept', 'none']);
  expect(changed.printed).toContain(
    'La correspondance des champs a changé depuis la dernière mise à jour pour Ville de naissance.',
  );
});

test('no value of anybody is in the answer for machines', async () => {
  const said = await fields('--json');
  const people = [...office.demo.company.people.values()];
  for (const { extended, lastName } of people)
    for (const value of [extended['e_nir'], extended['e_iban'], lastName])
      if (typeof value === 'string' && value !== '') expect(said.printed).not.toContain(value);
  expect(json(said)['fields']).toHaveLength(31);
});

test('words that mean nothing are refused', async () => {
  expect((await fields('--prepare', '--validate')).code).toBe(2);
  expect((await fields('--month', '2026-10')).code).toBe(2);
  const odd = await fields('--validate=tout');
  expect([odd.code, odd.noted]).toEqual([2, "L'option --validate s'écrit seule, sans valeur."]);
});
