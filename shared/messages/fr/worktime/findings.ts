/** What is said of time entries and of rule sets. */
import type { PlainDate, PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { frenchDate } from '../../../domain/calendar/plainDate.ts';
import type { Finding } from '../../../domain/finding.ts';
import { monthName } from '../words.ts';
import { during, hours, moment } from './hours.ts';

type Facts = Finding['facts'];
type Sentences = Readonly<Record<string, (facts: Facts) => string>>;

const rule = (facts: Facts) => `Règle « ${facts['rule'] ?? ''} »`;
const account = (facts: Facts) => `« ${facts['account'] ?? ''} »`;
const named = (facts: Facts) => `« ${facts['after'] ?? ''} »`;
/** Cells of a sheet, or lines of a document, that a finding is about. */
const cells = (facts: Facts) => {
  const all = String(facts['cells']);
  return `${/^\d/.test(all) ? 'lignes' : 'cellules'} ${all.replace(/, (?=[^,]*$)/, ' et ')}`;
};
const date = (facts: Facts) => frenchDate(facts['date'] as PlainDate);
const month = (facts: Facts) => monthName(facts['month'] as PlainMonth);
const minutes = (facts: Facts, name: string) => hours(Number(facts[name]));
const many = (facts: Facts, one: string, several: string) =>
  facts['dates'] === 1 ? `1 ${one}` : `${facts['dates'] ?? ''} ${several}`;
const span = (facts: Facts) => `commencé ${moment(String(facts['start']))}, fini ${moment(String(facts['end']))}`;

/** Findings on what was declared. */
export const entrySentences: Sentences = {
  timeEntryBackwards: (facts) =>
    `Temps ${span(facts)} : il finit avant de commencer et n'est pas compté. Corrigez ses heures dans Lucca, ou dans « Temps saisis ».`,
  timeEntryTwice: (facts) =>
    `Temps ${span(facts)} : ${minutes(facts, 'minutes')} sont déjà dans un autre temps de la même personne et ne sont comptées qu'une fois. Corrigez l'un des deux dans Lucca, ou dans « Temps saisis ».`,
  timeDurationOdd: (facts) =>
    `Temps ${span(facts)} : Lucca lui donne ${minutes(facts, 'stated')}, ses heures font ${minutes(facts, 'computed')}. Les heures sont retenues : vérifiez-les.`,
  timeOutsideContract: (facts) =>
    `${minutes(facts, 'minutes')} déclarées le ${date(facts)}, hors contrat : elles ne sont pas comptées. Vérifiez le contrat ou la feuille de temps.`,
  timeOnAbsence: (facts) =>
    `Du temps est déclaré le ${date(facts)} sur une demi-journée d'absence : les deux sont comptés. Vérifiez lequel est juste.`,
  timeAbsenceTwice: (facts) =>
    `Deux absences prennent la même demi-journée du ${date(facts)} : une seule est comptée, celle qui la prend entière et donne le moins d'heures supplémentaires. Supprimez celle qui est fausse.`,
  gapRuleOfFullTime: (facts) =>
    `${rule(facts)} : elle compte des heures supplémentaires, et le contrat est à temps partiel. Rien n'est calculé pour cette personne : rattachez-la à un réglementaire de temps partiel dans « Réglementaires de temps ».`,
  gapRuleOfPartTime: (facts) =>
    `${rule(facts)} : elle compte des heures complémentaires, et le contrat est à temps plein. Rien n'est calculé pour cette personne : rattachez-la à un réglementaire de temps plein dans « Réglementaires de temps ».`,
  timeEntryUnreadable: (facts) =>
    `${many(facts, 'jour', 'jours')} dont un temps déclaré dans Lucca ne se lit pas, à partir du ${date(facts)} : la semaine attend. Corrigez la feuille de temps dans Lucca.`,
  timeEntryUnweighed: (facts) =>
    `${many(facts, 'jour', 'jours')} déclarés en demi-journées sans horaire connu, à partir du ${date(facts)} : la semaine attend. Donnez l'horaire dans Lucca ou dans « Plannings », ou les heures dans « Temps saisis ».`,
  timeLateWaits: (facts) =>
    `${month(facts)} est clos, et il ne peut plus être compté en entier (une de ses semaines attend de nouveau, ou un horaire manque) : aucune heure n'en est reprise d'ici là. Faites approuver la feuille de temps dans Lucca.`,
  timeLateToday: (facts) =>
    `Quand ${month(facts)} a été clos, rien ne pouvait être compté pour cette personne : son réglementaire manquait, n'était pas valide ou n'était pas le seul. Ses heures viennent en régularisation, par le réglementaire « ${facts['regulations'] ?? ''} » : vérifiez-les dans « Lignes d'export ».`,
  timeLastCount: (facts) =>
    facts['date'] === undefined
      ? `${month(facts)} est clos, et ses règles sont comptées pour la dernière fois : rien ne peut l'être pour cette personne. Corrigez « Réglementaires de temps » avant de clore le mois calculé ; ensuite, ses heures ne pourront venir que de « Corrections de temps ».`
      : `${month(facts)} est clos, et ses règles sont comptées pour la dernière fois : sa semaine du ${date(facts)} attend encore (${minutes(facts, 'minutes')} déclarées en attente). Faites approuver la feuille de temps dans Lucca avant de clore le mois calculé ; ensuite, ces heures ne pourront venir que de « Corrections de temps ».`,
  timeTypedTooLate: (facts) =>
    `« Temps saisis » a changé pour cette personne en ${month(facts)}, clos depuis trop longtemps pour être compté de nouveau : ce qui y est saisi ou supprimé ne change aucun solde. Portez les heures dues dans « Corrections de temps », à une date de ce mois.`,
  timeAccountGone: (facts) =>
    `${minutes(facts, 'minutes')} de mois clos sur le compte ${account(facts)}, qui n'est plus dans « Comptes de temps » : elles ne sont ni gardées ni passées en paie. Remettez-y ce compte, sous ce code.`,
  timePersonGone: (facts) =>
    `Le salarié n° ${facts['person'] ?? ''} de Lucca a des heures de mois clos et n'est plus dans « Salariés » : son solde n'est plus suivi, et ce qui est approuvé tard n'est plus transmis. Remettez sa ligne.`,
  timeDateFar: (facts) =>
    `« ${facts['sheet'] ?? ''} » : une ligne de cette personne est datée du ${date(facts)}, plus d'un an après le mois calculé. Elle ne compte dans aucun mois d'ici là : vérifiez l'année.`,
  timePersonSkipped: (facts) =>
    `Le réglementaire « ${facts['regulations'] ?? ''} » de cette personne n'est pas valide : rien n'est calculé pour elle en ${month(facts)}. Corrigez ce que dit « À corriger » dans « Réglementaires de temps », puis recalculez avant de clore le mois.`,
  timeHistoryShort: (facts) =>
    `Les moyennes sur douze semaines et le contingent demandent les mois d'avant ${month(facts)}, qui n'ont pas été lus dans Lucca : ils ne sont pas contrôlés. Pour les lire, calculez chacun de ces mois (« Calculer » dans le volet, ou « passerelle worktime --month »), puis de nouveau celui-ci.`,
  timeHolidayDiffers: (facts) =>
    `${facts['establishment'] ?? ''} : le ${date(facts)} ${facts['in'] === 'lucca' ? "est férié dans Lucca et ne l'est pas dans le calendrier légal" : "est férié dans le calendrier légal et ne l'est pas dans Lucca"}. Le calendrier de Lucca est suivi : s'il est faux, corrigez-le dans Lucca, sinon celui de « Établissements ».`,
  contingentPassed: (facts) =>
    `${minutes(facts, 'measured')} d'heures supplémentaires depuis le début de l'année, pour un contingent de ${minutes(facts, 'limit')} : ${minutes(facts, 'rest')} de repos obligatoire${facts['open'] === 'yes' ? ', à prendre' : ''}.`,
  timeContractsOverlap: (facts) =>
    `Deux contrats se chevauchent ${during(facts['from'] as PlainDate, facts['to'] as PlainDate)} : celui qui a commencé en dernier est pris. Corrigez leurs dates dans Lucca, puis actualisez.`,
  timeContractsMixed: (facts) =>
    `Semaine du ${date(facts)} : le contrat y passe du temps plein au temps partiel, ou l'inverse. Elle est comptée selon le contrat de son dernier jour : vérifiez-la dans « Compteurs » et, au besoin, ajoutez une ligne à « Corrections de temps ».`,
  timeRegulationNone: (facts) =>
    `Aucun réglementaire de temps ne concerne cette personne le ${date(facts)} : rien n'est calculé pour elle. Complétez « Réglementaires de temps ».`,
  timeRegulationSeveral: (facts) =>
    `Plusieurs réglementaires de temps concernent cette personne le ${date(facts)} (${facts['regulations'] ?? ''}) : rien n'est calculé pour elle. N'en laissez qu'un dans « Réglementaires de temps ».`,
};

/** Findings on a rule set: nothing is computed while one of them is an error. */
export const ruleSentences: Sentences = {
  ruleCodeTwice: (facts) =>
    facts['cells'] === undefined
      ? `${rule(facts)} : deux règles portent ce code. Donnez à chacune un code différent.`
      : `« Règles de temps », ${cells(facts)} : ces règles du jeu « ${facts['set'] ?? ''} » portent le même code « ${facts['rule'] ?? ''} ». Donnez à chacune un code différent.`,
  ruleAccountUnknown: (facts) =>
    `${rule(facts)} : le compte ${account(facts)} n'existe pas dans « Comptes de temps », ou plusieurs portent ce nom. Ajoutez-le, ou donnez son code.`,
  ruleBeforeSources: (facts) =>
    `${rule(facts)} : elle lit le compte ${account(facts)}, alimenté seulement par une règle placée après elle. Elle n'y trouvera rien : déplacez-la plus bas.`,
  gapWithoutHours: (facts) =>
    `${rule(facts)} : une règle d'écart compte des heures, et ce réglementaire est en jours (forfait jours, cadres dirigeants). Choisissez-lui un autre jeu, sans règle d'écart : celui-ci reste bon pour un réglementaire en heures.`,
  gapWithoutLower: (facts) =>
    `${rule(facts)} : il lui manque une borne basse. Choisissez un compteur, une heure ou la règle qu'elle suit.`,
  gapHourOdd: (facts) => `${rule(facts)} : une heure se compte à partir de 1, par exemple 36 pour la 36e heure.`,
  gapBoundsCrossed: (facts) =>
    `${rule(facts)} : elle finit avant de commencer. Vérifiez « À partir de l’heure » et « Jusqu'à l'heure ».`,
  gapShareOdd: (facts) =>
    `${rule(facts)} : sa borne haute est au-dessous du compteur. Une part s'écrit 11/10, 4/3…, plus grande que 1.`,
  gapWeeksOdd: (facts) =>
    `${rule(facts)} : le nombre de semaines de sa période est au moins 1. Corrigez-le, ou videz la cellule.`,
  gapAfterUnknown: (facts) =>
    `${rule(facts)} : la règle ${named(facts)} qu'elle suit n'existe pas, ou n'est pas une règle d'écart. Corrigez son code.`,
  gapAfterItself: (facts) =>
    `${rule(facts)} : une règle ne peut pas partir d'elle-même. Donnez le code de la règle qu'elle suit, ou videz la cellule.`,
  gapAfterLater: (facts) =>
    `${rule(facts)} : la règle ${named(facts)} qu'elle suit est placée après elle. Mettez-les dans l'ordre.`,
  gapAfterOtherPeriod: (facts) =>
    `${rule(facts)} : la règle ${named(facts)} qu'elle suit n'a pas la même période. Donnez-leur la même.`,
  gapAfterEndless: (facts) =>
    `${rule(facts)} : la règle ${named(facts)} qu'elle suit n'a pas de borne haute : il ne reste rien après elle. Donnez une borne haute à la première.`,
  gapAfterUnder: (facts) =>
    `${rule(facts)} : la règle ${named(facts)} qu'elle suit compte ce qui manque, pas ce qui dépasse. Faites-lui suivre une autre règle.`,
  daysOffWithoutNature: (facts) =>
    `${rule(facts)} : choisissez au moins une nature de jour (férié, 1er mai, dimanche, repos…).`,
  timeRangeOdd: (facts) => `${rule(facts)} : ses heures s'écrivent de 00:00 à 23:59, par exemple 21:00 et 06:00.`,
  nonCumulativeAlone: (facts) =>
    `${rule(facts)} : un non-cumul concerne au moins deux comptes différents. Complétez « Comptes concernés ».`,
  accountingToItself: (facts) => `${rule(facts)} : elle déplace un compte vers lui-même. Choisissez un autre compte.`,
  timeAccountTwice: (facts) =>
    facts['cells'] === undefined
      ? `Compte ${account(facts)} : deux comptes portent ce code. Donnez à chacun un code différent.`
      : `« Comptes de temps », ${cells(facts)} : ces comptes portent le même code ${account(facts)}. Donnez à chacun un code différent.`,
  timeAccountIdle: (facts) =>
    `Compte ${account(facts)} : aucune règle ne l'alimente et aucun transfert n'y est autorisé. Il restera vide : ajoutez une règle, remplissez « Transférable vers », ou supprimez-le.`,
};

/** Findings on the rows of « Comptes de temps » and « Règles de temps », at their cell. */
export const rowSentences: Sentences = {
  timePremiumNegative: () => "Une majoration est positive : 25 pour 25 %. Laissez la cellule vide s'il n'y en a pas.",
  timeCodeMissing: () => 'Ce compte n’a ni code ni nom : donnez-lui un nom, son code en sera tiré.',
  ruleSetMissing: () => 'Nommez le jeu de règles : la ligne n’appartient à aucun et ne sert à rien.',
  ruleKindMissing: () => 'Choisissez le type de la règle : sans lui, la ligne est laissée de côté.',
  ruleCodeMissing: () => 'Donnez un code à cette règle : les autres la nomment par lui.',
  gapAnchorMissing: () => 'Plusieurs semaines comptées ensemble : donnez un jour de la semaine où un groupe commence.',
  gapShareAlone: () => 'Une part sans compteur : choisissez le compteur, ou videz la part.',
  gapShareUnreadable: () => 'Une part s’écrit comme une fraction : 11/10, 4/3.',
  dayNatureUnknown: (facts) =>
    `« ${facts['nature'] ?? ''} » n'est pas une nature de jour. Choisissez parmi : ${facts['natures'] ?? ''}.`,
  accountingWithoutOperation: () =>
    'Choisissez l’opération : un plafond du solde, un plafond de la période, ou un transfert.',
  accountingWithoutLimit: () => 'Donnez le plafond, en heures, par exemple 10 ou 10h30.',
  accountingLimitOdd: () => 'Un plafond est positif : le compte garde ce nombre d’heures. Corrigez-le.',
  accountingFactorOdd: () =>
    'Un coefficient va de 0 à 5, sans 0 : 1,25 pour une heure et son quart, et non 125. Corrigez-le.',
  accountingPeriodOdd: () => 'Une règle comptable s’applique chaque mois ou chaque semaine : choisissez l’un des deux.',
  timeAbsenceUnknown: () => "Lucca n'a pas ce compte d'absence : la ligne ne sert pas. Corrigez son numéro ou son nom.",
  timeAbsenceAmbiguous: () => "Plusieurs comptes d'absence portent ce nom : donnez le numéro du compte.",
  timeTreatmentTwice: () => 'Deux lignes règlent ce compte depuis le même jour : gardez-en une, ou datez la seconde.',
  timeAbsenceChanged: () =>
    '« Décompté comme une absence » ne change pas avec le temps : donnez la même réponse sur toutes les lignes du compte.',
  timePersonUnknown: (facts) =>
    `« ${facts['name'] ?? ''} » n'est le matricule ou l'identifiant d'aucune personne de « Salariés », ou de plusieurs. Corrigez-le : en attendant, la ligne ne s'applique à personne.`,
  timeContractKindUnknown: (facts) =>
    `« ${facts['name'] ?? ''} » n'est pas un contrat : écrivez temps plein, ou temps partiel. En attendant, la ligne ne s'applique à personne.`,
  timeSetMissing: () =>
    "Ce réglementaire compte des heures et n'a pas de jeu de règles : rien n'est compté pour les personnes qu'il concerne. Choisissez un jeu, ou « jours » dans « Unité ».",
  timeSetUnknown: (facts) =>
    `Aucune règle de « Règles de temps » n'est du jeu « ${facts['set'] ?? ''} ». Corrigez son nom, ou copiez un jeu prêt à l'emploi.`,
  timeSetInvalid: (facts) =>
    `Le jeu de règles « ${facts['set'] ?? ''} » a des erreurs : corrigez-les dans « Règles de temps » et « Comptes de temps ». En attendant, rien n'est calculé avec lui.`,
  timeSetChanged: (facts) =>
    `Les règles du jeu « ${facts['set'] ?? ''} » ont changé depuis le dernier mois clos. Elles comptent à partir du ${date(facts)} : les mois clos gardent les leurs.`,
  timeMonthChanged: (facts) =>
    `« Mois » a changé depuis le dernier mois clos : ${during(facts['from'] as PlainDate, facts['to'] as PlainDate)}, les heures de nuit, de dimanche, de jour férié ou de repos ${facts['lost'] === 'yes' ? 'ne sont comptées dans aucun mois' : 'sont comptées dans les deux mois'}. Remettez l'ancien choix, ou rétablissez-les dans « Corrections de temps ».`,
  timeBreakOdd: () =>
    'La pause est plus longue que le temps, ou négative : la ligne n’est pas comptée. Corrigez-la, en minutes.',
  timeEntryEmpty: () => 'Donnez les heures de début et de fin, ou une durée : la ligne n’est pas comptée.',
  timeHoursOdd: () => 'Une durée va de 0 à 24 heures : la ligne n’est pas comptée. Corrigez-la.',
  timeStartMissing: () => 'Donnez l’heure de début, par exemple 08:30 : la ligne n’est pas comptée.',
  timeEndMissing: () => 'Donnez l’heure de fin, par exemple 17:00 : la ligne n’est pas comptée.',
  timeUnreadable: () => 'Une heure s’écrit de 00:00 à 23:59, par exemple 08:30 : la ligne n’est pas comptée.',
  timeDateMissing: () => 'Donnez la date : la ligne n’est pas comptée.',
  timeHoursMissing: () => 'Donnez le nombre d’heures : la ligne n’est pas comptée.',
  timeHoursNegative: () =>
    'Un nombre d’heures prises ou utilisées est positif : la ligne n’est pas comptée. Ôtez le signe.',
  timeOpeningTwice: (facts) =>
    `Le solde de départ de ce compte est déjà donné à la ligne ${facts['line'] ?? ''}, qui est seule comptée (la plus ancienne). Gardez-en une, ou faites de celle-ci une correction.`,
  timeContingentTwice: (facts) =>
    `Le contingent déjà utilisé de l'année est donné à la ligne ${facts['line'] ?? ''}, qui est seule comptée (la plus récente) : c'est un total depuis le 1er janvier. Gardez une seule ligne par personne et par année.`,
  timeCorrectionTwice: (facts) =>
    `Cette ligne répète la ligne ${facts['line'] ?? ''} : même personne, même jour, même compte, mêmes heures. Les deux sont comptées : supprimez celle qui est de trop, ou distinguez-les par leur commentaire.`,
  timeDurationTwice: (facts) =>
    `La ligne ${facts['line'] ?? ''} donne déjà une durée à cette personne ce jour-là : les deux s'ajoutent. Supprimez celle qui est de trop.`,
  timeAccountMissing: () =>
    'Donnez le compte, par son code ou son nom dans « Comptes de temps » : la ligne n’est pas comptée.',
  timeAccountUnknown: (facts) =>
    `Le compte ${account(facts)} n'existe pas dans « Comptes de temps », ou plusieurs portent ce nom : la ligne n'est pas comptée. Donnez son code.`,
  timeLimitOdd: () =>
    'Une limite est un nombre d’heures positif : corrigez-la. En attendant, celle de la loi est prise.',
  timeExportUnreadable: (facts) =>
    `« Exports de temps » : la ligne ${facts['export'] ?? ''} n'a plus de mois ou d'état lisible. Rétablissez-la : rien n'est calculé en attendant.`,
  timeExportStateOdd: (facts) =>
    `« Exports de temps » : l'état « ${facts['state'] ?? ''} » de l'export ${facts['export'] ?? ''} contredit ses dates ou « Registre de temps ». Rétablissez-le (Annuler, ou une copie du classeur) : rien n'est calculé en attendant. Un état ne se saisit pas : « Confirmer », « Abandonner » et « Annuler » le changent.`,
  timeExportMonthTwice: (facts) =>
    `« Exports de temps » : ${facts['other'] ?? ''} et ${facts['export'] ?? ''} sont tous deux confirmés pour ${month(facts)}. Un seul l'est : rétablissez l'état de l'autre (Annuler, ou une copie du classeur). Rien n'est calculé en attendant.`,
  timeRegisterEdited: (facts) =>
    `« Registre de temps » : la ligne ${facts['line'] ?? ''} a été modifiée, supprimée ou déplacée. Rétablissez-la (Annuler, ou une copie du classeur) : rien n'est calculé en attendant.`,
  timeRegisterCut: (facts) =>
    `« Registre de temps » : il manque des lignes de l'export ${facts['export'] ?? ''}, ou il y en a trop. Rétablissez-les : rien n'est calculé en attendant.`,
  timeExportLost: (facts) =>
    `L'export ${facts['export'] ?? ''} est au registre et n'est plus dans « Exports de temps ». Rétablissez sa ligne : rien n'est calculé en attendant.`,
  timeSettingsLost: (facts) =>
    `Les réglages de l'export ${facts['export'] ?? ''} ont disparu de ce classeur : son mois ne peut pas être recalculé. Repartez d'une copie d'avant : rien n'est calculé en attendant.`,
  timeRegisterUnreadable: (facts) =>
    `« Registre de temps » : la ligne ${facts['line'] ?? ''} ne se lit pas. Rétablissez-la : rien n'est calculé en attendant.`,
};
