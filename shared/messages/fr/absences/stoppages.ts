/** Words of « Arrêts à saisir » and « À transmettre au support ». */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { monthName } from '../words.ts';

/** What Lucca says of a stoppage that it has no more. */
export const removed = 'supprimé';

/** `septembre 2026, octobre 2026` */
export const monthsText = (months: readonly PlainMonth[]) => months.map(monthName).join(', ');

/** `du 07/09 au 09/09 dans la paie, du 07/09 au 11/09 dans Lucca.` */
export const moved = (held: string, now: string) => `${held} dans la paie, ${now} dans Lucca.`;

/** `Changé de nature : maladie dans la paie, accident du travail dans Lucca.` */
export const otherKind = (held: string, now: string) => `Changé de nature : ${held} dans la paie, ${now} dans Lucca.`;

export const gone = 'N’est plus dans Lucca.';

export const correctIt = 'Corrigez la paie, puis videz « Saisi comme ».';
export const removeIt = 'Retirez-le de la paie, puis videz « Saisi en paie ».';

export const handItOver = (months: string) => `Mois clos (${months}) : voyez « À transmettre au support ».`;
export const handedOver = (at: string) => (at === '' ? 'Transmis au support.' : `Transmis au support le ${at}.`);

/** Once support did it. */
export const thenCorrected = 'Une fois la paie à jour, videz « Saisi comme ».';
export const thenRemoved = 'Une fois retiré de la paie, videz « Saisi en paie ».';

/** Of a line that payroll may hold all the same. */
export const neverTicked =
  'Personne ne l’a marqué comme saisi : vérifiez dans la paie. S’il n’y est pas, mettez « non » dans « Saisi en paie ».';
export const neverTickedThere =
  'Personne n’a marqué cet arrêt comme saisi : vérifiez dans la paie avant de transmettre.';

export const mayBeginEarlier = 'Le jour d’avant n’a pas été lu dans Lucca : l’arrêt a pu commencer plus tôt.';
export const mayEndLater = 'La suite n’a pas été lue dans Lucca : l’arrêt peut durer plus longtemps.';

/** Of a line that was handed over, and whose change Lucca took back. */
export const takenBack = 'Depuis, Lucca est revenu à ce que dit la paie : prévenez le support.';
