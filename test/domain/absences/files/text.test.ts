/** Files of an import of absences as rows of text: what each says, character by character, and what stops it. */
import { describe, expect, test } from '@jest/globals';
import { plainMonth } from '../../../../shared/domain/calendar/plainDate.ts';
import { checkFile } from '../../../../shared/domain/absences/files/checkFile.ts';
import { deletionsFile } from '../../../../shared/domain/absences/files/deletionsFile.ts';
import { importFile } from '../../../../shared/domain/absences/files/importFile.ts';
import type { TransferFileLine } from '../../../../shared/domain/absences/files/transferFile.ts';
import { findingText } from '../../../../shared/messages/fr/findings.ts';
import { vectorsOf } from '../../../cases/vectors.ts';
import { bodyOf, byteText, input, layout, line, someone, textOf, told, words } from './fileLines.ts';

const september = plainMonth('2026-09');
const hours: Partial<TransferFileLine> = { categoryName: 'RTT', code: '0310', account: 'RTT heures' };

const imported = (...lines: readonly TransferFileLine[]) => importFile(input(...lines), layout(), words);

describe('the generic file', () => {
  test('is UTF-8 with its mark, semicolons, CRLF, ASCII headings', () => {
    const made = imported(line('2026-10-05M 2026-10-05A'));
    expect(textOf(made)).toBe(
      '\ufeffEtablissement;Matricule;Nom;Prenom;CodeRubrique;Libelle;Quantite;Taux;Montant;DateDebut;DateFin;Commentaire\r\n' +
        'LYO;00042;LEFÈVRE;Chloé;CP;congés payés;1;;;05/10/2026;05/10/2026;A3\r\n',
    );
    expect([...(made.files[0]?.bytes?.subarray(0, 3) ?? [])]).toEqual([0xef, 0xbb, 0xbf]);
    expect(made.files.map(({ name }) => name)).toEqual(['absences-import-2026-10-a3-d1.csv']);
  });

  test.each<[string, TransferFileLine, string]>([
    [
      'demi-journée au début',
      line('2026-10-05A 2026-10-06M 2026-10-06A'),
      'CP;congés payés;1,5;;;05/10/2026;06/10/2026;A3, début après-midi',
    ],
    [
      'demi-journée à la fin',
      line('2026-10-05M 2026-10-05A 2026-10-06M'),
      'CP;congés payés;1,5;;;05/10/2026;06/10/2026;A3, fin matin',
    ],
    [
      'des deux côtés',
      line('2026-10-05A 2026-10-06M'),
      'CP;congés payés;1;;;05/10/2026;06/10/2026;A3, début après-midi, fin matin',
    ],
    ['un matin seul', line('2026-10-05M'), 'CP;congés payés;0,5;;;05/10/2026;05/10/2026;A3, matin'],
    ['un après-midi seul', line('2026-10-05A'), 'CP;congés payés;0,5;;;05/10/2026;05/10/2026;A3, après-midi'],
    [
      'fin de mois, par-dessus un week-end',
      line('2026-10-30M 2026-10-30A 2026-10-31M 2026-10-31A'),
      'CP;congés payés;2;;;30/10/2026;31/10/2026;A3',
    ],
    [
      'heures, en centièmes',
      line('2026-10-05M90', hours),
      '0310;RTT;1,50;;;05/10/2026;05/10/2026;A3, en heures, matin',
    ],
    [
      'heures, arrondies une fois après la somme',
      line('2026-10-05M50 2026-10-05A50', hours),
      '0310;RTT;1,67;;;05/10/2026;05/10/2026;A3, en heures',
    ],
    [
      'deux fois des heures sur une même demi-journée',
      line('2026-10-05M60 2026-10-05M90', hours),
      '0310;RTT;2,50;;;05/10/2026;05/10/2026;A3, en heures, matin',
    ],
    [
      'zéro minute reste une ligne',
      line('2026-10-05M0', hours),
      '0310;RTT;0,00;;;05/10/2026;05/10/2026;A3, en heures, matin',
    ],
    [
      'un mois déjà transmis est nommé',
      line('2026-09-14M 2026-09-14A', { corrects: { run: '', month: september } }),
      'CP;congés payés;1;;;14/09/2026;14/09/2026;A3, absence de septembre 2026',
    ],
    [
      'le 29 février',
      line('2028-02-28M 2028-02-28A 2028-02-29M'),
      'CP;congés payés;1,5;;;28/02/2028;29/02/2028;A3, fin matin',
    ],
  ])('%s', (_, own, expected) => {
    expect(bodyOf(textOf(imported(own)))).toEqual([`LYO;00042;LEFÈVRE;Chloé;${expected}`]);
  });

  test('holds no deletion: nothing is negative', () => {
    const made = imported(line('2026-10-05M'), line('2026-10-06M', { direction: 'delete' }));
    expect(bodyOf(textOf(made))).toEqual([
      'LYO;00042;LEFÈVRE;Chloé;CP;congés payés;0,5;;;05/10/2026;05/10/2026;A3, matin',
    ]);
  });

  test('a semicolon or a quote in a name is quoted, a line end and spaces become one space', () => {
    const named = line('2026-10-05M', { person: { lastName: 'DE;LA "TOUR"', firstName: ' Anne\n Marie ' } });
    expect(bodyOf(textOf(imported(named)))).toEqual([
      'LYO;00042;"DE;LA ""TOUR""";Anne Marie;CP;congés payés;0,5;;;05/10/2026;05/10/2026;A3, matin',
    ]);
  });

  test.each(['=1+1', '+33', '-ROY', '@SUM(A1)'])(
    'a name that begins like a formula (%s) is held back, and told',
    (name) => {
      const made = imported(line('2026-10-05M', { person: { lastName: name } }));
      expect(bodyOf(textOf(made))[0]?.split(';')[2]).toBe(`'${name}`);
      expect(told(made)).toEqual([`warning | fileNeutralised | ${name} Chloé (00042) | Nom`]);
    },
  );

  test('the example of the reference: a matricule keeps its zeros, a date is French, a decimal mark a comma', () => {
    const vector = vectorsOf('payroll-export').find(({ id }) => id === 'payroll-export-01');
    const [matricule, , quantity, date] = String(vector?.expected['line']).split(';');
    const own = line('2026-10-31M450', { ...hours, person: { employeeNumber: String(vector?.input['matricule']) } });
    const cells = bodyOf(textOf(imported(own)))[0]?.split(';') ?? [];
    expect([cells[1], cells[6], cells[10]]).toEqual([matricule, `${quantity ?? ''}0`, date]);
  });
});

describe('encodings', () => {
  const accents = line('2026-10-05M', { account: 'Œuvres' });

  test('UTF-8 without a mark', () => {
    const made = importFile(input(accents), layout({ encoding: 'utf8' }), words);
    expect(textOf(made).startsWith('Etablissement')).toBe(true);
  });

  test('Windows-1252 holds accents, œ and the apostrophe of « d’août », one byte each', () => {
    const own = { ...accents, corrects: { run: 'A1', month: plainMonth('2026-08') } };
    const made = checkFile(input(own), layout({ encoding: 'windows1252' }), words);
    expect(bodyOf(byteText(made))).toEqual([
      'à importer;00042;LEFÈVRE;Chloé;Lyon;congés payés;CP;\u008cuvres;05/10/2026;matin;05/10/2026;matin;0,5;;A1;août 2026',
    ]);
    const late = importFile(input(own), layout({ encoding: 'windows1252' }), words);
    expect(bodyOf(byteText(late))[0]).toMatch(/;A3, matin, absence d\u0092août 2026$/);
  });

  test('the example of the reference: a character that Windows-1252 lacks is named, with the row of the person', () => {
    const vector = vectorsOf('payroll-export').find(({ id }) => id === 'payroll-export-03');
    const place = { table: 'Passerelle_Salaries', key: '17' };
    const own = line('2026-10-05M', { person: { firstName: String(vector?.input['text']), place } });
    const made = importFile(input(own), layout({ encoding: 'windows1252' }), words);
    expect(made.findings).toMatchObject([
      { code: 'fileCharacter', severity: 'error', place, facts: { field: 'Prenom', characters: 'Ł' } },
    ]);
    expect(made.files.map(({ bytes }) => bytes)).toEqual([null]);
  });
});

describe('the check', () => {
  test('reads every line, imports and deletions, in days or in hours', () => {
    const made = checkFile(
      input(
        line('2026-10-05A 2026-10-06M'),
        line('2026-10-07M90', hours),
        line('2026-09-14M 2026-09-14A', { direction: 'delete', corrects: { run: 'A2', month: september } }),
      ),
      layout(),
      words,
    );
    expect(textOf(made).split('\r\n')).toEqual([
      '\ufeffSens;Matricule;Nom;Prénom;Établissement;Absence;Code paie;Compte Lucca;Du;Début;Au;Fin;Jours;Heures;Import corrigé;Mois corrigé',
      'à importer;00042;LEFÈVRE;Chloé;Lyon;congés payés;CP;Congés payés 2026;05/10/2026;après-midi;06/10/2026;matin;1;;;',
      'à importer;00042;LEFÈVRE;Chloé;Lyon;RTT;0310;RTT heures;07/10/2026;matin;07/10/2026;matin;;1,50;;',
      'à supprimer;00042;LEFÈVRE;Chloé;Lyon;congés payés;CP;Congés payés 2026;14/09/2026;matin;14/09/2026;après-midi;1;;A2;septembre 2026',
      '',
    ]);
    expect(made.files.map(({ name, control }) => [name, control])).toEqual([
      ['absences-controle-2026-10-a3-d1.csv', { people: 1, lines: 3, halfDays: 4, minutes: 90, hundredths: 150 }],
    ]);
  });
});

test('the list to delete has the same columns, and one to tick', () => {
  const taken = line('2026-09-14M', { direction: 'delete', corrects: { run: 'A2', month: september } });
  const made = deletionsFile(input(line('2026-10-05M'), taken), layout(), words);
  const [head = '', row] = textOf(made).split('\r\n');
  expect(head.endsWith(';Import corrigé;Mois corrigé;Fait dans la paie')).toBe(true);
  expect(row).toBe(
    'à supprimer;00042;LEFÈVRE;Chloé;Lyon;congés payés;CP;Congés payés 2026;14/09/2026;matin;14/09/2026;matin;0,5;;A2;septembre 2026;',
  );
  expect(made.files.map(({ name, control }) => [name, control.lines])).toEqual([
    ['absences-suppressions-2026-10-a3-d1.csv', 1],
  ]);
});

describe('payroll dossiers', () => {
  test('one file each, in alphabetical order, with its own control total', () => {
    const made = imported(
      line('2026-10-05M 2026-10-05A', { person: someone(1), establishment: { payrollDossier: 'Sud' } }),
      line('2026-10-05M', { person: someone(2), establishment: { payrollDossier: 'Nord' } }),
      line('2026-10-06M90', { ...hours, person: someone(1), establishment: { payrollDossier: 'Sud' } }),
    );
    expect(made.findings).toEqual([]);
    expect(made.files.map(({ name, recipient, control }) => [name, recipient, control])).toEqual([
      ['absences-import-2026-10-a3-nord.csv', 'Nord', { people: 1, lines: 1, halfDays: 1, minutes: 0, hundredths: 0 }],
      ['absences-import-2026-10-a3-sud.csv', 'Sud', { people: 1, lines: 2, halfDays: 2, minutes: 90, hundredths: 150 }],
    ]);
  });

  test('an establishment without a dossier beside others that have one is named once, and nothing is given', () => {
    const nowhere = { name: 'Metz', code: 'MTZ', payrollDossier: '' };
    const made = imported(
      line('2026-10-05M'),
      line('2026-10-05M', { person: someone(2), establishment: nowhere }),
      line('2026-10-06M', { person: someone(3), establishment: nowhere }),
    );
    expect(made.findings).toMatchObject([
      { code: 'fileEstablishmentBlank', facts: { establishment: 'Metz', field: 'Dossier de paie' } },
    ]);
    expect(made.files.map(({ bytes }) => bytes)).toEqual([null, null]);
  });

  test.each([
    ['LYON', 'Lyon'],
    ['D 1', 'D-1'],
    ['Évry', 'EVRY'],
  ])('« %s » et « %s » feraient un même nom de fichier : les deux sont nommés, rien n’est donné', (one, other) => {
    const made = imported(
      line('2026-10-05M', { person: someone(1), establishment: { payrollDossier: one } }),
      line('2026-10-05M', { person: someone(2), establishment: { payrollDossier: other } }),
    );
    expect(made.findings).toMatchObject([{ code: 'fileSameName', severity: 'error' }]);
    expect(Object.values(made.findings[0]?.facts ?? {}).sort()).toEqual([one, other].sort());
    expect(made.findings.map(findingText).join()).toMatch(/auraient le même nom.*«\u00a0Établissements\u00a0»/s);
    expect(made.files.map(({ bytes }) => bytes)).toEqual([null, null]);
  });

  test('no dossier anywhere: one file for all', () => {
    const made = imported(line('2026-10-05M', { establishment: { payrollDossier: '' } }));
    expect([made.files.map(({ name }) => name), told(made)]).toEqual([['absences-import-2026-10-a3.csv'], []]);
  });
});

test('« Mois corrigé » est vide pour le mois de l’import, encore ouvert ; « Import corrigé » reste', () => {
  const own = line('2026-10-05M', { direction: 'delete', corrects: { run: 'A2', month: plainMonth('2026-10') } });
  const rows = [checkFile(input(own), layout(), words), deletionsFile(input(own), layout(), words)].map((made) =>
    bodyOf(textOf(made))[0]?.split(';').slice(14, 16),
  );
  expect(rows).toEqual([
    ['A2', ''],
    ['A2', ''],
  ]);
});

test('un nom qui commence comme une formule est dit une fois par personne, pas par ligne', () => {
  const formula = { person: { lastName: '=1+1' } };
  expect(told(imported(line('2026-10-05M', formula), line('2026-10-07M', formula)))).toEqual([
    'warning | fileNeutralised | =1+1 Chloé (00042) | Nom',
  ]);
});

describe('matricules', () => {
  test.each<[string, readonly TransferFileLine[], readonly string[]]>([
    [
      'absent : la personne est nommée une fois, quel que soit le nombre de ses lignes',
      [
        line('2026-10-05M', { person: { employeeNumber: '' } }),
        line('2026-10-07M', { person: { employeeNumber: '' } }),
      ],
      ['error | fileBlank | LEFÈVRE Chloé (17) | Matricule'],
    ],
    [
      'deux personnes du même établissement',
      [line('2026-10-05M'), line('2026-10-05M', { person: { luccaId: '18', firstName: 'Zoé' } })],
      ['error | transferMatriculeTwice | LEFÈVRE Zoé (00042) | Matricule'],
    ],
    [
      'une personne qui change d’établissement dans le mois est regardée dans chacun',
      [
        line('2026-10-05M'),
        line('2026-10-20M', { establishment: { code: 'STR', name: 'Strasbourg' } }),
        line('2026-10-20M', {
          person: { luccaId: '18', firstName: 'Zoé' },
          establishment: { code: 'STR', name: 'Strasbourg' },
        }),
      ],
      ['error | transferMatriculeTwice | LEFÈVRE Zoé (00042) | Matricule'],
    ],
    [
      'une personne embauchée de nouveau sous un autre numéro de Lucca garde le sien',
      [line('2026-10-05M'), line('2026-10-20M', { person: { luccaId: '18', human: '17' } })],
      [],
    ],
    [
      'deux établissements du même nom sans code, dans deux dossiers : deux fichiers, permis',
      [
        line('2026-10-05M', { establishment: { code: '' } }),
        line('2026-10-05M', { person: { luccaId: '18' }, establishment: { code: '', payrollDossier: 'D2' } }),
      ],
      [],
    ],
    [
      'le même dans deux établissements : deux personnes',
      [
        line('2026-10-05M'),
        line('2026-10-05M', { person: { luccaId: '18' }, establishment: { code: 'STR', name: 'Strasbourg' } }),
      ],
      [],
    ],
    [
      'un numéro de sécurité sociale ne part dans aucun fichier',
      [line('2026-10-05M', { person: { employeeNumber: '1 85 05 78 006 084 91' } })],
      ['error | fileSecret | LEFÈVRE Chloé (1 85 05 78 006 084 91) | Matricule'],
    ],
  ])('%s', (_, lines, expected) => {
    const made = imported(...lines);
    expect(told(made)).toEqual(expected);
    expect(made.files.every(({ bytes }) => (bytes === null) === expected.length > 0)).toBe(true);
  });
});

describe('des jours et des heures, dans un fichier qui ne dit pas l’unité', () => {
  const days = line('2026-10-05M');
  const inHours = (more: Parameters<typeof line>[1] = {}) =>
    line('2026-10-06M90', { account: 'CP en heures', ...more });

  test.each<[string, readonly TransferFileLine[], number]>([
    ['sous un code : refusé', [days, inHours()], 1],
    ['dit une fois, quel que soit le nombre de lignes', [days, days, inHours(), inHours({ person: someone(2) })], 1],
    ['sous deux codes : permis', [days, inHours({ code: 'CPH' })], 0],
    ['dans deux dossiers : deux fichiers, permis', [days, inHours({ establishment: { payrollDossier: 'D2' } })], 0],
    ['une suppression n’est pas dans le fichier', [days, inHours({ direction: 'delete' })], 0],
  ])('%s', (_, lines, expected) => {
    const made = imported(...lines);
    expect(told(made)).toEqual(Array.from({ length: expected }, () => 'error | transferCodeUnits'));
    expect(made.files.some(({ bytes }) => bytes === null)).toBe(expected > 0);
  });

  test('d’un seul compte : à saisir à la main, rien d’autre ne les sépare', () => {
    const made = imported(days, line('2026-10-06M90'));
    expect(made.findings.map(findingText).map((each) => each.replaceAll('\u00a0', ' '))).toEqual([
      "Code paie « CP » : « Congés payés 2026 » y est en jours et en heures. La paie ne saurait pas lire les quantités. Saisissez ces absences à la main dans la paie : le contrôle en donne l'unité.",
    ]);
  });

  test('dit à la cellule du code, quand elle est connue', () => {
    const codePlace = { table: 'Passerelle_Comptes_Absence', key: '25', column: 'code', address: 'D5' };
    expect(imported(days, inHours({ codePlace })).findings).toMatchObject([{ place: codePlace }]);
  });
});

test('une suppression garde le matricule que la paie a pris, même s’il est aujourd’hui celui d’une autre personne', () => {
  const taken = line('2026-10-07M', { direction: 'delete', person: { luccaId: '18', firstName: 'Zoé' } });
  const made = checkFile(input(line('2026-10-05M'), taken), layout(), words);
  expect([told(made), made.files.map(({ control }) => control.people)]).toEqual([[], [2]]);
  const blank = { ...taken, person: { ...taken.person, employeeNumber: '' } };
  expect(told(checkFile(input(line('2026-10-05M'), blank), layout(), words))).toEqual([
    'error | fileBlank | LEFÈVRE Zoé (18) | Matricule',
  ]);
});

test.each([
  ['controle', () => checkFile(input(), layout(), words)],
  ['import', () => importFile(input(line('2026-10-05M', { direction: 'delete' })), layout(), words)],
  ['suppressions', () => deletionsFile(input(line('2026-10-05M')), layout(), words)],
] as const)('%s : rien à dire, pas de fichier', (kind, make) => {
  expect(make()).toMatchObject({
    files: [],
    findings: [{ code: 'transferFileNothing', severity: 'warning', facts: { kind } }],
  });
});
