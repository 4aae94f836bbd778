/** Sentences of « Envoyer à Lucca » in the task pane. */
import { frenchDate, lastDay, type PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { counted, grouped } from '../words.ts';

/* On the card of an export */
export const simulateAction = 'Simuler l’envoi à Lucca';
export const sentText = (sentAt: string) => `Envoyé à Lucca le ${sentAt}`;
/** Added to what cancelling an export does. */
export const cancelKeepsCredit =
  ' Ses repos restent crédités dans Lucca, qui ne les reprend pas seul : retirez-les dans Lucca.';

/* The screen */
export const creditTitle = (number: string) => `Envoi de ${number} à Lucca`;
export const simulating = 'Simulation dans Lucca : rien n’est crédité…';
export const sending = 'Envoi à Lucca : laissez le volet ouvert jusqu’à la réponse…';
export const creditOff =
  'L’envoi direct à Lucca n’est pas activé dans ce service : importez dans Lucca le fichier des repos, ou demandez à qui a installé le service de l’activer (PASSERELLE_LUCCA_WRITE=1).';
export const fileAction = 'Fichier des repos pour Lucca';
export const againAction = 'Simuler de nouveau';
export const placeAction = 'Voir la cellule';
export const exportsAction = 'Revenir aux exports';

/* What would be credited */
export const dated = (month: PlainMonth) => `Crédits datés du ${frenchDate(lastDay(month))}.`;
export const totalsCaption = 'Par compteur';
export const totalsHeadings = ['Compteur', 'Personnes', 'Crédit'] as const;
export const figure = grouped;
export const peopleTitle = 'Par personne';
export const peopleLabel = 'Personnes à créditer';
export const givenOn = (amount: string, counter: string) => `${amount} sur « ${counter} »`;

/* The confirmation */
export const sendAction = 'Envoyer à Lucca…';
export const confirmAction = 'Envoyer';
export const insistAction = 'Envoyer quand même';
export const sendQuestion = (people: number) =>
  `Créditer les compteurs de ${counted(people, 'personne', 'personnes')} dans Lucca ?`;
export const sendMeans =
  'L’envoi se fait une seule fois. Ces montants s’ajoutent à ce que les compteurs ont déjà ; Passerelle ne peut pas les reprendre ensuite.';
