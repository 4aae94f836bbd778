/** What the command line says of a review: the differences, its questions, the answers given in a file. Shared sentences: `review.ts`. */
import type { ItemKind } from '../../domain/review/review.ts';
import { counted } from './words.ts';

export const differences = (count: number) => counted(count, 'différence', 'différences');
export const kindCount = (kind: string, count: number) => `  ${kind} : ${String(count)}`;
export const kinds: Readonly<Record<ItemKind, string>> = {
  added: 'Ajouts',
  changed: 'Modifications',
  gone: 'Absents de Lucca',
  removed: 'Absences annulées',
  conflict: 'Conflits',
  deletedHere: 'Retirés du classeur',
};

const filled = (parts: readonly string[], between: string) => parts.filter((part) => part !== '').join(between);

export const person = (name: string, employeeNumber: string) =>
  employeeNumber === '' ? name : `${name} (${employeeNumber})`;
export const difference = (kind: string, who: string, what: string) => `  ${kind} : ${filled([who, what], ', ')}`;
export const toDecide = (who: string, what: string, why: string) =>
  `  À décider : ${filled([who, what], ', ')} (${why})`;
export const waits = (who: string, what: string, why: string) => `  En attente : ${filled([who, what], ', ')} (${why})`;
export const bankToConfirm = 'coordonnées bancaires à confirmer';
export const leftToDecide = 'à regarder avant d’accepter';
export const conflictToDecide = 'différent dans Lucca et dans la paie';
export const nothingWritten =
  "Rien n'a été écrit. « --accept all » écrit ce qui est proposé ; dans un terminal, sans --accept, chaque différence peut être décidée.";

/* Questions */
export const askApply = (count: number) =>
  `Écrire ${counted(count, 'différence', 'différences')} dans le classeur ? [o]ui, [N]on, [u]ne à une : `;
export const askDecide = (count: number) =>
  `${counted(count, 'différence attend', 'différences attendent')} votre décision. Décider maintenant, une à une ? [o/N] `;
export const remainToDecide = (count: number) =>
  `${counted(count, 'différence se décide', 'différences se décident')} une à une :`;
export const entryTitle = (place: number, total: number, who: string, establishment: string) =>
  `${String(place)} sur ${String(total)} · ${filled([who, establishment], ', ')}`;
export const ofKind = (kind: string, mark: string) => `  ${filled([kind, mark], ', ')}`;
export const detail = (line: string) => `  ${line}`;
export const toCheck = (problem: string) => `À vérifier : ${problem}`;
export const lastAccepted = (value: string) => `Dernière valeur acceptée : ${value}`;
export const askEntry = (isConflict: boolean, isMasked: boolean) => {
  const yes = isConflict ? '[o]ui, valeur de Lucca' : '[o]ui';
  const no = isConflict ? '[n]on, valeur de la paie' : '[n]on, ignorer';
  const see = isMasked ? ' ; [v]oir la valeur entière' : '';
  return `  Accepter ? ${yes} ; ${no} ; [p]asser${see} ; [q] arrêter les questions : `;
};
export const notAnAnswer = (letters: string) => `  Répondez par une de ces lettres : ${letters}.`;
export const questionsStopped = (count: number) =>
  `${counted(count, 'différence laissée sans réponse : rien n’en est écrit, elle sera proposée', 'différences laissées sans réponse : rien n’en est écrit, elles seront proposées')} de nouveau.`;

/* Answers of a file */
export const choicesUnreadable = (file: string) => `Le fichier de choix ${file} ne peut pas être lu.`;
export const choicesNotJson = (file: string) =>
  `Le fichier de choix ${file} n'est pas du JSON. Attendu : { "identifiant": "accept" }, avec les identifiants que donne --json.`;
export const choicesNotObject = (file: string) =>
  `Le fichier de choix ${file} doit contenir un objet : { "identifiant": "accept" }, avec les identifiants que donne --json.`;
export const choiceUnknown = (file: string, place: number) =>
  `Fichier de choix ${file} : le choix nº ${String(place)} ne porte pas un identifiant de différence. « --json » les donne, dans review.entries.`;
export const choiceWrong = (file: string, id: string) =>
  `Fichier de choix ${file} : le choix de ${id} doit être "accept", "ignore", "undecided" ou { "accept": "valeur attendue" }.`;
export const choicesLeft = (count: number) =>
  `${counted(count, 'choix du fichier n’a pas été suivi', 'choix du fichier n’ont pas été suivis')} :`;
export const choiceGone = (where: string) => `  ${where} : il n’y a plus de différence ici.`;
export const choiceUnproven = (where: string, heading: string) =>
  `  ${where} : à confirmer en donnant la nouvelle valeur de « ${heading} », { "accept": "…" }. Laissé à votre décision.`;
export const choiceDisproved = (where: string, heading: string) =>
  `  ${where} : la valeur donnée n’est pas celle de Lucca pour « ${heading} ». Laissé à votre décision.`;
export const choicePlace = (table: string, key: string, heading: string) => filled([table, key, heading], ', ');
