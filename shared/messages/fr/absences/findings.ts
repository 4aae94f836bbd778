/** What findings of the sheets of absences say. */
import type { Finding } from '../../../domain/finding.ts';
import type { PlainDate, PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { frenchDate } from '../../../domain/calendar/plainDate.ts';
import { counted, monthName, ofMonth } from '../words.ts';

export const absenceSentences: Readonly<Record<string, (facts: Finding['facts']) => string>> = {
  absenceBindingUnsaid: () =>
    'La ligne est confirmée sans rien dire de ce que la paie en fait : choisissez dans la liste.',
  absenceKindMissing: () =>
    'La ligne est un arrêt de travail sans sa nature : maladie, maternité, accident du travail… choisissez-la dans la liste.',
  absenceKindIdle: () =>
    'La ligne n’est pas un arrêt de travail : sa nature ne sert pas. Effacez-la, ou choisissez « arrêt de travail ».',
  absenceCodeIdle: () => 'Un arrêt et ce qui est hors paie ne sont pas transmis : ce code ne sert pas. Effacez-le.',
  absenceBindingTwice: () => 'Une autre ligne dit déjà ce que devient ce compte : elle seule sert. Supprimez celle-ci.',
  absenceAccountGone: () =>
    'Lucca n’a pas ce compte d’absence : la ligne ne sert pas. Corrigez son numéro ou supprimez-la.',
  absencePatternIdle: () =>
    'Aucun compte de Lucca ne s’écrit ainsi : la ligne ne sert pas encore. Vérifiez le nom et ses *.',
  absenceStartMonth: () => 'Le premier mois s’écrit comme 2026-10 : corrigez-le.',
  absenceStartDay: (facts) =>
    `Le premier jour n’est ni de ${monthName(facts['month'] as PlainMonth)} ni du mois d’avant : corrigez-le, ou videz la cellule pour commencer le premier du mois.`,
  absenceStartMoved: (facts) =>
    `Ce que la paie a pris est compté depuis le ${frenchDate(facts['from'] as PlainDate)} (${monthName(facts['month'] as PlainMonth)}) : remettez ce mois et cette date. Pour repartir d’ailleurs, rouvrez d’abord les mois clos et annulez les imports.`,
  absenceLineBeforeStart: (facts) =>
    `L’import ${String(facts['run'])} a une absence du ${frenchDate(facts['date'] as PlainDate)}, antérieure à ce point de départ : remettez-le comme il était, ou abandonnez l’import et préparez de nouveau.`,
  absencePeriodStart: (facts) =>
    `La période ${ofMonth(facts['month'] as PlainMonth)} commence le ${frenchDate(facts['from'] as PlainDate)}, d’après « Reprise » et le mois clos avant elle : remettez cette date. Le point de départ se change dans « Reprise », tant que la paie n’a rien pris.`,
  absencePeriodEnd: (facts) =>
    `La période commence le ${frenchDate(facts['from'] as PlainDate)} : « Au » est une date qui la suit, d’un mois environ. Corrigez-la, ou videz la cellule.`,
  absenceImportUnreadable: (facts) =>
    `L’import ${String(facts['run'])} ne peut pas être lu : corrigez son mois et son état, comme dans une copie du classeur.`,
  absenceImportStateOdd: (facts) =>
    `L’état de l’import ${String(facts['run'])} contredit ses dates : remettez-le comme Passerelle l’avait écrit. « Annuler » et « Abandonner » changent un état sans se tromper.`,
  absenceImportLost: (facts) =>
    `L’import ${String(facts['run'])} (${monthName(facts['month'] as PlainMonth)}) manque dans « Imports d’absences », ou son mois a été changé : reprenez une copie du classeur.`,
  absencesMostlyGone: (facts) =>
    `${String(facts['halfDays'])} des ${String(facts['held'])} demi-journées que la paie a seraient à supprimer. Avant de rien supprimer, vérifiez que la clé de Passerelle lit encore toutes les absences dans Lucca.`,
  absencesTooOld: (facts) =>
    `${counted(Number(facts['halfDays']), 'demi-journée', 'demi-journées')} que la paie a d’avant le ${frenchDate(facts['before'] as PlainDate)} ne sont plus comparées à Lucca : ce qui y change se régularise à la main.`,
  absenceImportTwice: (facts) =>
    `Un autre import est déjà préparé : ${String(facts['run'])} ne peut pas l’être aussi. Remettez son état comme il était.`,
  absenceCloseUnreadable: (facts) =>
    `Ce que les comptes valaient à la clôture de ${monthName(facts['month'] as PlainMonth)} ne peut plus être lu : reprenez une copie du classeur.`,
  absenceRegisterEdited: (facts) =>
    `La ligne ${String(facts['line'])} du registre des absences a été modifiée, ou une ligne d’avant manque : reprenez une copie du classeur. Rien n’est préparé tant que le registre n’est pas sûr.`,
  absenceRegisterCut: (facts) =>
    `Des lignes manquent à la fin du registre des absences, après la ligne ${String(facts['line'])} : reprenez une copie du classeur. Rien n’est préparé tant que le registre n’est pas sûr.`,
  absenceRegisterUnreadable: (facts) =>
    `La ligne ${String(facts['line'])} du registre des absences ne peut pas être lue : reprenez une copie du classeur.`,
  absenceRegisterOrphan: (facts) =>
    `Le registre des absences reprend une absence du ${frenchDate(facts['date'] as PlainDate)} qu’il n’avait pas prise : reprenez une copie du classeur.`,
};
