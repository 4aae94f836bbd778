import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { employeeFields } from '../../../shared/domain/people/employeeFields.ts';
import { mappingHash, type MappedFrom } from '../../../shared/domain/people/mapping/fieldMapping.ts';
import { undoLastPlan } from '../../../shared/flows/apply.ts';
import { prepareFields } from '../../../shared/flows/fields/prepareFields.ts';
import { readFields, type FieldsReading } from '../../../shared/flows/fields/readFields.ts';
import { validateFields } from '../../../shared/flows/fields/validateFields.ts';
import { sourceNames } from '../../../shared/messages/fr/employees/fieldWords.ts';
import { fieldMappingTable } from '../../../shared/tables/fieldMappingTable.ts';
import { sound } from '../../support/smallCompany.ts';
import { FieldCompany } from './fieldCompany.ts';

const BY = { by: 'le volet Excel' };

async function prepared(): Promise<FieldCompany> {
  const company = new FieldCompany();
  sound(await prepareFields(company.ports, company.connection));
  return company;
}

const reading = async (company: FieldCompany): Promise<FieldsReading> =>
  sound(await readFields(company.ports, company.connection));

async function faults(company: FieldCompany): Promise<(string | undefined)[][]> {
  const refused = await validateFields(company.ports, company.connection, BY);
  if (refused.ok || refused.error.code !== 'findings') throw new Error(`not refused: ${JSON.stringify(refused)}`);
  return refused.error.findings.map(({ code, place }) => [code, place?.key, place?.column]);
}

/** What the proposal leaves open. */
function complete(company: FieldCompany): void {
  company.type('Ville de naissance', { from: 'champ personnalisé', code: 'e_b' });
  company.type('Adresse', { from: 'Lucca' });
}

describe('« Correspondance champs »', () => {
  test('is prepared with the proposal, and a second time writes nothing', async () => {
    const company = new FieldCompany();
    const first = sound(await prepareFields(company.ports, company.connection));
    expect([first.isNew, first.added]).toEqual([true, employeeFields.length]);
    expect(company.row('Ville', 'from', 'code', 'name', 'samples', 'state', 'remark')).toEqual([
      ...['champ personnalisé', 'e_Ville', 'Ville', 'L•••', 'proposé', ''],
    ]);
    expect(company.row('Numéro de sécurité sociale', 'from', 'code', 'samples', 'remark')).toEqual([
      // Of what is secret, not even the first figure.
      ...['champ personnalisé', 'e_nir', '•••', 'Proposé d’après le nom du champ\u00a0: à vérifier.'],
    ]);
    expect(company.row('Ville de naissance', 'from', 'code', 'state')).toEqual(['', '', 'à compléter']);
    expect(company.row('Ville de naissance', 'remark')[0]).toContain(
      'Lieu de naissance (e_a), Lieu de naissance (e_b)',
    );
    expect(company.row('Nom', 'from', 'samples')).toEqual(['Lucca', 'D•••••']);
    expect(company.row('BIC', 'from', 'state')).toEqual(['non relié', 'proposé']);
    const again = sound(await prepareFields(company.ports, company.connection));
    expect(again).toMatchObject({ isNew: false, added: 0, changed: 0, deleted: 0 });
  });

  test('what a person typed is kept when it is prepared again, and what stands beside it follows', async () => {
    const company = await prepared();
    company.type('Ville', { from: 'champ personnalisé', code: 'e_cp' });
    company.type('Code postal', { from: '', code: '' });
    company.type('BIC', { from: 'champ personnalisé', code: 'e_Bic' });
    company.custom = [...company.custom, { ...company.custom[0]!, code: 'e_Bic', name: 'Swift', samples: [] }];
    sound(await prepareFields(company.ports, company.connection));
    expect(company.row('Ville', 'from', 'code', 'name', 'samples')).toEqual([
      ...['champ personnalisé', 'e_cp', 'Code postal', '6••••'],
    ]);
    expect(company.row('Ville', 'remark')[0]).toContain('Proposition\u00a0: champ personnalisé e_Ville.');
    expect(company.row('Code postal', 'from', 'code')).toEqual(['champ personnalisé', 'e_cp']);
    expect(company.row('BIC', 'from', 'code', 'name')).toEqual(['champ personnalisé', 'e_Bic', 'Swift']);
  });

  test('is taken back by one undo', async () => {
    const company = await prepared();
    expect((await reading(company)).canUndo).toBe(true);
    sound(await undoLastPlan(company.ports));
    expect(company.book.rows(fieldMappingTable)).toEqual([]);
  });

  test('is not sent while a cell is to be corrected: each is told where it stands', async () => {
    const company = await prepared();
    expect(await faults(company)).toEqual([['mappingSeveral', 'VILLE DE NAISSANCE', 'from']]);
    complete(company);
    company.type('Ville', { code: 'e_Vile' });
    company.type('IBAN', { from: 'ailleurs' });
    company.type('Code postal', { field: 'Code de la poste' });
    expect(await faults(company)).toEqual([
      ['cellNotChoice', 'IBAN', 'from'],
      ['mappingFieldOdd', 'CODE DE LA POSTE', 'field'],
      ['mappingRowMissing', undefined, undefined],
      ['mappingCodeUnknown', 'VILLE', 'code'],
      ['mappingFromMissing', 'IBAN', 'from'],
    ]);
    expect([company.sent, company.accepted]).toEqual([0, null]);
  });

  test('a row that somebody emptied is told at its cell: nothing is validated in its place', async () => {
    const company = await prepared();
    complete(company);
    company.type('Ville', { from: '', code: '' });
    expect(await faults(company)).toEqual([['mappingFromMissing', 'VILLE', 'from']]);
    const line = (await reading(company)).lines.find(({ key }) => key === 'city');
    expect([line?.from, line?.code, line?.state, (await reading(company)).hash]).toEqual([
      null,
      '',
      'incomplete',
      null,
    ]);
    sound(await prepareFields(company.ports, company.connection));
    expect(company.row('Ville', 'from', 'code')).toEqual(['champ personnalisé', 'e_Ville']);
    sound(await validateFields(company.ports, company.connection, BY));
    company.type('Ville', { from: '', code: '' });
    // Once validated as well: what was accepted is not said again by a blank row.
    expect(await faults(company)).toEqual([['mappingFromMissing', 'VILLE', 'from']]);
  });

  test('once validated it is told so line by line, and another choice makes the sheet differ', async () => {
    const company = await prepared();
    complete(company);
    const done = sound(await validateFields(company.ports, company.connection, BY));
    expect([done.isNew, done.accepted.by, done.report?.refused]).toEqual([true, 'le volet Excel', []]);
    expect(company.row('Ville', 'state')).toEqual(['validé']);
    const after = await reading(company);
    expect([after.hash, after.lines.every(({ state }) => state === 'accepted')]).toEqual([done.accepted.hash, true]);
    company.type('Ville', { from: 'non relié', code: '' });
    const changed = await reading(company);
    expect(changed.hash).not.toBe(company.accepted?.hash);
    expect(changed.lines.find(({ key }) => key === 'city')?.state).toBe('proposed');
    const again = sound(await validateFields(company.ports, company.connection, BY));
    expect(again.warnings.map(({ code, place }) => [code, place?.key])).toContainEqual(['mappingRequired', 'VILLE']);
  });

  test('taken back in the sheet, a validation stays in the service: it is told, and validating again marks the sheet', async () => {
    const company = await prepared();
    complete(company);
    sound(await validateFields(company.ports, company.connection, BY));
    expect(await reading(company)).toMatchObject({ isMarked: true, canUndo: true });
    sound(await undoLastPlan(company.ports));
    const undone = await reading(company);
    expect([undone.isMarked, undone.hash]).toEqual([false, company.accepted?.hash]);
    expect(company.row('Ville', 'state')).toEqual(['proposé']);
    expect(sound(await validateFields(company.ports, company.connection, BY)).isNew).toBe(false);
    expect([(await reading(company)).isMarked, company.row('Ville', 'state')]).toEqual([true, ['validé']]);
  });

  test('says which mapping it replaces: the one that was shown, else the one just read', async () => {
    const company = await prepared();
    complete(company);
    sound(await validateFields(company.ports, company.connection, BY));
    company.type('Ville', { from: 'non relié', code: '' });
    const first = company.accepted?.hash;
    sound(await validateFields(company.ports, company.connection, { ...BY, seen: null }));
    company.type('Ville', { from: 'champ personnalisé', code: 'e_Ville' });
    const second = company.accepted?.hash;
    sound(await validateFields(company.ports, company.connection, BY));
    expect(company.replaced).toEqual([null, null, second]);
    expect(first).toBe(company.accepted?.hash);
  });

  test('a field that vanished since is told at its line', async () => {
    const company = await prepared();
    complete(company);
    sound(await validateFields(company.ports, company.connection, BY));
    company.custom = company.custom.filter(({ code }) => code !== 'e_Ville');
    sound(await prepareFields(company.ports, company.connection));
    expect(company.row('Ville', 'from', 'code', 'state')).toEqual(['champ personnalisé', 'e_Ville', 'disparu']);
    expect(await faults(company)).toEqual([['mappingCodeGone', 'VILLE', 'code']]);
  });

  test('is refused without a first reading, over another account, and before it is prepared', async () => {
    const company = new FieldCompany();
    const unread = { ...company.connection, mirror: null };
    expect(await prepareFields(company.ports, unread)).toMatchObject({ error: { code: 'notRead' } });
    expect(await validateFields(company.ports, company.connection, BY)).toMatchObject({
      error: { code: 'notPrepared' },
    });
    expect(company.book.tables.has(fieldMappingTable.name)).toBe(false);
  });
});

test('a mapping that was accepted comes back the same through the sheet, whatever it is', async () => {
  const lineFor = ({ key, sources }: (typeof employeeFields)[number], index: number) => {
    const froms: MappedFrom[] = key === 'luccaId' ? ['native'] : [...sources, 'none'];
    return fc
      .constantFrom(...froms)
      .map((from) => ({ key, from, code: from === 'custom' ? `e_F${index}` : '', name: '' }));
  };
  const mappings = fc.tuple(...employeeFields.map(lineFor));
  await fc.assert(
    fc.asyncProperty(mappings, async (lines) => {
      const company = new FieldCompany();
      company.custom = lines.flatMap(({ from, code, key }) => {
        const kind = ['birthDate', 'boethStart'].includes(key) ? ('date' as const) : ('text' as const);
        return from === 'custom' ? [{ ...company.custom[0]!, code, name: `Champ ${code}`, kind }] : [];
      });
      company.accepted = { hash: mappingHash(lines), by: 'x', acceptedAt: company.view.asOf, lines };
      sound(await prepareFields(company.ports, company.connection));
      expect(company.row('Nom', 'from')).toEqual([sourceNames[lines[3]?.from ?? 'none']]);
      company.accepted = null;
      const typed = await reading(company);
      expect(typed.hash).toBe(mappingHash(lines));
    }),
    { numRuns: 25 },
  );
});
