/** « Arrêts à saisir » and « À transmettre au support » in the task pane. */
import { frenchDate, type PlainDate } from '../../../domain/calendar/plainDate.ts';
import type { StoppageState } from '../../../domain/absences/judgeStoppage.ts';
import type { SupportEntry } from '../../../flows/absences/stoppages/readStoppages.ts';
import { counted, grouped } from '../words.ts';

export const stoppagesTitle = 'Arrêts à saisir';
export const entryLabel = (toDo: number) => (toDo === 0 ? stoppagesTitle : `${stoppagesTitle} (${grouped(toDo)})`);
export const intro =
  'Un arrêt de travail n’est jamais importé : saisissez-le dans la paie, puis cochez-le. Ce que Lucca en change ensuite est signalé.';
export const noStoppage = 'Aucun arrêt de travail dans ce classeur. La préparation de la paie les relève dans Lucca.';
/** `3 arrêts attendent quelque chose de vous` */
export function toDoText(toDo: number): string {
  if (toDo === 0) return 'Tous les arrêts sont saisis';
  return counted(toDo, 'arrêt à saisir, à corriger ou à retirer', 'arrêts à saisir, à corriger ou à retirer');
}

export const stateNames: Readonly<Record<StoppageState, string>> = {
  toType: 'à saisir',
  typed: 'saisi',
  toCorrect: 'à corriger',
  toRemove: 'à retirer',
  support: 'au support',
};
export const stateHints: Readonly<Record<StoppageState, string>> = {
  toType: '',
  typed: '',
  toCorrect: 'Corrigez-le dans la paie, puis cochez-le de nouveau.',
  toRemove: 'Retirez-le de la paie, puis décochez-le.',
  support: 'Mois clos : seul le support de la paie le change. Voyez plus bas.',
};

export const listLabel = 'Arrêts de travail';
export const listKeys = 'Flèches : parcourir. Espace : cocher. Entrée : voir la ligne de la feuille. Échap : retour.';
/** Where a line may be one that payroll does not have. */
export const listKeysWithN =
  'Flèches : parcourir. Espace : cocher. N : pas dans la paie. Entrée : voir la ligne de la feuille. Échap : retour.';
export const searchLabel = 'Chercher un nom ou un matricule';
export const searchHint = 'Nom ou matricule';
export const noLine = 'Aucun arrêt ne répond à cette recherche.';
export const typedBox = 'Saisi en paie';
export const typedSince = (at: string) => (at === '' ? typedBox : `${typedBox} le ${at}`);
export const typedAs = (text: string) => `Dans la paie : ${text}`;
export const nowInLucca = (text: string) => `Dans Lucca : ${text}`;
export const goneFromLucca = 'N’est plus dans Lucca.';
export const lastWorked = (date: PlainDate) => `Dernier jour travaillé : ${frenchDate(date)}`;
export const signalUpTo = (date: PlainDate) => `À signaler au plus tard le ${frenchDate(date)}`;
export const ticking = 'Écriture…';

/* Of a line that nobody ticked and that support was to be told of */
export const notInPayroll = 'Pas dans la paie';
/* Asked before a row that waits for support goes */
export const settledQuestion = (name: string) => `La paie dit-elle déjà ce que dit Lucca de l’arrêt de ${name} ?`;
export const settledYes = 'Oui, la paie est à jour';
export const absentQuestion = (name: string) => `L’arrêt de ${name} n’est-il pas dans la paie ?`;
export const absentYes = 'Non, il n’y est pas';
/** `isToType`: Lucca still has it. */
export const supportRowGoes = (isToType: boolean) =>
  `Sa ligne qui attend dans « À transmettre au support » en est retirée : rien ne sera transmis.${isToType ? ' L’arrêt redevient à saisir.' : ''}`;

/* Handed over */
export const supportTitle = 'À transmettre au support';
export const supportIntro =
  'Arrêts d’un mois clos que Lucca a changés. Envoyez ces informations au support de la paie, puis cochez « Transmis ».';
export const closedMonths = (months: string) => `Mois clos : ${months}`;
export const sentBox = 'Transmis';
export const sentSince = (at: string) => (at === '' ? sentBox : `${sentBox} le ${at}`);
export const waitingCount = (count: number) => (count === 0 ? 'tout est transmis' : `${grouped(count)} à transmettre`);
export const copyAction = 'Copier les informations';
export const copyOf = (name: string) => `Copier les informations sur ${name}`;
export const copied = 'Copié. Collez-le dans votre message au support.';
export const copyByHand = 'La copie est refusée ici : sélectionnez le texte et copiez-le.';
export const copyField = 'Informations pour le support';

const day = (date: PlainDate | null) => (date === null ? '' : frenchDate(date));

/** What the support of payroll asks: who, what payroll holds, what it should hold, and what it computes the pay from. */
export function supportText(entry: SupportEntry): string {
  const facts: readonly (readonly [string, string])[] = [
    ['Salarié', entry.name],
    ['Matricule', entry.employeeNumber],
    ['Établissement', entry.establishment],
    ['Dossier de paie', entry.dossier],
    ['Dans la paie', entry.held],
    ['À corriger en', entry.now],
    ['Mois clos', entry.months],
    ['Motif DSN (S21.G00.60.001)', entry.reason],
    ['Dernier jour travaillé', day(entry.lastWorked)],
    ['Reprise', day(entry.firstWorked)],
    ['Connu le', day(entry.knownOn)],
    ['Demande dans Lucca', entry.leaveId],
    ['Remarque', entry.remark],
  ];
  return facts.flatMap(([name, value]) => (value === '' ? [] : [`${name} : ${value}`])).join('\n');
}

export const unsound = 'La feuille ne peut pas être lue : rien n’est coché.';
export const unknownRow = 'Cette ligne n’est plus dans la feuille : préparez la paie de nouveau.';
