/** Sentences of the steps of a task: review, apply, undo. */
import type { PlanKind } from '../../domain/review/plan.ts';

/** Above the tables that came from Lucca. */
export function dataAsOf(date: string, time: string): string {
  return `Données Lucca du ${date} à ${time}`;
}

/** What a plan was, in « Journal ». */
export function planName(kind: PlanKind): string {
  return planNames[kind];
}

const planNames: Readonly<Record<PlanKind, string>> = {
  refresh: 'Mise à jour depuis Lucca',
  vouchers: 'Calcul des titres-restaurant',
  voucherOrder: 'Commande de titres-restaurant',
  worktime: 'Calcul du temps de travail',
  timeExport: 'Export du temps de travail',
  recap: 'Récapitulatif du mois',
  movements: 'Mouvements du mois',
  control: 'Contrôle du mois',
  payrollCheck: 'Pointage de la paie',
  peopleClose: 'Clôture du mois des salariés',
  peopleReopen: 'Réouverture du mois des salariés',
  fields: 'Correspondance des champs',
  absenceAccounts: 'Correspondance des comptes d’absence',
  stoppages: 'Saisie des arrêts en paie',
  absenceTransfer: 'Absences transmises à la paie',
  payrollList: 'Import de la liste de la paie',
  matching: 'Rapprochement avec la paie',
  undo: 'Annulation de la dernière mise à jour',
};

/** How a plan ended, in « Journal ». */
export function planOutcome(state: 'open' | 'done' | 'abandoned'): string {
  return state === 'abandoned' ? 'abandonnée' : 'faite';
}
