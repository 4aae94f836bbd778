/** What findings of « Mouvements du mois », « Contrôle » and « Pointage de la paie » say. */
import { controlMonthSentences } from './control.ts';
import { movementSentences } from './movements.ts';
import { payrollCheckSentences } from './payrollCheck.ts';

export const monthSentences = { ...movementSentences, ...controlMonthSentences, ...payrollCheckSentences };
