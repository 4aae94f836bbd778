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
export const kindNames: Readonly<Record<Change['kind'], string>> = {
  arrived: 'Nouvelle personne',
  changed: 'Modification',
  gone: 'Absente de Lucca',
  returned: 'Revenue dans Lucca',
  absenceAdded: 'Absence ajoutée',
  absenceRemoved: 'Absence retirée',
};
export const unknownPerson = (id: string) => `Personne ${id}`;
export const byRun = (at: string, who: string) =>
  who === '' ? `Vu le ${at}` : `Vu le ${at}, lecture lancée par ${who}`;
