/** What a finding says to a person: what happened, where, what to do. */
import type { Finding } from '../../domain/finding.ts';
import type { PlainMonth } from '../../domain/calendar/plainDate.ts';
import { absenceSentences } from './absences/findings.ts';
import { lineSentences } from './absences/lineFindings.ts';
import { stoppageSentences } from './absences/stoppageFindings.ts';
import { transferFileSentences } from './absences/files.ts';
import { checkSentences } from './employees/checks.ts';
import { bankSentences } from './employees/bank.ts';
import { doubleSentences } from './employees/doubles.ts';
import { mappingSentences } from './employees/fieldFindings.ts';
import { monthSentences } from './employees/monthFindings.ts';
import { listSentences } from './employees/matching.ts';
import { recapSentences } from './employees/recapFindings.ts';
import { luccaSentences } from './luccaFindings.ts';
import { cellSentences } from './tables.ts';
import { voucherSentences } from './voucherFindings.ts';
import { amountSentences } from './vouchers/amounts.ts';
import { fileSentences } from './vouchers/files.ts';
import { orderSentences } from './vouchers/orders.ts';
import { wizardSentences } from './vouchers/wizardFindings.ts';
import { controlSentences } from './worktime/controls.ts';
import { entrySentences, rowSentences, ruleSentences } from './worktime/findings.ts';
import { creditSentences } from './worktime/credit.ts';
import { timeFileSentences } from './worktime/files.ts';
import { monthName } from './words.ts';

type Facts = Finding['facts'];

const sentences: Readonly<Record<string, (facts: Facts) => string>> = {
  ...cellSentences,
  ...absenceSentences,
  ...lineSentences,
  ...stoppageSentences,
  ...transferFileSentences,
  ...luccaSentences,
  ...mappingSentences,
  ...bankSentences,
  ...recapSentences,
  ...checkSentences,
  ...monthSentences,
  ...listSentences,
  ...doubleSentences,
  ...voucherSentences,
  ...amountSentences,
  ...fileSentences,
  ...orderSentences,
  ...entrySentences,
  ...ruleSentences,
  ...rowSentences,
  ...controlSentences,
  ...timeFileSentences,
  ...creditSentences,
  ...wizardSentences,
  duplicateKey: (facts) =>
    `L'identifiant « ${facts['key'] ?? ''} » est sur deux lignes. Gardez-en une seule : en attendant, aucune des deux n'est mise à jour.`,
  tableBroken: (facts) =>
    `Feuille « ${facts['sheet'] ?? ''} » : le tableau « ${facts['table'] ?? ''} » a perdu la colonne ${facts['headings'] ?? ''}. Rétablissez son titre.`,
  columnsMissing: (facts) =>
    `Feuille « ${facts['sheet'] ?? ''} » : il manque ${facts['headings'] ?? ''}. Ce que Lucca en dit n'y est ni comparé ni écrit. Si un titre a été modifié, rétablissez-le, puis actualisez.`,
  tableAmbiguous: (facts) =>
    `Deux tableaux ressemblent à « ${facts['table'] ?? ''} » (feuilles ${facts['sheets'] ?? ''}). Supprimez ou renommez celui qui n'est pas le bon.`,
  journalEdited: (facts) =>
    `Feuille « Journal » : la ligne ${facts['plan'] ?? ''} a été modifiée ou déplacée. Le journal ne fait plus foi à partir d'elle.`,
  massDisappearance: (facts) =>
    `${facts['disappeared'] ?? ''} lignes sur ${facts['rows'] ?? ''} ont disparu de Lucca d'un coup. Vérifiez les droits de la clé API avant d'accepter : elles sont laissées à votre décision.`,
  monthNotRead: (facts) =>
    `Les absences de ${monthName(facts['month'] as PlainMonth)} n'ont pas encore été lues dans Lucca : elles ne sont pas comparées. Choisissez ce mois, puis Actualiser.`,
  originLost: (facts) =>
    `Ce classeur ne dit pas de quel compte Lucca il vient. Vérifiez que ses salariés sont bien ceux de ${facts['account'] ?? ''} avant d'accepter : tout est laissé à votre décision.`,
  planDamaged: () =>
    "La mémoire de la dernière mise à jour est abîmée : elle ne peut plus être annulée. Vos feuilles n'en sont pas touchées.",
  openPlanDamaged: () =>
    "Une mise à jour a pu être interrompue, et sa mémoire est abîmée : elle ne peut être ni reprise ni annulée. Actualisez : ce qui n'a pas été écrit vous sera proposé de nouveau.",
};

/** The sentence of a finding; an unknown code is a bug and throws. */
export function findingText(finding: Finding): string {
  const sentence = sentences[finding.code];
  if (!sentence) throw new RangeError(`no sentence for the finding ${finding.code}`);
  return sentence(finding.facts);
}
