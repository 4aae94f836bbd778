import { describe, expect, test } from '@jest/globals';
import { problem } from '../../shared/contracts/problem.ts';
import type { Run } from '../../shared/contracts/schemas.ts';
import { instant, plainDate, plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { luccaNews, type LuccaNews } from '../../shared/domain/review/luccaNews.ts';
import { eveningMail, trialMail, type MailAbout } from '../../shared/flows/eveningMail.ts';
import { massDisappearance } from '../../shared/messages/fr/employees/evening.ts';
import { luccaRightNames } from '../../shared/messages/fr/lucca.ts';
import { laidOut } from '../../server/mail/layout.ts';
import { person } from '../jobs/evening/office.ts';
import { runOf } from '../store/sample.ts';

const NOTHING: LuccaNews = { told: 0, changed: [], reread: [], arrivals: [], ends: [], gone: [], incomplete: [] };
const RUN: Run = {
  ...runOf('r', 'a'),
  trigger: 'evening',
  startedAt: instant('2026-11-16T19:00:02.000Z'),
  endedAt: instant('2026-11-16T19:00:40.000Z'),
  counts: { employees: 60, halfDays: 140, requests: 9, changes: 7 },
};

function about(over: Partial<MailAbout> = {}): MailAbout {
  return {
    ...{ run: RUN, account: 'acme.ilucca.net', zone: 'Europe/Paris', news: NOTHING },
    ...{ unreadFields: [], missingRights: [], lost: 0, silent: [], untold: [], tries: 1 },
    ...over,
  };
}

const mailOf = (over?: Partial<MailAbout>) => laidOut(eveningMail(about(over)), ['paie@acme.example']);
/** As typed here, a French space before a sign is a plain one. */
const typed = (text: string) => text.replaceAll('\u00a0', ' ');

const ADA = person('1', 'MARTIN');
const news = luccaNews({
  changes: [
    { employeeId: '1', kind: 'changed', field: 'lastName', before: 'DUPONT', after: 'MARTIN' },
    { employeeId: '1', kind: 'changed', field: 'contractStart', before: null, after: '2020-01-01' },
    { employeeId: '1', kind: 'changed', field: 'iban', before: 'FR7612345', after: 'FR7630006000011234567890189' },
    { employeeId: '1', kind: 'changed', field: 'city', before: null, after: 'Lyon' },
    { employeeId: '1', kind: 'absenceAdded', field: 'x', before: null, after: '2026-11-02 am Maladie' },
    { employeeId: '1', kind: 'changed', field: 'bic', before: null, after: 'AGRIFRPP', cause: 'mapping' },
    { employeeId: '2', kind: 'arrived', field: null, before: null, after: null },
    { employeeId: '3', kind: 'gone', field: null, before: 'BLANC Zoé (03)', after: null },
  ],
  employees: [
    ADA,
    person('2', 'DURAND', { contractStart: '2026-12-01', nir: null, iban: null }),
    person('4', 'PETIT', { contractEnd: '2026-11-16' }),
    person('5', 'ROUX <b>'),
  ],
  silent: new Set(),
  since: plainDate('2026-11-15'),
  today: plainDate('2026-11-16'),
});

describe('a mail of an evening', () => {
  test('says what Lucca shows, word for word', () => {
    const mail = mailOf({ news, unreadFields: ['BIC'], missingRights: ['Timmi Temps'] });
    expect(typed(mail.subject)).toBe('Passerelle : 9 changements dans Lucca, 1 fiche à compléter (acme.ilucca.net)');
    expect(typed(mail.text)).toBe(`Lucca a été lu le 16/11/2026 à 20:00.

Changements
- MARTIN Ada (01) — Nom : DUPONT → MARTIN ; Début de contrat : (vide) → 01/01/2020 ; IBAN : modifié ; Ville : renseigné ; absences : 1 demi-journée ajoutée

Correspondance champs
- La correspondance du champ « BIC » a changé : 1 valeur relue, à voir dans « Revoir »

Arrivées
- DURAND Ada (02) — contrat à partir du 01/12/2026

Fins de contrat
- PETIT Ada (04) — contrat fini le 16/11/2026 : terminez-le aussi dans la paie

Disparus de Lucca
- BLANC Zoé (03) — rien n'est supprimé du classeur : vérifiez dans Lucca

Fiches à compléter dans Lucca
- DURAND Ada (02) — Numéro de sécurité sociale, IBAN

Non lu dans Lucca
- Droit absent ou champ non relié : BIC.
- Droits à demander à l'administrateur Lucca : Timmi Temps.

Ouvrez votre classeur et cliquez sur Revoir : rien n’y est écrit tant que vous ne l’avez pas ouvert.
Les données personnelles ne figurent pas dans ce message : leurs valeurs se lisent dans le classeur.
`);
  });

  test('holds no value of a personal or secret field, as text or as a page', () => {
    const { text, html } = mailOf({ news });
    for (const canary of ['FR76', '290056938412345', 'Lyon', '1990-05-17', '17/05/1990', 'Lilas', 'Maladie'])
      expect([canary, text.includes(canary) || html.includes(canary)]).toEqual([canary, false]);
  });

  test('as a page, the same words in a list, escaped, fetching nothing', () => {
    const { html } = mailOf({
      news: { ...NOTHING, told: 1, arrivals: [{ person: 'ROUX <b>&', from: null, isBack: true }] },
    });
    expect(html).toContain('<li>ROUX &#60;b&#62;&#38; — début de contrat non connu, de retour dans Lucca</li>');
    expect(html).toContain('<h2 style="margin:20px 0 4px;font-size:17px">Arrivées</h2>');
    expect(html).not.toMatch(/<(?:script|img|link|a)\b|https?:|url\(/);
  });

  test('with fields, rights or absences that Lucca shows no more says so', () => {
    const mail = mailOf({ unreadFields: ['IBAN'], lost: 1, silent: [plainMonth('2026-11')] });
    expect(typed(mail.subject)).toBe(
      'Passerelle : aucun changement dans Lucca, 2 champs ou droits ne sont plus lus (acme.ilucca.net)',
    );
    expect(typed(mail.text)).toContain(`Lucca a été lu le 16/11/2026 à 20:00.

Non lu dans Lucca
- Droit absent ou champ non relié : IBAN.
- Lucca n'a rendu aucune absence pour novembre 2026 : ce n'est peut-être pas une annulation, vérifiez le droit « ${typed(luccaRightNames.leaves())} ».
`);
  });

  test('with nothing new says so', () => {
    const mail = mailOf();
    expect(typed(mail.subject)).toBe('Passerelle : aucun changement dans Lucca (acme.ilucca.net)');
    expect(typed(mail.text)).toContain(
      "Lucca a été lu le 16/11/2026 à 20:00.\nRien n'a changé dans Lucca depuis le dernier message.\n",
    );
  });

  test.each([
    [1, 'La lecture du soir était manquée : celle-ci la rattrape.'],
    [4, '4 soirs manqués : une seule lecture les rattrape.'],
  ])('that catches up %i says so', (evenings, sentence) => {
    expect(typed(mailOf({ run: { ...RUN, trigger: 'catchUp', evenings } }).text)).toContain(sentence);
  });

  test('of a first reading counts people, half-days and files', () => {
    const mail = mailOf({ run: { ...RUN, trigger: 'first' }, news: { ...news, told: 0 } });
    expect(typed(mail.subject)).toBe(
      'Passerelle : première lecture de Lucca, 60 personnes, 1 fiche à compléter (acme.ilucca.net)',
    );
    expect(mail.text).toContain("60 personnes et 140 demi-journées d'absence lues.");
  });

  test('lists sixty lines of a kind and counts the others', () => {
    const gone = Array.from({ length: 75 }, (_, index) => `P${index}`);
    const { text } = mailOf({ news: { ...NOTHING, told: 75, gone } });
    expect(text.match(/^- P\d+ /gm)).toHaveLength(60);
    expect(text).toContain('- et 15 autres.');
  });
});

describe('a mail of a failure', () => {
  const failed = (code: string, detail: string, facts = {}): Run => ({
    ...RUN,
    state: 'failed',
    problem: problem(502, code, detail, facts),
  });

  test('says what failed, how often it was tried, and what to do', () => {
    const detail = 'Impossible de joindre acme.ilucca.net.';
    const mail = mailOf({ run: failed('luccaUnreachable', detail), tries: 3 });
    expect(typed(mail.subject)).toBe('Passerelle : la lecture de Lucca a échoué (acme.ilucca.net)');
    expect(mail.text).toBe(`La lecture de Lucca du 16/11/2026 à 20:00 a échoué. Les données d'avant sont intactes.
3 essais ce soir, sans succès.

Ce qui a échoué
- Impossible de joindre acme.ilucca.net.

Ouvrez votre classeur et cliquez sur Actualiser une fois la cause levée.
`);
  });

  test('an earlier one that no mail told is told by the next mail, whatever it is', () => {
    const untold = [{ ...RUN, state: 'failed' as const, problem: problem(502, 'luccaDown', 'Lucca ne répond pas.') }];
    const line = "Lectures échouées dont le message n'était pas parti\n- Le 16/11/2026 à 20:00 : Lucca ne répond pas.";
    const success = mailOf({ untold });
    expect(typed(success.subject)).toBe(
      'Passerelle : aucun changement dans Lucca, 1 lecture avait échoué (acme.ilucca.net)',
    );
    expect(typed(success.text)).toContain(line);
    expect(typed(mailOf({ untold, run: { ...RUN, state: 'failed' } }).text)).toContain(line);
  });

  test('of people who disappeared asks for an agreement', () => {
    const facts = { disappeared: 20, rows: 60 };
    const mail = mailOf({ run: failed('massDisappearance', massDisappearance(facts), facts) });
    expect(typed(mail.subject)).toBe(
      'Passerelle : 20 personnes ont disparu de Lucca, votre accord est nécessaire (acme.ilucca.net)',
    );
    expect(typed(mail.text)).toContain(
      "20 personnes ont disparu de Lucca d'un coup, sur 60 connues : un droit retiré à la clé, ou un filtre, en ferait autant. Rien n'a été repris. Vérifiez dans Lucca ; si ces départs sont réels, choisissez « Accepter cette lecture » dans le volet, ou relancez « passerelle pull » avec --accept-departures.",
    );
  });
});

test('a message to try says that it arrived', () => {
  const mail = laidOut(trialMail('acme.ilucca.net'), ['paie@acme.example']);
  expect([typed(mail.subject), mail.text]).toEqual([
    "Passerelle : message d'essai (acme.ilucca.net)",
    'Les messages de Passerelle arrivent bien à cette adresse. Vous en recevrez après la lecture du soir.\n',
  ]);
});
