/** Sentences of the titres-restaurant in the task pane. */
import type { Half } from '../../../domain/absences/halfDay.ts';
import type { PlainDate, PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { DayReason, Taking, VoucherLine } from '../../../domain/vouchers/outcome.ts';
import { euros } from '../euros.ts';
import { counted, grouped, monthName } from '../words.ts';

/* Home */
export const vouchersTitle = 'Titres-restaurant';
export const monthLabel = 'Mois de la commande';
export const firstRefresh =
  'Les titres-restaurant se calculent pour les personnes de « Salariés » : cliquez d’abord sur Actualiser, puis Appliquer.';
export const noRegulation =
  'Aucun réglementaire n’est saisi dans « Réglementaires TR ». Créez le premier ici, pas à pas, ou saisissez-le dans la feuille.';
export function missingSheets(titles: readonly string[]): string {
  return titles.length === 1
    ? `La feuille « ${titles[0] ?? ''} » n’est pas dans le classeur.`
    : `Ces feuilles ne sont pas dans le classeur : ${titles.join(', ')}.`;
}
export const prepareAction = 'Préparer les feuilles';
export const checkAction = 'Vérifier les feuilles';
export function sheetsCreated(titles: readonly string[]): string {
  const made = titles.length === 1 ? 'La feuille est prête' : 'Les feuilles sont prêtes';
  return `${made} : ${titles.join(', ')}. Remplissez « Réglementaires TR » et décidez les impacts, puis cliquez sur Calculer.`;
}
export function rowsBrought(rows: number): string {
  return `${counted(rows, 'ligne vient', 'lignes viennent')} de Lucca.`;
}
export const sheetsUpToDate = 'Les feuilles sont à jour.';
export const stateNames = { valid: 'valide', invalid: 'non valide' } as const;
export const regulationsLabel = 'Réglementaires';
export const incompleteRegulation =
  'Cette ligne ne vaut pas encore pour ce mois, ou il lui manque une cellule obligatoire.';
export const calculateAction = 'Calculer';
export const readAgainAction = 'Relire Lucca, puis calculer';
export const ordersAction = 'Commandes';
export const undoAction = 'Annuler la dernière écriture';
export const undone = 'La dernière écriture est annulée : les feuilles de titres-restaurant sont comme avant.';

/* What stopped */
export const computationStopped = 'Le calcul a été arrêté à votre demande. Rien n’a été écrit.';
export const allOrdered =
  'Tous les réglementaires valides sont déjà commandés pour ce mois. Pour recalculer, annulez d’abord la commande dans « Commandes ».';
export const noneToOrder =
  'Aucun réglementaire ne peut être calculé pour ce mois : voyez ce qui est signalé ci-dessous, puis recalculez.';
export const unsound =
  'Les commandes déjà faites ne sont plus sûres : rien n’est calculé tant que ce qui est signalé ci-dessous n’est pas rétabli.';
export function stillUnread(months: readonly PlainMonth[], rights: readonly string[]): string {
  const why = rights.length === 0 ? '' : ` Droits absents de la clé : ${rights.join(', ')}.`;
  return `Lucca n’a pas donné les jours travaillés de ${months.map(monthName).join(', ')}.${why} Vérifiez les droits de la clé API, puis recalculez.`;
}
export const notWrittenReadOnly =
  'Le calcul est fait mais le classeur est en lecture seule : enregistrez-en une copie modifiable, puis recalculez.';
export const orderErrors = {
  ordered: 'Ce réglementaire a été commandé entre-temps pour ce mois. Recalculez.',
  moved: 'Le registre a changé depuis ce calcul : recalculez, puis validez.',
  notLast: 'Une commande d’un mois suivant s’appuie sur celle-ci : annulez d’abord la plus récente.',
  unknown: 'Cette commande n’est plus dans cet état. La liste vient d’être relue.',
  skipped: 'La commande du mois précédent n’est pas encore validée : validez-la d’abord.',
  incomplete: 'Rien ne peut être commandé : aucune personne calculée, ou montants inconnus.',
} as const;

/* Result */
export function resultTitle(month: PlainMonth): string {
  return `Titres de ${monthName(month)}`.replace(/de ([aeiouéo])/, 'd’$1');
}
export function written(lines: number): string {
  return lines === 0
    ? 'C’est calculé : la feuille « Titres-restaurant » était déjà à jour.'
    : 'C’est calculé et écrit dans « Titres-restaurant » ; « Détail TR » dit chaque jour qui compte.';
}
export const amountLabel = 'Montant';
export const employerLabel = 'Part patronale';
export const cseLabel = 'Part CSE';
export const employeeLabel = 'Part salariale';
export const reintegratedLabel = 'Soumis à cotisations';
export const amountUnknown = 'montant inconnu';
export function vouchersOf(count: number): string {
  return counted(count, 'titre', 'titres');
}
export function peopleOf(count: number): string {
  return counted(count, 'personne', 'personnes');
}
export function totalSentence(vouchers: number, people: number): string {
  return `${vouchersOf(vouchers)} pour ${peopleOf(people)}`;
}
export const chartTitle = 'Par établissement';
export const noEstablishment = '(sans établissement)';
export function bar(vouchers: number, amount: number | null): string {
  return amount === null ? vouchersOf(vouchers) : `${vouchersOf(vouchers)} · ${euros(amount)}`;
}
export const totalsTab = 'Totaux';
export function peopleTab(count: number): string {
  return `Personnes (${grouped(count)})`;
}
export function findingsTab(count: number): string {
  return `Remarques (${grouped(count)})`;
}
export const noFinding = 'Rien à signaler.';
export const searchLabel = 'Chercher un nom ou un matricule';
export const filterLabel = 'Afficher';
export function filterAll(count: number): string {
  return `Tout le monde (${grouped(count)})`;
}
export function filterAttention(count: number): string {
  return `À regarder (${grouped(count)})`;
}
export const peopleListLabel = 'Titres par personne';
export const peopleKeys = '↑ ↓ pour parcourir, Entrée pour le détail, Échap pour revenir.';
export const nobody = 'Personne dans cette vue.';
export const attentionNames = {
  incomplete: 'incomplet',
  corrections: 'régularisation',
  carry: 'report',
  settlement: 'solde de tout compte',
  returned: 'titres rendus',
  finding: 'à vérifier',
} as const;

/* One person */
export const notComputed = 'Rien n’est compté pour cette personne :';
export function orderedSentence(vouchers: number): string {
  return vouchers === 0 ? 'Aucun titre à commander' : `${vouchersOf(vouchers)} à commander`;
}
export function carriedOut(number: number): string {
  return `${vouchersOf(Math.abs(number))} à reprendre sur la commande suivante.`;
}
export function settlement(number: number): string {
  return number > 0
    ? `Personne sortie : ${vouchersOf(number)} à rendre avec le solde de tout compte.`
    : `Personne sortie : ${vouchersOf(-number)} à récupérer avec le solde de tout compte.`;
}
export function returned(number: number): string {
  return `${counted(number, 'titre rendu', 'titres rendus')} : la part salariale est remboursée.`;
}
export const daysTitle = 'Jour par jour';
export const correctionsTitle = 'Régularisations des commandes précédentes';
export const legendTitle = 'Légende';
export const weekdays = [
  ['lun', 'lundi'],
  ['mar', 'mardi'],
  ['mer', 'mercredi'],
  ['jeu', 'jeudi'],
  ['ven', 'vendredi'],
  ['sam', 'samedi'],
  ['dim', 'dimanche'],
] as const;

/** What a date of the calendar shows: one letter and one word each, so that colour is never alone. */
export const dayMarks = {
  given: { letter: 'T', name: 'titre' },
  absence: { letter: 'A', name: 'absence : titre retiré' },
  meal: { letter: 'R', name: 'repas : titre retiré' },
  publicHoliday: { letter: 'F', name: 'jour férié' },
  partialDay: { letter: '½', name: 'journée partielle' },
  notPlanned: { letter: '–', name: 'pas travaillé' },
  alreadyGiven: { letter: 'D', name: 'déjà donné' },
  unknown: { letter: '?', name: 'planning inconnu' },
  outside: { letter: '×', name: 'hors bénéfice' },
  noted: { letter: '·', name: 'noté, sans effet' },
} as const;
export type DayMark = keyof typeof dayMarks;

/** `dayName('2026-10-01')` → `1er octobre`. */
export function dayName(date: PlainDate): string {
  const day = Number(date.slice(8));
  return `${day === 1 ? '1er' : day} ${monthName(date.slice(0, 7) as PlainMonth).slice(0, -5)}`;
}

/** « d’octobre » */
export function ofMonth(month: PlainMonth): string {
  const name = monthName(month).slice(0, -5);
  return /^[ao]/.test(name) ? `d’${name}` : `de ${name}`;
}

const reasons: Readonly<Record<DayReason, string>> = {
  worked: 'jour travaillé',
  holidayWorked: 'jour férié travaillé',
  notPlanned: 'pas de travail prévu',
  partialDay: 'journée partielle sans repas',
  publicHoliday: 'jour férié',
  outsideBenefit: 'la personne n’a pas droit aux titres ce jour-là',
  alreadyGiven: 'titre déjà donné par une commande précédente',
  unknownPlanning: 'planning inconnu',
};

/** Names by identifier, as Lucca gives them. */
export interface LuccaNames {
  readonly accounts: ReadonlyMap<string, string>;
  readonly natures: ReadonlyMap<string, string>;
}

function uncapitalised(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

function halvesText(halves: readonly Half[]): string {
  if (halves.length !== 1) return '';
  return halves[0] === 'am' ? ' le matin' : ' l’après-midi';
}

/** « congés payés le matin », « repas (déjeuner) », « repas offert par Marc Petit »; « absence le matin » where accounts are left out. */
function takingText(taking: Taking, names: LuccaNames): string {
  if (taking.by === 'absence') {
    const accounts = taking.accounts.map((id) => uncapitalised(names.accounts.get(id) ?? `compte ${id}`));
    return `${[...new Set(accounts)].join(' et ') || facts.absence}${halvesText(taking.halves)}`;
  }
  if (taking.host !== null) return `repas offert par ${taking.host}`;
  return `repas remboursé (${uncapitalised(names.natures.get(taking.nature) ?? taking.nature)})`;
}

const facts = { given: 'jour travaillé', absence: 'absence', meal: 'repas' } as const;

function givenText({ change, reason }: VoucherLine): string {
  const why = reasons[reason as DayReason];
  return change === 1 ? `${why}, un titre` : `${why}, pas de titre`;
}

function takenText({ fact, reason, taking, change }: VoucherLine, names: LuccaNames): string {
  const what = taking ? takingText(taking, names) : facts[fact];
  if (change === -1) return `${what}, titre retiré`;
  if (reason === 'alreadyTaken') return `${what}, titre déjà retiré`;
  return `${what}, sans effet : ce jour ne donne pas de titre`;
}

/** Inside the windows of the order: « congés payés le matin, titre retiré ». */
export function lineText(line: VoucherLine, names: LuccaNames): string {
  return line.fact === 'given' ? givenText(line) : takenText(line, names);
}

/** « absence (congés payés) », « repas offert par Marc Petit »; « absence » where accounts are left out. */
function causeName(fact: 'absence' | 'meal', taking: Taking | null, names: LuccaNames): string {
  if (!taking || (taking.by === 'absence' && taking.accounts.length === 0)) return facts[fact];
  const told = takingText(taking, names);
  return taking.by === 'meal' ? told : `${facts.absence} (${told})`;
}

/** « absence (congés payés) enregistrée après la commande de septembre, titre retiré »; `order`: « la commande de septembre ». */
export function correctionCause(
  { fact, change, reason, taking }: VoucherLine,
  names: LuccaNames,
  order: string,
): string {
  if (fact === 'given')
    return change === 1
      ? `${reasons[reason as DayReason]} connu après ${order}, titre ajouté`
      : `${reasons[reason as DayReason]}, su après ${order}, titre repris`;
  const isAbsence = fact === 'absence';
  if (change === -1)
    return `${causeName(fact, taking, names)} ${isAbsence ? 'enregistrée' : 'enregistré'} après ${order}, titre retiré`;
  return `${facts[fact]} ${isAbsence ? 'annulée' : 'annulé'} ou sans effet depuis ${order}, titre rendu`;
}

/** « 8 septembre : absence (congés payés) enregistrée après la commande de septembre, titre retiré » */
export function correctionText(line: VoucherLine & { readonly correction: PlainMonth }, names: LuccaNames): string {
  return `${dayName(line.date)} : ${correctionCause(line, names, `la commande ${ofMonth(line.correction)}`)}`;
}

/* Orders */
export const ordersTitle = 'Commandes';
export const noOrders = 'Aucune commande n’a encore été validée dans ce classeur.';
export const validateAction = 'Valider la commande';
export const confirmValidate = 'Valider';
export const giveUp = 'Ne rien faire';
export function validateQuestion(regulation: string, month: PlainMonth): string {
  return `Valider la commande ${ofMonth(month)} ${month.slice(0, 4)} de « ${regulation} » ?`;
}
export function freezes(people: number, vouchers: number, amount: number): string {
  return `Sont figés : ${vouchersOf(vouchers)}, ${euros(amount)}, et le calcul de ${peopleOf(people)}, avec les réglages d’aujourd’hui. Ce qui changera ensuite donnera une régularisation sur une commande suivante.`;
}
export function leftOut(people: number): string {
  return people === 0
    ? 'Personne n’est laissé de côté.'
    : `${counted(people, 'personne incomplète est laissée', 'personnes incomplètes sont laissées')} de côté : une commande suivante ${people === 1 ? 'la' : 'les'} rattrapera.`;
}
export function validated(regulation: string): string {
  return `La commande de « ${regulation} » est validée et inscrite dans « Registre TR ».`;
}
export const orderAction = 'Marquer commandée';
export function markedOrdered(number: string): string {
  return `La commande ${number} est marquée commandée.`;
}
export const cancelAction = 'Annuler la commande';
export function cancelQuestion(number: string): string {
  return `Annuler la commande ${number} ?`;
}
export const cancelMeans =
  'Ce qu’elle a donné et retiré ne comptera plus ; ses lignes restent dans le registre, avec la date d’annulation. Le mois pourra être calculé et validé de nouveau. Rien n’est envoyé à l’émetteur. Prévenez-le si la commande lui est parvenue.';
export function cancelled(number: string): string {
  return `La commande ${number} est annulée. Recalculez le mois pour la refaire.`;
}
export function orderSummary(vouchers: number, people: number, amount: number): string {
  return `${totalSentence(vouchers, people)}, ${euros(amount)}`;
}
export function orderName(number: string, regulation: string, month: PlainMonth): string {
  return `${number} · ${regulation} · ${monthName(month)}`;
}
