/** What is said of « Correspondance champs »: at a cell of the sheet, before a review, and to whoever asks the service. */
import type { Finding } from '../../../domain/finding.ts';
import type { FieldOrigin } from '../../../domain/people/employeeFields.ts';
import { counted } from '../words.ts';
import { sourceNames } from './fieldWords.ts';

type Facts = Finding['facts'];

/** What a payroll field needs. */
const needs: Readonly<Record<string, string>> = {
  text: 'un texte',
  identifier: 'un texte',
  date: 'une date',
  integer: 'un nombre entier',
  boolean: 'oui ou non',
};

/** How a payroll field is written. */
const formats: Readonly<Record<string, string>> = {
  nir: 'un numéro de sécurité sociale',
  iban: 'un IBAN',
  bic: 'un BIC',
  phone: 'un numéro de téléphone',
  email: 'une adresse e-mail',
  postalCode: 'un code postal',
  country: 'un pays',
};

/** What a customer's field holds. */
const holds: Readonly<Record<string, string>> = {
  text: 'du texte',
  number: 'un nombre',
  date: 'une date',
  boolean: 'oui ou non',
  list: 'une liste',
  composite: 'plusieurs champs',
};

function of({ heading = '' }: Facts): string {
  return `« ${heading} » :`;
}

function field({ code = '' }: Facts): string {
  return `le champ ${code} de Lucca`;
}

function sourcesIn({ sources = '' }: Facts): string {
  return String(sources)
    .split(' ')
    .map((each) => `« ${sourceNames[each as FieldOrigin]} »`)
    .join(', ');
}

function several({ headings = '', more = 0 }: Facts): string {
  return `${headings}${Number(more) > 0 ? ` et ${counted(Number(more), 'autre champ', 'autres champs')}` : ''}`;
}

export const mappingSentences: Readonly<Record<string, (facts: Facts) => string>> = {
  mappingIdentity: (facts) => `${of(facts)} ce champ dit qui est la personne, il vient toujours de Lucca.`,
  mappingRequired: (facts) =>
    `${of(facts)} la paie en a besoin et il n'est relié à rien. Choisissez d'où il vient, ou saisissez-le dans la paie.`,
  mappingSource: (facts) => `${of(facts)} il ne peut pas venir de là. Choisissez ${sourcesIn(facts)} ou « non relié ».`,
  mappingNotGiven: (facts) =>
    `${of(facts)} Lucca ne le donne à personne par cette voie. Vérifiez les droits de la clé, ou choisissez une autre origine.`,
  mappingCodeMissing: (facts) => `${of(facts)} il manque le code du champ de Lucca, par exemple e_Codepostal.`,
  mappingCodeUnknown: (facts) =>
    `${of(facts)} ${field(facts)} n'existe pas. Recopiez le code tel que Lucca le donne, ou videz la cellule et préparez la feuille de nouveau.`,
  mappingCodeGone: (facts) =>
    `${of(facts)} ${field(facts)} n'existe plus : il a été supprimé ou renommé. Choisissez celui qui le remplace.`,
  mappingCodeTwice: (facts) =>
    `${of(facts)} le code ${facts['code'] ?? ''} sert déjà pour « ${facts['other'] ?? ''} ». Un champ de Lucca va dans un seul champ de paie.`,
  mappingCodeUnused: (facts) =>
    `${of(facts)} le code ${facts['code'] ?? ''} n'est pas lu : il ne sert qu'avec « ${sourceNames.custom} ».`,
  mappingMultiple: (facts) =>
    `${of(facts)} ${field(facts)} peut avoir plusieurs valeurs, et la paie n'en attend qu'une. Choisissez un champ à une seule valeur.`,
  mappingComposite: (facts) =>
    `${of(facts)} ${field(facts)} réunit plusieurs champs. Donnez aussi le code de celui qu'il faut lire, par exemple ${facts['code'] ?? ''}.e_Ville.`,
  mappingKind: (facts) =>
    `${of(facts)} il faut ${needs[String(facts['kind'])] ?? 'un texte'}, et ${field(facts)} contient ${holds[String(facts['held'])] ?? 'autre chose'}.`,
  mappingEntries: (facts) =>
    `${of(facts)} il faut ${needs[String(facts['kind'])] ?? 'un texte'}, et ${counted(Number(facts['odd']), 'choix de la liste ne l’est pas', 'choix de la liste ne le sont pas')}. Ces valeurs seront signalées, pas écrites.`,
  mappingStrangers: (facts) =>
    `${of(facts)} ${counted(Number(facts['people']), 'personne a un choix que la liste de Lucca ne nomme pas', 'personnes ont un choix que la liste de Lucca ne nomme pas')}. Leur cellule gardera ce qu'elle avait.`,
  mappingFormat: (facts) =>
    `${of(facts)} il faut ${formats[String(facts['format'])] ?? 'un texte'}, et ${field(facts)} contient autre chose pour ${counted(Number(facts['people']), 'personne', 'personnes')}. Vérifiez que c'est le bon champ.`,
  mappingBeside: (facts) =>
    `${of(facts)} ${counted(Number(facts['people']), 'personne n’a', 'personnes n’ont')} rien dans ${field(facts)}, alors que Lucca donne cette information ailleurs. Leur cellule gardera ce qu'elle avait.`,
  mappingEmpty: (facts) => `${of(facts)} personne n'a rien dans ${field(facts)}.`,
  mappingUnverified: (facts) =>
    `${of(facts)} la liste des champs de Lucca n'a pas pu être lue, ${field(facts)} n'est pas vérifié. Il sera lu quand la clé aura le droit de le voir.`,
  mappingFieldOdd: () =>
    "Ce nom n'est pas celui d'un champ de la paie. Préparez la feuille : les lignes manquantes reviennent.",
  mappingFromMissing: (facts) =>
    `${of(facts)} rien ne dit d'où vient ce champ. Choisissez une origine, ou « ${sourceNames.none} ».`,
  mappingSeveral: (facts) =>
    `${of(facts)} plusieurs champs de Lucca conviennent (${facts['candidates'] ?? ''}). Choisissez le bon.`,
  mappingRowMissing: (facts) => `« ${facts['heading'] ?? ''} » n'a pas de ligne. Préparez la feuille pour l'ajouter.`,
  mappingFirst: (facts) =>
    `Les champs sont lus pour la première fois selon « Correspondance champs ». Ce qui change pour ${several(facts)} peut venir de là, pas des personnes : vérifiez-le avant d'accepter.`,
  mappingChanged: (facts) =>
    `La correspondance des champs a changé depuis la dernière mise à jour pour ${several(facts)}. Ces valeurs peuvent changer pour tout le monde : l'origine a changé, pas forcément les personnes.`,
  mappingUnbound: (facts) =>
    `« Correspondance champs » ne relie ${several(facts)} à rien, et la paie en a besoin. Reliez-les dans Lucca, ou saisissez-les dans la paie.`,
  mappingVanished: (facts) =>
    `Lucca n'a plus le champ qui donnait ${several(facts)} : il a été supprimé ou renommé. Les cellules gardent ce qu'elles avaient. Dans « Correspondance champs », choisissez celui qui le remplace, puis validez et actualisez.`,
};
