/** The files of an order in the pane: what each button does. */
import { describe, expect, test } from '@jest/globals';
import { fileRequestSchema, type FileRequest } from '../../shared/contracts/fileSchemas.ts';
import { fail, ok } from '../../shared/domain/result.ts';
import { defaultFormat, type OrderTemplate, type TemplateColumn } from '../../shared/domain/vouchers/files/template.ts';
import { orderFiles } from '../../shared/flows/vouchers/orderFiles.ts';
import type { Pane } from '../../addin/taskpane/model/pane.ts';
import {
  bindingTo,
  columnChoices,
  columnContent,
  CONSTANT,
  contentOf,
  isSound,
  lengthIn,
  nameFault,
  rulesFor,
  tried,
  withColumn,
  wordsIn,
} from '../../addin/taskpane/model/templateDraft.ts';
import { registerTable } from '../../shared/tables/vouchers/registerTable.ts';
import { regulationsTable } from '../../shared/tables/vouchers/regulationsTable.ts';
import { sound } from '../support/smallCompany.ts';
import { cancelOrder } from '../../shared/flows/vouchers/voucherOrders.ts';
import { regulationRow } from '../flows/vouchers/voucherCompany.ts';
import { Clerk } from './voucherClerk.ts';

/** A clerk whose first order is validated, and what the service was given. */
async function ordered(issuer = 'Edenred', support = 'papier') {
  const clerk = await Clerk.begun();
  clerk.company.fill(regulationsTable, regulationRow({ issuer, support, payCode: '4210', payNature: '17' }));
  await clerk.company.close('2026-09');
  const given: FileRequest[] = [];
  const opened: string[] = [];
  const ports = clerk.pane.ports as { -readonly [P in keyof Pane['ports']]: Pane['ports'][P] };
  ports.service = {
    ...ports.service,
    file: (request) => {
      given.push(request);
      return Promise.resolve(ok({ path: '/files/ticket', expiresInSeconds: 60 }));
    },
  };
  ports.download = (path) => void opened.push(path);
  const tasks = await clerk.vouchers();
  return { clerk, tasks, given, opened, ports };
}

const file = (content: string | Uint8Array, name = 'Edenred Lyon.csv') => new File([content as BlobPart], name);

describe('« Fichiers… »', () => {
  test('shows the kinds of the order, made and held to the sheet', async () => {
    const { clerk, tasks } = await ordered();
    await tasks.files.open('TR1');
    const { order, request, made } = clerk.screen('voucherFiles');
    expect([request, made.findings]).toMatchObject([{ kind: 'order' }, [{ code: 'voucherTemplateNone' }]]);
    tasks.files.choose(order, { kind: 'payroll' });
    expect(clerk.screen('voucherFiles').made.findings).toEqual([]);
  });

  test.each(['payroll', 'remuneration'] as const)(
    'gives the service the bytes of the file, and opens the path that it answers: %s',
    async (kind) => {
      const { clerk, tasks, given, opened } = await ordered();
      await tasks.files.open('TR1', { kind });
      const [made] = clerk.screen('voucherFiles').made.files;
      if (!made?.content || made.content.kind !== 'bytes') throw new Error('no file');
      await tasks.files.download(made);
      expect(given).toEqual([
        { kind: 'made', name: made.name, base64: Buffer.from(made.content.bytes).toString('base64') },
      ]);
      expect(given.every((each) => fileRequestSchema.safeParse(each).success)).toBe(true);
      expect([opened, clerk.notice]).toEqual([['/files/ticket'], expect.stringContaining('est téléchargé')]);
    },
  );

  test('gives the lines of the attendance sheet to be printed', async () => {
    const { clerk, tasks, given } = await ordered();
    await tasks.files.open('TR1', { kind: 'attendance' });
    const { made, order } = clerk.screen('voucherFiles');
    const [sheet] = made.files;
    if (sheet) await tasks.files.download(sheet);
    expect(given).toMatchObject([{ kind: 'attendance', name: 'emargement-tr-siege-2026-09.pdf' }]);
    expect(orderFiles(order, { kind: 'attendance' })).toEqual(made);
  });

  test('nothing is given of a refused file, nor of one that is too large; a service that refuses says why', async () => {
    const { clerk, tasks, given, opened, ports } = await ordered();
    await tasks.files.open('TR1', { kind: 'payroll' });
    const [made] = clerk.screen('voucherFiles').made.files;
    if (!made) throw new Error('no file');
    await tasks.files.download({ ...made, content: null });
    await tasks.files.download({ ...made, content: { kind: 'bytes', bytes: new Uint8Array(6_000_001) } });
    expect([given, clerk.notice]).toEqual([[], expect.stringContaining('6 Mo')]);
    ports.service = { ...ports.service, file: () => Promise.resolve(fail({ code: 'unreachable' })) };
    await tasks.files.download(made);
    expect([opened, clerk.pane.store.get().notice?.intent]).toEqual([[], 'error']);
  });

  test('an order that was cancelled meanwhile, or a register that was edited, leads back with a sentence', async () => {
    const { clerk, tasks } = await ordered();
    sound(await cancelOrder(clerk.company.ports, 'TR1'));
    await tasks.files.open('TR1');
    expect([clerk.screen('voucherOrders').board.orders, clerk.notice]).toMatchObject([
      [{ state: 'cancelled' }],
      expect.stringContaining('annulée'),
    ]);
    const [line] = clerk.company.book.rows(registerTable);
    if (line) line.cells['ordered'] = { number: 99 };
    await tasks.files.open('TR1');
    expect(clerk.screen('vouchers').findings).not.toEqual([]);
  });

  test('« Retour » leads from the model to the files, from the files to the orders', async () => {
    const { clerk, tasks } = await ordered();
    await tasks.files.open('TR1');
    tasks.templates.open(clerk.screen('voucherFiles').order);
    await tasks.back();
    expect(clerk.screen('voucherFiles').request).toEqual({ kind: 'order' });
    await tasks.back();
    expect(clerk.screen('voucherOrders').board.orders).toHaveLength(1);
  });
});

describe('a model of order', () => {
  async function opened() {
    const made = await ordered();
    await made.tasks.files.open('TR1');
    const { order } = made.clerk.screen('voucherFiles');
    made.tasks.templates.open(order);
    return { ...made, order };
  }

  test('is read from a file, under its name; from a pasted line; and what is no text is told', async () => {
    const { clerk, tasks, order } = await opened();
    await tasks.templates.give(order, file(Uint8Array.from([0x4e, 0x6f, 0x6d, 0x3b, 0xc9])));
    expect(clerk.screen('voucherTemplate').read).toMatchObject({
      encoding: 'windows1252',
      template: { name: 'Edenred Lyon', columns: [{ heading: 'Nom' }, { heading: 'É' }] },
    });
    tasks.templates.paste(order, 'Matricule\tNombre de titres');
    expect(clerk.screen('voucherTemplate').read).toMatchObject({
      encoding: null,
      template: { name: '', layout: { separator: '\t' } },
    });
    await tasks.templates.give(order, file(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'a.xlsx'));
    expect(clerk.screen('voucherTemplate').read).toMatchObject({
      template: null,
      findings: [{ code: 'voucherModelNotText' }],
    });
  });

  test('is saved, and the order is written by it at once', async () => {
    const { clerk, tasks, order } = await opened();
    tasks.templates.paste(order, 'Matricule;Nombre de titres');
    const { template } = clerk.screen('voucherTemplate').read;
    if (!template) throw new Error('no model');
    await tasks.templates.save(order, { ...template, name: 'Edenred Lyon' });
    const { request, made } = clerk.screen('voucherFiles');
    expect([request, made.findings]).toEqual([{ kind: 'order', template: 'Edenred Lyon' }, []]);
    expect(made.files[0]?.preview[1]).toEqual(['0001', '22']);
    expect(clerk.notice).toContain('« Edenred Lyon » est enregistré');
  });

  test('is kept on the screen when the workbook is read-only, with why', async () => {
    const { clerk, tasks, order } = await opened();
    tasks.templates.paste(order, 'Matricule;Nombre de titres');
    const { template } = clerk.screen('voucherTemplate').read;
    clerk.readOnly = true;
    if (template) await tasks.templates.save(order, { ...template, name: 'Edenred Lyon' });
    expect(clerk.screen('voucherTemplate').read.template?.name).toBe('Edenred Lyon');
    expect(clerk.notice).toContain('Enregistrez-en une copie modifiable');
  });

  const nameColumn: TemplateColumn = {
    heading: 'Nom',
    binding: bindingTo('lastName'),
    required: false,
    format: defaultFormat,
  };
  const draft: OrderTemplate = {
    name: 'Essai',
    layout: { separator: ';', encoding: 'utf8', lineEnd: 'lf', decimal: ',', header: true, transliterate: false },
    columns: [nameColumn, { heading: 'Titres', binding: bindingTo('number'), required: false, format: defaultFormat }],
  };

  test('has a column changed at a time, and is tried on people of the order', async () => {
    const { order } = await opened();
    expect(draft.columns.map(contentOf)).toEqual(['lastName', 'number']);
    const upper = withColumn(draft, 0, { format: { ...defaultFormat, letters: 'upper' } });
    expect(tried(upper, order.input).files[0]?.preview).toEqual([
      ['Nom', 'Titres'],
      ['NOM1', '22'],
      ['NOM2', '22'],
      ['NOM3', '22'],
    ]);
    const emptied = withColumn(draft, 1, { binding: bindingTo('') });
    expect(tried(emptied, order.input).findings).toMatchObject([{ code: 'voucherTemplateNoNumber' }]);
    expect(contentOf({ ...nameColumn, binding: bindingTo(CONSTANT) })).toBe(CONSTANT);
  });

  test('offers the rules of what each column holds', () => {
    const rules = (content: string) => rulesFor({ ...nameColumn, binding: bindingTo(content) });
    expect(rules('')).toEqual([]);
    expect(rules('birthDate')).toEqual(['date']);
    expect(rules('civility')).toEqual(['words']);
    expect(rules('total')).toEqual(['unit', 'zeros', 'maxLength']);
    expect(rules('employeeNumber')).toContain('zeros');
    expect(rules(CONSTANT)).toEqual(rules('lastName'));
  });

  test('may take a column of « Salariés », also one that is gone since', () => {
    const binding = bindingTo(columnContent('Service'));
    const column: TemplateColumn = { ...nameColumn, binding };
    expect([binding, contentOf(column)]).toEqual([{ kind: 'column', heading: 'Service' }, columnContent('Service')]);
    expect(rulesFor(column)).toEqual(['accents', 'letters', 'maxLength', 'zeros', 'date']);
    const choices = (each: TemplateColumn, ...columns: string[]) => columnChoices(each, { columns });
    expect(choices(nameColumn, 'Matricule', 'Service')).toEqual(['Matricule', 'Service']);
    expect(choices(column, 'Matricule', 'SERVICE')).toEqual(['Matricule', 'Service']);
    expect(choices(column, 'Matricule')).toEqual(['Matricule', 'Service']);
  });

  test('is not saved without a name, or with a rule that means nothing', () => {
    expect([draft, { ...draft, name: ' ' }, { ...draft, name: 'x'.repeat(61) }].map(nameFault)).toEqual([
      undefined,
      'missing',
      'tooLong',
    ]);
    const noDate = withColumn(draft, 0, { format: { ...defaultFormat, date: 'JJ' } });
    expect([isSound(draft), isSound(noDate)]).toEqual([true, false]);
    expect([wordsIn('M;F'), wordsIn(''), wordsIn('M')]).toEqual([['M', 'F'], null, undefined]);
    expect([lengthIn('25'), lengthIn(''), lengthIn('0'), lengthIn('2,5')]).toEqual([25, null, undefined, undefined]);
  });
});
