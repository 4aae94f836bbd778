/**
 * Codes by which the DSN names a reason of absence, as the technical norm CT2026.1.2 has them. Each January may bring another list;
 * `docs/rules/absences.md` says where this one was read.
 */

/** S21.G00.60.001, work stoppages: code → reason. Codes 10 to 14 are the public service's. */
export const stoppageReasons = {
  '01': 'maladie',
  '02': 'maternité',
  '03': 'paternité / accueil enfant',
  '04': 'accident de trajet',
  '05': 'maladie professionnelle',
  '06': 'accident du travail',
  '07': 'femme enceinte dispensée de travail',
  '09': 'adoption',
  '15': 'temps partiel thérapeutique (maladie)',
  '16': 'temps partiel thérapeutique (accident du travail)',
  '17': 'temps partiel thérapeutique (accident de trajet)',
  '18': 'temps partiel thérapeutique (maladie professionnelle)',
  '19': "deuil d'enfant",
  '99': 'annulation',
} as const;
export type StoppageReason = keyof typeof stoppageReasons;

/** S21.G00.65.001, other suspensions of the contract: code → reason, those that a category of absence may need. */
export const suspensionReasons = {
  '200': 'congés payés',
  '501': 'congé sans rémunération divers',
  '602': 'chômage sans rupture (activité partielle)',
  '607': 'présence parentale',
  '632': 'congé parental',
  '636': 'enfant malade',
  '637': 'évènement familial',
  '639': 'congé sabbatique',
  '650': 'proche aidant',
  '998': 'annulation',
} as const;
export type SuspensionReason = keyof typeof suspensionReasons;
