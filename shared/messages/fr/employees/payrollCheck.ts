/** « Pointage de la paie »: what could not be read, matched or compared of the journal. */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { Finding } from '../../../domain/finding.ts';
import { counted, monthName } from '../words.ts';

type Facts = Finding['facts'];
const monthIn = (facts: Facts) => facts['month'] as PlainMonth;
const textIn = (facts: Facts, key: string) => String(facts[key] ?? '');

export const voucherLabel = 'Titres-restaurant';

export const payrollCheckSentences = {
  journalFigureUnreadable: (facts: Facts) =>
    `${textIn(facts, 'heading')} : ce n’est pas un nombre. Écrivez 1 234,56 ou -12,30 ; la ligne n’est pas pointée.`,
  journalFigureTooFine: (facts: Facts) =>
    `${textIn(facts, 'heading')} : plus de deux décimales, ou un point qui sépare les milliers. Écrivez 1234,56 ; la ligne n’est pas pointée.`,
  journalMonthOdd: () => 'Le mois s’écrit 2026-10 ; la ligne n’est pas pointée.',
  journalNumberMissing: () => 'Il manque le matricule : la ligne n’est pas pointée.',
  journalPlaceUnknown: () =>
    'Cet établissement n’est ni un code ni un nom de « Établissements » : la ligne n’est pas pointée.',
  journalPersonUnknown: () => 'Personne n’a ce matricule dans cet établissement : la ligne n’est pas pointée.',
  journalMatriculeShared: () =>
    'Plusieurs personnes ont ce matricule : donnez l’établissement ; la ligne n’est pas pointée.',
  journalOtherCodes: (facts: Facts) =>
    `${counted(
      Number(facts['lines']),
      'ligne du journal est laissée de côté, sous un code que Passerelle ne transmet pas',
      'lignes du journal sont laissées de côté, sous des codes que Passerelle ne transmet pas',
    )} : ${textIn(facts, 'codes')}${Number(facts['others']) > 0 ? ` et ${counted(Number(facts['others']), 'autre', 'autres')}` : ''}.`,
  journalNoHeadings: () => 'Aucune ligne de titres : toutes les lignes du fichier sont lues, la première aussi.',
  journalColumns: (facts: Facts) => `Colonnes lues dans le fichier : ${textIn(facts, 'columns')}.`,
  journalSheet: (facts: Facts) => `Feuille lue : « ${textIn(facts, 'sheet')} ». Pas lues : ${textIn(facts, 'sheets')}.`,
  journalRowsDropped: (facts: Facts) =>
    `${counted(Number(facts['lines']), 'ligne du fichier a un code sans matricule et n’est pas lue', 'lignes du fichier ont un code sans matricule et ne sont pas lues')} : ${Number(facts['lines']) > 1 ? 'lignes' : 'ligne'} ${textIn(facts, 'at')}${Number(facts['others']) > 0 ? ` et ${counted(Number(facts['others']), 'autre', 'autres')}` : ''}.`,
  journalOtherMonths: (facts: Facts) =>
    `${counted(Number(facts['lines']), 'ligne d’un autre mois est laissée de côté', 'lignes d’autres mois sont laissées de côté')} : seul ${monthName(monthIn(facts))} est pointé.`,
  journalMonthsOdd: (facts: Facts) =>
    `${counted(Number(facts['lines']), 'ligne a un mois qui ne se lit pas', 'lignes ont un mois qui ne se lit pas')} : ${monthName(monthIn(facts))} est pris. Vérifiez le fichier.`,
  journalReplaced: (facts: Facts) =>
    `${counted(Number(facts['lines']), 'ligne lue avant est remplacée', 'lignes lues avant sont remplacées')}, du même établissement ou du même fichier.`,
  journalKeptBeside: (facts: Facts) =>
    `${counted(Number(facts['lines']), 'ligne lue avant reste', 'lignes lues avant restent')} dans « Journal de paie », d’un autre établissement ou d’un autre fichier, et ${Number(facts['lines']) > 1 ? 'comptent' : 'compte'} aussi.`,
  journalPastedBeside: (facts: Facts) =>
    `« Journal de paie » a aussi ${counted(Number(facts['lines']), 'ligne collée', 'lignes collées')} à la main, qui comptent avec celles du fichier : supprimez-les si elles disent la même chose.`,
  checkNothing: (facts: Facts) =>
    `Rien à comparer en ${monthName(monthIn(facts))} : validez la commande de titres ou confirmez l’export d’heures du mois, et vérifiez que leurs codes de paie sont ceux du journal.`,
  checkNoOrder: (facts: Facts) =>
    `Aucune commande de titres en ${monthName(monthIn(facts))} : rien à pointer pour les titres-restaurant.`,
  checkNoExport: (facts: Facts) =>
    `Aucun export d’heures confirmé en ${monthName(monthIn(facts))} : rien à pointer pour les heures.`,
  checkExportOpen: (facts: Facts) =>
    `L’export ${textIn(facts, 'number')} est préparé et pas confirmé : ses heures ne sont pas pointées.`,
  checkOrderUnread: (facts: Facts) =>
    `La commande ${textIn(facts, 'number')} ne se lit plus : ses titres ne sont pas pointés. « Réglementaires TR » et « Registre TR » disent pourquoi.`,
  checkNoVoucherCode: (facts: Facts) =>
    `Le réglementaire « ${textIn(facts, 'regulation')} » n’a pas de rubrique de paie dans « Réglementaires TR » : ses titres ne peuvent pas être pointés.`,
} as const;

/** The column of a field, then those that are read where it is blank: `Nombre, sinon Base`. */
export const orElse = (headings: readonly string[]) => headings.join(', sinon ');
