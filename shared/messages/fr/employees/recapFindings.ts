/** What a recap tells of the copies that it compares with. */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { Finding } from '../../../domain/finding.ts';
import { counted, monthName, ofMonth } from '../words.ts';

type Facts = Finding['facts'];

function spoiltText({ unread, missing, month }: Facts): string {
  const of = month as PlainMonth;
  const lost = [
    ...(Number(unread) > 0 ? [counted(Number(unread), 'ligne illisible', 'lignes illisibles')] : []),
    ...(Number(missing) > 0
      ? [
          `${counted(Number(missing), 'ligne effacée', 'lignes effacées')}, dont les personnes passent pour créées ou retirées`,
        ]
      : []),
  ];
  return (
    `La copie gardée à la clôture ${ofMonth(of)} est abîmée : ${lost.join(' ; ')}. Ce récapitulatif est incomplet. ` +
    `Reprenez une version enregistrée du classeur ; sinon, « Clore de nouveau » ${monthName(of)}, s’il est le dernier clos : sa copie sera le classeur d’aujourd’hui, et ce qui a changé depuis ne sera plus dit.`
  );
}

export const recapSentences: Readonly<Record<string, (facts: Facts) => string>> = { closingSpoilt: spoiltText };
