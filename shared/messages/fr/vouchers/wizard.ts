/** Sentences of the wizard that creates a regulation. */
import type { PlainDate, PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { VoucherAmounts } from '../../../domain/vouchers/amounts.ts';
import type { DateWindow, VoucherWindows } from '../../../domain/vouchers/windows.ts';
import { euros, percent } from '../euros.ts';
import { findingText } from '../findings.ts';
import { counted, monthName } from '../words.ts';
import { dayName } from './days.ts';

export const firstAction = 'Créer le premier réglementaire';
export const addAction = 'Ajouter un réglementaire';
export const wizardTitle = 'Nouveau réglementaire';

/* Steps */
export const stepNames = {
  identity: 'Nom, établissements, émetteur',
  value: 'Valeur du titre',
  periods: 'Périodes',
  rules: 'Journées et support',
  accounts: 'Impact des absences',
  natures: 'Impact des frais',
  start: 'Départ',
  recap: 'Récapitulatif',
} as const;
export function stepOf(number: number, total: number): string {
  return `Étape ${number} sur ${total}`;
}
export const back = 'Précédent';
export const next = 'Suivant';
export const create = 'Créer';
export const abandon = 'Abandonner';
export const abandonQuestion = 'Abandonner ce réglementaire ?';
export const abandonMeans = 'Ce que vous avez saisi est perdu. Rien n’est écrit dans le classeur.';
export const decideLater = 'Décider plus tard';
export const decideLaterMeans =
  'Vous pouvez continuer : le réglementaire sera créé « non valide », jusqu’à ce que tout soit décidé dans la feuille.';
export const abandoned = 'Aucun réglementaire n’a été créé.';

/* Nom, établissements, émetteur */
export const nameLabel = 'Nom du réglementaire';
export const nameHint = 'Par exemple TR Siège.';
export const establishmentsLabel = 'Établissements';
export function takenBy(regulation: string): string {
  return `déjà dans « ${regulation} »`;
}
export function foreignCurrency(currency: string): string {
  return `en ${currency}`;
}
export const noEstablishments =
  'Lucca ne donne aucun établissement. Ajoutez-les dans la feuille « Établissements », puis recommencez.';
export const issuerLabel = 'Émetteur';
export const issuerHint = 'Il ne change plus après la première commande.';
export const choose = 'Choisir…';
export const exclusionsTitle = 'Bénéficiaires';
export const everybody = 'Tous les salariés de ces établissements reçoivent des titres.';
export function excludedCount(number: number): string {
  return `Sauf ${counted(number, 'exclusion', 'exclusions')}.`;
}
export const addExclusion = 'Exclure quelqu’un';
export function exclusionName(number: number): string {
  return `Exclusion ${number}`;
}
export const criterionLabel = 'Critère';
export const valueLabel = 'Valeur';
export const commentLabel = 'Commentaire';
export const commentHint = 'La raison objective. L’exclusion vaut dans tous les réglementaires.';
export function removeExclusion(number: number): string {
  return `Retirer l’exclusion ${number}`;
}

/* Valeur */
export const faceLabel = 'Valeur faciale (€)';
export const faceHint = 'Par exemple 9,00.';
export const shareKindLabel = 'La part patronale est donnée';
export const shareKinds = { rate: 'en % de la valeur faciale', amount: 'en euros' } as const;
export const shareLabels = { rate: 'Part patronale (%)', amount: 'Part patronale (€)' } as const;
export const shareHints = { rate: 'Par exemple 60.', amount: 'Par exemple 5,40.' } as const;
export const cseLabel = 'Part CSE (€)';
export const cseHint = 'Vide : le CSE ne paie rien.';
/** « Sur un titre de 9,00 €, l’employeur paie 5,40 € (60 %) et la personne 3,60 €. » */
export function sharesSentence({ face, employer, cse, employee }: VoucherAmounts): string {
  const rate = percent(Math.round((employer * 10_000) / face));
  const council = cse === 0 ? '' : `, le CSE ${euros(cse)}`;
  return `Sur un titre de ${euros(face)}, l’employeur paie ${euros(employer)} (${rate})${council} et la personne ${euros(employee)}.`;
}
export const whollyExempt = 'Rien n’est soumis à cotisations.';

/* Périodes */
export const daysLabel = 'Jours travaillés';
export const absencesLabel = 'Absences';
export const expensesLabel = 'Frais de repas';
export const shiftNames = { M: 'mois de la commande (M)', 'M-1': 'mois précédent (M-1)' } as const;
export const startDayLabel = 'Premier jour de la période';
export const startDayHint = '1 : le mois civil. 16 : novembre va du 16 octobre au 15 novembre. De 1 à 28.';
function daySpan({ from, to }: DateWindow): string {
  const [first, last] = [dayName(from), dayName(to)];
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7);
  return isOneMonth ? `du ${first.split(' ')[0] ?? ''} au ${last}` : `du ${first} au ${last}`;
}
function ofMonth(month: PlainMonth): string {
  const name = monthName(month);
  return /^[ao]/.test(name) ? `d’${name}` : `de ${name}`;
}
/** « La commande de novembre 2026 prend les jours travaillés du 1er au 30 novembre, moins les absences et les repas du 1er au 31 octobre. » */
export function periodsExample(month: PlainMonth, { days, absences, meals }: VoucherWindows): string {
  const isSame = absences.from === meals.from;
  const taken = isSame
    ? `les absences et les repas ${daySpan(absences)}`
    : `les absences ${daySpan(absences)} et les repas ${daySpan(meals)}`;
  return `La commande ${ofMonth(month)} prend les jours travaillés ${daySpan(days)}, moins ${taken}.`;
}
export const usualPeriods = 'Les plus courantes : jours travaillés en M, absences et frais en M-1.';

/* Journées et support */
export const partialDaysLabel = 'Jour travaillé le matin ou l’après-midi seulement';
export const partialDaysNames = {
  deducted: 'ne donne pas de titre (règle habituelle : la journée doit comprendre le repas)',
  kept: 'donne un titre',
} as const;
export const partialDaysShort = { deducted: 'pas de titre', kept: 'un titre' } as const;
export const hourAbsenceLabel = 'Absence en heures';
export const hourAbsenceNames = {
  full: 'retire le titre quand elle couvre la demi-journée entière',
  any: 'retire toujours le titre',
} as const;
export const supportLabel = 'Support par défaut';
export const supportNames = { card: 'carte', paper: 'papier' } as const;
export const supportHint = 'Une personne peut avoir l’autre : notez-le dans « Bénéficiaires TR ».';

/* Impacts */
export const impactIntro = {
  accounts: 'Un jour d’absence sur ce compte retire-t-il un titre ?',
  natures: 'Un repas remboursé ou offert de cette nature retire-t-il un titre ?',
} as const;
export const impactNames = { undecided: 'à décider', deducts: 'déduit', spares: 'ne déduit pas' } as const;
export const mixed = 'différents';
export const proposed = 'proposé';
export const noImpacts = {
  accounts: 'Lucca n’a aucun compte d’absence pour ces établissements.',
  natures: 'Lucca n’a aucune nature de frais de restaurant, ou la clé ne les lit pas.',
} as const;
export function proposalSentence(deducted: number, spared: number): string {
  const parts = [
    ...(deducted === 0 ? [] : [`${deducted} à déduire`]),
    ...(spared === 0 ? [] : [`${spared} à ne pas déduire`]),
  ];
  return `D’après les noms, Passerelle propose : ${parts.join(', ')}. Rien n’est rempli sans vous ; relisez ce qui est marqué « proposé ».`;
}
export function fillProposals(number: number): string {
  return number === 1 ? 'Remplir la proposition' : `Remplir les ${number} propositions`;
}
export function selectAll(number: number): string {
  return `Tout sélectionner (${number})`;
}
export const selectionActions = 'Pour la sélection';
export const impactOf = (name: string) => `Impact de ${name}`;
export function groupName(name: string, accounts: number): string {
  return accounts === 1 ? name : `${name} (${accounts})`;
}
export const showEach = (name: string) => `Décider un par un : ${name}`;
export const oneByOne = 'Un par un';
export function apartTitle(number: number): string {
  return `Pas utilisés par ces établissements (${number})`;
}
export const apartMeans = 'Ils n’empêchent pas le calcul. Vous pouvez les décider dès maintenant.';

/* Départ */
export const firstMonthLabel = 'Premier mois commandé avec ce classeur';
export const beforeLabel = 'Le mois précédent';
export const beforeNames = {
  first: 'n’a pas été commandé : première distribution',
  elsewhere: 'a été commandé ailleurs',
} as const;
export const beforeMeans = {
  first: 'Les jours d’avant ne donnent rien et ne prennent rien.',
  elsewhere: 'Ses absences et ses repas sont pris sur la première commande d’ici.',
} as const;

/* Récapitulatif */
export const notSaid = 'à compléter';
export function edit(step: string): string {
  return `Modifier : ${step}`;
}
export const editAction = 'Modifier';
export const writes =
  '« Créer » écrit une ligne dans « Réglementaires TR », et vos choix dans les feuilles d’impacts et de bénéficiaires. Tout y reste modifiable, et s’annule en une fois.';
export const willBeValid = 'Le réglementaire sera valide.';
export const willBeInvalid =
  'Le réglementaire sera créé « non valide » : il ne se commande pas tant qu’il manque ceci.';
export const notYet = 'Le réglementaire ne peut pas encore être créé.';
export function impactCounts(deducted: number, spared: number, undecided: number, guessed: number): string {
  const parts = [
    counted(deducted, 'déduit', 'déduisent'),
    counted(spared, 'ne déduit pas', 'ne déduisent pas'),
    ...(undecided === 0 ? [] : [`${undecided} à décider`]),
  ];
  const look = guessed === 0 ? '' : `, dont ${counted(guessed, 'proposé', 'proposés')} d’après le nom`;
  return `${parts.join(', ')}${look}`;
}
export function periodsSummary(days: string, absences: string, expenses: string, startDay: string): string {
  const begin = startDay.trim() === '1' ? '' : `, à partir du ${startDay.trim()}`;
  // « M-1 » is never cut in two.
  const whole = (shift: string) => shift.replace('-', '\u2011');
  return `jours en ${whole(days)}, absences en ${whole(absences)}, frais en ${whole(expenses)}${begin}`;
}
export function startSummary(month: PlainMonth, before: string): string {
  return `${monthName(month)}, le mois précédent ${before}`;
}

/* Après */
export function created(name: string, isValid: boolean): string {
  return isValid
    ? `« ${name} » est créé et valide. Vous pouvez calculer.`
    : `« ${name} » est créé, et pas encore valide : décidez ce qui est signalé ci-dessous.`;
}
export const changedMeanwhile =
  'Le classeur a changé depuis le début : rien n’est écrit. Corrigez ce qui est signalé, puis créez.';

/** Sentences that a choice of the pane makes simpler than a cell does. */
const simpler: Readonly<Record<string, string>> = {
  voucherEstablishmentMissing: 'Cochez au moins un établissement.',
  voucherCriterionMissing: 'Dites qui est exclu, ou retirez l’exclusion.',
  voucherNameMissing: 'Donnez un nom au réglementaire.',
};

/** The sentence of a finding beside its field: without the column, which the field is, nor the row, which is not written yet. */
export function besideField(finding: Finding): string {
  const sentence = simpler[finding.code] ?? findingText(finding);
  const bare = sentence.replace(/^Colonne « [^»]+ » : ?/, '').replace(/ La ligne n['’]est pas prise\.$/, '');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

/** `from`: the first day that the regulation holds. */
export function holdsFrom(from: PlainDate): string {
  return `Il vaut à partir du ${dayName(from)} ${from.slice(0, 4)}.`;
}
