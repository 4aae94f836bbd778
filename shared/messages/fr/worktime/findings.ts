/** What is said of time entries and of rule sets. */
import type { PlainDate } from '../../../domain/calendar/plainDate.ts';
import { frenchDate } from '../../../domain/calendar/plainDate.ts';
import type { Finding } from '../../../domain/finding.ts';
import { hours, moment } from './hours.ts';

type Facts = Finding['facts'];
type Sentences = Readonly<Record<string, (facts: Facts) => string>>;

const rule = (facts: Facts) => `Règle « ${facts['rule'] ?? ''} »`;
const account = (facts: Facts) => `« ${facts['account'] ?? ''} »`;
const named = (facts: Facts) => `« ${facts['after'] ?? ''} »`;
const date = (facts: Facts) => frenchDate(facts['date'] as PlainDate);
const minutes = (facts: Facts, name: string) => hours(Number(facts[name]));
const span = (facts: Facts) => `commencé ${moment(String(facts['start']))}, fini ${moment(String(facts['end']))}`;

/** Findings on what was declared. */
export const entrySentences: Sentences = {
  timeEntryBackwards: (facts) =>
    `Temps ${span(facts)} : il finit avant de commencer et n'est pas compté. Corrigez ses heures.`,
  timeEntryTwice: (facts) =>
    `Temps ${span(facts)} : ${minutes(facts, 'minutes')} sont déjà dans un autre temps de la même personne et ne sont comptées qu'une fois.`,
  timeDurationOdd: (facts) =>
    `Temps ${span(facts)} : Lucca lui donne ${minutes(facts, 'stated')}, ses heures font ${minutes(facts, 'computed')}. Les heures sont retenues : vérifiez-les.`,
  timeOutsideContract: (facts) =>
    `${minutes(facts, 'minutes')} déclarées le ${date(facts)}, hors contrat : elles ne sont pas comptées. Vérifiez le contrat ou la feuille de temps.`,
  timeOnAbsence: (facts) =>
    `Du temps est déclaré le ${date(facts)} sur une demi-journée d'absence : les deux sont comptés. Vérifiez lequel est juste.`,
  timeAbsenceTwice: (facts) =>
    `Deux absences prennent la même demi-journée du ${date(facts)} : une seule est comptée, celle qui la prend entière et donne le moins d'heures supplémentaires. Supprimez celle qui est fausse.`,
  gapRuleOfFullTime: (facts) =>
    `${rule(facts)} : elle compte des heures supplémentaires, et le contrat est à temps partiel. Rien n'est calculé pour cette personne : rattachez-la à un réglementaire de temps partiel.`,
  gapRuleOfPartTime: (facts) =>
    `${rule(facts)} : elle compte des heures complémentaires, et le contrat est à temps plein. Rien n'est calculé pour cette personne : rattachez-la à un réglementaire de temps plein.`,
};

/** Findings on a rule set: nothing is computed while one of them is an error. */
export const ruleSentences: Sentences = {
  ruleCodeTwice: (facts) => `${rule(facts)} : deux règles portent ce code. Changez l'un des deux.`,
  ruleAccountUnknown: (facts) =>
    `${rule(facts)} : le compte ${account(facts)} n'existe pas dans « Comptes de temps ». Ajoutez-le, ou corrigez son code.`,
  ruleBeforeSources: (facts) =>
    `${rule(facts)} : elle lit le compte ${account(facts)}, alimenté seulement par une règle placée après elle. Elle n'y trouvera rien : déplacez-la plus bas.`,
  gapWithoutHours: (facts) =>
    `${rule(facts)} : une règle d'écart compte des heures, et ce réglementaire n'en compte pas (forfait jours, cadres dirigeants). Retirez-la.`,
  gapWithoutLower: (facts) =>
    `${rule(facts)} : il lui manque une borne basse. Choisissez un compteur, une heure ou la règle qu'elle suit.`,
  gapHourOdd: (facts) => `${rule(facts)} : une heure se compte à partir de 1, par exemple 36 pour la 36e heure.`,
  gapBoundsCrossed: (facts) => `${rule(facts)} : elle finit avant de commencer. Vérifiez ses deux heures.`,
  gapShareOdd: (facts) =>
    `${rule(facts)} : sa borne haute est au-dessous du compteur. Une part s'écrit 11/10, 4/3…, plus grande que 1.`,
  gapWeeksOdd: (facts) => `${rule(facts)} : le nombre de semaines de sa période est au moins 1.`,
  gapAfterUnknown: (facts) =>
    `${rule(facts)} : la règle ${named(facts)} qu'elle suit n'existe pas, ou n'est pas une règle d'écart. Corrigez son code.`,
  gapAfterLater: (facts) =>
    `${rule(facts)} : la règle ${named(facts)} qu'elle suit est placée après elle. Mettez-les dans l'ordre.`,
  gapAfterOtherPeriod: (facts) =>
    `${rule(facts)} : la règle ${named(facts)} qu'elle suit n'a pas la même période. Donnez-leur la même.`,
  gapAfterEndless: (facts) =>
    `${rule(facts)} : la règle ${named(facts)} qu'elle suit n'a pas de borne haute : il ne reste rien après elle.`,
  gapAfterUnder: (facts) =>
    `${rule(facts)} : la règle ${named(facts)} qu'elle suit compte ce qui manque, pas ce qui dépasse. Elle ne peut pas la suivre.`,
  daysOffWithoutNature: (facts) =>
    `${rule(facts)} : choisissez au moins une nature de jour (férié, 1er mai, dimanche, repos…).`,
  timeRangeOdd: (facts) => `${rule(facts)} : ses heures s'écrivent de 00:00 à 23:59, par exemple 21:00 et 06:00.`,
  nonCumulativeAlone: (facts) => `${rule(facts)} : un non-cumul concerne au moins deux comptes différents.`,
  accountingToItself: (facts) => `${rule(facts)} : elle déplace un compte vers lui-même. Choisissez un autre compte.`,
  timeAccountTwice: (facts) => `Compte ${account(facts)} : deux comptes portent ce code. Changez l'un des deux.`,
  timeAccountIdle: (facts) =>
    `Compte ${account(facts)} : aucune règle ne l'alimente et aucun transfert n'y est autorisé. Il restera vide.`,
};

/** Findings on the rows of « Comptes de temps » and « Règles de temps », at their cell. */
export const rowSentences: Sentences = {
  timePremiumNegative: () => "Une majoration est positive : 25 pour 25 %. Laissez la cellule vide s'il n'y en a pas.",
  timeCodeMissing: () => 'Ce compte n’a ni code ni nom : donnez-lui un nom, son code en sera tiré.',
  ruleSetMissing: () => 'Nommez le jeu de règles : la ligne n’appartient à aucun et ne sert à rien.',
  ruleKindMissing: () => 'Choisissez le type de la règle : sans lui, la ligne est laissée de côté.',
  ruleCodeMissing: () => 'Donnez un code à cette règle : les autres la nomment par lui.',
  gapAnchorMissing: () => 'Plusieurs semaines comptées ensemble : donnez un jour de la semaine où un groupe commence.',
  gapShareAlone: () => 'Une part sans compteur : choisissez le compteur, ou videz la part.',
  gapShareUnreadable: () => 'Une part s’écrit comme une fraction : 11/10, 4/3.',
  dayNatureUnknown: (facts) =>
    `« ${facts['nature'] ?? ''} » n'est pas une nature de jour. Choisissez parmi : ${facts['natures'] ?? ''}.`,
  accountingWithoutOperation: () =>
    'Choisissez l’opération : un plafond du solde, un plafond de la période, ou un transfert.',
  accountingWithoutLimit: () => 'Donnez le plafond, en heures.',
  timeAbsenceUnknown: () => "Lucca n'a pas ce compte d'absence : la ligne ne sert pas. Corrigez son numéro ou son nom.",
  timeAbsenceAmbiguous: () => "Plusieurs comptes d'absence portent ce nom : donnez le numéro du compte.",
  timeTreatmentTwice: () => 'Deux lignes règlent ce compte depuis le même jour : gardez-en une, ou datez la seconde.',
  timeAbsenceChanged: () =>
    '« Décompté comme une absence » ne change pas avec le temps : donnez la même réponse sur toutes les lignes du compte.',
};
