/** What a cell of the sheets of titres-restaurant asks of a person, by code of finding. */
import type { Finding } from '../../domain/finding.ts';

type Facts = Finding['facts'];

const fact = (facts: Facts, name: string) => String(facts[name] ?? '');
const column = (facts: Facts) => `Colonne « ${fact(facts, 'heading')} » :`;

const people: Readonly<Record<string, (facts: Facts) => string>> = {
  voucherPersonMissing: (facts) =>
    `${column(facts)} saisissez l'identifiant Lucca ou le matricule de la personne. La ligne n'est pas prise.`,
  voucherPersonUnknown: (facts) =>
    `${column(facts)} personne dans « Salariés » ne porte ce numéro. Corrigez-le, ou actualisez les salariés. La ligne n'est pas prise.`,
  voucherPersonAmbiguous: (facts) =>
    `${column(facts)} plusieurs personnes portent ce matricule. Saisissez l'identifiant Lucca. La ligne n'est pas prise.`,
  voucherPersonContradicted: (facts) =>
    `${column(facts)} ce matricule n'est pas celui de la personne de l'identifiant Lucca. Corrigez l'un des deux. La ligne n'est pas prise.`,
  voucherPersonNeeded: (facts) =>
    `${column(facts)} une date de début ou un support se choisit pour une personne. Prenez Matricule ou Identifiant Lucca.`,
};

const regulations: Readonly<Record<string, (facts: Facts) => string>> = {
  voucherNameMissing: () => 'Donnez un nom au réglementaire. La ligne n’est pas prise.',
  voucherFromMissing: () => 'Saisissez la date à partir de laquelle la ligne vaut, par exemple 01/01/2026.',
  voucherEstablishmentMissing: () =>
    'Saisissez au moins un établissement, par son nom ou son code, séparés par un point-virgule.',
  voucherEstablishmentUnknown: (facts) =>
    `L'établissement « ${fact(facts, 'name')} » n'est pas dans « Établissements », ou y est deux fois. Corrigez le nom, ou ajoutez-le.`,
  voucherEstablishmentTwice: (facts) =>
    `L'établissement « ${fact(facts, 'name')} » est aussi dans le réglementaire « ${fact(facts, 'other')} » à la même date. Gardez-le dans un seul.`,
  voucherCurrencies: (facts) =>
    `L'établissement « ${fact(facts, 'name')} » est en ${fact(facts, 'own')} et le réglementaire en ${fact(facts, 'currency')}. Un réglementaire n'a qu'une devise : créez-en un autre.`,
  voucherIssuerMissing: () => "Choisissez l'émetteur des titres.",
  voucherIssuerChanged: (facts) =>
    `Une commande a déjà été faite chez ${fact(facts, 'ordered')} : l'émetteur ne change plus. Créez un autre réglementaire pour le nouvel émetteur.`,
  voucherSupportRefused: (facts) =>
    `${fact(facts, 'issuer')} ne fournit pas ce support : ses titres sont dématérialisés. Choisissez carte.`,
  planningHours: () => 'Une demi-journée a entre 0 et 12 heures, par exemple 3,5.',
  voucherStartDay: () => 'Le premier jour de la période va de 1 à 28.',
};

const values: Readonly<Record<string, (facts: Facts) => string>> = {
  voucherFaceMissing: () => "Saisissez la valeur d'un titre en euros, par exemple 9,00.",
  voucherShareMissing: () => 'Saisissez la part patronale, en euros ou en pourcentage.',
  voucherShareTwice: () =>
    'La part patronale est saisie en euros et en pourcentage. Gardez une seule des deux cellules.',
  voucherNotCents: (facts) => `${column(facts)} le montant a plus de deux décimales. Arrondissez-le au centime.`,
  voucherNotHundredths: (facts) => `${column(facts)} le taux a plus de deux décimales. Arrondissez-le.`,
};

const impacts: Readonly<Record<string, (facts: Facts) => string>> = {
  voucherAccountsUnset: (facts) =>
    `Définissez l'impact des absences associées à ces comptes d'absence pour le calcul des titres restaurant : ${fact(facts, 'names')}.`,
  voucherNaturesUnset: (facts) =>
    `Définissez l'impact des remboursements de frais associés à ces natures pour le calcul des titres restaurant : ${fact(facts, 'names')}.`,
  voucherAccountMissing: () => "Saisissez l'identifiant ou le nom, ou au moins le groupe. La ligne n'est pas prise.",
  voucherAccountUnknown: (facts) =>
    `${column(facts)} Lucca n'a rien sous ce nom ou ce numéro. La ligne n'est pas prise.`,
  voucherAccountAmbiguous: (facts) =>
    `${column(facts)} Lucca en a plusieurs sous ce nom. Saisissez l'identifiant. La ligne n'est pas prise.`,
  voucherRegulationUnknown: (facts) =>
    `Ce réglementaire n'est pas dans « Réglementaires TR » (${fact(facts, 'regulations')}). Laissez vide pour tous.`,
  voucherImpactTwice: () =>
    'Une ligne plus haut décide déjà de la même chose à partir du même jour. Gardez-en une seule.',
};

const entries: Readonly<Record<string, (facts: Facts) => string>> = {
  voucherMealWithoutDate: () => "Saisissez le jour où le repas a été pris. Le repas n'est pas compté.",
  voucherNatureUnknown: () => "Cette nature n'est pas dans « Impacts frais TR ». Corrigez-la, ou ajoutez-la.",
  voucherMealUndecided: () => "Saisissez la nature, ou choisissez déjeuner ou dîner. Le repas n'est pas compté.",
  voucherMonthMissing: () => "Saisissez le mois de la commande, par exemple 01/10/2026. La ligne n'est pas prise.",
  voucherNumberMissing: () => "Saisissez un nombre entier de titres, par exemple -1. La ligne n'est pas prise.",
  voucherKindMissing: () => "Choisissez un type dans la liste. La ligne n'est pas prise.",
  voucherReturnedNegative: () =>
    "Saisissez un nombre positif : les titres que la personne a rendus. La ligne n'est pas prise.",
};

const beneficiaries: Readonly<Record<string, (facts: Facts) => string>> = {
  voucherCriterionMissing: (facts) => `${column(facts)} la cellule est vide. La ligne n'est pas prise.`,
  voucherCriterionUnknown: () =>
    "Ce critère n'est ni Matricule, ni Identifiant Lucca, ni Établissement, ni le titre d'une colonne de « Salariés ». La ligne n'est pas prise.",
  voucherExceptionMissing: () => "Choisissez une exception dans la liste. La ligne n'est pas prise.",
  voucherEndBeforeStart: () => "Le dernier jour est avant le premier. La ligne n'est pas prise.",
  voucherStartWithoutDate: () => "Saisissez dans « Du » le premier jour de la personne. La ligne n'est pas prise.",
  voucherExceptionsOverlap: (facts) =>
    `La ligne ${fact(facts, 'row')} parle déjà des mêmes personnes aux mêmes dates. Gardez-en une seule, ou changez leurs dates.`,
  voucherGroupExcluded: (facts) =>
    `Exclure les ${fact(facts, 'group')} en tant que groupe est contestable (${fact(facts, 'article')}). L'exclusion est appliquée : vérifiez qu'une raison objective la justifie.`,
  establishmentSolidarity: () =>
    'Une journée de solidarité s’écrit comme une date, 25/05/2026 ; plusieurs se séparent par un point-virgule.',
  establishmentTimeZone: () =>
    'Ce fuseau horaire n’est pas connu : écrivez par exemple Europe/Paris ou Indian/Reunion. En attendant, celui de Lucca ou du calendrier est pris.',
  establishmentGoodFriday: () =>
    "Le Vendredi saint n'est férié qu'en Alsace-Moselle : choisissez ce calendrier, ou saisissez non.",
};

export const voucherSentences: Readonly<Record<string, (facts: Facts) => string>> = {
  ...people,
  ...regulations,
  ...values,
  ...impacts,
  ...entries,
  ...beneficiaries,
};
