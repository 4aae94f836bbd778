/** The mail at the end of a preparation of absences, as words: from counts alone. Pure. */
import { asideFates, type TransferMail } from '../../../contracts/transferMailSchemas.ts';
import { kept as keptText, leftAside, refiled as refiledText } from '../../../messages/fr/absences/transfer.ts';
import * as say from '../../../messages/fr/absences/transferMail.ts';
import type { MailWords } from '../../eveningMail.ts';

type Prepared = Extract<TransferMail, { end: 'prepared' }>;

/** Half-days that a person is to decide of. */
const waitingIn = ({ aside, kept }: Prepared) => (aside.unbound ?? 0) + (aside.unknownPerson ?? 0) + kept;

function asideLines({ aside, refiled, kept }: Prepared): string[] {
  return [
    ...asideFates.flatMap((fate) => (aside[fate] ? [leftAside[fate](aside[fate])] : [])),
    ...(refiled > 0 ? [refiledText(refiled)] : []),
    ...(kept > 0 ? [keptText(kept)] : []),
  ];
}

/** Its deletions are all done, and it has nothing else. */
const isToConfirm = ({ number, deletions, imports }: Prepared) => number !== null && deletions + imports === 0;

function leadOf(mail: Prepared): string {
  const { month, number, deletions, imports } = mail;
  if (number !== null && isToConfirm(mail)) return say.leftToConfirm(month, number);
  if (number !== null) return say.preparedImport(month, number, deletions, imports);
  return waitingIn(mail) > 0 ? say.nothingYet(month) : say.nothingToDo(month);
}

function subjectOf(mail: Prepared, account: string): string {
  const { month, number, deletions, imports } = mail;
  if (number !== null && isToConfirm(mail)) return say.subjectToConfirm(month, number, account);
  const waiting = deletions + imports === 0 ? waitingIn(mail) : 0;
  return waiting > 0
    ? say.subjectOfWaiting(month, waiting, account)
    : say.subjectOfPrepared(month, deletions, imports, account);
}

function preparedMail(mail: Prepared, account: string): MailWords {
  const { deletions, imports, findings } = mail;
  const lines = asideLines(mail);
  return {
    subject: subjectOf(mail, account),
    lead: [leadOf(mail), ...(findings > 0 ? [say.pointsToSee(findings)] : [])],
    sections: lines.length === 0 ? [] : [{ title: say.asideTitle, lines }],
    close: [
      ...(deletions > 0 ? [say.deleteFirst] : []),
      ...(deletions === 0 && imports > 0 ? [say.importThem] : []),
      ...(isToConfirm(mail) ? [say.confirmIt] : []),
      say.masked,
    ],
  };
}

/**
 * What is written of it; `account`: the host. Four lines to delete and two to import in October 2026 →
 * « Passerelle : absences d’octobre 2026, 4 lignes à supprimer puis 2 à importer (acme.ilucca.net) ».
 */
export function transferMail(mail: TransferMail, account: string): MailWords {
  if (mail.end === 'prepared') return preparedMail(mail, account);
  return {
    subject: say.subjectOfStopped(mail.why, account),
    lead: [say.stoppedBody[mail.why]],
    sections: [],
    close: [],
  };
}
