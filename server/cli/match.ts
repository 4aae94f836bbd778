/** `match`: a list of payroll brought, everybody compared with Lucca, and sure links written. */
import type { Connection } from '../../shared/contracts/schemas.ts';
import {
  applyMatching,
  matchPayroll,
  unlinkFiles,
  type PayrollMatching,
} from '../../shared/flows/people/matching/matchPayroll.ts';
import * as words from '../../shared/messages/fr/cli.ts';
import * as say from '../../shared/messages/fr/employees/matchingCli.ts';
import { pulled } from './account.ts';
import { findingLines } from './findings.ts';
import { brought } from './matchList.ts';
import { asked, countsOf, factsOf, nameOf, seconds, toSee } from './matchText.ts';
import { outcome, Stop, type Outcome } from './outcome.ts';
import type { Values } from './options.ts';
import { applyOutcome, reviewOutcome, stopAt } from './sentences.ts';
import type { Terminal } from './terminal.ts';
import { onAccount, portsOf, saved, writeOptions, type Work } from './work.ts';

async function applied(work: Work, compared: PayrollMatching, accept: string | undefined): Promise<string[]> {
  const { match } = countsOf(compared);
  if (accept === undefined) return match > 0 ? [say.notApplied] : [];
  const written = await applyMatching(portsOf(work), compared, writeOptions(work.terminal));
  if (!written.ok && written.error.code === 'nothing') return [say.nothingToApply];
  if (!written.ok) throw stopAt(applyOutcome(written.error));
  work.reports.push(written.value);
  return [say.applied(match), say.doNext];
}

/** `--unlink P0001,P0002`: each must be linked; remembered as « ce n'est pas elle ». */
async function unlinked(work: Work, compared: PayrollMatching, wanted: string): Promise<string[]> {
  const lines = wanted.split(',').map((each) => each.trim().toUpperCase());
  const owners = new Map(
    compared.matching.people.flatMap(({ state, luccaId, file: line }) =>
      state === 'linked' && line !== null ? [[line, luccaId] as const] : [],
    ),
  );
  const [lost] = lines.filter((line) => !owners.has(line));
  if (lost !== undefined) throw new Stop('usage', say.notLinked(lost), { code: 'notLinked', line: lost });
  const written = await unlinkFiles(portsOf(work), compared, new Set(lines), writeOptions(work.terminal));
  if (!written.ok) throw stopAt(applyOutcome(written.error));
  work.reports.push(written.value);
  return [...lines.map((line) => say.unlinked(nameOf(compared, owners.get(line) ?? ''), line)), say.unlinkUndone];
}

async function matched(work: Work, connection: Connection): Promise<Outcome> {
  const { terminal, service, month, values } = work;
  const list = await brought(work);
  const fresh = await pulled(terminal, service, connection, [month]);
  const compared = await matchPayroll(portsOf(work), fresh, writeOptions(terminal));
  if (!compared.ok) return reviewOutcome(compared.error);
  const { reading, findings } = compared.value;
  if (values.unlink !== undefined) {
    const said = await unlinked(work, compared.value, values.unlink);
    return saved(work, outcome('done', [...list.lines, ...said], { ...list.facts, code: 'unlinked' }));
  }
  if (reading.rows.size === 0)
    return outcome('attention', [...list.lines, say.noList], { ...list.facts, code: 'noList' });
  const lines = [
    ...list.lines,
    ...say.counts(countsOf(compared.value)),
    ...toSee(compared.value),
    ...seconds(compared.value),
    ...findingLines(findings),
  ];
  const facts = { ...list.facts, ...factsOf(compared.value) };
  const last = await applied(work, compared.value, values.accept);
  const isDone = asked(compared.value).length === 0 && findings.length === 0;
  return saved(work, outcome(isDone ? 'done' : 'attention', [...lines, ...last], facts));
}

export async function match(terminal: Terminal, values: Values): Promise<Outcome> {
  const { accept, unlink } = values;
  if (accept !== undefined && accept !== 'sure')
    throw new Stop('usage', words.wrongOption('--accept', say.acceptSure), { code: 'usage' });
  if (accept !== undefined && unlink !== undefined) throw new Stop('usage', say.unlinkAlone, { code: 'usage' });
  return onAccount(terminal, values, undefined, matched);
}
