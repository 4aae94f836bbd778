import type { Problem } from './schemas.ts';

/** Title of a family of problems, the same for a status whatever happened. */
const titles: Readonly<Record<number, string>> = {
  400: 'Demande incorrecte',
  401: 'Accès non autorisé',
  403: 'Demande refusée',
  404: 'Introuvable',
  409: 'Pas maintenant',
  413: 'Demande trop volumineuse',
  415: 'Format non accepté',
  421: 'Adresse non servie',
  422: 'À corriger',
  429: 'Trop de demandes',
  500: 'Erreur interne',
  502: 'Lucca a répondu une erreur',
  503: 'Indisponible pour le moment',
  504: 'Lucca ne répond pas',
};

/** A problem of our own. `code` is for programs, `detail` is a French sentence for a person; neither holds a secret. */
export function problem(status: number, code: string, detail: string, facts: Problem['facts'] = {}): Problem {
  return { type: `urn:passerelle:problem:${code}`, title: titles[status] ?? 'Erreur', status, code, detail, facts };
}
