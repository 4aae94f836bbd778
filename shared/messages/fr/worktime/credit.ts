/** What is said of rest credited to the counters of Lucca. */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { Finding } from '../../../domain/finding.ts';
import { counted, grouped, monthName } from '../words.ts';

/** What people read in their account in Lucca. */
export const creditDescription = (number: string, month: PlainMonth) =>
  `Passerelle, export ${number}, ${monthName(month)}`;

const doubt = 'à vérifier dans Lucca';
/** Stands in « Envoyé à Lucca le » until Lucca has answered. */
export const creditDoubt = (at: string) => `${doubt} (${at})`;
export const isCreditDoubt = (sentAt: string) => sentAt.startsWith(doubt);

const units = { hours: 'h', days: 'j' } as const;
/** 500 → « +5,00 h », −50 → « −0,50 j »; what adds and what takes away never look alike. */
export function creditAmount(hundredths: number, unit: keyof typeof units): string {
  const size = Math.abs(hundredths);
  const figure = `${grouped(Math.floor(size / 100))},${String(size % 100).padStart(2, '0')}`;
  return `${hundredths < 0 ? '−' : '+'}${figure}\u00a0${units[unit]}`;
}

export const creditSimulated = (people: number) =>
  `Lucca créditerait les compteurs de ${counted(people, 'personne', 'personnes')}, sans erreur. Rien n'est encore envoyé : confirmez pour envoyer.`;

/** Above what Lucca refuses. */
export const creditRefusals = (refused: number) =>
  `Lucca signale ${counted(refused, 'erreur', 'erreurs')} : rien n'est crédité, à personne, en attendant. Corrigez, puis simulez de nouveau.`;

export const creditSent = (people: number) =>
  `Lucca a crédité les compteurs de ${counted(people, 'personne', 'personnes')}. « Exports de temps » en garde la date.`;

const unknownEstablishment = 'Lucca ne connaît pas ce code d’établissement : corrigez « Code » dans « Établissements »';
const reasons: Readonly<Record<string, string>> = {
  unauthorized: 'la clé ne peut pas importer de crédits : donnez-lui ce droit dans Lucca',
  accountnotfound: 'ce compteur n’existe pas dans Lucca : corrigez « Compteur Lucca » dans « Comptes de temps »',
  accountsnotfound: 'un compteur n’existe pas dans Lucca : corrigez « Compteur Lucca » dans « Comptes de temps »',
  accountnamenotunique: 'plusieurs comptes d’absence portent ce nom : donnez le numéro dans « Compteur Lucca »',
  accountnotavailableforuser: 'cette personne n’a pas ce compteur dans Lucca : ajoutez-le à son profil',
  legalentitynotfound: unknownEstablishment,
  legalentitycodesnotfound: unknownEstablishment,
  ambiguouslegalentity:
    'plusieurs établissements de Lucca portent ce code d’établissement : donnez-leur-en un chacun dans Lucca',
  employeenumbernotexist: 'Lucca ne connaît pas ce matricule : corrigez-le dans Lucca, puis actualisez',
  employeenumbernotinlegalentity: 'Lucca place ce matricule dans un autre établissement : vérifiez lequel est juste',
  duplicatedline: 'une autre ligne est identique : vérifiez les matricules',
};

const fallback = (code: string) =>
  code === 'other'
    ? 'Lucca ne dit pas pourquoi'
    : `Lucca répond « ${code} » : corrigez-le dans Lucca, ou importez le fichier des repos à la main`;

/** Names and accounts that do not match share their sentence. */
function reasonOf(code: string): string {
  const folded = code.toLowerCase();
  if (folded.includes('notmatching')) return 'ses nom et prénom ne sont pas ceux de Lucca : actualisez « Salariés »';
  return reasons[folded] ?? fallback(code);
}

function refusedWho(facts: Finding['facts']): string {
  const { person = '', number = '', row, counters = '', establishment = '', people } = facts;
  if (row === 0) return `Lucca refuse ces crédits (${counters})`;
  if (Number(people) > 1)
    return `Lucca refuse le crédit de ${counted(Number(people), 'personne', 'personnes')} (établissement « ${establishment} »)`;
  return `Lucca refuse le crédit de ${person}${number === '' ? '' : ` (${number})`}`;
}

export const creditSentences: Readonly<Record<string, (facts: Finding['facts']) => string>> = {
  creditRefused: (facts) => `${refusedWho(facts)} : ${reasonOf(String(facts['luccaCode']))}.`,
};

/** Why nothing was sent, or what is not known, by code of the flow. */
export const creditMessages = {
  notConfirmed: () => "Cet export n'est que préparé : confirmez-le d'abord, ses lignes peuvent encore changer.",
  findings: () =>
    "Le fichier des repos a quelque chose à corriger d'abord : il n'y a rien à envoyer à Lucca en attendant.",
  changed: () => 'Ce qui serait envoyé n’est pas ce qui a été simulé sans erreur : simulez de nouveau.',
  sent: (at: string) =>
    isCreditDoubt(at)
      ? `L'envoi de cet export est ${at} : regardez les compteurs. Si rien n'y est arrivé, videz cette cellule « Envoyé à Lucca le », puis simulez de nouveau ; sinon, mettez-y la date.`
      : `Cet export a déjà été envoyé à Lucca (« Envoyé à Lucca le » : ${at}) : rien n'est envoyé une seconde fois.`,
  sentBefore: (number: string) =>
    `L'export ${number}, annulé depuis, a déjà crédité ce mois dans Lucca. Retirez d'abord ces crédits dans Lucca : un second envoi s'y ajouterait.`,
  taken: (by: string, at: string) =>
    `Une autre copie de ce classeur a déjà envoyé cet export à Lucca${by === '' ? '' : `, depuis ${by}`}${at === '' ? '' : `, le ${at}`} : rien n'est parti d'ici. Continuez dans cette copie-là, et regardez les compteurs dans Lucca.`,
  refused: () =>
    "Lucca a refusé l'envoi en entier : rien n'est crédité. Corrigez ce qui suit, puis simulez de nouveau.",
  forbidden: (right: string) =>
    `La clé ne permet pas de créditer les compteurs : rien n'est parti. Droit à demander à l'administrateur Lucca : ${right}.`,
  nothingCredited: (why: string) => `${why} Rien n'a été crédité.`,
  silent: () => "Le service ne répond pas : rien n'est parti. Réessayez quand il est démarré.",
  untraced: () =>
    'Le classeur n’a pas pu noter l’envoi : rien n’est parti. Rétablissez la ligne de l’export et la colonne « Envoyé à Lucca le » dans « Exports de temps ».',
  uncertain: () =>
    'L’envoi est parti, et on ne sait pas s’il est arrivé : « Envoyé à Lucca le » dit « à vérifier ». Regardez les compteurs dans Lucca. Si rien n’y est, videz cette cellule et recommencez ; sinon, mettez-y la date.',
} as const;
