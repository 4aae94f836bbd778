/** « Correspondance champs » in the pane: what is told when two workbooks validate, and when a validation is taken back. */
import { expect, test } from '@jest/globals';
import { problem } from '../../shared/contracts/problem.ts';
import type { MappingRequest } from '../../shared/contracts/fieldSchemas.ts';
import { plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { fail, ok } from '../../shared/domain/result.ts';
import * as text from '../../shared/messages/fr/employees/fieldsPane.ts';
import { Pane } from '../../addin/taskpane/model/pane.ts';
import { FieldCompany } from '../flows/fields/fieldCompany.ts';

/** A pane over a service that refuses what does not replace the mapping it holds. */
async function opened(company: FieldCompany): Promise<Pane> {
  const health = { status: 'ok' as const, version: '1', demo: null, month: plainMonth('2026-10') };
  const { service, clock } = company.ports;
  const acceptFields = (id: string, request: MappingRequest) =>
    request.replaces === (company.accepted?.hash ?? null)
      ? service.acceptFields(id, request)
      : Promise.resolve(
          fail({ code: 'refused' as const, problem: problem(409, 'mappingMoved', 'Validée entre-temps.') }),
        );
  const pane = new Pane({
    service: {
      ...company.account.service(),
      health: () => Promise.resolve(ok(health)),
      fields: service.fields,
      acceptFields,
    },
    book: company.book,
    clock,
    token: { get: () => 'token', set: () => undefined, clear: () => undefined },
    offeredCode: null,
    readOnly: () => false,
    download: () => undefined,
  });
  await pane.start();
  const { fields } = await pane.people();
  await fields.open();
  await fields.prepare();
  for (const heading of ['Ville de naissance', 'Pays de naissance'])
    company.type(heading, { from: 'non relié', code: '' });
  return pane;
}

test('what another workbook validated since the screen was read is not written over: it is read again', async () => {
  const company = new FieldCompany();
  const pane = await opened(company);
  const { fields } = await pane.people();
  await fields.validate();
  expect(pane.store.get().notice).toMatchObject({ text: text.validated });
  const held = company.accepted;
  if (!held) throw new Error('nothing accepted');
  company.accepted = { ...held, hash: 'another', by: 'Bruno' };
  await fields.validate();
  expect(pane.store.get().notice).toEqual({ intent: 'warning', text: 'Validée entre-temps.' });
  expect(pane.store.get().screen).toMatchObject({ reading: { view: { accepted: { by: 'Bruno' } } } });
  // Seen now, it may be replaced.
  await fields.validate();
  expect(pane.store.get().notice).toMatchObject({ text: text.validated });
});

test('from home too, taking a validation back says that the service keeps it', async () => {
  const company = new FieldCompany();
  const pane = await opened(company);
  const { fields } = await pane.people();
  await fields.validate();
  await pane.home();
  await pane.updates.undo();
  expect(pane.store.get().notice).toMatchObject({
    text: 'L’écriture de «\u00a0Correspondance champs\u00a0» est annulée\u00a0: les feuilles sont revenues comme avant. Ce que le service a validé le reste\u00a0: corrigez la feuille au besoin, puis validez de nouveau.',
  });
  await fields.open();
  expect(pane.store.get().screen).toMatchObject({ reading: { isMarked: false } });
});
