/** `worktime --set`: a ready-made set of rules copied into the sheets, the company's own from then on. */
import { oneLine, unaccented } from '../../shared/domain/files/plainLetters.ts';
import { readyMadeSets, type ReadyMadeSet } from '../../shared/domain/worktime/readyMade.ts';
import { monthsOfWeeks } from '../../shared/domain/worktime/weeks.ts';
import { copyReadySet } from '../../shared/flows/worktime/copyReadySet.ts';
import * as say from '../../shared/messages/fr/worktime/cli.ts';
import { pulled } from './account.ts';
import { outcome, Stop, type Outcome } from './outcome.ts';
import { monthOf, required, type Values } from './options.ts';
import type { Terminal } from './terminal.ts';
import { onAccount, portsOf, saved, writeOptions } from './work.ts';
import { worktimeOutcome } from './worktimeOutcome.ts';

function plain(text: string): string {
  return oneLine(unaccented(text)).toLowerCase();
}

/** By its key, its French name, or the part of its name that comes before the rates: `Droit commun`. */
function setAsked(key: string): ReadyMadeSet {
  const asked = plain(key);
  const found = readyMadeSets.find(({ key: own, name }) =>
    [own, name, name.split(':')[0] ?? ''].some((each) => plain(each) === asked),
  );
  if (found) return found;
  const keys = readyMadeSets.map((each) => each.key);
  throw new Stop('usage', say.unknownSet(key, readyMadeSets), { code: 'unknownSet', sets: keys });
}

/** Lucca is read only where it never was. */
export async function copySet(terminal: Terminal, values: Values): Promise<Outcome> {
  const set = setAsked(required(values, 'set'));
  const { into = set.name, regulation } = values;
  return onAccount(terminal, values, monthOf(values), async (work, known) => {
    const connection = known.mirror
      ? known
      : await pulled(terminal, work.service, known, monthsOfWeeks([work.month]), ['planning', 'time']);
    const request = { connection, set, into, ...(regulation === undefined ? {} : { regulation }) };
    const report = await copyReadySet(portsOf(work), request, writeOptions(terminal));
    if (!report.ok) return worktimeOutcome(report.error, connection);
    work.reports.push(report.value);
    const sentence = report.value.added > 0 ? say.copied(set.name, into) : say.alreadyCopied(into);
    return saved(work, outcome('done', [sentence], { code: 'copied', set: set.key, into }));
  });
}
