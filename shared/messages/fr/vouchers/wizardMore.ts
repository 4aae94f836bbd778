/** « Plus de choix » of the wizard of a regulation: what the usual answer suits. */
import { frenchDate, parsePlainDate } from '../../../domain/calendar/plainDate.ts';

export const more = 'Plus de choix';
export const reintegrationLabel = 'Quand la part patronale dépasse ses plafonds';
export const reintegrationNames = {
  boss: 'l’excédent est soumis à cotisations (règle habituelle)',
  whole: 'la totalité est soumise à cotisations',
} as const;
export function reintegrationShort(policy: keyof typeof reintegrationNames): string {
  return policy === 'boss' ? 'réintégration de l’excédent' : 'réintégration de la totalité';
}
export const mealStageLabel = 'Un repas prend un titre dès que sa note est';
export const mealStageNames = { controlled: 'contrôlée', exported: 'exportée' } as const;
export const payrollLabel = 'Ce qui part en paie';
export const payrollNames = {
  quantity: 'la quantité',
  employee: 'la part salariale',
  employer: 'la part patronale',
  total: 'le montant total',
} as const;
export const payCodeLabel = 'Code de rubrique';
export const payCodeHint = 'Vide : pas de fichier de variables de paie pour l’instant.';
export const complementLabel = 'Règles complémentaires';
export const complementHint = 'Lues avec le mois de chaque personne et sur la feuille d’émargement.';
/** « frais dès qu’ils sont contrôlés », « en paie : la quantité ». */
export function rulesShort({
  mealStage,
  payroll,
  payCode,
  complement,
}: {
  readonly mealStage: keyof typeof mealStageNames;
  readonly payroll: keyof typeof payrollNames;
  readonly payCode: string;
  readonly complement: string;
}): string[] {
  return [
    mealStage === 'controlled' ? 'repas dès la note contrôlée' : 'repas dès la note exportée',
    `en paie : ${payrollNames[payroll]}${payCode.trim() === '' ? '' : `, rubrique ${payCode.trim()}`}`,
    complement.trim() === '' ? 'sans règle complémentaire' : 'avec des règles complémentaires',
  ];
}

/* Une exclusion */
export const [fromLabel, toLabel] = ['Premier jour', 'Dernier jour'];
/** Dates as a field of dates gives them; '' for none. */
export function exclusionDates(from: string, to: string): string {
  const [first, last] = [parsePlainDate(from), parsePlainDate(to)].map((date) => date && frenchDate(date));
  if (first !== undefined && last !== undefined) return `du ${first} au ${last}`;
  if (first !== undefined) return `à partir du ${first}`;
  return last === undefined ? 'pour toujours' : `jusqu’au ${last}`;
}
