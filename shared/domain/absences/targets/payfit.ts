/** PayFit: types of absence of its public API and half-day moments. */
import type { HalfDate } from '../halfDay.ts';
import type { PayrollTarget } from './target.ts';

export const payfit: PayrollTarget = {
  name: 'PayFit',
  types: {
    paidLeave: ['fr_conges_payes'],
    rtt: ['fr_rtt'],
    rest: ['fr_repos'],
    paidAbsence: ['fr_absence_remuneree'],
    unpaidLeave: ['fr_sans_solde'],
    remoteWork: ['fr_teletravail'],
    sickChild: ['fr_enfant_malade'],
    partialActivity: ['fr_activite_partielle'],
    parentalLeave: ['fr_parental_education'],
    movingHouse: ['fr_demenagement'],
    // One type per relative: « fr_deces_… », as the customer's PayFit lists them.
    bereavement: [],
    marriage: ['fr_mariage_salarie', 'fr_pacs_salarie'],
    birth: ['fr_naissance', 'fr_adoption'],
    therapeuticPartTime: ['fr_temps_partiel_therapeutique'],
  },
  // Guide of the synchronisation with Lucca, 10/08/2022: « arrêts maladie, congés maternité ou paternité ».
  protectedKinds: new Set(['sickness', 'maternity', 'paternity']),
};

/** Where an absence begins or ends within a day. */
export type PayfitMoment = 'beginning-of-day' | 'middle-of-day' | 'end-of-day';

export interface PayfitDates {
  readonly startDate: { readonly date: string; readonly moment: PayfitMoment };
  readonly endDate: { readonly date: string; readonly moment: PayfitMoment };
}

/** The morning of 8 September alone: from the beginning to the middle of the day. */
export function payfitDates(from: HalfDate, to: HalfDate): PayfitDates {
  return {
    startDate: { date: from.date, moment: from.half === 'am' ? 'beginning-of-day' : 'middle-of-day' },
    endDate: { date: to.date, moment: to.half === 'am' ? 'middle-of-day' : 'end-of-day' },
  };
}
