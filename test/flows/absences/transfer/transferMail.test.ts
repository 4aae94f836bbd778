/** The mail at the end of a preparation of absences: from counts alone to what a person reads. */
import { describe, expect, test } from '@jest/globals';
import { transferMailSchema, type TransferMail } from '../../../../shared/contracts/transferMailSchemas.ts';
import { plainMonth } from '../../../../shared/domain/calendar/plainDate.ts';
import { transferMail } from '../../../../shared/flows/absences/transfer/transferMail.ts';

type Prepared = Extract<TransferMail, { end: 'prepared' }>;

const BOTH: Prepared = {
  ...{ end: 'prepared', month: plainMonth('2026-10'), number: 'A2', deletions: 4, imports: 2 },
  ...{ aside: {}, refiled: 0, kept: 0, findings: 0 },
};
const NOTHING = { number: null, deletions: 0, imports: 0 };

/** No-break spaces have their own test. */
const typed = (text: string) => text.replaceAll('\u00a0', ' ');
const mailOf = (mail: TransferMail) => transferMail(mail, 'acme.ilucca.net');

describe('le sujet dit le mois et ce qu’il y a à faire dans la paie', () => {
  test.each<[string, Partial<Prepared>, string]>([
    ['supprimer puis importer', {}, '4 lignes à supprimer puis 2 à importer'],
    ['seulement importer', { deletions: 0, imports: 1 }, '1 ligne à importer'],
    ['seulement supprimer', { imports: 0 }, '4 lignes à supprimer'],
    ['rien', NOTHING, 'rien à faire'],
    ['tout est supprimé, reste à confirmer', { deletions: 0, imports: 0 }, 'import A2 à confirmer'],
    ['rien, mais des demi-journées d’arrêt sont à saisir', { ...NOTHING, aside: { stoppage: 3 } }, 'rien à faire'],
    ['rien tant que des comptes attendent', { ...NOTHING, aside: { unbound: 3 } }, '3 demi-journées attendent'],
    ['rien tant que ce que la paie garde attend', { ...NOTHING, kept: 1 }, '1 demi-journée attend'],
  ])('%s', (_title, over, said) => {
    const { subject } = mailOf({ ...BOTH, ...over });
    expect(typed(subject)).toBe(`Passerelle : absences d’octobre 2026, ${said} (acme.ilucca.net)`);
  });
});

describe('le message', () => {
  test('dit l’import, ce qui est laissé de côté avec sa raison, et l’ordre à suivre', () => {
    const aside = { outside: 6, unbound: 1, later: 2 };
    const { lead, sections, close } = mailOf({ ...BOTH, aside, refiled: 1, findings: 2 });
    expect(lead.map(typed)).toEqual([
      'Absences d’octobre 2026, import A2 : 4 lignes à supprimer d’abord dans la paie, puis 2 à importer.',
      '2 points sont à regarder : « Préparer », dans le volet, les montre.',
    ]);
    expect(sections).toEqual([
      {
        title: 'Laissé de côté',
        lines: [
          '1 demi-journée d’un compte à rattacher',
          '2 demi-journées après la période',
          '6 demi-journées hors paie',
          expect.stringContaining('1 demi-journée a changé de compte'),
        ],
      },
    ]);
    expect(close.map(typed)).toEqual([
      expect.stringMatching(/^Supprimez d’abord dans la paie .* « Lignes d’import »/),
      expect.stringMatching(/^Aucun nom /),
    ]);
  });

  test('dit de confirmer un import dont tout est supprimé', () => {
    const { lead, close } = mailOf({ ...BOTH, deletions: 0, imports: 0 });
    expect(lead.map(typed)).toEqual([
      'Absences d’octobre 2026, import A2 : toutes les suppressions sont faites, il reste à le confirmer.',
    ]);
    expect(close[0]).toBe('Ouvrez le classeur et confirmez l’import.');
  });

  test('ne dit pas que la paie est à jour quand tout attend', () => {
    expect(mailOf({ ...BOTH, ...NOTHING, aside: { unknownPerson: 2 } }).lead.map(typed)).toEqual([
      'Absences d’octobre 2026 : aucune ligne n’est préparée, des demi-journées attendent.',
    ]);
    expect(mailOf({ ...BOTH, ...NOTHING })).toMatchObject({
      sections: [],
      close: [expect.stringMatching(/^Aucun nom/)],
    });
  });

  test.each([
    ['changed', 'Lucca a changé depuis l’import préparé', 'Lucca a changé depuis que cet import est préparé.'],
    ['service', 'la préparation n’a pas abouti', 'Lucca n’a pas pu être lu.'],
    ['workbook', 'la préparation n’a pas abouti', 'le classeur n’a pas pu être lu ou enregistré'],
    ['other', 'la préparation n’a pas abouti', 'quelque chose est à régler d’abord.'],
  ] as const)('d’une préparation arrêtée dit pourquoi (%s)', (why, subject, body) => {
    const mail = mailOf({ end: 'stopped', why });
    expect(typed(mail.subject)).toBe(`Passerelle : absences, ${subject} (acme.ilucca.net)`);
    expect(mail.lead.map(typed)).toEqual([expect.stringContaining(body)]);
  });
});

describe('le contrat ne laisse passer que des nombres', () => {
  test.each<[string, object]>([
    ['un nom', { name: 'MARTIN' }],
    ['une phrase à la place du numéro', { number: 'A1, MARTIN' }],
    ['une raison inconnue', { aside: { MARTIN: 1 } }],
    ['un nombre négatif', { deletions: -1 }],
    ['une fraction de demi-journée', { kept: 0.5 }],
    ['un mois qui n’existe pas', { month: '2026-13' }],
  ])('%s est refusé', (_title, over) => {
    expect(transferMailSchema.safeParse(BOTH).success).toBe(true);
    expect(transferMailSchema.safeParse({ ...BOTH, ...over }).success).toBe(false);
  });
});
