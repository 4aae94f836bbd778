/** Absences as PayFit and Silae take them: where lines are cut, and what is asked of the mapping sheet. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plainMonth } from '../../../../shared/domain/calendar/plainDate.ts';
import { halfDaysText } from '../../../../shared/domain/absences/transferLines.ts';
import { isTakenByPayfit, payfitFile } from '../../../../shared/domain/absences/files/payfitFile.ts';
import { silaeFile } from '../../../../shared/domain/absences/files/silaeFile.ts';
import {
  transferControl,
  transferTotalFindings,
  type TransferFileLine,
} from '../../../../shared/domain/absences/files/transferFile.ts';
import { datePieces, momentPieces } from '../../../../shared/domain/absences/files/transferPieces.ts';
import { fileQuantity } from '../../../../shared/messages/fr/absences/files.ts';
import { findingText } from '../../../../shared/messages/fr/findings.ts';
import { vectorsOf } from '../../../cases/vectors.ts';
import { randomLines } from './randomLines.ts';
import { bodyOf, byteText, input, layout, line, someone, textOf, told, words } from './fileLines.ts';

const hours: Partial<TransferFileLine> = { account: 'RTT heures', types: { payfit: 'fr_rtt', silae: 'AB-310' } };

/** `2026-10-05 begin → 2026-10-06 middle`. */
function spansIn(text: string): string[] {
  const absences = JSON.parse(text) as {
    readonly startDate: { readonly date: string; readonly moment: string };
    readonly endDate: { readonly date: string; readonly moment: string };
  }[];
  const short = ({ date, moment }: (typeof absences)[number]['startDate']) => `${date} ${moment.split('-')[0] ?? ''}`;
  return absences.map(({ startDate, endDate }) => `${short(startDate)} → ${short(endDate)}`);
}

describe('PayFit', () => {
  test('is an array of absences, without names and without a mark', () => {
    const made = payfitFile(input(line('2026-10-05A 2026-10-06M')));
    expect(byteText(made)).toBe(
      `${JSON.stringify(
        [
          {
            employee: { matricule: '00042', luccaId: '17' },
            type: 'fr_conges_payes',
            startDate: { date: '2026-10-05', moment: 'middle-of-day' },
            endDate: { date: '2026-10-06', moment: 'middle-of-day' },
          },
        ],
        null,
        2,
      )}\n`,
    );
    expect(made.files.map(({ name, control }) => [name, control])).toEqual([
      ['absences-payfit-2026-10-a3-d1.json', { people: 1, lines: 1, halfDays: 2, minutes: 0, hundredths: 0 }],
    ]);
  });

  test('the example of the reference: a morning alone', () => {
    const vector = vectorsOf('absence-sync').find(({ id }) => id === 'absence-sync-09');
    const [absence] = JSON.parse(textOf(payfitFile(input(line('2026-09-08M'))))) as unknown[];
    expect(absence).toMatchObject(vector?.expected['payfit'] as object);
  });

  test.each<[string, string, readonly string[]]>([
    ['un jour entier', '2026-10-05M 2026-10-05A', ['2026-10-05 beginning → 2026-10-05 end']],
    ['un après-midi', '2026-10-05A', ['2026-10-05 middle → 2026-10-05 end']],
    [
      'par-dessus un week-end : une absence',
      '2026-10-09M 2026-10-09A 2026-10-12M',
      ['2026-10-09 beginning → 2026-10-12 middle'],
    ],
    ['le samedi compté', '2026-10-09A 2026-10-10M 2026-10-10A', ['2026-10-09 middle → 2026-10-10 end']],
    ['la fin du mois', '2026-10-30M 2026-10-30A', ['2026-10-30 beginning → 2026-10-30 end']],
    ['le 29 février', '2028-02-29M', ['2028-02-29 beginning → 2028-02-29 middle']],
    [
      'une demi-journée tenue deux fois : deux absences',
      '2026-10-05M 2026-10-05M 2026-10-05A',
      ['2026-10-05 beginning → 2026-10-05 end', '2026-10-05 beginning → 2026-10-05 middle'],
    ],
  ])('%s', (_, halfDays, expected) => {
    expect(spansIn(textOf(payfitFile(input(line(halfDays)))))).toEqual(expected);
  });

  test('les heures n’y sont pas : elles sont dites une fois par compte, à saisir à la main', () => {
    const credit = { account: 'Récupération', types: { payfit: '', silae: '' } };
    const made = payfitFile(
      input(
        line('2026-10-05M'),
        line('2026-10-06M90', hours),
        line('2026-10-07A60', { ...hours, person: someone(2) }),
        line('2026-10-08M20', credit),
      ),
    );
    expect(spansIn(textOf(made))).toEqual(['2026-10-05 beginning → 2026-10-05 middle']);
    expect(made.files.map(({ control }) => control)).toEqual([
      { people: 1, lines: 1, halfDays: 1, minutes: 0, hundredths: 0 },
    ]);
    expect(made.findings.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
    expect(made.findings.map(findingText).map((each) => each.replaceAll('\u00a0', ' '))).toEqual([
      'PayFit compte des demi-journées : les heures de « RTT heures » (2 lignes, 2,50 h) ne sont pas dans le fichier. Elles sont à saisir à la main dans PayFit : le contrôle en donne les dates.',
      'PayFit compte des demi-journées : les heures de « Récupération » (1 ligne, 0,33 h) ne sont pas dans le fichier. Elles sont à saisir à la main dans PayFit : le contrôle en donne les dates.',
    ]);
  });

  test('what is shown before it is downloaded is what it holds', () => {
    const { files } = payfitFile(input(line('2026-10-05A')));
    expect(files[0]?.preview).toEqual([
      [
        ...['employee.matricule', 'employee.luccaId', 'type'],
        ...['startDate.date', 'startDate.moment', 'endDate.date', 'endDate.moment'],
      ],
      ['00042', '17', 'fr_conges_payes', '2026-10-05', 'middle-of-day', '2026-10-05', 'end-of-day'],
    ]);
  });

  test('one file per dossier; without one beside others, none', () => {
    const north = { person: someone(2), establishment: { payrollDossier: 'Nord' } };
    expect(payfitFile(input(line('2026-10-05M'), line('2026-10-05M', north))).files.map(({ name }) => name)).toEqual([
      'absences-payfit-2026-10-a3-d1.json',
      'absences-payfit-2026-10-a3-nord.json',
    ]);
    const nowhere = { ...north, establishment: { name: '', code: '', payrollDossier: '' } };
    expect(told(payfitFile(input(line('2026-10-05M'), line('2026-10-05M', nowhere))))).toEqual([
      'error | fileNoEstablishment | NOM2 Élodie (00002) | Dossier de paie',
    ]);
  });
});

describe('Silae', () => {
  const rows = (...lines: readonly TransferFileLine[]) => bodyOf(textOf(silaeFile(input(...lines), layout(), words)));

  test('bears the names of its interface', () => {
    const made = silaeFile(input(line('2026-10-05M 2026-10-05A')), layout(), words);
    expect(textOf(made)).toBe(
      '\ufeffMatricule;CodeAbsence;DateDebutAbsence;DateFinAbsence;DureeEnJoursSiJourUnique;DureeEnHeuresSiJourUnique;AbsenceRectificative;Commentaire\r\n' +
        '00042;AB-300;05/10/2026;05/10/2026;;;non;A3\r\n',
    );
    expect(made.files.map(({ name }) => name)).toEqual(['absences-silae-2026-10-a3-d1.csv']);
  });

  test.each<[string, string, readonly string[]]>([
    [
      'des jours entiers, par-dessus un week-end',
      '2026-10-09M 2026-10-09A 2026-10-12M 2026-10-12A',
      ['09/10/2026;12/10/2026;;;non;A3'],
    ],
    [
      'demi-journée au début : à part',
      '2026-10-05A 2026-10-06M 2026-10-06A 2026-10-07M 2026-10-07A',
      ['05/10/2026;05/10/2026;0,5;;non;A3, après-midi', '06/10/2026;07/10/2026;;;non;A3'],
    ],
    [
      'demi-journée à la fin : à part',
      '2026-10-05M 2026-10-05A 2026-10-06M',
      ['05/10/2026;05/10/2026;;;non;A3', '06/10/2026;06/10/2026;0,5;;non;A3, matin'],
    ],
    [
      'deux demi-journées qui se suivent',
      '2026-10-05A 2026-10-06M',
      ['05/10/2026;05/10/2026;0,5;;non;A3, après-midi', '06/10/2026;06/10/2026;0,5;;non;A3, matin'],
    ],
    ['le 29 février au milieu', '2028-02-28M 2028-02-28A 2028-02-29M 2028-02-29A', ['28/02/2028;29/02/2028;;;non;A3']],
    [
      'un samedi matin coupe deux semaines',
      '2026-10-09M 2026-10-09A 2026-10-10M 2026-10-12M 2026-10-12A',
      ['09/10/2026;09/10/2026;;;non;A3', '10/10/2026;10/10/2026;0,5;;non;A3, matin', '12/10/2026;12/10/2026;;;non;A3'],
    ],
    [
      'heures : un jour, une ligne, la somme arrondie une fois',
      '2026-10-05M50 2026-10-05M50 2026-10-06A60',
      ['05/10/2026;05/10/2026;;1,67;non;A3, matin', '06/10/2026;06/10/2026;;1,00;non;A3, après-midi'],
    ],
    [
      'une demi-journée tenue deux fois : deux lignes',
      '2026-10-05M 2026-10-05M',
      ['05/10/2026;05/10/2026;0,5;;non;A3, matin', '05/10/2026;05/10/2026;0,5;;non;A3, matin'],
    ],
  ])('%s', (_, halfDays, expected) => {
    expect(rows(line(halfDays))).toEqual(expected.map((each) => `00042;AB-300;${each}`));
  });

  test('an absence of a month handed over before says that it rectifies', () => {
    const late = line('2026-09-14M 2026-09-14A', { corrects: { run: '', month: plainMonth('2026-09') } });
    expect(rows(late)).toEqual(['00042;AB-300;14/09/2026;14/09/2026;;;oui;A3, absence de septembre 2026']);
  });

  test('counts half-days and hours as they are in its rows, and the rows', () => {
    const made = silaeFile(
      input(line('2026-10-05A 2026-10-06M 2026-10-06A'), line('2026-10-07M90', hours)),
      layout(),
      words,
    );
    expect(made.files.map(({ control }) => control)).toEqual([
      { people: 1, lines: 3, halfDays: 3, minutes: 90, hundredths: 150 },
    ]);
  });
});

describe('un matricule, dans un fichier qui ne dit pas l’établissement', () => {
  const elsewhere = (payrollDossier: string): Parameters<typeof line>[1] => ({
    person: { luccaId: '18', firstName: 'Zoé' },
    establishment: { code: 'STR', name: 'Strasbourg', payrollDossier },
  });
  const makers = {
    payfit: (...lines: readonly TransferFileLine[]) => payfitFile(input(...lines)),
    silae: (...lines: readonly TransferFileLine[]) => silaeFile(input(...lines), layout(), words),
  };

  test.each(['payfit', 'silae'] as const)('%s : deux personnes de deux établissements, un fichier : refusé', (kind) => {
    const made = makers[kind](line('2026-10-05M'), line('2026-10-05M', elsewhere('D1')));
    expect(made.findings.map(findingText).map((each) => each.replaceAll('\u00a0', ' '))).toEqual([
      "LEFÈVRE Zoé (00042), « Matricule » : la même valeur que LEFÈVRE Chloé (00042). Ce fichier ne dit pas l'établissement : l'un recevrait les absences de l'autre. Si ces établissements ont chacun leur paie, remplissez « Dossier de paie » dans « Établissements » : chacun aura son fichier. Sinon, corrigez « Matricule » dans « Salariés » ; si c'est une seule personne, embauchée de nouveau, remplissez plutôt « Numéro de sécurité sociale » et « Date de naissance » sur ses deux lignes. Puis refaites le fichier.",
    ]);
    expect(made.files.map(({ bytes }) => bytes)).toEqual([null]);
  });

  test.each(['payfit', 'silae'] as const)('%s : dans deux dossiers, deux fichiers : permis', (kind) => {
    expect(makers[kind](line('2026-10-05M'), line('2026-10-05M', elsewhere('D2'))).findings).toEqual([]);
  });

  test.each(['payfit', 'silae'] as const)('%s : une personne embauchée de nouveau n’est pas deux personnes', (kind) => {
    const rehired = line('2026-10-20M', { person: { luccaId: '18', human: '17' } });
    expect(makers[kind](line('2026-10-05M'), rehired).findings).toEqual([]);
  });

  test('une personne qui change de dossier dans le mois est regardée dans chacun de ses fichiers', () => {
    const moved = line('2026-10-12M', { establishment: { payrollDossier: 'D2' } });
    expect(told(makers.silae(line('2026-10-05M'), moved, line('2026-10-05M', elsewhere('D2'))))).toEqual([
      'error | transferMatriculeShared | LEFÈVRE Zoé (00042) | Matricule',
    ]);
  });
});

test('le contrôle dit les heures que le fichier écrit : trois lignes de 20 minutes font 0,99 h', () => {
  const third = (date: string) => line(`${date}M20`, hours);
  const made = silaeFile(input(third('2026-10-05'), third('2026-10-07'), third('2026-10-09')), layout(), words);
  expect(bodyOf(textOf(made)).map((row) => row.split(';')[5])).toEqual(['0,33', '0,33', '0,33']);
  expect(made.files.map(({ control }) => fileQuantity(control))).toEqual(['0,99\u00a0h']);
});

describe('an account that the software cannot name', () => {
  const bare = { account: 'Congé Noël', types: { payfit: '', silae: ' ' } };
  const lines = [line('2026-10-05M', bare), line('2026-10-07M', { ...bare, person: someone(2) }), line('2026-10-08M')];

  test('is told once, with the sheet and the column to fill', () => {
    expect(payfitFile(input(...lines)).findings.map(findingText)).toEqual([
      "Compte «\u00a0Congé Noël\u00a0»\u00a0: PayFit ne sait pas ce que c'est. Remplissez «\u00a0Type PayFit\u00a0» sur sa ligne de «\u00a0Correspondance comptes absence\u00a0», puis refaites le fichier.",
    ]);
    const silae = silaeFile(input(...lines), layout(), words);
    expect(silae.findings.map(findingText).join()).toContain('«\u00a0Type Silae\u00a0»');
    expect(silae.files.map(({ bytes }) => bytes)).toEqual([null]);
  });

  test('at its cell, where its row is known', () => {
    const at = (column: string, address: string) => ({
      ...{ table: 'Passerelle_Comptes_Absence', sheet: 'Correspondance comptes absence', key: 'Congé Noël' },
      ...{ column, address },
    });
    const typePlaces = { payfit: at('payfit', 'F5'), silae: at('silae', 'G5') };
    const own = line('2026-10-05M', { ...bare, typePlaces });
    expect(payfitFile(input(own)).findings).toMatchObject([
      { code: 'transferTypeMissing', severity: 'error', place: typePlaces.payfit },
    ]);
    expect(silaeFile(input(own), layout(), words).findings).toMatchObject([{ place: typePlaces.silae }]);
  });

  test('does not matter where it is deleted', () => {
    const deleted = line('2026-10-05M', { ...bare, direction: 'delete' });
    expect(payfitFile(input(deleted, line('2026-10-08M'))).findings).toEqual([]);
  });
});

test.each([
  ['payfit', () => payfitFile(input(line('2026-10-05M', { direction: 'delete' })))],
  ['silae', () => silaeFile(input(), layout(), words)],
] as const)('%s : rien à importer, pas de fichier', (kind, make) => {
  expect(make()).toMatchObject({ files: [], findings: [{ code: 'transferFileNothing', facts: { kind } }] });
});

describe('on random lines', () => {
  const sorted = (lines: readonly TransferFileLine[]) =>
    lines.flatMap(({ halfDays }) => halfDaysText(halfDays).split(' ')).sort();

  test('pieces hold each half-day of the line once, and no two share a half', () => {
    fc.assert(
      fc.property(randomLines, (lines) => {
        for (const cut of [momentPieces, datePieces])
          for (const own of lines) expect(sorted(cut(own))).toEqual(sorted([own]));
        for (const piece of lines.flatMap(momentPieces)) {
          const halves = piece.halfDays.map(({ date, half }) => `${date}${half}`);
          expect(new Set(halves).size).toBe(halves.length);
        }
      }),
    );
  });

  test('files add up to their lines, whatever the dossiers', () => {
    fc.assert(
      fc.property(randomLines, (lines) => {
        const made = [
          [payfitFile(input(...lines)), lines.filter(isTakenByPayfit)],
          [silaeFile(input(...lines), layout(), words), lines],
        ] as const;
        for (const [{ files, findings }, taken] of made) {
          expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
          expect(transferTotalFindings(files, taken)).toEqual([]);
          expect(files.reduce((sum, { control }) => sum + control.halfDays, 0)).toBe(transferControl(taken).halfDays);
          for (const { preview, control } of files) expect(preview).toHaveLength(control.lines + 1);
        }
      }),
    );
  });
});

test('a half-day that no file holds is told', () => {
  const lines = [line('2026-10-05M 2026-10-05A'), line('2026-10-06M90', hours)];
  const { files } = payfitFile(input(line('2026-10-05M')));
  const findings = transferTotalFindings(files, lines);
  expect(findings.map(findingText)).toEqual([
    "Les fichiers font 0,5 jour, et l'import 1 jour et 1,50\u00a0h. Rien n'est donné\u00a0: préparez l'import de nouveau.",
  ]);
  expect(findings).toMatchObject([{ severity: 'error' }]);
});
