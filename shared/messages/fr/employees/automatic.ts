/** Changes taken from Lucca without asking: the choice of the workbook, and what is told once it is done. */
import { employeeFields, type FieldGroup } from '../../../domain/people/employeeFields.ts';
import { counted, grouped } from '../words.ts';

export const automaticAction = 'Reprise automatique';
export const automaticTitle = 'Reprise automatique';
export const automaticIntro =
  'Ce que Lucca seul a changé dans les groupes cochés est accepté d’avance. S’il n’y a rien d’autre à revoir, « Actualiser » ou « Revoir » l’écrit aussitôt ; sinon c’est écrit avec le reste, quand vous cliquez sur « Appliquer ». Rien n’est coché au départ.';
export const automaticSafety =
  'Sont toujours demandés : les arrivées et les départs, les absences, un conflit, une valeur effacée ou douteuse, un e-mail ou un téléphone que deux personnes ont, une personne dont l’identité change aussi.';
export const automaticNever =
  'Jamais repris seuls : numéro de sécurité sociale, IBAN, BIC et mode de paiement, dates de contrat, établissement, matricule, noms et date de naissance.';
export const automaticWhen =
  'La lecture du soir n’écrit rien : votre classeur n’est pas ouvert. Une reprise s’annule comme toute mise à jour ; elle revient à la suivante, sauf si vous décochez le groupe.';

/** As boxes and the command line call them. */
export const groupNames: Readonly<Record<FieldGroup, string>> = {
  contact: 'Coordonnées',
  address: 'Adresse',
  situation: 'Situation',
  civil: 'État civil',
};

/** `Adresse, Complément d'adresse, Code postal…`: what a group holds. */
export function fieldsOfGroup(group: FieldGroup): string {
  return employeeFields
    .filter((field) => 'group' in field && field.group === group)
    .map(({ heading }) => heading)
    .join(', ');
}

export function automaticDone(count: number): string {
  return `${counted(count, 'changement repris', 'changements repris')} automatiquement.`;
}
/** Of what was just written. */
export function automaticAmong(count: number): string {
  return `Parmi ce qui est écrit, ${counted(count, 'changement a été repris', 'changements ont été repris')} sans demander.`;
}
/** Of what a review shows. */
export function automaticProposed(count: number): string {
  return `Parmi ces différences, ${counted(count, 'sera reprise', 'seront reprises')} sans demander.`;
}
export const showAutomatic = 'Voir lesquels';
export function filterAutomatic(count: number): string {
  return `Reprises sans demander (${grouped(count)})`;
}
/** `MARTIN Awa (00012) : Ville, Code postal` */
export function automaticLine(who: string, headings: readonly string[]): string {
  return `${who} : ${headings.join(', ')}`;
}
export function willBeAutomatic(count: number): string {
  return `${counted(count, 'autre changement sera repris automatiquement', 'autres changements seront repris automatiquement')} avec ceux que vous appliquez.`;
}

/* Command line */
export const automaticValues =
  'une liste parmi coordonnees, adresse, situation, etat-civil, séparées par des virgules, ou « aucune »';
