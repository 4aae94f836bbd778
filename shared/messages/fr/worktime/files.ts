/** What the files of an export of hours ask, by code of finding. */
import type { Finding } from '../../../domain/finding.ts';
import { hundredthsText } from '../../../domain/files/figures.ts';
import { counted } from '../words.ts';
import { decimalHours } from './hours.ts';

type Facts = Finding['facts'];

const hours = (facts: Facts, name: string) => decimalHours(hundredthsText(Number(facts[name]), ',').replace('-', '−'));

const nothing: Readonly<Record<string, string>> = {
  payroll: "Aucune heure de cet export ne va à la paie : il n'y a pas de fichier à faire.",
  rest: "Aucune heure de cet export ne va au repos : il n'y a pas de fichier à faire.",
};

const gaps: Readonly<Record<string, string>> = {
  counter: "donnez le « Compteur Lucca » (numéro ou nom du compte d'absence)",
  counterUnit: "choisissez l'« Unité du compteur », heures ou jours",
  dayHours: "donnez les « Heures d'un jour » de ce compteur en jours, par exemple 7",
};

export const timeFileSentences: Readonly<Record<string, (facts: Facts) => string>> = {
  timeFileNothing: (facts) => nothing[String(facts['kind'])] ?? '',
  timeFileRefused: (facts) =>
    `${counted(Number(facts['lines']), 'ligne refusée n’est', 'lignes refusées ne sont')} pas dans le fichier : ${facts['lines'] === 1 ? 'elle reviendra' : 'elles reviendront'} au prochain export.`,
  timeFileCodeBlank: (facts) =>
    `Établissement ${facts['establishment'] ?? ''}, « Code » : il manque, et l'import de Lucca le demande (LegalEntityCode). C'est le code de l'établissement dans Lucca, sur sa fiche : « Préparer les feuilles » l'apporte s'il y est ; sinon, tapez ici celui de Lucca, puis refaites le fichier.`,
  timeFileTotals: (facts) =>
    `Le fichier fait ${hours(facts, 'file')}, et la feuille ${hours(facts, 'sheet')}. Rétablissez « Exports de temps », puis refaites le fichier.`,
  timeFileAccountGone: (facts) =>
    `Le compte « ${facts['account'] ?? ''} » n'est plus dans « Comptes de temps » : rétablissez sa ligne, puis refaites le fichier.`,
  timeCounterMissing: (facts) =>
    `Compte « ${facts['account'] ?? ''} », dans « Comptes de temps » : ${gaps[String(facts['gap'])] ?? ''} (ajoutez la colonne si elle n'y est pas). Sans cela, ses heures de repos ne partent pas vers Lucca.`,
  timeCounterMixed: (facts) =>
    `Le compteur Lucca « ${facts['counter'] ?? ''} » reçoit deux comptes qui n'ont pas la même unité. Donnez-leur la même dans « Comptes de temps ».`,
};
