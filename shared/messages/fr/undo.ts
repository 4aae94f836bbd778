/** What « Annuler » takes back, and what it took back, by its name: the last writing first, then the one before it. */
import type { PlanKind } from '../../domain/review/plan.ts';

const names: Partial<Readonly<Record<PlanKind, string>>> = {
  vouchers: 'l’écriture des titres-restaurant',
  worktime: 'l’écriture du temps de travail',
  recap: 'l’écriture du récapitulatif',
  movements: 'l’écriture des mouvements',
  control: 'l’écriture du contrôle',
  payrollCheck: 'l’écriture du pointage',
  peopleClose: 'la clôture du mois des salariés',
  peopleReopen: 'la réouverture du mois des salariés',
  fields: 'l’écriture de « Correspondance champs »',
  absenceAccounts: 'l’écriture de « Correspondance comptes d’absence »',
  stoppages: 'l’écriture de « Arrêts à saisir »',
  payrollList: 'l’écriture de « Liste de la paie »',
  matching: 'l’écriture du rapprochement',
};

/** They only tell what other sheets hold. */
const reports: ReadonlySet<PlanKind> = new Set(['recap', 'movements', 'control', 'payrollCheck']);

/**
 * `Annuler la mise à jour du 20/11 à 20:04`, `Annuler l’écriture du récapitulatif du 20/11 à 20:04`: of several in a row, which one.
 * @param date `20/11/2026`; its year is not told.
 */
export function undoAction(kind: PlanKind, date: string, time: string): string {
  return `Annuler ${names[kind] ?? 'la mise à jour'} du ${date.slice(0, 5)} à ${time}`;
}

export const undoQuestion = (action: string) => `${action} ?`;
export const undoneJustNow = 'Une écriture vient d’être annulée. Celle-ci est la précédente.';
export const undoAgain = 'Annuler celle-ci aussi';

/** What is not taken back with the sheets. */
const besides: Partial<Readonly<Record<PlanKind, string>>> = {
  fields: ' Ce que le service a validé le reste : corrigez la feuille au besoin, puis validez de nouveau.',
};

/** `refused`: lines left as they are, for somebody changed them since. */
export function undone({ kind, refused }: { readonly kind: PlanKind; readonly refused: readonly unknown[] }): string {
  const name = names[kind] ?? 'la dernière mise à jour';
  const what = `${name.charAt(0).toUpperCase()}${name.slice(1)} est annulée`;
  const how =
    refused.length === 0
      ? ' : les feuilles sont revenues comme avant.'
      : ', sauf là où vous avez changé quelque chose depuis.';
  const also = reports.has(kind) ? ' « Salariés » et « Absences » n’ont pas changé.' : (besides[kind] ?? '');
  return `${what}${how}${also}`;
}
