/** The questions of `pull` in a terminal: what is shown, what each answer does. */
import { expect, test } from '@jest/globals';
import { askedDecisions } from '../../server/cli/oneByOne.ts';
import { clock, type Terminal } from '../../server/cli/terminal.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import { textCell } from '../../shared/domain/review/cell.ts';
import type { Decisions } from '../../shared/flows/reviewEntries.ts';
import type { ReviewEntry } from '../../shared/flows/prepareReview.ts';
import { problemTexts } from '../../shared/messages/fr/employees/checks.ts';
import { entry, reviewOf } from '../support/reviewEntries.ts';

const waiting = { decision: 'undecided' } as const;
const change = (column: string, before: string, after: string) => ({
  column,
  before: textCell(before),
  after: textCell(after),
});
const [OLD, NEW] = ['FR7630006000011234567890189', 'DE89370400440532013000'];

const town = entry('Bob', {});
const name = entry('Dan', { changes: [change('lastName', 'MARTIN', 'DURAND')] });
const bank = entry('Adam', {
  ...waiting,
  gated: true,
  changes: [change('iban', OLD, NEW), change('bic', 'AGRIFRPP', 'COBADEFF')],
});
const nir = entry('Éric', {
  ...waiting,
  kind: 'conflict',
  changes: [{ ...change('nir', '185057800608436', '185057800608437'), base: textCell('185057800608400') }],
});
const ignored = entry('Cléa', { remembered: true, decision: 'ignore' });

function speaking(said: string[], answers: (string | undefined)[]): Terminal {
  return {
    environment: {},
    print: (line) => void said.push(`printed: ${line}`),
    note: (line) => void said.push(line),
    progress: () => undefined,
    isInteractive: true,
    ask: (question) => {
      said.push(`? ${question}`);
      return Promise.resolve(answers.shift());
    },
    signal: new AbortController().signal,
    clock,
  };
}

/** What was said and asked, in its order; questions come with their answer. */
async function answered(entries: readonly ReviewEntry[], ...answers: (string | undefined)[]) {
  const said: string[] = [];
  const decisions = await askedDecisions(speaking(said, answers), reviewOf(entries));
  return { said, decisions, unused: answers.length };
}

const decisionsOf = (decisions: Decisions | undefined, ...entries: ReviewEntry[]) =>
  entries.map(({ item }) => decisions?.get(item.id));

test.each([['non'], ['n'], [''], ['peut-être'], [undefined]])('%j writes nothing', async (answer) => {
  expect((await answered([town, bank], answer)).decisions).toBeUndefined();
});

test('« oui » takes what is proposed, and asks about what nobody decides in bulk', async () => {
  const { decisions, said } = await answered([town, name, bank, nir, ignored], 'oui', 'o', 'n');
  expect(said.filter((line) => line.startsWith('? '))).toEqual([
    expect.stringContaining('Écrire 2 différences dans le classeur ? [o]ui, [N]on, [u]ne à une'),
    expect.stringMatching(/Accepter \? \[o\]ui ; \[n\]on, ignorer ; \[p\]asser ; \[q\]/),
    expect.stringMatching(/valeur de Lucca.*valeur de la paie.*\[v\]oir/),
  ]);
  expect(decisionsOf(decisions, town, name, bank, nir, ignored)).toEqual([
    undefined,
    undefined,
    'accept',
    'ignore',
    undefined,
  ]);
});

test('bank details are shown whole when they are asked about, and never before', async () => {
  const { said } = await answered([town, bank], 'o', 'o');
  const asked = said.indexOf('1 sur 1 · Adam (00057), Lyon');
  expect(said.slice(asked, asked + 5)).toEqual([
    '1 sur 1 · Adam (00057), Lyon',
    '  Modification, coordonnées bancaires à confirmer',
    `  IBAN : ${OLD} → ${NEW}`,
    '  BIC : AGRIFRPP → COBADEFF',
    '  Pays de la banque : FR → DE',
  ]);
  expect(said.slice(0, asked).join()).not.toMatch(/FR76|DE89|COBA/);
});

test('another secret is shown on demand only, with what was accepted last', async () => {
  const { said, decisions } = await answered([nir], 'o', 'v', 'zut', 'o');
  const text = said.join('\n');
  expect(text).toMatch(/Numéro de sécurité sociale : •+ → •+\n {2}Dernière valeur acceptée : •+\n\? /);
  expect(text).toMatch(/: 185057800608436 → 185057800608437\n {2}Dernière valeur acceptée : 185057800608400\n\? /);
  expect(said).toContain('  Répondez par une de ces lettres : o, n, p, q.');
  expect(decisionsOf(decisions, nir)).toEqual(['accept']);
});

test('« une à une » asks about everything; passed or not asked, a difference waits', async () => {
  const { decisions, said, unused } = await answered([town, name, bank, nir, ignored], 'u', 'p', 'o', 'o', 'q');
  expect([unused, said.filter((line) => / sur 4 · /.test(line)).length]).toEqual([0, 4]);
  // In the order of the pane: who is in doubt first.
  expect(decisionsOf(decisions, bank, nir, town, name, ignored)).toEqual([
    'undecided',
    'accept',
    'accept',
    'undecided',
    undefined,
  ]);
  expect(said.at(-1)).toBe('1 différence laissée sans réponse : rien n’en est écrit, elle sera proposée de nouveau.');
  expect(said.join()).toContain('Ville : Lyon → Paris');
});

test('with nothing but differences to decide, the question is whether to decide them', async () => {
  const { said, decisions } = await answered([bank], 'o', 'n');
  expect(said).toContain('? 1 différence attend votre décision. Décider maintenant, une à une ? [o/N] ');
  expect(decisionsOf(decisions, bank)).toEqual(['ignore']);
});

test('what makes the review doubtful is said before the question', async () => {
  const said: string[] = [];
  const finding: Finding = { code: 'massDisappearance', severity: 'warning', facts: { disappeared: 12, rows: 20 } };
  await askedDecisions(speaking(said, ['non']), { ...reviewOf([town]), findings: [finding] });
  expect(said.at(-2)).toMatch(/^12 lignes sur 20 ont disparu de Lucca d'un coup/);
  expect(said.at(-1)).toMatch(/^\? Écrire 1 différence/);
});

test('a word that is no answer is never taken for one', async () => {
  const { decisions, said } = await answered([bank], 'o', 'constructor', 'n');
  expect(said).toContain('  Répondez par une de ces lettres : o, n, p, q.');
  expect(decisionsOf(decisions, bank)).toEqual(['ignore']);
});

test('nobody answers any more: nothing is written', async () => {
  expect((await answered([town, bank], 'o', undefined)).decisions).toBeUndefined();
});

test('somebody who comes back with another account is shown its values too', async () => {
  const back = { ...bank, item: { ...bank.item, kind: 'added' as const } };
  expect((await answered([back], 'o', 'o')).said.join()).toContain(`IBAN : ${OLD} → ${NEW}`);
});

test('what is to be checked in a value is told beside its difference, without the value', async () => {
  const postcode = {
    ...entry('Bob', { ...waiting, changes: [change('postalCode', '69001', '6900')] }),
    about: { postalCode: textCell('6900') },
  };
  const { said } = await answered([postcode], 'oui', 'p');
  expect(said.filter((line) => line.includes('À vérifier'))).toEqual([
    `  À vérifier\u00a0: Code postal\u00a0: ${problemTexts.postalCodeShort}`,
  ]);
});

test('« une à une » does not ask about what is taken without asking', async () => {
  const taken = { ...entry('Awa', {}), automatic: true as const };
  const { said, decisions, unused } = await answered([taken, town], 'u', 'o');
  expect(said).toContain('Parmi ces différences, 1 sera reprise sans demander.');
  expect([decisionsOf(decisions, taken, town), unused]).toEqual([[undefined, 'accept'], 0]);
});
