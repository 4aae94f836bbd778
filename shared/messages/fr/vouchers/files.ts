/** What files of titres-restaurant ask of a person, by code of finding. */
import type { Finding } from '../../../domain/finding.ts';
import { euros } from '../euros.ts';
import { counted, grouped } from '../words.ts';

type Facts = Finding['facts'];

const fact = (facts: Facts, name: string) => String(facts[name] ?? '');
const number = (facts: Facts, name: string) => Number(facts[name]);
const cell = (facts: Facts) => `${fact(facts, 'person')}, « ${fact(facts, 'field')} » :`;
const vouchers = (facts: Facts, name: string) => counted(number(facts, name), 'titre', 'titres');

/** What a pay variable leaves aside: vouchers given back, and those of a leaver, whose sign says who owes them. */
function beside(facts: Facts): string[] {
  const settlement = number(facts, 'settlement');
  const owed = counted(Math.abs(settlement), 'titre', 'titres');
  return [
    ...(number(facts, 'returned') === 0 ? [] : [`${vouchers(facts, 'returned')} à rembourser`]),
    ...(settlement === 0 ? [] : [`${owed} à ${settlement > 0 ? 'rendre' : 'récupérer'} avec le solde de tout compte`]),
  ];
}

const people: Readonly<Record<string, (facts: Facts) => string>> = {
  fileBlank: (facts) =>
    `${cell(facts)} la valeur manque ou n'est pas reconnue. Complétez-la, puis refaites le fichier.`,
  fileCharacter: (facts) =>
    `${cell(facts)} le fichier ne peut pas contenir ${fact(facts, 'characters')}. Écrivez-le autrement, ou choisissez un autre encodage.`,
  voucherFileTooLong: (facts) =>
    `${cell(facts)} ${fact(facts, 'length')} caractères pour ${fact(facts, 'kept')} au plus. Une valeur coupée serait fausse : raccourcissez-la.`,
  voucherFileCut: (facts) =>
    `${cell(facts)} ${fact(facts, 'length')} caractères, coupés à ${fact(facts, 'kept')}. Vérifiez ce qui reste.`,
  voucherFileAddress: (facts) =>
    `${cell(facts)} l'adresse et son complément ne tiennent pas dans les champs du fichier. Abrégez-les.`,
  fileNeutralised: (facts) =>
    `${cell(facts)} le texte commence comme une formule. Une apostrophe est écrite devant, pour qu'aucun tableur ne la calcule.`,
  fileSecret: (facts) =>
    `${cell(facts)} la valeur ressemble à un numéro de sécurité sociale ou à un IBAN. Elle ne part dans aucun fichier : corrigez-la, puis refaites le fichier.`,
  fileTwice: (facts) =>
    `${cell(facts)} la même valeur que ${fact(facts, 'other')}. Chaque personne doit avoir la sienne : corrigez l'une des deux, puis refaites le fichier.`,
  fileNoEstablishment: (facts) =>
    `${cell(facts)} son établissement n'est pas dans « Établissements ». Ajoutez-le, ou corrigez celui de « Salariés », puis refaites le fichier.`,
  voucherFileEmail: (facts) => `${cell(facts)} ce n'est pas une adresse e-mail. Corrigez-la.`,
  voucherFileSupport: (facts) =>
    `${cell(facts)} ${fact(facts, 'issuer')} ne fournit pas ce support. Changez-le dans « Bénéficiaires TR ».`,
  voucherFilePack: (facts) =>
    `${cell(facts)} ${vouchers(facts, 'number')} pour ${fact(facts, 'most')} au plus par carnet. Partagez la commande.`,
  voucherPayBeside: (facts) =>
    `${fact(facts, 'person')} : l'élément variable ne compte pas ${beside(facts).join(', ni ')}. À saisir dans la paie.`,
};

const establishments: Readonly<Record<string, (facts: Facts) => string>> = {
  fileEstablishmentBlank: (facts) =>
    `Établissement ${fact(facts, 'establishment')}, « ${fact(facts, 'field')} » : la valeur manque. Complétez cette colonne de « Établissements » (ajoutez-la si elle n'y est pas), puis refaites le fichier.`,
  voucherFileCodeLength: (facts) =>
    `Établissement ${fact(facts, 'establishment')}, « ${fact(facts, 'field')} » : ${fact(facts, 'length')} chiffres ou lettres capitales sont attendus. Corrigez « Établissements ».`,
};

const wholeFiles: Readonly<Record<string, (facts: Facts) => string>> = {
  fileSameName: (facts) =>
    `« ${fact(facts, 'other')} » et « ${fact(facts, 'recipient')} » : leurs fichiers auraient le même nom, et l'un remplacerait l'autre. Si c'est le même, écrivez-le d'une seule façon dans « Établissements » ; sinon, changez l'un des deux. Puis refaites le fichier.`,
  voucherFileNothing: () => "Aucun titre n'est commandé : il n'y a pas de fichier à faire.",
  voucherAttendanceNothing: () =>
    "Aucun titre de cette commande n'est sur papier : il n'y a pas de feuille à faire signer.",
  voucherAttendanceRulesLong: (facts) =>
    `« Règles complémentaires » dépasse ${fact(facts, 'most')} caractères et n'est pas imprimé sur la feuille d'émargement. Raccourcissez ce texte dans « Réglementaires TR ».`,
  voucherSwileNumbers: () =>
    "Chaque établissement a ses propres matricules, et Swile en veut un par personne : le matricule n'est pas écrit. Décochez-le aussi chez Swile, ou faites un modèle.",
  voucherFileColumns: (facts) =>
    `${fact(facts, 'issuer')} a besoin de ces colonnes : ${fact(facts, 'fields')}. Ajoutez-les au fichier.`,
  voucherFileFace: (facts) =>
    `La valeur faciale dépasse ${euros(number(facts, 'most'))}, la plus haute que ce fichier puisse contenir.`,
  voucherFilePacks: (facts) =>
    `Plus de ${fact(facts, 'most')} carnets de même taille pour un point de livraison. Partagez la commande.`,
  voucherPayCodeMissing: (facts) =>
    `Remplissez « Code de rubrique » (ajoutez la colonne si elle n'y est pas) pour « ${fact(facts, 'regulation')} » dans « Réglementaires TR » : sans lui, la paie ne sait pas quoi faire de l'élément variable.`,
  voucherPayNatureMissing: (facts) =>
    `Tapez en chiffres la « Nature Poplee Rémunération » (ajoutez la colonne si elle n'y est pas) de « ${fact(facts, 'regulation')} » dans « Réglementaires TR » : c'est le numéro de la nature qui reçoit les titres.`,
  voucherFileRegulation: (facts) =>
    `« Réglementaires TR » ne dit plus ce que « ${fact(facts, 'regulation')} » envoie en paie : remettez ou corrigez sa ligne, puis refaites le fichier.`,
  voucherTemplateNone: (facts) =>
    `${fact(facts, 'issuer')} ne publie pas la forme de son fichier. Ajoutez un modèle à partir d'un fichier de l'émetteur, puis refaites la commande.`,
  voucherTemplateChoice: (facts) =>
    `Choisissez l'un des modèles de « Modèles de commande TR » : ${fact(facts, 'names')}.`,
  voucherFilePlaces: (facts) =>
    `« Registre TR » ne dit pas où ${number(facts, 'people') === 1 ? 'était une personne' : `étaient ${grouped(number(facts, 'people'))} personnes`} au jour de la commande : l'établissement d'aujourd'hui est pris. Vérifiez la ligne de qui en a changé depuis.${fact(facts, 'column') === '' ? '' : ` Pour les prochaines commandes, ajoutez à cette feuille une colonne « ${fact(facts, 'column')} ».`}`,
  voucherFileTotals: (facts) =>
    `Le fichier compte ${vouchers(facts, 'vouchers')} pour ${counted(number(facts, 'people'), 'personne', 'personnes')} (${euros(number(facts, 'amount'))}), et la feuille ${vouchers(facts, 'sheetVouchers')} pour ${counted(number(facts, 'sheetPeople'), 'personne', 'personnes')} (${euros(number(facts, 'sheetAmount'))}). Rétablissez « Commandes TR », puis refaites le fichier.`,
};

const models: Readonly<Record<string, (facts: Facts) => string>> = {
  voucherModelUnreadable: () =>
    "Aucune ligne de titres n'est lisible dans ce modèle. Copiez la première ligne du fichier de l'émetteur, avec tous ses titres.",
  voucherModelNotText: () =>
    "Ce fichier n'est pas du texte. Ouvrez-le dans Excel et enregistrez-le au format CSV, ou copiez sa ligne de titres et collez-la.",
  voucherModelUnbound: (facts) =>
    `Colonne « ${fact(facts, 'heading')} » : son titre ne dit pas sûrement ce qu'elle contient. Elle reste vide tant que vous ne choisissez pas son champ.`,
  voucherModelSecret: (facts) =>
    `Colonne « ${fact(facts, 'heading')} » : Passerelle n'écrit ni numéro de sécurité sociale ni compte bancaire dans une commande. Elle reste vide.`,
  voucherTemplateNoNumber: (facts) =>
    `Le modèle « ${fact(facts, 'template')} » ne dit combien commander dans aucune colonne. Liez-en une à Nombre de titres ou à Montant total.`,
  voucherTemplateHeading: (facts) =>
    `Le titre « ${fact(facts, 'heading')} » contient ${fact(facts, 'characters')}, que l'encodage du modèle n'a pas. Choisissez UTF-8.`,
  voucherTemplateFormula: (facts) =>
    `Colonne « ${fact(facts, 'heading')} » : son titre ou sa valeur fixe commence comme une formule. Une apostrophe est écrite devant.`,
  voucherTemplateText: (facts) =>
    `Colonne « ${fact(facts, 'heading')} » : sa valeur fixe est trop longue, contient un caractère que l'encodage n'a pas, ou ressemble à un numéro de sécurité sociale ou à un IBAN. Corrigez-la.`,
  voucherTemplateName: () => "Donnez un nom au modèle. La ligne n'est pas prise.",
  voucherTemplatePosition: () =>
    'La position va de 1 à 100, et chaque colonne du modèle a la sienne. La ligne n’est pas prise.',
  voucherTemplateField: (facts) =>
    `Ce champ n'existe pas dans une commande : la colonne resterait vide. Prenez l'un de ceux-ci : ${fact(facts, 'names')}.`,
  voucherTemplateColumnGone: (facts) =>
    `Colonne « ${fact(facts, 'heading')} » : « Salariés » n'a pas de colonne « ${fact(facts, 'column')} » remplie qui puisse partir dans une commande. Rétablissez son titre, ou changez « Champ » dans « Modèles de commande TR ».`,
  voucherTemplateUnfilled: () =>
    'Rien ne remplit ce champ : la colonne reste vide. Écrivez « Salariés : » suivi du titre d’une de vos colonnes de « Salariés », ou videz la cellule.',
  voucherTemplateConstant: () => 'Une valeur fixe ne va pas avec un champ. Videz l’une des deux cellules.',
  voucherTemplateDate: () => 'Écrivez le jour JJ, le mois MM et l’année AAAA ou AA, une fois chacun : JJ/MM/AAAA.',
  voucherTemplateWords: () => 'Écrivez deux mots séparés par un point-virgule : MR;MME.',
  voucherTemplateWidth: () => 'Un nombre de caractères va de 1 à 250.',
  voucherTemplateLayout: () =>
    'Ce réglage vaut pour tout le modèle et diffère de celui d’une autre de ses lignes. Gardez-en un seul.',
  voucherTemplateSecret: () =>
    "La valeur ressemble à un numéro de sécurité sociale ou à un IBAN. Effacez-la : elle n'a rien à faire dans une commande.",
};

export const fileSentences: Readonly<Record<string, (facts: Facts) => string>> = {
  ...people,
  ...establishments,
  ...wholeFiles,
  ...models,
};
