/** « RIB modifiés »: which accounts, where they stand, what is odd about them. */
import { describe, expect, test } from '@jest/globals';
import { instant } from '../../../../shared/domain/calendar/plainDate.ts';
import {
  bankChangesOf,
  withAsked,
  type BankAnswers,
  type BankInput,
} from '../../../../shared/domain/people/recap/bankChanges.ts';
import type { LoggedBankChange } from '../../../../shared/domain/people/recap/bankStanding.ts';
import { isOfOtherCountry, maskedBic, maskedIban } from '../../../../shared/domain/people/recap/bankIdentity.ts';
import { sameField } from '../../../../shared/domain/people/recap/sameField.ts';
import { blank, textCell, type Cell } from '../../../../shared/domain/review/cell.ts';
import { findingText } from '../../../../shared/messages/fr/findings.ts';
import { somebody } from './people.ts';

const FR = 'FR7630006000011234567890189';
const POSTAL = 'FR1420041010050500013M02606';
const DE = 'DE89370400440532013000';

const person = (id: string, iban: string, bic = '', own: string[] = []) =>
  somebody(id, { iban: textCell(iban), bic: textCell(bic) }, { own });
const logged = (id: string, before: string, after: string, at = '2026-10-20T19:04:00Z'): LoggedBankChange => ({
  employeeId: id,
  kind: 'changed',
  field: 'iban',
  before: textCell(before),
  after: textCell(after),
  at: instant(at),
});

type Told = Partial<BankInput & BankAnswers>;
const nothing: BankInput & BankAnswers = {
  ...{ before: [], mine: [], theirs: [], log: [] },
  ...{ isIgnored: () => false, isAccepted: () => false },
};

function told(input: Told) {
  const all = { ...nothing, ...input };
  return bankChangesOf({ ...all, mine: withAsked(all.mine, all.theirs, all.log, all) });
}
const states = (input: Told) =>
  told(input).changes.map(({ person: { id }, before, after, state }) => [id, before.iban, after.iban, state]);

describe('where an account stands', () => {
  const before = [person('1', FR)];
  const says = (iban: string) => (_: string, field: string, value: Cell) =>
    field === 'iban' && sameField('iban', value, textCell(iban));
  test('the same account is no line, however it is spelt', () => {
    expect(states({ before, mine: [person('1', 'fr76 3000 6000 0112 3456 7890 189')], theirs: before })).toEqual([]);
  });
  test('accepted: the workbook says what Lucca says, and not what it said', () => {
    const now = [person('1', DE)];
    expect(states({ before, mine: now, theirs: now })).toEqual([['1', FR, DE, 'accepted']]);
  });
  test('to be confirmed: Lucca says another account than the workbook', () => {
    expect(states({ before, mine: before, theirs: [person('1', DE)] })).toEqual([['1', FR, DE, 'waiting']]);
  });
  test('ignored: payroll refused it, and Lucca still says it', () => {
    const isIgnored = (id: string, field: string, value: Cell) =>
      id === '1' && field === 'iban' && 'text' in value && value.text === DE;
    expect(states({ before, mine: before, theirs: [person('1', DE)], isIgnored })).toEqual([['1', FR, DE, 'ignored']]);
  });
  test('typed in payroll: Lucca still says the old account', () => {
    expect(states({ before, mine: [person('1', DE, '', ['iban'])], theirs: before, isAccepted: says(FR) })).toEqual([
      ['1', FR, DE, 'typed'],
    ]);
    expect(states({ before, mine: [person('1', DE, '', ['iban'])] })).toEqual([['1', FR, DE, 'typed']]);
  });
  test('typed in payroll, and Lucca changed too: the workbook’s account, then the other one that waits or was refused', () => {
    const mine = [person('1', DE, '', ['iban'])];
    const input = { before, mine, theirs: [person('1', POSTAL)], isAccepted: says(FR) };
    const rows = (state: string) => [
      ['1', FR, DE, 'typed'],
      ['1', DE, POSTAL, state],
    ];
    expect(states(input)).toEqual(rows('waiting'));
    expect(states({ ...input, isIgnored: says(POSTAL) })).toEqual(rows('ignored'));
  });
  test('typed over what was accepted: nothing waits, even typed back to what it was', () => {
    const [theirs, isAccepted, log] = [[person('1', DE)], says(DE), [logged('1', FR, DE)]];
    const typed = (iban: string) =>
      states({ before, mine: [person('1', iban, '', ['iban'])], theirs, isAccepted, log });
    expect(typed(POSTAL)).toEqual([['1', FR, POSTAL, 'typed']]);
    expect(typed(FR)).toEqual([['1', FR, FR, 'typed']]);
  });
  test('a BIC typed beside an IBAN that waits: the whole account of the workbook', () => {
    const mine = [person('1', FR, 'AGRIFRPP', ['bic'])];
    expect(told({ before, mine, theirs: [person('1', POSTAL)] }).changes).toMatchObject([
      { after: { iban: FR, bic: 'AGRIFRPP' }, state: 'typed' },
      { before: { iban: FR, bic: 'AGRIFRPP' }, after: { iban: POSTAL }, state: 'waiting' },
    ]);
  });
  test('somebody new has a new account; an account that Lucca emptied waits, one that it does not tell does not', () => {
    expect(states({ mine: [person('1', FR)], theirs: [person('1', FR)] })).toEqual([['1', '', FR, 'accepted']]);
    expect(states({ before, mine: before, theirs: [somebody('1', { iban: blank })] })).toEqual([
      ['1', FR, '', 'waiting'],
    ]);
    expect(states({ before, mine: before, theirs: [somebody('1')] })).toEqual([]);
  });
  test('an account that waits and that a reading does not show, or of somebody whom it does not show: it waits still', () => {
    const log = [logged('1', FR, DE)];
    for (const theirs of [[person('1', DE)], [somebody('1')], []])
      expect(states({ before, mine: before, theirs, log })).toEqual([['1', FR, DE, 'waiting']]);
    const bic = [somebody('1', { bic: textCell('COBADEFF') })];
    expect(told({ before, mine: before, theirs: bic, log }).changes).toMatchObject([
      { after: { iban: DE, bic: 'COBADEFF' }, state: 'waiting' },
    ]);
  });
  test('of a closed month: as it stood at the close; a copy that does not say it is no proof that payroll took it', () => {
    const log = [logged('1', FR, DE)];
    const copies = (['waiting', 'ignored'] as const).map((state) => [
      { ...person('1', FR), asked: { iban: { value: textCell(DE), state } } },
    ]);
    expect(copies.map((mine) => bankChangesOf({ before, mine, theirs: [], log }).changes[0])).toMatchObject([
      { before: { iban: FR }, after: { iban: DE }, state: 'waiting' },
      { before: { iban: FR }, after: { iban: DE }, state: 'ignored' },
    ]);
    expect(bankChangesOf({ before, mine: before, theirs: [], log }).changes).toMatchObject([{ state: 'unknown' }]);
  });
  test('a BIC alone is a line too', () => {
    const mine = [person('1', FR, 'AGRIFRPP')];
    expect(told({ before: [person('1', FR, 'PSSTFRPPLIL')], mine, theirs: mine }).changes).toMatchObject([
      { before: { bic: 'PSSTFRPPLIL' }, after: { bic: 'AGRIFRPP' }, state: 'accepted', changedAt: null },
    ]);
  });
  test('accepted, then Lucca asks for another one: what payroll pays, then what waits against it, each with its moment', () => {
    const [mine, theirs] = [[person('1', DE)], [person('1', POSTAL)]];
    const log = [logged('1', FR, DE, '2026-10-04T09:00:00Z'), logged('1', DE, POSTAL, '2026-10-12T09:00:00Z')];
    for (const state of ['waiting', 'ignored'] as const) {
      const { changes, findings } = told({ before, mine, theirs, log, isIgnored: () => state === 'ignored' });
      expect(changes).toMatchObject([
        { before: { iban: FR }, after: { iban: DE }, state: 'accepted', changedAt: '2026-10-04T09:00:00Z' },
        { before: { iban: DE }, after: { iban: POSTAL }, state, changedAt: '2026-10-12T09:00:00Z' },
      ]);
      const twice = expect.objectContaining({ code: 'bankTwice', facts: { person: 'Nom1 P1 (0001)', times: 2 } });
      const moved = (from: string, to: string) =>
        expect.objectContaining({ code: 'bankCountryChanged', facts: expect.objectContaining({ from, to }) });
      expect(changes.map(({ toCheck }) => toCheck)).toEqual([
        [twice, moved('FR', 'DE')],
        [twice, moved('DE', 'FR')],
      ]);
      expect(findings).toEqual([twice, moved('FR', 'DE'), moved('DE', 'FR')]);
    }
  });
  test('accepted, then Lucca goes back to the first one: payroll pays the second still', () => {
    const log = [logged('1', FR, DE, '2026-10-04T09:00:00Z'), logged('1', DE, FR, '2026-10-12T09:00:00Z')];
    expect(states({ before, mine: [person('1', DE)], theirs: before, log })).toEqual([
      ['1', FR, DE, 'accepted'],
      ['1', DE, FR, 'waiting'],
    ]);
  });
  test('back to the first one, accepted too, then a third one is asked for: what came back is told beside it', () => {
    const log = [logged('1', FR, DE), logged('1', DE, FR, '2026-10-22T09:00:00Z'), logged('1', FR, POSTAL)];
    expect(states({ before, mine: before, theirs: [person('1', POSTAL)], log })).toEqual([
      ['1', FR, FR, 'accepted'],
      ['1', FR, POSTAL, 'waiting'],
    ]);
  });
  test('there and back in the month: told, with when and how often', () => {
    const log = [logged('1', FR, DE), logged('1', DE, FR, '2026-10-25T19:04:00Z')];
    const { changes, findings } = told({ before, mine: before, theirs: before, log });
    expect(changes).toMatchObject([{ state: 'accepted', changedAt: '2026-10-25T19:04:00Z' }]);
    expect(findings).toMatchObject([{ code: 'bankTwice', subject: '1', facts: { times: 2 } }]);
  });
});

describe('what is odd', () => {
  const codes = (input: Told) => told(input).findings.map(({ code, facts }) => [code, facts]);
  test('one account for two people, of the workbook or of Lucca, once; one person on both sides is nobody else', () => {
    expect(codes({ mine: [person('1', FR), person('2', DE)], theirs: [person('1', FR), person('3', FR)] })).toEqual([
      ['bankShared', { person: 'Nom1 P1 (0001)', others: 'Nom3 P3 (0003)' }],
    ]);
    expect(codes({ before: [person('1', FR)], mine: [person('1', FR)], theirs: [person('1', FR)] })).toEqual([]);
  });
  test('told of everybody who took the account in the month, on each of their rows', () => {
    const [before, theirs] = [
      [person('1', FR), person('2', POSTAL)],
      [person('1', DE), person('2', DE)],
    ];
    const { changes, findings } = told({ before, mine: [person('1', DE), person('2', POSTAL)], theirs });
    const shared = [
      { person: 'Nom1 P1 (0001)', others: 'Nom2 P2 (0002)' },
      { person: 'Nom2 P2 (0002)', others: 'Nom1 P1 (0001)' },
    ];
    const sharing = (all: typeof findings) => all.filter(({ code }) => code === 'bankShared').map(({ facts }) => facts);
    expect(changes.map(({ toCheck }) => sharing(toCheck))).toEqual(shared.map((each) => [each]));
    expect(sharing(findings)).toEqual(shared);
  });
  test('somebody hired again under another identifier shares their account with nobody', () => {
    const [first, again] = [person('1', FR), { ...person('1', FR), id: '11' }];
    expect(codes({ mine: [first], theirs: [again] })).toEqual([]);
  });
  test('a bank that changes of country, a BIC of another country than the IBAN', () => {
    const [before, mine] = [[person('1', FR)], [person('1', DE, 'AGRIFRPP')]];
    expect(codes({ before, mine })).toEqual([
      ['bankCountryChanged', { person: 'Nom1 P1 (0001)', from: 'FR', to: 'DE' }],
      ['bankBicCountry', { person: 'Nom1 P1 (0001)', iban: 'DE', bic: 'FR' }],
    ]);
  });
  test('an overseas bank is a French one; Guernsey banks have British accounts', () => {
    expect(isOfOtherCountry(FR, 'BREDRERX')).toBe(false);
    expect(isOfOtherCountry('GB29NWBK60161331926819', 'NWBKGGSP')).toBe(false);
    expect(isOfOtherCountry(FR, 'COBADEFF')).toBe(true);
    expect(isOfOtherCountry(FR, '')).toBe(false);
  });
  test('no sentence holds an account', () => {
    const [before, theirs] = [[person('1', FR)], [person('1', DE, 'AGRIFRPP'), person('2', DE)]];
    const { findings } = told({
      before,
      mine: before,
      theirs,
      log: [logged('1', FR, POSTAL), logged('1', POSTAL, DE)],
    });
    const sentences = findings.map(findingText);
    expect(sentences).toHaveLength(4);
    for (const iban of [FR, DE, POSTAL]) expect(JSON.stringify([findings, sentences])).not.toContain(iban.slice(4));
  });
});

describe('what may be shown of an account', () => {
  test.each([
    [FR, 'FR 30006 •••• 0189'],
    ['fr76 3000 6000 0112 3456 7890 189', 'FR 30006 •••• 0189'],
    [DE, 'DE 37040044 •••• 3000'],
    ['GB29NWBK60161331926819', 'GB NWBK •••• 6819'],
    ['FR7630006000011234567890188', '••••'],
    ['rien', '••••'],
    ['', ''],
  ])('%s → %s', (iban, shown) => {
    expect(maskedIban(iban)).toBe(shown);
  });
  test.each([
    ['AGRIFRPP882', 'AGRI FR ••••'],
    ['agrifrpp', 'AGRI FR ••••'],
    ['12345', '••••'],
    ['', ''],
  ])('%s → %s', (bic, shown) => {
    expect(maskedBic(bic)).toBe(shown);
  });
});
