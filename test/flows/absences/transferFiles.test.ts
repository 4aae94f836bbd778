/** The files of an import as a whole: which kinds it has, that refused lines are told, and that all kinds say the same half-days. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import type { TransferFileLine } from '../../../shared/domain/absences/files/transferFile.ts';
import {
  transferFileKinds,
  transferFiles,
  transferKindsOf,
  type TransferFileKind,
  type TransferToFile,
} from '../../../shared/flows/absences/transferFiles.ts';
import { transferSheets } from '../../../shared/flows/absences/transferSheets.ts';
import { caption, quantity } from '../../../shared/messages/fr/absences/files.ts';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import { byteText, line, someone, textOf } from '../../domain/absences/files/fileLines.ts';
import { randomLines } from '../../domain/absences/files/randomLines.ts';

const held = (lines: readonly TransferFileLine[], refused = 0): TransferToFile => ({
  number: 'A3',
  month: plainMonth('2026-10'),
  state: 'prepared',
  deletionsLeft: 0,
  lines,
  refused,
});

const brought = line('2026-10-05M 2026-10-05A');
const deleted = line('2026-09-14M', { direction: 'delete', corrects: { run: 'A2', month: plainMonth('2026-09') } });

test.each<[string, readonly TransferFileLine[], readonly TransferFileKind[]]>([
  ['rien', [], []],
  ['à importer seulement', [brought], ['controle', 'import', 'payfit', 'silae']],
  ['à supprimer seulement', [deleted], ['controle', 'suppressions']],
  ['les deux', [brought, deleted], transferFileKinds],
])('files that an import has: %s', (_, lines, expected) => {
  expect(transferKindsOf(held(lines))).toEqual(expected);
});

test.each<[TransferFileKind, string, number]>([
  ['controle', 'absences-controle-2026-10-a3-d1.csv', 3],
  ['import', 'absences-import-2026-10-a3-d1.csv', 2],
  ['payfit', 'absences-payfit-2026-10-a3-d1.json', 2],
  ['silae', 'absences-silae-2026-10-a3-d1.csv', 2],
  ['suppressions', 'absences-suppressions-2026-10-a3-d1.csv', 1],
])('%s: %s holds its half-days', (kind, name, halfDays) => {
  const { files, findings } = transferFiles(held([brought, deleted]), { kind });
  expect(findings).toEqual([]);
  expect(files.map((file) => [file.name, file.control.halfDays, file.bytes !== null])).toEqual([
    [name, halfDays, true],
  ]);
});

test.each([
  [1, '1 ligne refusée n’est dans aucun fichier\u00a0: elle sera proposée de nouveau.'],
  [2, '2 lignes refusées ne sont dans aucun fichier\u00a0: elles seront proposées de nouveau.'],
])('%i refused: told, and the file is given', (refused, sentence) => {
  const { files, findings } = transferFiles(held([brought], refused), { kind: 'import' });
  expect(findings.map(findingText)).toEqual([sentence]);
  expect(files[0]?.bytes).not.toBeNull();
});

test('the encoding that was asked for; PayFit has one only', () => {
  const of = (kind: TransferFileKind) => byteText(transferFiles(held([brought]), { kind, encoding: 'windows1252' }));
  expect(of('import')).toContain('LEF\u00c8VRE;Chlo\u00e9;CP;cong\u00e9s pay\u00e9s;1;');
  expect(of('payfit').startsWith('[\n')).toBe(true);
  const lukasz = line('2026-10-05M', { person: { firstName: 'Łukasz' } });
  const refused = transferFiles(held([lukasz]), { kind: 'import', encoding: 'windows1252' });
  expect(refused.findings.map(findingText)).toEqual([
    'LEFÈVRE Łukasz (00042), «\u00a0Prenom\u00a0»\u00a0: le fichier ne peut pas contenir Ł. Écrivez-le autrement, ou choisissez un autre encodage.',
  ]);
  expect(refused.files.map(({ bytes }) => bytes)).toEqual([null]);
});

describe.each([
  ['abandoned', 'abandonné'],
  ['cancelled', 'annulé'],
] as const)('un import %s', (state, said) => {
  const ended: TransferToFile = { ...held([brought, deleted]), state };

  test.each(['import', 'payfit', 'silae'] as const)('%s : la paie ne doit pas le prendre', (kind) => {
    const { files, findings } = transferFiles(ended, { kind });
    expect(findings).toMatchObject([{ code: 'transferFileEnded', severity: 'error' }]);
    expect(findings.map(findingText)).toEqual([
      `Cet import est ${said}\u00a0: la paie ne doit pas le prendre. Le contrôle reste lisible.`,
    ]);
    expect(files.map(({ bytes }) => bytes)).toEqual([null]);
  });

  test('le contrôle reste lisible, et la liste à supprimer aussi', () => {
    for (const kind of ['controle', 'suppressions'] as const)
      expect(transferFiles(ended, { kind }).files.map(({ bytes }) => bytes !== null)).toEqual([true]);
  });
});

describe('an import with nothing', () => {
  test.each<[TransferFileKind, string]>([
    ['controle', "Cet import n'a aucune ligne\u00a0: il n'y a rien à contrôler."],
    ['import', "Cet import n'a rien à importer\u00a0: il n'y a pas de fichier à faire."],
    ['payfit', "Cet import n'a rien à importer\u00a0: il n'y a pas de fichier à faire."],
    ['silae', "Cet import n'a rien à importer\u00a0: il n'y a pas de fichier à faire."],
    ['suppressions', "Cet import n'a rien à supprimer dans la paie\u00a0: il n'y a pas de liste à faire."],
  ])('%s', (kind, sentence) => {
    const { files, findings } = transferFiles(held([]), { kind });
    expect([files, findings.map(findingText)]).toEqual([[], [sentence]]);
  });
});

test('on random imports, every kind gives each half-day once', () => {
  fc.assert(
    fc.property(randomLines, (lines) => {
      const own = lines.map((each, at): TransferFileLine => (at % 3 === 0 ? { ...each, direction: 'delete' } : each));
      const total = (kind: TransferFileKind) => {
        const { files, findings } = transferFiles(held(own), { kind });
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        return files.reduce(
          (sum, { control }) => ({ halfDays: sum.halfDays + control.halfDays, minutes: sum.minutes + control.minutes }),
          { halfDays: 0, minutes: 0 },
        );
      };
      const [all, toImport, payfit, silae, toDelete] = transferFileKinds.map(total);
      expect(silae).toEqual(toImport);
      // What is in hours is typed by hand in PayFit.
      expect(payfit).toEqual({ halfDays: toImport?.halfDays, minutes: 0 });
      expect((toImport?.halfDays ?? 0) + (toDelete?.halfDays ?? 0)).toBe(all?.halfDays);
      expect((toImport?.minutes ?? 0) + (toDelete?.minutes ?? 0)).toBe(all?.minutes);
    }),
  );
});

describe('as tables', () => {
  test('a table per dossier, whose cells are typed and say what the text says', () => {
    const north = line('2026-10-06M90', {
      person: someone(2),
      code: '0310',
      establishment: { payrollDossier: 'Nord' },
    });
    const { sheets, findings } = transferSheets(held([brought, north]), 'import');
    expect(findings).toEqual([]);
    expect(sheets.map(({ name, caption: text }) => [name, text])).toEqual([
      ['absences-import-2026-10-a3-d1.xlsx', 'Import A3 · octobre 2026 · dossier D1 · 1 personne, 1 ligne, 1 jour'],
      [
        'absences-import-2026-10-a3-nord.xlsx',
        'Import A3 · octobre 2026 · dossier Nord · 1 personne, 1 ligne, 1,50\u00a0h',
      ],
    ]);
    expect(sheets[1]?.rows).toEqual([
      {
        establishment: { text: 'LYO' },
        employeeNumber: { text: '00002' },
        lastName: { text: 'NOM2' },
        firstName: { text: 'Élodie' },
        code: { text: '0310' },
        category: { text: 'congés payés' },
        quantity: { number: 1.5 },
        rate: { blank: true },
        amount: { blank: true },
        from: { date: '2026-10-06' },
        to: { date: '2026-10-06' },
        remark: { text: 'A3, en heures, matin' },
        line: { number: 1 },
      },
    ]);
    const text = textOf(transferFiles(held([brought]), { kind: 'import' }));
    const headings = sheets[0]?.table.columns.map(({ heading }) => heading) ?? [];
    expect(`\ufeff${headings.slice(0, -1).join(';')}\r\n`).toBe(text.slice(0, text.indexOf('\n') + 1));
    expect(headings.at(-1)).toBe('Ligne');
  });

  test('none where an error stands; a formula is a text there, and nothing is told of it', () => {
    const nobody = line('2026-10-05M', { person: { employeeNumber: '' } });
    expect(transferSheets(held([nobody]), 'controle')).toMatchObject({ sheets: [], findings: [{ code: 'fileBlank' }] });
    const formula = transferSheets(held([line('2026-10-05M', { person: { lastName: '=1+1' } })]), 'controle');
    expect([formula.sheets[0]?.rows[0]?.['lastName'], formula.findings]).toEqual([{ text: '=1+1' }, []]);
  });
});

test.each([
  [{ halfDays: 0, minutes: 0 }, '0 jour'],
  [{ halfDays: 3, minutes: 0 }, '1,5 jour'],
  [{ halfDays: 4, minutes: 0 }, '2 jours'],
  [{ halfDays: 0, minutes: 100 }, '1,67\u00a0h'],
  [{ halfDays: 5, minutes: 90 }, '2,5 jours et 1,50\u00a0h'],
])('%o is written %s', (control, expected) => {
  expect(quantity(control)).toBe(expected);
});

test('one dossier for all is not named', () => {
  expect(
    caption('A3', plainMonth('2026-10'), '', { people: 2, lines: 3, halfDays: 4, minutes: 0, hundredths: 0 }),
  ).toBe('Import A3 · octobre 2026 · 2 personnes, 3 lignes, 2 jours');
});
