/** « Correspondance champs » asked of the service, over the fictional account. */
import { rm } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import type { FieldsView, MappingRequest } from '../../shared/contracts/fieldSchemas.ts';
import type { EmployeeFieldKey } from '../../shared/domain/people/employeeFields.ts';
import { mappingHash, type MappingLine } from '../../shared/domain/people/mapping/fieldMapping.ts';
import {
  connectAndPull,
  demoAccount,
  endOf,
  makeFolder,
  OCTOBER,
  problemOf,
  startTestService,
  value,
  withService,
  type TestService,
} from './testService.ts';

/** The proposal as a person would accept it: what it leaves open is bound to nothing. */
function proposed({ proposal }: FieldsView, changes: readonly Partial<MappingLine>[] = []): MappingLine[] {
  return proposal.map(({ key, from, code, name }) => {
    const change = changes.find((each) => each.key === key);
    return { key, from: from ?? 'none', code, name, ...change };
  });
}

function request(lines: readonly MappingLine[]): MappingRequest {
  return { lines: [...lines], hash: mappingHash(lines), by: 'le volet Excel', replaces: null };
}

async function pullAgain({ api }: TestService, connectionId: string): Promise<void> {
  const run = value(await api.startRun(connectionId, { months: [OCTOBER], startedBy: 'Awa' }));
  expect((await endOf(api, run.id)).state).toBe('done');
}

async function peopleOf({ api }: TestService, connectionId: string) {
  return value(await api.employees(connectionId, { offset: 0, limit: 100 })).items;
}

const own = (view: FieldsView, key: EmployeeFieldKey) => view.fields.find((each) => each.key === key);
const customOf = (view: FieldsView, code: string) => view.custom.find((each) => each.code === code);

describe('the fields of an account', () => {
  test('before a first reading there is nothing to choose from', async () => {
    await withService(async (service) => {
      const { id } = value(await service.api.connect(demoAccount(service)));
      expect(problemOf(await service.api.fields(id))).toMatchObject({ status: 409, code: 'mirrorMissing' });
      expect(problemOf(await service.api.fields('nobody'))).toMatchObject({ status: 404 });
    });
  });

  test('each field has its sources and masked samples; the customer’s own are told with their kind, sub-fields included', async () => {
    await withService(async (service) => {
      const { connectionId } = await connectAndPull(service);
      const view = value(await service.api.fields(connectionId));
      expect([view.isRead, view.accepted, view.readWith]).toEqual([true, null, null]);
      expect(own(view, 'nir')).toMatchObject({ sources: ['record', 'custom'], given: ['custom'] });
      expect(own(view, 'contractStart')?.given).toEqual(['contract', 'native']);
      expect(customOf(view, 'e_situationFamiliale')).toMatchObject({
        ...{ kind: 'list', name: 'Situation de famille', multiple: false, strangers: 0 },
        entries: ['Célibataire', 'Marié(e)', 'Pacsé(e)', 'Divorcé(e)'],
      });
      expect(customOf(view, 'e_domicile')?.kind).toBe('composite');
      expect(customOf(view, 'e_domicile.e_cp')).toMatchObject({
        kind: 'text',
        name: 'Domicile (ancien formulaire) › e_cp',
      });
      expect(customOf(view, 'e_prenomsEnfants.e_enfantPrenom')?.multiple).toBe(true);
      expect(view.proposal.find(({ key }) => key === 'birthCity')).toMatchObject({
        code: 'e_lieuNaissance',
        by: 'heading',
      });
      // Three samples at most, and no value of anybody but where they work and from when.
      const plain = ['civilTitle', 'establishment', 'contractStart', 'contractEnd'];
      const samples = [...view.fields.filter(({ key }) => !plain.includes(key)), ...view.custom].flatMap((each) => {
        expect(each.samples.length).toBeLessThanOrEqual(3);
        return each.samples;
      });
      expect(samples.length).toBeGreaterThan(60);
      for (const sample of samples) expect((sample.match(/[\p{L}\p{N}]/gu) ?? []).length).toBeLessThanOrEqual(1);
      const text = JSON.stringify(view);
      for (const { values } of await peopleOf(service, connectionId))
        for (const secret of [values.nir, values.iban, values.personalPhone, values.personalEmail])
          if (typeof secret === 'string') expect(text).not.toContain(secret);
    });
  });

  test('a proposal that is accepted changes nobody, and says what it was read with', async () => {
    await withService(async (service) => {
      const { connectionId } = await connectAndPull(service);
      const before = await peopleOf(service, connectionId);
      const answer = value(
        await service.api.acceptFields(connectionId, request(proposed(value(await service.api.fields(connectionId))))),
      );
      expect(answer.accepted).toMatchObject({ by: 'le volet Excel', lines: expect.any(Array) as unknown });
      expect(answer.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      await pullAgain(service, connectionId);
      expect(await peopleOf(service, connectionId)).toEqual(before);
      const view = value(await service.api.fields(connectionId));
      expect([view.readWith, view.accepted?.hash]).toEqual([answer.accepted?.hash, answer.accepted?.hash]);
      const [connection] = value(await service.api.connections());
      expect(connection?.fieldMapping).toMatchObject({ hash: answer.accepted?.hash, vanished: [] });
      expect(connection?.fieldMapping?.read).toContain('nir=custom:e_nir');
    });
  });

  test('a field is read from exactly its source: a sub-field, a list by its entry, nothing where it is bound to nothing', async () => {
    await withService(async (service) => {
      const { connectionId } = await connectAndPull(service);
      const before = await peopleOf(service, connectionId);
      const changes: Partial<MappingLine>[] = [
        { key: 'city', from: 'custom', code: 'E_Domicile.e_COMMUNE' },
        { key: 'paymentMethod', from: 'custom', code: 'e_situationFamiliale' },
        { key: 'workEmail', from: 'none', code: '' },
        { key: 'contractStart', from: 'native', code: '' },
      ];
      const lines = proposed(value(await service.api.fields(connectionId)), changes);
      expect(value(await service.api.acceptFields(connectionId, request(lines))).accepted).not.toBeNull();
      await pullAgain(service, connectionId);
      const after = await peopleOf(service, connectionId);
      expect(after.map(({ values }) => values.city)).toEqual(before.map(({ values }) => values.city));
      expect(new Set(after.map(({ values }) => values.paymentMethod))).toEqual(
        new Set(['Célibataire', 'Marié(e)', 'Pacsé(e)', 'Divorcé(e)']),
      );
      expect(after.every(({ values }) => !('workEmail' in values))).toBe(true);
      expect(after.map(({ values }) => values.contractStart)).toEqual(before.map(({ values }) => values.contractStart));
      const [connection] = value(await service.api.connections());
      expect(connection?.unreadFields).toContain('E-mail professionnel');
    });
  });

  test('a field deleted in Lucca leaves what was there, and is told; one renamed is still read', async () => {
    await withService(async (service) => {
      const { connectionId } = await connectAndPull(service);
      value(
        await service.api.acceptFields(connectionId, request(proposed(value(await service.api.fields(connectionId))))),
      );
      service.demo.changes.make({ kind: 'dropField', code: 'e_lieuNaissance' });
      service.demo.changes.make({ kind: 'renameField', code: 'e_nir', name: 'N° sécu' });
      await pullAgain(service, connectionId);
      const people = await peopleOf(service, connectionId);
      expect(people.every(({ values }) => !('birthCity' in values))).toBe(true);
      expect(people.some(({ values }) => typeof values.nir === 'string')).toBe(true);
      const [connection] = value(await service.api.connections());
      expect(connection?.fieldMapping?.vanished).toEqual(['Ville de naissance']);
      expect(connection?.unreadFields).toContain('Ville de naissance');
      const view = value(await service.api.fields(connectionId));
      expect(view.proposal.find(({ key }) => key === 'birthCity')).toMatchObject({ from: null, by: 'several' });
      expect(view.proposal.find(({ key }) => key === 'nir')).toMatchObject({
        code: 'e_nir',
        name: 'N° sécu',
        by: 'name',
      });
      const refused = value(await service.api.acceptFields(connectionId, request(view.accepted?.lines ?? [])));
      expect([refused.accepted, refused.problems.map(({ key, code }) => [key, code])]).toEqual([
        null,
        [
          ['birthCity', 'mappingCodeGone'],
          ['boethStart', 'mappingEmpty'],
        ],
      ]);
    });
  });

  test('what is wrong is answered by field, in French, and keeps what was accepted', async () => {
    await withService(async (service) => {
      const { connectionId } = await connectAndPull(service);
      const view = value(await service.api.fields(connectionId));
      const good = value(await service.api.acceptFields(connectionId, request(proposed(view)))).accepted;
      const wrong = proposed(view, [
        { key: 'city', from: 'custom', code: 'e_Codepostal' },
        { key: 'dependentChildren', from: 'custom', code: 'e_prenomsEnfants' },
      ]);
      const answer = value(await service.api.acceptFields(connectionId, request(wrong)));
      const errors = answer.problems.filter(({ severity }) => severity === 'error');
      expect([answer.accepted, errors.map(({ key, column, code }) => [key, column, code])]).toEqual([
        null,
        [
          ['city', 'code', 'mappingCodeTwice'],
          ['dependentChildren', 'code', 'mappingMultiple'],
        ],
      ]);
      expect(errors[1]?.sentence).toContain('peut avoir plusieurs valeurs');
      expect(value(await service.api.fields(connectionId)).accepted).toEqual(good);
      expect(value(await service.api.acceptFields(connectionId, request(proposed(view)))).accepted).toEqual(good);
      const odd = { ...request(proposed(view)), hash: '0123456789abcdef' };
      expect(problemOf(await service.api.acceptFields(connectionId, odd))).toMatchObject({
        status: 400,
        code: 'mappingHash',
      });
      const [first, , ...others] = proposed(view);
      const doubled = request(first ? [first, first, ...others] : []);
      expect(problemOf(await service.api.acceptFields(connectionId, doubled))).toMatchObject({
        code: 'mappingDoubled',
      });
    });
  });

  test('a mapping that another workbook replaced meanwhile is not written over: who did it is told, in French', async () => {
    await withService(async (service) => {
      const { connectionId } = await connectAndPull(service);
      const view = value(await service.api.fields(connectionId));
      const [mine, theirs] = [
        request(proposed(view)),
        request(proposed(view, [{ key: 'city', from: 'none', code: '' }])),
      ];
      const other = { ...theirs, by: 'Bruno', replaces: null };
      value(await service.api.acceptFields(connectionId, other));
      const late = { ...mine, replaces: view.accepted?.hash ?? null };
      const refused = problemOf(await service.api.acceptFields(connectionId, late));
      expect(refused).toMatchObject({ status: 409, code: 'mappingMoved' });
      expect(refused.detail).toMatch(/entre-temps par Bruno, le \d\d\/\d\d\/\d{4} à \d\d:\d\d\. Relisez/);
      expect(value(await service.api.fields(connectionId)).accepted?.hash).toBe(other.hash);
      const { replaces: _, ...unsaid } = mine;
      const silent = await service.api.acceptFields(connectionId, unsaid as MappingRequest);
      expect(problemOf(silent).status).toBe(400);
      // The same mapping asks nothing of anybody.
      expect(value(await service.api.acceptFields(connectionId, { ...theirs, replaces: 'x' })).accepted?.by).toBe(
        'Bruno',
      );
      const knowing = { ...mine, replaces: other.hash };
      expect(value(await service.api.acceptFields(connectionId, knowing)).accepted?.hash).toBe(mine.hash);
      const wrong = { ...theirs, replaces: mine.hash };
      const both = await Promise.all([
        service.api.acceptFields(connectionId, wrong),
        service.api.acceptFields(connectionId, {
          ...request(proposed(view, [{ key: 'bic', from: 'none', code: '' }])),
          replaces: mine.hash,
        }),
      ]);
      expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    });
  });

  test('without the right to list them, codes are not verified and nothing is guessed', async () => {
    await withService(async (service) => {
      const { connectionId } = await connectAndPull(service);
      const accepted = request(proposed(value(await service.api.fields(connectionId))));
      value(await service.api.acceptFields(connectionId, accepted));
      service.demo.keys.deny(service.demo.apiKey, ['extendedData']);
      await pullAgain(service, connectionId);
      const people = await peopleOf(service, connectionId);
      expect(people.every(({ values }) => !('nir' in values) && !('city' in values))).toBe(true);
      const view = value(await service.api.fields(connectionId));
      expect([view.isRead, view.custom]).toEqual([false, []]);
      const problems = value(await service.api.acceptFields(connectionId, accepted)).problems;
      expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['mappingUnverified']));
    });
  });

  test('the accepted mapping is there after a restart, and nothing of it is logged', async () => {
    const folder = await makeFolder();
    try {
      const first = await startTestService(folder);
      const { connectionId } = await connectAndPull(first);
      const { accepted } = value(
        await first.api.acceptFields(connectionId, request(proposed(value(await first.api.fields(connectionId))))),
      );
      expect(first.logged()).not.toContain('e_nomNaissance');
      await first.close();
      const second = await startTestService(folder);
      expect(value(await second.api.fields(connectionId)).accepted).toEqual(accepted);
      value(await second.api.disconnect(connectionId));
      expect(problemOf(await second.api.fields(connectionId))).toMatchObject({ status: 404 });
      await second.close();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
