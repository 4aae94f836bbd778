/** « Modèles de commande TR »: models saved in the workbook, and what its cells ask. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Cell } from '../../../shared/domain/review/cell.ts';
import { encodings } from '../../../shared/domain/files/encoding.ts';
import { separators } from '../../../shared/domain/files/delimited.ts';
import { orderFields } from '../../../shared/domain/vouchers/files/orderFields.ts';
import { readModel } from '../../../shared/domain/vouchers/files/readModel.ts';
import {
  defaultFormat,
  defaultLayout,
  type Binding,
  type OrderTemplate,
} from '../../../shared/domain/vouchers/files/template.ts';
import { ordersTemplatesTable as table } from '../../../shared/tables/vouchers/ordersTemplatesTable.ts';
import { readOrdersTemplates } from '../../../shared/tables/vouchers/ordersTemplatesTableRead.ts';
import { ordersTemplateRows } from '../../../shared/tables/vouchers/ordersTemplatesTableRows.ts';
import { said, sheet, type Typed } from './typedSheet.ts';

/** The cells of a saved row, as a person would find them. */
function typed(cells: Readonly<Record<string, Cell>>): Typed {
  const row: Record<string, string | number> = {};
  for (const [key, cell] of Object.entries(cells)) {
    if ('text' in cell) row[key] = cell.text;
    if ('number' in cell) row[key] = cell.number;
  }
  return row;
}

const saved = (...templates: readonly OrderTemplate[]) =>
  sheet(table, ...templates.flatMap(ordersTemplateRows).map(typed));

const row = (more: Typed): Typed => ({ template: 'Edenred', position: 1, heading: 'Nom', field: 'Nom', ...more });

describe('a model saved and read back', () => {
  const word = fc.stringMatching(/^[A-Za-zÉé]{1,8}$/);
  const binding: fc.Arbitrary<Binding> = fc.oneof(
    fc.constantFrom(...orderFields).map(({ key }): Binding => ({ kind: 'field', field: key })),
    word.map((text): Binding => ({ kind: 'constant', text })),
    word.map((heading): Binding => ({ kind: 'column', heading })),
    fc.constant<Binding>({ kind: 'empty' }),
  );
  const width = fc.option(fc.integer({ min: 1, max: 250 }));
  const column = fc.record({
    heading: word,
    binding,
    required: fc.boolean(),
    format: fc.record({
      accents: fc.constantFrom('kept', 'removed'),
      letters: fc.constantFrom('kept', 'upper'),
      maxLength: width,
      zeros: width,
      unit: fc.constantFrom('euros', 'cents'),
      date: fc.constantFrom('JJ/MM/AAAA', 'AAAAMMJJ', 'JJ-MM-AA'),
      words: fc.option(fc.tuple(word, word)),
    }),
  });
  const template: fc.Arbitrary<OrderTemplate> = fc.record({
    name: word,
    layout: fc.record({
      separator: fc.constantFrom(...separators),
      encoding: fc.constantFrom(...encodings),
      lineEnd: fc.constantFrom('crlf', 'lf'),
      decimal: fc.constantFrom(',', '.'),
      header: fc.boolean(),
      transliterate: fc.boolean(),
    }),
    columns: fc.array(column, { minLength: 1, maxLength: 6 }),
  });

  test('is the same, whatever its rules', () => {
    fc.assert(
      fc.property(template, (model) => {
        expect(readOrdersTemplates(saved(model))).toEqual({ value: [model], findings: [] });
      }),
    );
  });

  test('is the one that was read from the file of the issuer', () => {
    const { template: model } = readModel('Matricule*;;Date de naissance (AAAAMMJJ);Nb titres', 'Edenred Lyon');
    expect(readOrdersTemplates(saved(model!)).value).toEqual([model]);
  });

  test('two models stay two, whatever the order of the rows', () => {
    const [first, second] = ['Edenred', 'Up'].map((name) => readModel('Nom;Nb titres', name).template!);
    const rows = [first!, second!].flatMap(ordersTemplateRows).map(typed).reverse();
    const { value } = readOrdersTemplates(sheet(table, ...rows));
    expect(value).toEqual([second, first]);
  });
});

test('what nobody typed is the default', () => {
  const { value, findings } = readOrdersTemplates(sheet(table, row({})));
  expect(said(findings)).toEqual([]);
  expect(value).toEqual([
    {
      name: 'Edenred',
      layout: defaultLayout,
      columns: [
        { heading: 'Nom', binding: { kind: 'field', field: 'lastName' }, required: false, format: defaultFormat },
      ],
    },
  ]);
});

test.each(['NOM', 'Nom de famille', 'nom du salarié'])('the field %s is known by any of its names', (field) => {
  const { value, findings } = readOrdersTemplates(sheet(table, row({ field })));
  expect(findings).toEqual([]);
  expect(value[0]?.columns[0]?.binding).toEqual({ kind: 'field', field: 'lastName' });
});

test('no table, no model', () => {
  expect(readOrdersTemplates(undefined)).toEqual({ value: [], findings: [] });
});

describe('what cannot be taken is told at its cell', () => {
  test.each<[string, Typed, readonly (readonly [string, string, number])[]]>([
    ['a row without a model', { template: '' }, [['voucherTemplateName', 'template', 4]]],
    ['no position', { position: '' }, [['voucherTemplatePosition', 'position', 4]]],
    ['position 0', { position: 0 }, [['voucherTemplatePosition', 'position', 4]]],
    ['position 101', { position: 101 }, [['voucherTemplatePosition', 'position', 4]]],
    ['an unknown field', { field: 'NIR' }, [['voucherTemplateField', 'field', 4]]],
    ['a secret column', { field: 'Salariés : N° de sécurité sociale' }, [['voucherModelSecret', 'field', 4]]],
    ['a field that nothing fills', { field: 'Statistique 2' }, [['voucherTemplateUnfilled', 'field', 4]]],
    ['a field that nothing fills', { field: 'libre 1' }, [['voucherTemplateUnfilled', 'field', 4]]],
    ['an IBAN as field', { field: 'IBAN' }, [['voucherTemplateField', 'field', 4]]],
    ['a constant beside a field', { constant: 'x' }, [['voucherTemplateConstant', 'constant', 4]]],
    [
      'a social security number as constant',
      { field: '', constant: '1850578006084' },
      [['voucherTemplateSecret', 'constant', 4]],
    ],
    ['a pattern without a year', { date: 'JJ/MM' }, [['voucherTemplateDate', 'date', 4]]],
    ['one word of two', { words: 'MR' }, [['voucherTemplateWords', 'words', 4]]],
    ['three words', { words: 'a;b;c' }, [['voucherTemplateWords', 'words', 4]]],
    ['a length of 0', { maxLength: 0 }, [['voucherTemplateWidth', 'maxLength', 4]]],
    ['zeros over 251 characters', { zeros: 251 }, [['voucherTemplateWidth', 'zeros', 4]]],
    ['a length that is no number', { maxLength: 'dix' }, [['cellNotNumber', 'maxLength', 4]]],
    ['a separator nobody knows', { separator: 'espace' }, [['cellNotChoice', 'separator', 4]]],
  ])('%s', (_, more, expected) => {
    const { findings } = readOrdersTemplates(sheet(table, row(more)));
    expect(said(findings)).toEqual(expected);
  });

  test('a social security number as constant is not in the model', () => {
    const { value } = readOrdersTemplates(sheet(table, row({ field: '', constant: '1850578006084' })));
    expect(JSON.stringify(value)).not.toContain('1850578006084');
  });

  test('two columns at one position: the second is left out', () => {
    const { value, findings } = readOrdersTemplates(sheet(table, row({}), row({ heading: 'Prénom' })));
    expect(said(findings)).toEqual(expect.arrayContaining([['voucherTemplatePosition', 'position', 5]]));
    expect(value[0]?.columns.map(({ heading }) => heading)).toEqual(['Nom']);
  });

  test('a setting of the file that two rows tell otherwise', () => {
    const two = sheet(table, row({ separator: 'virgule' }), row({ position: 2, separator: 'barre' }));
    const { value, findings } = readOrdersTemplates(two);
    expect(said(findings)).toEqual([['voucherTemplateLayout', 'separator', 5]]);
    expect(value[0]?.layout.separator).toBe(',');
  });
});
