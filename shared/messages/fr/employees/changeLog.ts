/** Sentences of « Tout ce qui a changé dans Lucca ». */
import type { Change } from '../../../contracts/schemas.ts';
import { counted, grouped } from '../words.ts';

export const logTitle = 'Tout ce qui a changé dans Lucca';
export const logListLabel = 'Changements vus dans Lucca, les derniers d’abord';
export const logEmpty = 'Aucun changement vu dans Lucca.';
export const logNoMatch = 'Aucun changement ne répond à ces filtres.';
export const shownOf = (shown: number, total: number) =>
  `${grouped(shown)} sur ${counted(total, 'changement gardé', 'changements gardés')}`;
export const olderAction = 'Charger les plus anciens';
export const kindLabel = 'Sorte de changement';
export const allKinds = 'Toutes les sortes';
export const fieldLabel = 'Information';
export const allFields = 'Toutes les informations';
/** Sorts of changes as they are told: `reread`, a field read elsewhere; `notShown`, an absence of a month of which Lucca shows none. */
export type LogKind = Change['kind'] | 'reread' | 'notShown';
export const kindNames: Readonly<Record<LogKind, string>> = {
  arrived: 'Nouvelle personne',
  changed: 'Modification',
  reread: 'Champ lu ailleurs',
  gone: 'Absente de Lucca',
  returned: 'Revenue dans Lucca',
  absenceAdded: 'Absence ajoutée',
  absenceRemoved: 'Absence retirée',
  notShown: 'Absence non montrée',
};
export const unknownPerson = (id: string) => `Personne ${id}`;
export const byRun = (at: string, who: string) =>
  who === '' ? `Vu le ${at}` : `Vu le ${at}, lecture lancée par ${who}`;

/** « 2026-10-05 am Congés payés » as a French reader reads it: « 05/10/2026 matin Congés payés ». */
export function fullDates(text: string): string {
  const halves: Readonly<Record<string, string>> = { am: 'matin', pm: 'après-midi' };
  return text.replace(/(\d{4})-(\d{2})-(\d{2})(?: (am|pm)(?= ))?/g, (_, year, month, day, half?: string) =>
    [`${String(day)}/${String(month)}/${String(year)}`, ...(half === undefined ? [] : [halves[half] ?? ''])].join(' '),
  );
}
