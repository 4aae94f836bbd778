/** What `passerelle worktime --credit` says. */
import { frenchDate, lastDay, type PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { counted, monthName } from '../words.ts';

const people = (count: number) => counted(count, 'personne', 'personnes');

export const creditTitle = (number: string, month: PlainMonth) =>
  `Repos de l’export ${number}, ${monthName(month)}, simulés dans Lucca à la date du ${frenchDate(lastDay(month))} :`;
export const counterLine = (counter: string, count: number, amount: string) =>
  `  Compteur « ${counter} » : ${people(count)}, ${amount}`;
export const personLine = (name: string, number: string, given: readonly string[]) =>
  `  ${name} (${number}) : ${given.join(', ')}`;
export const givenTo = (counter: string, amount: string) => `${amount} sur « ${counter} »`;

export const simulated = (count: number, number: string) =>
  `Lucca créditerait les compteurs de ${people(count)}, sans erreur. Rien n’est encore envoyé : « --credit ${number} --send » envoie, une seule fois.`;
export const askSend = (count: number) =>
  `Envoyer ? Une seule fois ; ces heures s’ajoutent aux compteurs de ${people(count)} dans Lucca. [o/N] `;
export const notSent = 'Rien n’est envoyé.';
export const yesOption = 'Il n’y a pas de terminal pour répondre : ajoutez --yes pour confirmer l’envoi.';
export const sentAgainOption = 'Une fois ces crédits retirés dans Lucca, ajoutez --again.';
export const fileInstead = (number: string) =>
  `« --files ${number} --kind repos --out dossier » écrit ce fichier des repos.`;
