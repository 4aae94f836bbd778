/** « Sort en paie »: what becomes of an absence. */
import type { Bound } from '../../../domain/absences/bindAccounts.ts';
import type { HalfDayFate } from '../../../domain/absences/wantedHalfDays.ts';

export const fateLabels: Readonly<Record<HalfDayFate, string>> = {
  transferred: 'transmise',
  stoppage: 'arrêt, à saisir en paie',
  outside: 'hors paie',
  before: 'déjà en paie',
  later: 'après la période',
  unbound: 'compte à rattacher',
  unknownPerson: 'salarié à relier',
  noContract: 'hors contrat',
};

/** Of a row that the next update takes away. */
export const goneFromLucca = 'plus dans Lucca';

/** Of an absence that a contract or a period cuts: each of its fates, once. */
export function fateText(fates: readonly HalfDayFate[]): string {
  return [...new Set(fates)].map((fate) => fateLabels[fate]).join(' · ');
}

/** Of an absence that was only read in Lucca: what its account is for payroll. */
export function treatmentFate(bound: Bound): string {
  if (bound.state !== 'bound') return fateLabels.unbound;
  return fateLabels[bound.treatment.is];
}
