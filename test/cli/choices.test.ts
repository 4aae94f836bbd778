/** `--choices`: what a file may say, what is refused, what a choice becomes when the review is another one. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chosenBy, readChoices, type Choice } from '../../server/cli/choices.ts';
import { Stop } from '../../server/cli/outcome.ts';
import { blank, textCell } from '../../shared/domain/review/cell.ts';
import { itemId, type ReviewItem } from '../../shared/domain/review/review.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { entry, reviewOf } from '../support/reviewEntries.ts';
import { passerelle } from './commandLine.ts';

const IBAN = 'DE89370400440532013000';
const idOf = (key: string, column: string) => itemId(employeesTable.name, key, column);

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-choices-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(content: string): Promise<string> {
  const path = join(folder, 'choix.json');
  await writeFile(path, content);
  return path;
}

async function refusal(path: string): Promise<string> {
  const stop = await readChoices({ choices: path }).catch((error: unknown) => error);
  if (!(stop instanceof Stop)) throw new Error('not refused');
  expect(stop.outcome.exit).toBe('usage');
  return stop.outcome.lines.join();
}

describe('the file', () => {
  test('gives an answer by id; none without the option', async () => {
    const [a, b, c, d] = ['1', '2', '3', '4'].map((key) => idOf(key, 'iban')) as [string, string, string, string];
    const path = await file(
      `\uFEFF${JSON.stringify({ [a]: 'accept', [b]: 'ignore', [c]: 'undecided', [d]: { accept: IBAN } })}`,
    );
    expect([...(await readChoices({ choices: path }))]).toEqual([
      [a, { decision: 'accept' }],
      [b, { decision: 'ignore' }],
      [c, { decision: 'undecided' }],
      [d, { decision: 'accept', proof: IBAN }],
    ]);
    expect((await readChoices({})).size).toBe(0);
  });

  test.each([
    ['{ "x": ', "n'est pas du JSON"],
    ['["accept"]', 'doit contenir un objet'],
    ['null', 'doit contenir un objet'],
    [`{ "${IBAN}": "accept" }`, 'le choix nº 1 ne porte pas un identifiant'],
    [JSON.stringify({ '["Inconnue","1"]': 'accept' }), 'le choix nº 1 ne porte pas un identifiant'],
    [JSON.stringify({ [idOf('1', 'city')]: 'oui' }), 'doit être "accept", "ignore"'],
    [JSON.stringify({ [idOf('1', 'city')]: { accept: 3 } }), 'doit être "accept", "ignore"'],
    [JSON.stringify({ [idOf('1', 'city')]: { accept: IBAN, ignore: true } }), 'doit être "accept", "ignore"'],
    [JSON.stringify({ [idOf('1', 'city')]: {} }), 'doit être "accept", "ignore"'],
  ])('%s is refused, and what it holds is not repeated', async (content, sentence) => {
    const said = await refusal(await file(content));
    expect(said).toContain(sentence);
    expect(said).not.toContain(IBAN);
  });

  test('that is not there is named', async () => {
    expect(await refusal(join(folder, 'absent.json'))).toContain('absent.json ne peut pas être lu');
  });

  test('is an answer to what --accept asks, and to nothing else', async () => {
    const alone = await passerelle(['pull', '--workbook', 'a.xlsx', '--choices', 'choix.json']);
    expect([alone.code, alone.noted]).toEqual([2, "L'option --choices ne sert qu'avec --accept."]);
    const absent = await passerelle([
      'pull',
      '--workbook',
      'a.xlsx',
      '--accept',
      'all',
      '--choices',
      join(folder, 'absent'),
    ]);
    expect([absent.code, absent.noted]).toEqual([2, expect.stringContaining('absent ne peut pas être lu')]);
  });
});

describe('laid over the review', () => {
  const item = (key: string, column: string, before: string, after: string, more: Partial<ReviewItem> = {}) =>
    entry(key, {
      id: idOf(key, column),
      changes: [{ column, before: textCell(before), after: after === '' ? blank : textCell(after) }],
      ...more,
    });
  const gated = { gated: true, decision: 'undecided' } as const;
  const review = reviewOf([
    item('1', 'city', 'Lyon', 'Paris'),
    item('2', 'iban', 'FR76', IBAN, gated),
    item('3', 'bic', 'AGRIFRPP', 'COBADEFF', gated),
    item('4', 'iban', 'FR76', '', gated),
  ]);
  const chosen = (key: string, column: string, choice: Choice) => {
    const { decisions, lines, facts } = chosenBy(new Map([[idOf(key, column), choice]]), review);
    return { decision: decisions.get(idOf(key, column)), lines, facts };
  };
  const none = { gone: [], unproven: [] };

  test('an ordinary difference needs no proof; one that is given must hold', () => {
    expect(chosen('1', 'city', { decision: 'ignore' })).toEqual({ decision: 'ignore', lines: [], facts: none });
    expect(chosen('1', 'city', { decision: 'accept' }).decision).toBe('accept');
    expect(chosen('1', 'city', { decision: 'accept', proof: 'PARIS' }).decision).toBe('accept');
    expect(chosen('1', 'city', { decision: 'accept', proof: 'Lille' }).decision).toBe('undecided');
  });

  test.each<[string, string, string | undefined, string]>([
    ['2', 'iban', 'de89 3704 0044 0532 0130 00', 'accept'],
    ['2', 'iban', 'FR76', 'undecided'],
    ['2', 'iban', '', 'undecided'],
    ['2', 'iban', undefined, 'undecided'],
    ['3', 'bic', 'COBADEFF', 'accept'],
    ['4', 'iban', '', 'accept'],
  ])('bank details of %s (%s) with the proof %j: %s', (key, column, proof, decision) => {
    const given = chosen(key, column, { decision: 'accept', ...(proof === undefined ? {} : { proof }) });
    expect(given.decision).toBe(decision);
    expect(given.facts.unproven).toEqual(decision === 'accept' ? [] : [idOf(key, column)]);
    expect(given.lines.join()).not.toMatch(/DE89|FR76/);
    if (decision !== 'accept') expect(given.lines[1]).toMatch(/Salariés, 2, IBAN : .*IBAN.*Laissé à votre décision/);
  });

  test('bank details are ignored without a proof', () => {
    expect(chosen('2', 'iban', { decision: 'ignore' })).toEqual({ decision: 'ignore', lines: [], facts: none });
  });

  test('a difference that is there no more is told, and the other choices hold', () => {
    const choices = new Map<string, Choice>([
      [idOf('9', 'city'), { decision: 'accept' }],
      [idOf('1', 'city'), { decision: 'ignore' }],
    ]);
    const { decisions, lines, facts } = chosenBy(choices, review);
    expect([...decisions]).toEqual([[idOf('1', 'city'), 'ignore']]);
    expect(lines).toEqual([
      '1 choix du fichier n’a pas été suivi :',
      '  Salariés, 9, Ville : il n’y a plus de différence ici.',
    ]);
    expect(facts).toEqual({ gone: [idOf('9', 'city')], unproven: [] });
  });
});
