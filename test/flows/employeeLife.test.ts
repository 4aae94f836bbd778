/** Twenty stories of the life of an employee: each step with the exact plan that it proposes, then nothing left once it is applied. */
import { describe, expect, test } from '@jest/globals';
import type { Employee } from '../../shared/domain/people/employee.ts';
import { plainDate } from '../../shared/domain/calendar/plainDate.ts';
import { employeeField } from '../../shared/domain/people/employeeFields.ts';
import { luccaNews } from '../../shared/domain/review/luccaNews.ts';
import { setIncompleteWaits } from '../../shared/flows/bookChoices.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { undoLastPlan } from '../../shared/flows/apply.ts';
import { IBAN, OTHER_IBAN, person, SmallCompany, sound } from '../support/smallCompany.ts';

/** Each their own, of somebody born as everybody here is. */
function nirOf(id: string): string {
  const body = 1_800_569_382_122 + Number(id);
  return `${body}${String(97 - (body % 97)).padStart(2, '0')}`;
}

/** In Lucca, complete: what payroll requires is there. */
function complete(id: string, values: Employee['values'] = {}): Employee {
  return person(id, {
    birthDate: '1980-05-17',
    nir: nirOf(id),
    address: '1 rue des Lilas',
    postalCode: '69003',
    workEmail: `p${id}@exemple.fr`,
    ...values,
  });
}

class Story extends SmallCompany {
  static async of(...people: Employee[]): Promise<Story> {
    const story = new Story();
    story.account.employees = people;
    await story.apply(() => 'accept');
    return story;
  }

  /** Lucca says so now: what is proposed. */
  lucca(...people: Employee[]): Promise<string[]> {
    this.account.employees = people;
    return this.proposals();
  }

  /** What stays proposed once everything proposed was written. */
  async applied(): Promise<string[]> {
    await this.apply();
    return this.proposals();
  }

  situations(...ids: string[]): string[] {
    return ids.map((id) => this.cell(id, 'situation'));
  }

  async findings(): Promise<string[]> {
    return (await this.review()).findings.map(({ code }) => code);
  }
}

const others = (...ids: string[]) => ids.map((id) => complete(id));

describe('coming', () => {
  test('1. hired today: one row, present, complete', async () => {
    const story = await Story.of(complete('1'));
    expect(await story.lucca(complete('1'), complete('2', { contractStart: '2026-10-26' }))).toEqual([
      'added 2: accept',
    ]);
    expect(await story.applied()).toEqual([]);
    expect([story.situations('2'), story.cell('2', 'missing')]).toEqual([['présent'], '']);
  });

  test('2. hired for next month: « à venir », then present by itself when the day comes', async () => {
    const future = complete('2', { contractStart: '2026-11-02' });
    const story = await Story.of(complete('1'), future);
    expect(story.situations('2')).toEqual(['à venir']);
    story.clock.at = Date.UTC(2026, 10, 2, 19);
    story.account.asOf = story.clock.now();
    expect(await story.lucca(complete('1'), future)).toEqual(['changed 2 situation: accept']);
    expect(await story.applied()).toEqual([]);
    expect(story.situations('2')).toEqual(['présent']);
  });

  test('3. never came: the contract is taken back in Lucca, the row is flagged and stays', async () => {
    const story = await Story.of(complete('1'), complete('2', { contractStart: '2026-11-02' }));
    expect(await story.lucca(complete('1'))).toEqual(['gone 2: accept']);
    expect(await story.applied()).toEqual([]);
    expect(story.situations('2')).toEqual(['absent de Lucca']);
    expect(story.cell('2', 'contractStart')).toBe('02/11/2026');
  });

  test('4. incomplete: created with what is missing, completed at the next update', async () => {
    const story = await Story.of(complete('1'));
    expect(await story.lucca(complete('1'), complete('2', { nir: null, iban: null }))).toEqual(['added 2: accept']);
    expect(await story.applied()).toEqual([]);
    expect(story.cell('2', 'missing')).toBe('Numéro de sécurité sociale, IBAN');
    expect(await story.lucca(complete('1'), complete('2', { iban: null }))).toEqual(['changed 2 nir: accept']);
    expect(await story.applied()).toEqual([]);
    expect([story.cell('2', 'nir'), story.cell('2', 'missing')]).toEqual([nirOf('2'), 'IBAN']);
    // An account that comes is confirmed by itself, like one that changes.
    expect(await story.lucca(complete('1'), complete('2'))).toEqual(['changed 2 iban: undecided']);
    await story.apply(() => 'accept');
    expect([await story.proposals(), story.cell('2', 'missing')]).toEqual([[], '']);
  });

  test('4 b. what is missing is one idea: the column says what the mail says, of those who are there or to come', async () => {
    const odd = { ...complete('2', { nir: '', contractStart: '2027-01-01' }), unreadable: ['birthDate' as const] };
    const left = complete('3', { iban: null, contractEnd: '2026-09-30' });
    const story = await Story.of(complete('1', { city: null }), odd, left);
    expect(['1', '2', '3'].map((id) => story.cell(id, 'missing'))).toEqual([
      'Ville',
      'Date de naissance, Numéro de sécurité sociale',
      '',
    ]);
    const { incomplete } = luccaNews({
      ...{ changes: [], employees: [complete('1', { city: null }), odd, left], silent: new Set<string>(), since: null },
      today: plainDate('2026-10-26'),
    });
    expect(incomplete.map(({ missing }) => missing.map((key) => employeeField(key).heading).join(', '))).toEqual([
      'Ville',
      'Date de naissance, Numéro de sécurité sociale',
    ]);
  });

  test('5. incomplete, and the workbook waits: not created, counted, created once complete', async () => {
    const story = await Story.of(complete('1'));
    sound(await setIncompleteWaits(story.book, true));
    expect(await story.lucca(complete('1'), complete('2', { nir: null }))).toEqual(['added 2: undecided']);
    expect(await story.findings()).toContain('incompleteWait');
    expect(await story.applied()).toEqual(['added 2: undecided']);
    expect(await story.lucca(complete('1'), complete('2'))).toEqual(['added 2: accept']);
    expect(await story.findings()).not.toContain('incompleteWait');
    expect(await story.applied()).toEqual([]);
    sound(await setIncompleteWaits(story.book, false));
    expect(await story.lucca(complete('1'), complete('2'), complete('3', { nir: null }))).toEqual(['added 3: accept']);
  });
});

describe('staying', () => {
  test('a salary paid by cheque needs no account', async () => {
    const story = await Story.of(complete('1', { iban: null, paymentMethod: 'Chèque' }));
    expect(story.cell('1', 'missing')).toBe('');
  });

  test('6. moved: each cell of the address is proposed, the rest is not touched', async () => {
    const story = await Story.of(complete('1'));
    expect(await story.lucca(complete('1', { address: '9 quai Fulchiron', postalCode: '69005' }))).toEqual([
      'changed 1 address: accept',
      'changed 1 postalCode: accept',
    ]);
    expect(await story.applied()).toEqual([]);
    expect([story.cell('1', 'address'), story.cell('1', 'city')]).toEqual(['9 quai Fulchiron', 'Lyon']);
  });

  test('7. married: name of use and title change, the name of birth stays', async () => {
    const before = complete('1', { lastName: 'PETIT', birthName: 'PETIT', civilTitle: 'Mme' });
    const story = await Story.of(before);
    expect(await story.lucca(complete('1', { ...before.values, lastName: 'ROY' }))).toEqual([
      'changed 1 lastName: accept',
    ]);
    expect(await story.applied()).toEqual([]);
    expect([story.cell('1', 'lastName'), story.cell('1', 'birthName')]).toEqual(['ROY', 'PETIT']);
  });

  test('8. a NIR corrected: proposed like any value, and the temporary one is gone', async () => {
    const story = await Story.of(complete('1', { nir: '780056938212357' }));
    expect(await story.lucca(complete('1'))).toEqual(['changed 1 nir: accept']);
    expect(await story.applied()).toEqual([]);
    expect(story.cell('1', 'nir')).toBe('180056938212327');
  });

  test('9. a bank account changed: never taken with the others', async () => {
    const story = await Story.of(complete('1'));
    const moved = complete('1', { iban: OTHER_IBAN, city: 'Paris' });
    expect(await story.lucca(moved)).toEqual(['changed 1 city: accept', 'changed 1 iban: undecided']);
    expect(await story.applied()).toEqual(['changed 1 iban: undecided']);
    expect(story.cell('1', 'iban')).toBe(IBAN);
    await story.apply(() => 'accept');
    expect([await story.proposals(), story.cell('1', 'iban')]).toEqual([[], OTHER_IBAN]);
  });

  test('10. another establishment, another matricule: one row still, of the same person', async () => {
    const story = await Story.of(complete('1'), complete('2'));
    expect(
      await story.lucca(complete('1', { establishment: 'Lille', employeeNumber: '00001' }), complete('2')),
    ).toEqual(['changed 1 employeeNumber: accept', 'changed 1 establishment: accept']);
    expect(await story.applied()).toEqual([]);
    expect(story.keys(employeesTable)).toEqual(['1', '2']);
  });

  test('11. corrected in payroll, then in Lucca otherwise: a conflict, decided by a person, remembered', async () => {
    const story = await Story.of(complete('1'));
    story.type('1', 'city', 'Villeurbanne');
    expect(await story.lucca(complete('1'))).toEqual([]);
    expect(await story.lucca(complete('1', { city: 'Bron' }))).toEqual(['conflict 1 city: undecided']);
    await story.apply(() => 'ignore');
    expect([await story.proposals(), story.cell('1', 'city')]).toEqual([[], 'Villeurbanne']);
  });

  test('12. corrected in payroll, then the same in Lucca: nothing to decide', async () => {
    const story = await Story.of(complete('1'));
    story.type('1', 'city', 'Villeurbanne');
    expect(await story.lucca(complete('1', { city: 'VILLEURBANNE' }))).toEqual([]);
    // Agreed upon from now on: what Lucca says next is a change, not a conflict.
    await story.applied();
    expect(await story.lucca(complete('1', { city: 'Bron', firstName: 'Zoé' }))).toEqual([
      'changed 1 firstName: accept',
      'changed 1 city: accept',
    ]);
  });

  test('13. emptied in Lucca: proposed as empty in so many words, and what is no longer given is not', async () => {
    const story = await Story.of(complete('1', { personalPhone: '0612345678' }));
    expect(await story.lucca(complete('1', { personalPhone: null }))).toEqual(['changed 1 personalPhone: accept']);
    const { personalPhone: _silent, ...silent } = complete('1', { personalPhone: null }).values;
    expect(await story.lucca({ id: '1', values: silent })).toEqual([]);
    expect(await story.applied()).toEqual([]);
    expect(story.cell('1', 'personalPhone')).toBe('0612345678');
  });

  test('14. ignored: proposed again as ignored, without nagging, until Lucca says something else', async () => {
    const story = await Story.of(complete('1'));
    expect(await story.lucca(complete('1', { city: 'Bron' }))).toEqual(['changed 1 city: accept']);
    await story.apply(() => 'ignore');
    expect(await story.proposals()).toEqual(['changed 1 city: ignore']);
    expect(await story.lucca(complete('1', { city: 'Vaulx' }))).toEqual(['changed 1 city: accept']);
  });
});

describe('leaving', () => {
  test('15. a fixed term ends: the end is proposed once known, « sorti » comes the day after, and no contract is ended here', async () => {
    const story = await Story.of(complete('1'));
    const ending = complete('1', { contractEnd: '2026-10-31' });
    expect(await story.lucca(ending)).toEqual(['changed 1 contractEnd: accept']);
    expect(await story.applied()).toEqual([]);
    expect(story.situations('1')).toEqual(['présent']);
    story.clock.at = Date.UTC(2026, 10, 1, 19);
    story.account.asOf = story.clock.now();
    expect(await story.lucca(ending)).toEqual(['changed 1 situation: accept']);
    expect(await story.applied()).toEqual([]);
    expect([story.situations('1'), story.cell('1', 'contractEnd')]).toEqual([['sorti'], '31/10/2026']);
  });

  test('16. re-hired under the same file: present again, the old end is gone', async () => {
    const story = await Story.of(complete('1', { contractEnd: '2026-08-31' }));
    expect(story.situations('1')).toEqual(['sorti']);
    expect(await story.lucca(complete('1', { contractStart: '2026-10-12', contractEnd: null }))).toEqual([
      'changed 1 contractStart: accept',
      'changed 1 contractEnd: accept',
      'changed 1 situation: accept',
    ]);
    expect(await story.applied()).toEqual([]);
    expect([story.situations('1'), story.cell('1', 'contractEnd')]).toEqual([['présent'], '']);
  });

  test('17. re-hired under a new file: a row of their own beside the old one, once somebody said so', async () => {
    const old = complete('1', { contractEnd: '2026-08-31' });
    const story = await Story.of(old);
    const back = complete('9', { nir: nirOf('1'), contractStart: '2026-10-12' });
    expect(await story.lucca(old, back)).toEqual(['added 9: undecided']);
    await story.apply(() => 'accept');
    expect(await story.proposals()).toEqual([]);
    expect(story.situations('1', '9')).toEqual(['sorti', 'présent']);
  });

  test('18. an e-mail that another person takes over: two rows, neither is the other', async () => {
    const left = complete('1', { contractEnd: '2026-08-31', workEmail: 'compta@exemple.fr' });
    const story = await Story.of(left);
    const taking = complete('2', { workEmail: 'compta@exemple.fr' });
    const freed = complete('1', { contractEnd: '2026-08-31', workEmail: null });
    expect(await story.lucca(freed, taking)).toEqual(['changed 1 workEmail: accept', 'added 2: accept']);
    expect(await story.applied()).toEqual([]);
    expect([story.cell('1', 'workEmail'), story.cell('2', 'workEmail')]).toEqual(['', 'compta@exemple.fr']);
  });

  test('19. gone from Lucca, then back: flagged, told once, and as it was when the person returns', async () => {
    const story = await Story.of(...others('1', '2'));
    story.note('2', 'Commentaire', 'prime à revoir');
    expect(await story.lucca(complete('1'))).toEqual(['gone 2: accept']);
    expect(await story.applied()).toEqual([]);
    expect(await story.lucca(...others('1', '2'))).toEqual(['changed 2 situation: accept']);
    expect(await story.applied()).toEqual([]);
    expect([story.situations('2'), story.row('2').others.map(({ heading }) => heading)]).toEqual([
      ['présent'],
      ['Commentaire'],
    ]);
  });

  test('20. deleted by mistake, all at once: more than a tenth and more than five stops and asks; undone, all is as before', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => String(index + 1));
    const story = await Story.of(...others(...ids));
    const before = story.seen();
    const six = ids.slice(0, 6);
    expect(await story.lucca(...others(...ids.slice(6)))).toEqual(six.map((id) => `gone ${id}: undecided`));
    expect(await story.findings()).toContain('massDisappearance');
    expect(await story.lucca(...others(...ids.slice(5)))).toEqual(six.slice(0, 5).map((id) => `gone ${id}: accept`));
    await story.apply();
    expect(story.situations('1', '6')).toEqual(['absent de Lucca', 'présent']);
    sound(await undoLastPlan(story.ports));
    expect(story.seen().map(({ rows }) => rows)).toEqual(before.map(({ rows }) => rows));
  });
});
