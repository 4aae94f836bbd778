/** What a computation or an order of titres-restaurant says, by code of finding. */
import { frenchDate, type PlainDate, type PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { Finding } from '../../../domain/finding.ts';
import { monthName } from '../words.ts';

type Facts = Finding['facts'];

const fact = (facts: Facts, name: string) => String(facts[name] ?? '');
const month = (facts: Facts) => monthName(facts['month'] as PlainMonth);

/** « le 8 septembre 2026 », or from the first to the last when there are several. */
function days(facts: Facts): string {
  const [from, to] = ['from', 'to'].map((name) => frenchDate(fact(facts, name) as PlainDate));
  return from === to ? `le ${from ?? ''}` : `${fact(facts, 'count')} jours, du ${from ?? ''} au ${to ?? ''}`;
}

export const orderSentences: Readonly<Record<string, (facts: Facts) => string>> = {
  voucherPlanningMissing: (facts) =>
    `Lucca ne dit pas si la personne travaille (${days(facts)}). Rien n'est commandé pour elle : complétez son planning dans Lucca, puis actualisez. Une commande suivante rattrapera ce qui manque.`,
  voucherPastPlanningMissing: (facts) =>
    `Lucca ne dit plus si la personne travaillait (${days(facts)}) : ses jours, absences et repas de ces dates attendent, le reste est compté. Complétez son planning dans Lucca, puis actualisez.`,
  voucherAbsenceWithoutHours: (facts) =>
    `Absence en heures sur une demi-journée dont l'horaire n'est pas connu (${days(facts)}) : aucun titre n'est retiré. Complétez l'horaire dans Lucca, ou ajoutez une ligne dans « Ajustements TR ».`,
  voucherBeyondLookBack: (facts) =>
    `Hors délai : ${days(facts)}, trop ancien pour être régularisé ici (${fact(facts, 'number')} titre). Si c'est justifié, ajoutez une ligne dans « Ajustements TR ».`,
  voucherPersonWaits: (facts) =>
    `La personne dépend aussi du réglementaire « ${fact(facts, 'regulation')} », qui n'est pas valide : rien n'est commandé pour elle en ${month(facts)}. Corrigez ce réglementaire, puis recalculez.`,
  voucherPersonTwice: () =>
    'Cette personne a déjà une ligne plus haut dans « Salariés » : seule la première est prise. Gardez-en une seule.',
  voucherPersonUnidentified: () =>
    "Cette ligne de « Salariés » n'a pas d'identifiant Lucca : rien n'est compté ni commandé pour cette personne. Saisissez-le. Sans lui, actualisez depuis Lucca, qui la propose sur une nouvelle ligne, supprimez celle-ci, puis recalculez.",
  voucherContractsOverlap: (facts) =>
    `Deux contrats se chevauchent dans deux établissements (${days(facts)}) : celui qui a commencé en dernier est pris. Corrigez leurs dates dans Lucca, puis actualisez.`,
  voucherValueMissing: (facts) =>
    `Réglementaire « ${fact(facts, 'regulation')} » : aucune valeur faciale ne vaut en ${month(facts)}. Vérifiez la date « À partir du ».`,
  voucherBeforeStart: (facts) =>
    `Réglementaire « ${fact(facts, 'regulation')} » : sa première commande est celle de ${month(facts)}.`,
  voucherMonthSkipped: (facts) =>
    `Réglementaire « ${fact(facts, 'regulation')} » : la commande de ${month(facts)} n'est pas validée. Validez-la d'abord, sinon ses jours ne seraient jamais donnés.`,
  voucherRegulationGone: (facts) =>
    `Le réglementaire « ${fact(facts, 'regulation')} » a déjà été commandé et n'est plus dans « Réglementaires TR ». Rétablissez son nom : ses commandes ne peuvent pas être continuées sans lui.`,
  voucherOrderUnreadable: () =>
    "Feuille « Commandes TR » : le mois ou l'état de cette commande n'est plus lisible. Rétablissez-le : aucune commande n'est calculée en attendant.",
  voucherSettingsLost: () =>
    "Les réglages de cette commande ont disparu du classeur. Reprenez une version du classeur qui les contient : aucune commande n'est calculée en attendant.",
  voucherRegisterUnreadable: (facts) =>
    `Feuille « Registre TR » : la ligne ${fact(facts, 'line')} n'est plus lisible. Reprenez une version du classeur où elle l'est : aucune commande n'est calculée en attendant.`,
  voucherRegisterCut: (facts) =>
    `Feuille « Registre TR » : il manque des lignes de la commande ${fact(facts, 'order')}, ou il y en a trop. Reprenez une version antérieure du classeur : aucune commande n'est calculée en attendant.`,
  voucherOrderLost: (facts) =>
    `Feuille « Commandes TR » : la commande ${fact(facts, 'order')} a disparu. Reprenez une version antérieure du classeur : aucune commande n'est calculée en attendant.`,
  voucherOtherAccount: (facts) =>
    `Ce classeur vient du compte Lucca ${fact(facts, 'account')}. Choisissez ce compte, ou un autre classeur.`,
  voucherRegisterEdited: (facts) =>
    `Feuille « Registre TR » : la ligne ${fact(facts, 'line')} a été modifiée ou supprimée. Annulez ce changement ou reprenez une version antérieure : aucune commande n'est calculée en attendant.`,
};
