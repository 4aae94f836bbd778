/** `--choices`: answers that a file gives, laid over what is proposed. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { canonical, textCell } from '../../shared/domain/review/cell.ts';
import { itemPlace, type Decision, type ItemChange, type ReviewItem } from '../../shared/domain/review/review.ts';
import { bankChange } from '../../shared/flows/entryText.ts';
import type { Review } from '../../shared/flows/prepareReview.ts';
import { noDecisions, type Decisions } from '../../shared/flows/reviewEntries.ts';
import * as say from '../../shared/messages/fr/cliReview.ts';
import { column } from '../../shared/tables/declaration.ts';
import { everyTable, tableNamed } from '../../shared/tables/tables.ts';
import { Stop } from './outcome.ts';
import type { Values } from './options.ts';

/** `proof`: the new value, which shows that whoever accepts it saw it. */
export interface Choice {
  readonly decision: Decision;
  readonly proof?: string;
}

export type Choices = ReadonlyMap<string, Choice>;

/** `lines` name the choices that were not followed, and why; `facts` their ids. */
export interface Chosen {
  readonly decisions: Decisions;
  readonly lines: readonly string[];
  readonly facts: { readonly gone: readonly string[]; readonly unproven: readonly string[] };
}

function refused(line: string): Stop {
  return new Stop('usage', line, { code: 'choices' });
}

function choiceOf(given: unknown): Choice | undefined {
  if (given === 'accept' || given === 'ignore' || given === 'undecided') return { decision: given };
  if (typeof given !== 'object' || given === null) return undefined;
  const [[name, proof] = [], ...others] = Object.entries(given) as [string, unknown][];
  const isProof = name === 'accept' && others.length === 0 && typeof proof === 'string';
  return isProof ? { decision: 'accept', proof } : undefined;
}

/** The choices of the file of `--choices`, none without one. A file that cannot be followed stops the command before anything is read. */
export async function readChoices({ choices: path }: Values): Promise<Choices> {
  if (path === undefined) return new Map();
  const file = basename(path);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) throw refused(say.choicesUnreadable(file));
  let given: unknown;
  try {
    given = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw refused(say.choicesNotJson(file));
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw refused(say.choicesNotObject(file));
  const entries = Object.entries(given).map(([id, value], index): [string, Choice] => {
    // What is no id of ours may be anything, a value of somebody as well: it is not repeated.
    if (!isId(id)) throw refused(say.choiceUnknown(file, index + 1));
    const choice = choiceOf(value);
    if (!choice) throw refused(say.choiceWrong(file, id));
    return [id, choice];
  });
  return new Map(entries);
}

function isId(id: string): boolean {
  const place = itemPlace(id);
  return place !== undefined && everyTable.some(({ name }) => name === place.table);
}

function whereOf(id: string): string {
  const place = itemPlace(id);
  if (!place) return '';
  const table = tableNamed(place.table);
  const heading = table.columns.find(({ key }) => key === place.column)?.heading ?? '';
  return say.choicePlace(table.title, place.key, heading);
}

/** The change whose new value a proof must repeat. */
function provedChange({ changes }: ReviewItem): ItemChange | undefined {
  return bankChange(changes) ?? changes[0];
}

/** Why a choice is not followed; undefined when it is. */
function doubt(item: ReviewItem, { decision, proof }: Choice): string | undefined {
  if (decision !== 'accept' || (proof === undefined && !item.gated)) return undefined;
  const change = provedChange(item);
  const { heading, kind } = change
    ? column(tableNamed(item.table), change.column)
    : { heading: '', kind: 'text' as const };
  if (proof === undefined) return say.choiceUnproven(whereOf(item.id), heading);
  const isSame = change !== undefined && canonical(kind, textCell(proof)) === canonical(kind, change.after);
  return isSame ? undefined : say.choiceDisproved(whereOf(item.id), heading);
}

/** Lays the choices over the proposals. One that cannot be followed leaves its difference to decide, and nothing else is lost. */
export function chosenBy(choices: Choices, review: Review): Chosen {
  if (choices.size === 0) return { decisions: noDecisions, lines: [], facts: { gone: [], unproven: [] } };
  const items = new Map(review.entries.map(({ item }) => [item.id, item]));
  const decisions = new Map<string, Decision>();
  const [gone, unproven, lines]: string[][] = [[], [], []];
  for (const [id, choice] of choices) {
    const item = items.get(id);
    const reason = item ? doubt(item, choice) : say.choiceGone(whereOf(id));
    if (item) decisions.set(id, reason === undefined ? choice.decision : 'undecided');
    if (reason === undefined) continue;
    (item ? unproven : gone)?.push(id);
    lines?.push(reason);
  }
  const said = lines && lines.length > 0 ? [say.choicesLeft(lines.length), ...lines] : [];
  return { decisions, lines: said, facts: { gone: gone ?? [], unproven: unproven ?? [] } };
}
