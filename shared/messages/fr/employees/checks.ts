/** What the checks of a person's file say: what is wrong, what to do. No sentence holds the value. */
import type { ProblemCode } from '../../../domain/people/checks/problems.ts';
import type { Finding } from '../../../domain/finding.ts';
import { counted } from '../words.ts';

type Facts = Finding['facts'];

/** What is wrong, after the heading of the column. */
export const problemTexts: Readonly<Record<ProblemCode, string>> = {
  nirMangled:
    'Excel en a fait un nombre et a perdu ses derniers chiffres. Mettez la colonne au format Texte, puis saisissez le numéro de nouveau.',
  nirLength: 'un numéro a 13 caractères, ou 15 avec sa clé. Vérifiez-le sur l’attestation de droits.',
  nirFormat: 'ce n’est pas la forme d’un numéro : sexe, année, mois, département, commune, ordre. Vérifiez-le.',
  nirKey: 'la clé (deux derniers chiffres) ne correspond pas aux treize autres. Vérifiez le numéro.',
  nirTemporary: 'c’est un numéro d’attente. Remplacez-le par le numéro définitif dès qu’il est connu.',
  nirMonthOdd: 'le mois de naissance qu’il porte n’existe pas. Vérifiez-le.',
  nirSex: 'il ne dit pas le même sexe que le titre civil. Vérifiez l’un et l’autre.',
  nirBirthYear: 'il ne porte pas l’année de la date de naissance. Vérifiez l’un et l’autre.',
  nirBirthMonth: 'il ne porte pas le mois de la date de naissance. Vérifiez l’un et l’autre.',
  nirBornAbroad: 'il dit une naissance à l’étranger, le pays de naissance dit la France. Vérifiez l’un et l’autre.',
  nirBornInFrance: 'il dit une naissance en France, le pays de naissance dit l’étranger. Vérifiez l’un et l’autre.',
  ibanCountry: 'il ne commence pas par le code d’un pays. Demandez un relevé d’identité bancaire.',
  ibanLength:
    'il n’a pas la longueur d’un IBAN de ce pays (27 caractères en France). Demandez un relevé d’identité bancaire.',
  ibanFormat: 'il contient des caractères qui n’y ont pas leur place. Demandez un relevé d’identité bancaire.',
  ibanKey: 'sa clé est fausse : un virement serait rejeté. Demandez un relevé d’identité bancaire.',
  ribKey: 'l’IBAN est juste, mais la clé RIB qu’il contient ne l’est pas. Demandez un relevé d’identité bancaire.',
  bicFormat: 'un BIC a 8 ou 11 caractères, par exemple BNPAFRPP. Vérifiez-le sur le relevé d’identité bancaire.',
  bicCountry: 'il n’est pas du même pays que l’IBAN. Vérifiez l’un et l’autre.',
  phoneFormat: 'ce n’est pas un numéro de téléphone. Écrivez-le avec dix chiffres, ou avec + et le pays.',
  phoneZeroLost:
    'son zéro de tête manque : Excel l’a retiré. Mettez la colonne au format Texte, puis saisissez-le de nouveau.',
  emailFormat: 'ce n’est pas une adresse. Écrivez une seule adresse, par exemple prenom.nom@exemple.fr.',
  postalCodeShort:
    'il n’a que quatre chiffres : Excel a pu retirer le zéro de tête. Saisissez-le en texte, par exemple 01000.',
  postalCodeFormat: 'un code postal français a cinq chiffres et commence par un département. Corrigez-le, ou le pays.',
  countryUnknown: 'ce pays n’est pas connu. Écrivez son code, par exemple FR, ou son nom.',
  countOdd: 'ce n’est pas un nombre d’enfants possible. Saisissez un nombre entier, de 0 à 20.',
  moreDisabledChildren: 'il y en a plus que d’enfants à charge. Vérifiez les deux nombres.',
  birthInFuture: 'elle est dans l’avenir. Corrigez-la.',
  bornLongAgo: 'elle donne plus de cent ans. Vérifiez l’année.',
  veryYoung:
    'elle donne moins de seize ans au début du contrat. Vérifiez l’année, ou le statut (art. L4153-1 C. trav.).',
  endBeforeStart: 'elle est avant le début du contrat. Corrigez l’une des deux dates.',
  boethBeforeBirth: 'elle est avant la naissance. Corrigez l’une des deux dates.',
};

function withHeading(facts: Facts, sentence: string): string {
  return `${facts['heading'] ?? ''} : ${sentence}`;
}

const ofOnePerson = Object.fromEntries(
  (Object.keys(problemTexts) as ProblemCode[]).map((code) => [
    code,
    (facts: Facts) => withHeading(facts, problemTexts[code]),
  ]),
);

export const checkSentences: Readonly<Record<string, (facts: Facts) => string>> = {
  ...ofOnePerson,
  sharedByPeople: (facts) =>
    withHeading(
      facts,
      `la même valeur est sur ${counted(Number(facts['people']), 'ligne', 'lignes')}. Vérifiez à qui elle est.`,
    ),
  incompleteWait: (facts) =>
    `${counted(Number(facts['people']), 'fiche incomplète attend', 'fiches incomplètes attendent')} : ce qui manque est dit sur chacune. Complétées dans Lucca, elles seront créées à la mise à jour suivante.`,
  missingFromEmployee: (facts) =>
    withHeading(
      facts,
      'rien n’est saisi, et la paie en a besoin. Le salarié peut le compléter dans Lucca ; actualisez ensuite.',
    ),
  missingFromHr: (facts) =>
    withHeading(
      facts,
      'rien n’est saisi, et la paie en a besoin. Les RH le complètent dans Lucca ; actualisez ensuite.',
    ),
};

/* Incomplete files */
export const waitForComplete = 'Attendre qu’une fiche soit complète avant de la créer';
export const waitForCompleteHint =
  'Sinon, elle est créée avec ce que Lucca sait, et complétée aux mises à jour suivantes.';

/* The place of the pane */
export const checksAction = 'Vérifier les fiches';
export const checksTitle = 'Vérifier les fiches';
export const checksIntro =
  'Numéros de sécurité sociale, comptes bancaires, téléphones, adresses et dates de « Salariés » : rien n’est corrigé à votre place.';
export const noProblem = 'Rien à corriger dans « Salariés ».';
export function problemsFound(errors: number, warnings: number, people: number): string {
  const parts = [
    ...(errors > 0 ? [counted(errors, 'erreur', 'erreurs')] : []),
    ...(warnings > 0 ? [counted(warnings, 'point à vérifier', 'points à vérifier')] : []),
  ];
  return `${parts.join(' et ')}, ${counted(people, 'personne', 'personnes')}.`;
}
export const checkAgain = 'Vérifier de nouveau';
export function everyFinding(count: number): string {
  return `Tout (${count})`;
}
export function onlyErrors(count: number): string {
  return `Les erreurs (${count})`;
}
export const severityNames = { error: 'Erreur', warning: 'À vérifier', info: 'À savoir' } as const;
export const withoutRow = 'Sans identifiant Lucca';
export const peopleLabel = 'Personnes dont la fiche est à vérifier';
