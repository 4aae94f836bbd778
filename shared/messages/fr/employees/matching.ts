/** « Rapprocher avec la paie »: what decided, what must be answered, what was written. */
import type { Finding } from '../../../domain/finding.ts';
import type { Candidate, Difference, MatchKey, MatchReason } from '../../../domain/people/matching/matchable.ts';
import { counted } from '../words.ts';

type Facts = Finding['facts'];

export const keyWords: Readonly<Record<MatchKey, string>> = {
  link: 'lien',
  nir: 'NIR',
  'establishment+matricule': 'établissement et matricule',
  matricule: 'matricule',
  email: 'e-mail',
  phone: 'téléphone',
  birthDate: 'date de naissance',
};

export function keysText(keys: readonly MatchKey[]): string {
  return keys.map((key) => keyWords[key]).join(', ');
}

/** Detail of a row that is a second file of somebody who has one already. */
export function secondFileText(line: string): string {
  return `Sa clé sûre est celle de la ligne ${line} : un deuxième dossier de la même personne. Gardez-en un.`;
}

const differenceWords: Readonly<Record<Difference, string>> = {
  nir: 'le NIR',
  birthDate: 'la date de naissance',
  surname: 'le nom',
  firstName: 'le prénom',
};

export function differencesText(differences: readonly Difference[]): string {
  return differences.map((each) => differenceWords[each]).join(', ');
}

const reasons: Readonly<Record<MatchReason, string>> = {
  link: 'Déjà rattachée.',
  linkDoubtful: 'Déjà rattachée, mais ce qui est connu ne concorde plus',
  linkTwice: 'Deux lignes de la paie portent son identifiant : gardez-le sur une seule.',
  linkedElsewhere: 'Une clé sûre mène à une ligne déjà rattachée à quelqu’un d’autre.',
  sure: 'Les clés concordent.',
  weakKey: 'Une seule clé en commun : elle ne suffit pas.',
  sharedKey: 'La clé en commun est partagée par plusieurs personnes : elle ne désigne personne.',
  sameBirth: 'Même prénom et même date de naissance : un nom changé par un mariage, peut-être.',
  nameDiffers: 'Les clés concordent, mais pas',
  noFirstName: 'Les clés concordent, mais le prénom n’est dit que d’un côté : ce peut être un conjoint ou un jumeau.',
  refusedBefore: 'Vous aviez répondu non ; une clé sûre dit maintenant le contraire.',
  contradicted: 'Les clés concordent, mais pas',
  twoFiles: 'Ses clés mènent à plusieurs lignes de la paie : corrigez celle qui se trompe, ou répondez.',
  twoPeople: 'Plusieurs personnes de Lucca mènent à cette ligne : corrigez, ou répondez.',
  homonym: 'Même nom et même prénom, rien d’autre : un homonyme, peut-être.',
  nobody: 'Personne dans la paie.',
};

const withDifferences: ReadonlySet<MatchReason> = new Set<MatchReason>(['linkDoubtful', 'nameDiffers', 'contradicted']);

/** Why a person is where they are. `Les clés concordent, mais pas : le prénom.` */
export function reasonText(reason: MatchReason, candidate: Candidate | undefined): string {
  if (reason === 'weakKey' && candidate && candidate.shared.length > 0)
    return `Une seule clé est à elle (${keysText(candidate.keys)}) : elle ne suffit pas. Partagé avec d’autres : ${keysText(candidate.shared)}.`;
  if (!withDifferences.has(reason)) return reasons[reason];
  return `${reasons[reason]} : ${differencesText(candidate?.differences ?? [])}.`;
}

const inSheet = ({ sheet, at }: Facts) => {
  if (sheet !== '') return `Feuille « ${sheet ?? ''} », ${at ?? ''}`;
  const [line, column] = String(at).split(':');
  return column === undefined ? `Ligne ${line ?? ''}` : `Ligne ${line ?? ''}, colonne ${column}`;
};
const cell = (sentence: string) => (facts: Facts) =>
  `${inSheet(facts)} (${facts['heading'] ?? ''}) : ${sentence} Gardé tel quel, sauf si la liste a déjà une bonne valeur.`;

export const listSentences: Readonly<Record<string, (facts: Facts) => string>> = {
  'list.mangled': cell(
    'Excel en a fait un nombre et a perdu des chiffres. Exportez de nouveau, colonne au format Texte.',
  ),
  'list.zeros': (facts) =>
    `${inSheet(facts)} (${facts['heading'] ?? ''}) : la colonne contient des nombres ; les zéros de tête, s’il y en avait, sont perdus.`,
  'list.date': cell('ce n’est pas une date.'),
  'list.dateZone': cell('une heure et un fuseau : le jour peut être celui d’avant ou d’après.'),
  'list.dateNumber': cell('un nombre là où une date est attendue.'),
  'list.boolean': cell('ni oui ni non.'),
  'list.integer': cell('ce n’est pas un nombre entier.'),
  'list.nir': cell('ce n’est pas un numéro de sécurité sociale valable. Il ne servira pas de clé.'),
  'list.iban': cell('ce n’est pas un IBAN valable.'),
  'list.other': cell('ce n’est pas la forme attendue.'),
  'list.formula': cell('le texte ressemble à une formule. Il reste du texte.'),
  'list.fullName': cell(
    'rien ne sépare le nom du prénom (ni capitales, ni virgule) : tout est mis dans « Nom », à corriger.',
  ),
  'list.uncomputed': (facts) =>
    `${inSheet(facts)} : la formule n’a pas de valeur enregistrée ; rien n’y est lu. Ouvrez le fichier dans Excel et enregistrez-le, puis donnez-le de nouveau.`,
  'list.quote': (facts) =>
    `${inSheet(facts)} : un guillemet s’ouvre et ne se referme pas. Il est lu comme une lettre ; si une valeur ou une ligne est décalée, corrigez-le dans le fichier.`,
  'list.swallowed': (facts) =>
    `Lignes ${facts['at'] ?? ''} à ${facts['last'] ?? ''} : des guillemets en font une seule ligne. S’il y en a plusieurs, retirez-les dans le fichier, puis donnez-le de nouveau.`,
  'list.merged': (facts) =>
    `${inSheet(facts)} : cellules fusionnées ; seule la première contient quelque chose. Défusionnez-les dans le fichier si d’autres lignes devaient le répéter.`,
  'list.twice': (facts) =>
    `${inSheet(facts)} : même identifiant ou même matricule que la ligne ${facts['other'] ?? ''}. Les deux sont gardées ; ce matricule ne servira pas de clé.`,
  'list.nobody': (facts) =>
    `${inSheet(facts)} : la ligne ne désigne personne (titre, total, note ?). Elle n’est pas importée. Si c’est quelqu’un, ajoutez son prénom ou son NIR dans le fichier, puis donnez-le de nouveau.`,
  'list.likeTotal': (facts) =>
    `${inSheet(facts)} : la ligne commence comme un total, mais désigne quelqu’un (un NIR, ou un matricule et un prénom). Elle est importée : vérifiez-la.`,
  'list.headings': (facts) => `${inSheet(facts)} : les titres répétés. Ligne laissée de côté.`,
  'list.noHeadings': () =>
    'Aucune ligne de titres n’est reconnue : toutes les lignes sont lues, la première aussi, et chaque colonne est nommée par sa place. Reliez les colonnes. Si la première ligne est faite de titres, nommez-en deux « Matricule » et « Nom » dans le fichier, puis donnez-le de nouveau.',
  'list.sameRows': (facts) =>
    `Ligne ${facts['at'] ?? ''} du fichier : plusieurs lignes de « Liste de la paie » sont ce dossier. Aucune n’est mise à jour : gardez-en une.`,
  'list.nirChanged': (facts) =>
    `Ligne ${facts['at'] ?? ''} du fichier : le NIR de la ligne ${facts['line'] ?? ''} de « Liste de la paie » a changé, même dossier, même date de naissance et mêmes noms. Il est mis à jour : vérifiez-le.`,
  'list.spoilt': (facts) =>
    `Ligne ${facts['at'] ?? ''} du fichier : une valeur perdue ou illisible ne remplace pas une bonne (${facts['headings'] ?? ''}). Dans « Liste de la paie », ligne ${facts['line'] ?? ''}, l’ancienne valeur est gardée.`,
  'list.otherPerson': (facts) =>
    `Ligne ${facts['at'] ?? ''} du fichier : ${facts['line'] === '' ? 'une ligne' : `la ligne ${facts['line'] ?? ''}`} de « Liste de la paie » a le même identifiant, le même matricule ou les mêmes noms, mais le NIR, la date de naissance, le nom ou le prénom sont ceux de quelqu’un d’autre. Ajouté à part : rien n’est écrasé. Si c’est la même personne, corrigez la ligne et supprimez l’autre.`,
  listUnnumbered: (facts) =>
    `« Liste de la paie » : ${counted(Number(facts['rows'] ?? 0), 'ligne n’a', 'lignes n’ont')} pas de numéro à elle dans la colonne « Ligne ». Donnez-en un pour les rapprocher.`,
  linkDoubtful: (facts) =>
    `« Liste de la paie », ligne ${facts['line'] ?? ''} : le lien tient, mais le NIR ou la date de naissance ne concorde plus avec Lucca. Vérifiez qu’il s’agit de la même personne.`,
  matchFirst: (facts) =>
    `${counted(Number(facts['people'] ?? 0), 'personne est', 'personnes sont')} dans la liste de la paie ou pourraient y être : rapprochez-les d’abord (Salariés, « Rapprocher avec la paie »). En attendant, leur création n’est pas proposée d’office.`,
};
