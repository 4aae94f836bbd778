/** The file of a model, rule by rule of its columns. */
import { describe, expect, test } from '@jest/globals';
import { plainDate } from '../../../../shared/domain/calendar/plainDate.ts';
import type { OrderFieldKey } from '../../../../shared/domain/vouchers/files/orderFields.ts';
import type { ColumnValue, OrderLine } from '../../../../shared/domain/vouchers/files/orderInput.ts';
import { readModel } from '../../../../shared/domain/vouchers/files/readModel.ts';
import {
  defaultFormat,
  defaultLayout,
  type ColumnFormat,
  type OrderTemplate,
  type TemplateColumn,
  type TemplateLayout,
} from '../../../../shared/domain/vouchers/files/template.ts';
import { writeOrder } from '../../../../shared/domain/vouchers/files/writeOrder.ts';
import { line, only, order, rowsOf, textOf, told } from './builders.ts';

const WHO = 'LEFÈVRE-NOËL Chloé (00042)';

function bound(field: OrderFieldKey, format: Partial<ColumnFormat> = {}, required = false): TemplateColumn {
  return { heading: field, binding: { kind: 'field', field }, required, format: { ...defaultFormat, ...format } };
}

/** A model with the number of vouchers last, so that it orders something. */
function model(columns: readonly TemplateColumn[], layout: Partial<TemplateLayout> = {}): OrderTemplate {
  return { name: 'Essai', layout: { ...defaultLayout, ...layout }, columns: [...columns, bound('number')] };
}

/** The cells of one person, the number of vouchers left out. */
function cells(columns: readonly TemplateColumn[], own: OrderLine = line(), layout: Partial<TemplateLayout> = {}) {
  const encoding = layout.encoding === 'windows1252' ? 'windows-1252' : 'utf-8';
  return rowsOf(writeOrder(model(columns, layout), order(own)), layout.separator, encoding)[1]?.slice(0, -1);
}

describe('what a column is bound to', () => {
  test('fields, a constant, and an empty column that is kept', () => {
    const constant: TemplateColumn = { ...bound('city'), binding: { kind: 'constant', text: 'TR' } };
    const empty: TemplateColumn = { ...bound('city'), binding: { kind: 'empty' } };
    expect(cells([bound('employeeNumber'), constant, empty, bound('lastName')])).toEqual([
      '00042',
      'TR',
      '',
      'Lefèvre-Noël',
    ]);
  });

  test('each field says its own', () => {
    const own = line({ worksOnDaysOff: true, number: 3 });
    const expected: Partial<Record<OrderFieldKey, string>> = {
      companyCode: 'ACM',
      customerCode: 'C000001',
      deliveryPoint: '1',
      levelCode: '10',
      attachmentCode: 'R-77',
      civility: 'MME',
      firstName: 'Chloé',
      birthDate: '03/02/1991',
      email: 'chloe@exemple.fr',
      mobile: '+33612345678',
      postalCode: '01000',
      city: 'Bourg-en-Bresse',
      country: 'FR',
      faceValue: '8,45',
      employerShare: '4,23',
      total: '25,35',
      support: 'CARTE',
      worksOnDaysOff: 'OUI',
    };
    const keys = Object.keys(expected) as OrderFieldKey[];
    expect(
      cells(
        keys.map((key) => bound(key)),
        own,
      ),
    ).toEqual(Object.values(expected));
  });

  test('a model that orders nothing is refused', () => {
    const files = writeOrder({ ...model([]), columns: [bound('lastName')] }, order(line()));
    expect(told(files)).toEqual(['voucherTemplateNoNumber |  | ']);
    expect(only(files).bytes).toBeNull();
  });

  test('a blank is an error in a compulsory column only', () => {
    expect(cells([bound('mobile')], line({}, { mobile: '' }))).toEqual(['']);
    expect(told(writeOrder(model([bound('mobile', {}, true)]), order(line({}, { mobile: ' ' }))))).toEqual([
      `fileBlank | ${WHO} | mobile`,
    ]);
  });
});

describe('how a column is written', () => {
  test.each<[string, OrderFieldKey, Partial<ColumnFormat>, string]>([
    ['accents kept', 'lastName', {}, 'Lefèvre-Noël'],
    ['accents removed', 'lastName', { accents: 'removed' }, 'Lefevre-Noel'],
    ['capitals', 'lastName', { letters: 'upper' }, 'LEFÈVRE-NOËL'],
    ['a name at its length', 'lastName', { maxLength: 12 }, 'Lefèvre-Noël'],
    ['zeros on the left of a code', 'employeeNumber', { zeros: 8 }, '00000042'],
    ['amounts in cents', 'faceValue', { unit: 'cents' }, '845'],
    ['amounts in cents, with zeros', 'faceValue', { unit: 'cents', zeros: 5 }, '00845'],
    ['zeros have no place in euros', 'faceValue', { zeros: 9 }, '8,45'],
    ['dates', 'birthDate', { date: 'AAAAMMJJ' }, '19910203'],
    ['words of a civility', 'civility', { words: ['1', '2'] }, '2'],
    ['words of a support', 'support', { words: ['C', 'P'] }, 'C'],
    ['words of a flag', 'worksOnDaysOff', { words: ['YES', 'NO'] }, 'NO'],
  ])('%s', (_, field, format, expected) => {
    expect(cells([bound(field, format)])).toEqual([expected]);
  });

  test('the decimal mark is that of the file', () => {
    expect(cells([bound('total')], line(), { decimal: '.' })).toEqual(['143.65']);
  });

  test('a name that is too long is cut, and told', () => {
    const files = writeOrder(model([bound('lastName', { maxLength: 11 })]), order(line()));
    expect(rowsOf(files)[1]).toEqual(['Lefèvre-Noë', '17']);
    expect(files.findings).toMatchObject([
      { code: 'voucherFileCut', severity: 'warning', facts: { length: 12, kept: 11 } },
    ]);
    expect(told(files)).toEqual([`voucherFileCut | ${WHO} | lastName`]);
  });

  test.each<[OrderFieldKey, number]>([
    ['email', 15],
    ['employeeNumber', 4],
    ['faceValue', 3],
    ['birthDate', 8],
  ])('%s is never cut: too long is an error', (field, maxLength) => {
    const files = writeOrder(model([bound(field, { maxLength })]), order(line()));
    expect(told(files)).toEqual([`voucherFileTooLong | ${WHO} | ${field}`]);
    expect(only(files).bytes).toBeNull();
  });

  test('an address goes over the columns there are, cut at spaces', () => {
    const three = ['address1', 'address2', 'address3'] as const;
    const own = line({}, { addressComplement: 'Bâtiment C, escalier 4' });
    const columns = three.map((key) => bound(key, { maxLength: 28 }));
    expect(cells(columns, own)).toEqual(['12 bis avenue du Général de', 'Gaulle', 'Bâtiment C, escalier 4']);
    expect(cells([bound('address1')], own)).toEqual(['12 bis avenue du Général de Gaulle Bâtiment C, escalier 4']);
  });

  test('an address that does not fit is an error', () => {
    const files = writeOrder(model([bound('address1', { maxLength: 20 })]), order(line()));
    expect(told(files)).toEqual([`voucherFileAddress | ${WHO} | address1`]);
  });

  test('line breaks and tabs inside a cell become spaces', () => {
    expect(cells([bound('city')], line({}, { city: 'Saint\r\nDenis\t974' }))).toEqual(['Saint Denis 974']);
  });
});

describe('the file', () => {
  test('its headings are those of the model, in their order', () => {
    const { template } = readModel('Nb de titres;Prénom*;;Nom', 'Essai');
    expect(rowsOf(writeOrder(template!, order(line())))).toEqual([
      ['Nb de titres', 'Prénom*', '', 'Nom'],
      ['17', 'Chloé', '', 'Lefèvre-Noël'],
    ]);
  });

  test('without the row of headings when the model has none', () => {
    expect(rowsOf(writeOrder(model([], { header: false }), order(line())))).toEqual([['17']]);
  });

  test('its separator, its line end and its mark are those of the model', () => {
    const text = (layout: Partial<TemplateLayout>) =>
      textOf(only(writeOrder(model([bound('city')], layout), order(line()))));
    expect(text({})).toBe('\ufeffcity;number\r\nBourg-en-Bresse;17\r\n');
    expect(text({ separator: '\t', lineEnd: 'lf', encoding: 'utf8' })).toBe('city\tnumber\nBourg-en-Bresse\t17\n');
  });

  test('a decimal comma between commas is quoted', () => {
    const file = only(writeOrder(model([bound('total')], { separator: ',', encoding: 'utf8' }), order(line())));
    expect(textOf(file)).toContain('"143,65",17');
  });

  test('one per customer code, with its control total', () => {
    const files = writeOrder(
      model([]),
      order(line(), line({ number: 3 }, {}, { customerCode: 'A-1' }), line({ number: 0 })),
    );
    expect(
      files.files.map(({ name, control }) => [name, control.people, control.vouchers, control.amounts.face]),
    ).toEqual([
      ['commande-edenred-2026-10-a-1.csv', 1, 3, 2_535],
      ['commande-edenred-2026-10-c000001.csv', 1, 17, 14_365],
    ]);
  });

  test('nothing ordered, no file', () => {
    const files = writeOrder(model([]), order(line({ number: 0 })));
    expect(files.files).toEqual([]);
    expect(told(files)).toEqual(['voucherFileNothing |  | ']);
  });

  test('an error of one person leaves every file without bytes', () => {
    const required = model([bound('mobile', {}, true)]);
    const files = writeOrder(required, order(line(), line({}, { mobile: '' }, { customerCode: 'B' })));
    expect(files.files.map(({ bytes }) => bytes)).toEqual([null, null]);
  });

  test('a number of vouchers that is not whole, or negative, is a bug', () => {
    for (const number of [1.5, -1]) expect(() => writeOrder(model([]), order(line({ number })))).toThrow(RangeError);
  });
});

describe('Windows-1252', () => {
  const lukasz = line({}, { firstName: 'Łukasz', city: 'Œuvré €' });

  test('what it has is written exactly', () => {
    expect(cells([bound('city')], lukasz, { encoding: 'windows1252' })).toEqual(['Œuvré €']);
  });

  test('a character that it lacks is an error that names the person and the column', () => {
    const files = writeOrder(model([bound('firstName')], { encoding: 'windows1252' }), order(lukasz));
    expect(told(files)).toEqual(['fileCharacter | LEFÈVRE-NOËL Łukasz (00042) | firstName']);
    expect(files.findings[0]?.facts['characters']).toBe('Ł');
    expect(only(files).bytes).toBeNull();
  });

  test('on demand it is spelled otherwise, the rest kept', () => {
    const layout = { encoding: 'windows1252', transliterate: true } as const;
    expect(cells([bound('firstName'), bound('city')], lukasz, layout)).toEqual(['Lukasz', 'Œuvré €']);
  });

  test('on demand, a letter without another spelling is still an error', () => {
    const layout = { encoding: 'windows1252', transliterate: true } as const;
    const files = writeOrder(model([bound('firstName')], layout), order(line({}, { firstName: 'Юля' })));
    expect(files.findings[0]?.facts['characters']).toBe('Ю л я');
  });

  test('a heading that it lacks is told', () => {
    const heading = { ...bound('city'), heading: 'Město' };
    expect(told(writeOrder(model([heading], { encoding: 'windows1252' }), order(line())))).toEqual([
      'voucherTemplateHeading |  | ',
    ]);
  });
});

describe('what could do harm', () => {
  test.each(['=1+1', '+33 6 12', '-2+3', '@SUM(A1)', '＝1'])('the name %j is held back, and told', (lastName) => {
    const files = writeOrder(model([bound('lastName', { accents: 'removed' })]), order(line({}, { lastName })));
    expect(rowsOf(files)[1]?.[0]?.startsWith("'")).toBe(true);
    expect(files.findings).toMatchObject([{ code: 'fileNeutralised', severity: 'warning', subject: '12' }]);
  });

  test('a mobile number keeps its sign, and nothing but a number does', () => {
    expect(cells([bound('mobile')])).toEqual(['+33612345678']);
    expect(cells([bound('mobile')], line({}, { mobile: '+33612345678-1' }))).toEqual(["'+33612345678-1"]);
  });

  test('a heading that begins like a formula is held back', () => {
    const heading = { ...bound('city'), heading: '=HYPERLINK("x")' };
    const files = writeOrder(model([heading]), order(line()));
    expect(rowsOf(files)[0]?.[0]).toBe('\'=HYPERLINK("x")');
    expect(told(files)).toEqual(['voucherTemplateFormula |  | ']);
  });

  test.each(['Łódź', '1850578006084', 'trop long'])(
    'the constant %s that the file cannot hold is told once',
    (text) => {
      const constant: TemplateColumn = { ...bound('city', { maxLength: 6 }), binding: { kind: 'constant', text } };
      const files = writeOrder(model([constant], { encoding: 'windows1252' }), order(line(), line()));
      expect(new Set(told(files))).toEqual(new Set(['voucherTemplateText |  | ']));
      expect(only(files).bytes).toBeNull();
    },
  );

  test('a constant that begins like a formula is held back, and told once', () => {
    const constant: TemplateColumn = { ...bound('city'), binding: { kind: 'constant', text: '=1' } };
    const files = writeOrder(model([constant]), order(line(), line()));
    expect(rowsOf(files).map(([cell]) => cell)).toEqual(['city', "'=1", "'=1"]);
    expect(told(files)).toEqual(['voucherTemplateFormula |  | ']);
  });

  test('a constant that is a negative number stays one', () => {
    const constant: TemplateColumn = { ...bound('city'), binding: { kind: 'constant', text: '-1,5' } };
    expect(cells([constant])).toEqual(['-1,5']);
  });

  test.each<[OrderFieldKey, OrderLine]>([
    ['employeeNumber', line({}, { employeeNumber: '1 85 05 78 006 084' })],
    ['city', line({}, { city: 'FR14 2004 1010 0505 0001 3M02 606' })],
    ['lastName', line({}, { lastName: 'n° 2550892073000' })],
  ])('a social security number or an IBAN in %s never leaves', (field, own) => {
    const files = writeOrder(model([bound(field)]), order(own));
    expect(files.findings.map(({ code }) => code)).toEqual(['fileSecret']);
    expect(only(files).bytes).toBeNull();
  });
});

describe('a column of « Salariés »', () => {
  const from = (heading: string, format: Partial<TemplateColumn['format']> = {}, required = false): TemplateColumn => ({
    ...bound('city', format),
    binding: { kind: 'column', heading },
    required,
  });
  const saying = (value: ColumnValue) => line({ columns: new Map([['SERVICE', value]]) });
  const written = (value: ColumnValue, column = from('service')) =>
    writeOrder(model([column]), { ...order(saying(value)), columns: ['Service', 'Prime'] });

  test.each<[string, ColumnValue, Partial<TemplateColumn['format']>, string]>([
    ['as it was typed', { text: 'Atelier Été' }, {}, 'Atelier Été'],
    ['under the rules of its column', { text: 'Atelier Été' }, { accents: 'removed', letters: 'upper' }, 'ATELIER ETE'],
    ['a code filled with zeros', { text: '42' }, { zeros: 5 }, '00042'],
    ['a number keeps its sign', { text: '-12,5' }, {}, '-12,5'],
    ['a date by the pattern', { date: plainDate('2026-10-05') }, { date: 'AAAAMMJJ' }, '20261005'],
    ['a formula is neutralised', { text: '=1+1' }, {}, "'=1+1"],
  ])('%s', (_, value, format, expected) => {
    const rows = rowsOf(written(value, from('Service', format)));
    expect(rows.map(([cell]) => cell)).toEqual(['city', expected]);
  });

  test('is blank where nobody typed, which is an error where it is compulsory', () => {
    const files = (required: boolean) =>
      writeOrder(model([from('Prime', {}, required)]), { ...order(saying({ text: 'x' })), columns: ['Prime'] });
    expect(rowsOf(files(false))[1]?.[0]).toBe('');
    expect(told(files(true))).toEqual(['fileBlank | LEFÈVRE-NOËL Chloé (00042) | city']);
  });

  test('is never cut: too long is an error', () => {
    expect(told(written({ text: 'Atelier' }, from('Service', { maxLength: 7 })))).toEqual([]);
    const cut = written({ text: 'Ateliers' }, from('Service', { maxLength: 7 }));
    expect(told(cut)).toEqual(['voucherFileTooLong | LEFÈVRE-NOËL Chloé (00042) | city']);
  });

  test.each(['1 85 05 78 006 084', 'FR14 2004 1010 0505 0001 3M02 606'])(
    'a secret typed in it (%s) never leaves',
    (text) => {
      const files = written({ text });
      expect([files.findings.map(({ code }) => code), only(files).bytes]).toEqual([['fileSecret'], null]);
    },
  );

  test('that is not there is told, with its name, and there is no file', () => {
    const files = written({ text: 'x' }, from('Secteur'));
    expect(files.findings).toMatchObject([
      { code: 'voucherTemplateColumnGone', facts: { heading: 'city', column: 'Secteur' } },
    ]);
    expect([told(files).length, only(files).bytes]).toEqual([1, null]);
  });
});
