import { describe, expect, test } from '@jest/globals';
import { plainDate, plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import { textCell } from '../../shared/domain/review/cell.ts';
import type { VoucherCount, VoucherLine, VoucherOutcome } from '../../shared/domain/vouchers/outcome.ts';
import { dayReasons } from '../../shared/domain/vouchers/outcome.ts';
import type { PersonVouchers, VoucherComputation } from '../../shared/flows/vouchers/computeVouchers.ts';
import { cents } from '../../shared/domain/money/money.ts';
import { incompletePeople } from '../../shared/messages/fr/vouchers/cli.ts';
import { correctionText, dayMarks, dayName, lineText } from '../../shared/messages/fr/vouchers/days.ts';
import { leftOut } from '../../shared/messages/fr/vouchers/ordersPane.ts';
import { calendarMonths, correctionsOf, marksIn, notableDays } from '../../addin/taskpane/model/vouchersMonth.ts';
import { foundLines, personLines, regulationTotals } from '../../addin/taskpane/model/vouchersResult.ts';

const names = {
  accounts: new Map([
    ['9', 'Congés payés'],
    ['8', 'RTT'],
  ]),
  natures: new Map([['31', 'Déjeuner']]),
};

function line(date: string, more: Partial<VoucherLine> = {}): VoucherLine {
  return { date: plainDate(date), fact: 'given', change: 1, reason: 'worked', taking: null, correction: null, ...more };
}

function away(date: string, more: Partial<VoucherLine> = {}): VoucherLine {
  const taking = { by: 'absence', accounts: ['9'], halves: ['am'] } as const;
  return line(date, { fact: 'absence', change: -1, reason: 'taken', taking, ...more });
}

const zero: VoucherCount = {
  ...{ days: 0, taken: 0, corrections: 0, manual: 0, carriedIn: 0, total: 0 },
  ...{ ordered: 0, carriedOut: 0, settlement: 0, returned: 0 },
};

function outcome(lines: readonly VoucherLine[], more: Partial<VoucherOutcome> = {}): VoucherOutcome {
  return {
    ...{ employeeId: '1', regulation: 'TR', month: plainMonth('2026-10'), state: 'computed', count: zero },
    ...{ lines, manual: [], entries: [], findings: [] },
    ...more,
  };
}

function cell(date: string, ...lines: VoucherLine[]) {
  const days = calendarMonths(outcome(lines), names).flatMap(({ weeks }) => weeks.flat());
  return days.find((day) => day?.date === date);
}

describe('the month of one person', () => {
  test('a half-day of absence that takes the voucher: « 2 octobre : congés payés le matin, titre retiré »', () => {
    const day = cell('2026-10-02', line('2026-10-02'), away('2026-10-02'));
    expect(day).toMatchObject({ mark: 'absence', sentences: ['congés payés le matin, titre retiré'] });
    expect(dayName(plainDate('2026-10-02'))).toBe('2 octobre');
    expect(dayName(plainDate('2026-10-01'))).toBe('1er octobre');
  });

  test('weeks go from Monday to Sunday, each day of the month once', () => {
    const [month, ...others] = calendarMonths(outcome([line('2026-10-01')]), names);
    expect(others).toEqual([]);
    expect(month?.weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7]);
    expect(month?.weeks[0]?.map((day) => day?.date.slice(8) ?? '')).toEqual(['', '', '', '01', '02', '03', '04']);
    expect(month?.weeks.flat().filter((day) => day !== null)).toHaveLength(31);
  });

  test('absences of the month before have their own month', () => {
    const months = calendarMonths(outcome([line('2026-10-01'), away('2026-09-08')]), names);
    expect(months.map(({ month }) => month)).toEqual(['2026-09', '2026-10']);
    expect(marksIn(months)).toEqual(['absence', 'given']);
    expect(notableDays(months).map(({ date }) => date)).toEqual(['2026-09-08']);
  });

  test.each(dayReasons)('the reason %s has a mark and a sentence', (reason) => {
    const given = reason === 'worked' || reason === 'holidayWorked';
    const day = cell('2026-10-05', line('2026-10-05', { reason, change: given ? 1 : 0 }));
    expect(day?.mark && dayMarks[day.mark].letter).toMatch(/^.$/u);
    expect(day?.sentences.join()).toMatch(given ? /, un titre$/ : /, pas de titre$/);
  });

  test('every taking has its sentence, with what it did', () => {
    const meal = (host: string | null) => ({ by: 'meal', nature: '31', host }) as const;
    const text = (more: Partial<VoucherLine>) => lineText(away('2026-10-05', more), names);
    expect(text({ taking: { by: 'absence', accounts: ['8', '9'], halves: ['am', 'pm'] } })).toBe(
      'RTT et congés payés, titre retiré',
    );
    expect(text({ taking: { by: 'absence', accounts: ['77'], halves: ['pm'] } })).toBe(
      'compte 77 l’après-midi, titre retiré',
    );
    expect(text({ fact: 'meal', taking: meal(null) })).toBe('repas remboursé (déjeuner), titre retiré');
    expect(text({ fact: 'meal', taking: meal('Marc Petit') })).toBe('repas offert par Marc Petit, titre retiré');
    expect(text({ change: 0, reason: 'alreadyTaken' })).toBe('congés payés le matin, titre déjà retiré');
    expect(text({ change: 0, reason: 'notEntitled' })).toBe(
      'congés payés le matin, sans effet : ce jour ne donne pas de titre',
    );
  });

  test('corrections of earlier orders say their cause and stay out of the calendar', () => {
    const correction = plainMonth('2026-09');
    const lines = [
      away('2026-09-08', { correction }),
      away('2026-09-09', { correction, change: 1, reason: 'noLonger', taking: null }),
      line('2026-09-10', { correction, change: -1, reason: 'notPlanned' }),
      line('2026-09-11', { correction, change: 1 }),
      away('2026-08-03', { correction: plainMonth('2026-08'), fact: 'meal', change: 1, taking: null }),
    ];
    expect(calendarMonths(outcome(lines), names)).toEqual([]);
    expect(correctionsOf(outcome(lines)).map((each) => correctionText(each, names))).toEqual([
      '8 septembre : absence (congés payés le matin) enregistrée après la commande de septembre, titre retiré',
      '9 septembre : absence annulée ou sans effet depuis la commande de septembre, titre rendu',
      '10 septembre : pas de travail prévu, su après la commande de septembre, titre repris',
      '11 septembre : jour travaillé connu après la commande de septembre, titre ajouté',
      '3 août : repas annulé ou sans effet depuis la commande d’août, titre rendu',
    ]);
  });

  test('a late meal is told as it was eaten; one person left out is one', () => {
    const late = (host: string | null) => {
      const taking = { by: 'meal', nature: '31', host } as const;
      const more = { fact: 'meal', change: -1, reason: 'taken', taking } as const;
      return correctionText({ ...line('2026-09-08', more), correction: plainMonth('2026-09') }, names);
    };
    const end = 'enregistré après la commande de septembre, titre retiré';
    expect(late(null)).toBe(`8 septembre : repas remboursé (déjeuner) ${end}`);
    expect(late('Marc Petit')).toBe(`8 septembre : repas offert par Marc Petit ${end}`);
    expect([leftOut(1), leftOut(2)]).toEqual([
      '1 personne incomplète est laissée de côté : une commande suivante la rattrapera.',
      '2 personnes incomplètes sont laissées de côté : une commande suivante les rattrapera.',
    ]);
    expect([incompletePeople(1), incompletePeople(2)]).toEqual([
      expect.stringMatching(/pour elle\.$/),
      expect.stringMatching(/pour elles\.$/),
    ]);
  });
});

function person(
  id: string,
  lastName: string,
  more: Partial<VoucherOutcome> = {},
  establishment = 'Lyon',
): PersonVouchers {
  const cells = {
    ...{ lastName: textCell(lastName), firstName: textCell('P'), establishment: textCell(establishment) },
    employeeNumber: textCell(`000${id}`),
  };
  const row = { key: id, index: 0, cells, formulas: [], others: [] };
  return { row, outcome: outcome([], { employeeId: id, ...more }), place: '' };
}

const unit = {
  ...{ face: cents(900), employer: cents(540), cse: cents(0), employee: cents(360) },
  ...{ exempt: cents(540), reintegrated: cents(0) },
};

function computation(people: readonly PersonVouchers[], hasUnit = true): VoucherComputation {
  const regulations = new Map([['TR', { unit: hasUnit ? unit : null }]]);
  return { month: plainMonth('2026-10'), regulations, people, findings: [] } as unknown as VoucherComputation;
}

const ordering = (ordered: number) => ({ count: { ...zero, ordered } });

describe('a computation summed up', () => {
  test('totals are those of the people, in all and by establishment', () => {
    const people = [
      person('1', 'A', ordering(17)),
      person('2', 'B', ordering(3), 'Strasbourg'),
      person('3', 'C', { state: 'incomplete' }),
    ];
    const [total] = regulationTotals(computation(people));
    expect(total).toMatchObject({ people: 2, vouchers: 20, computed: 2, incomplete: 1 });
    expect(total?.amounts).toMatchObject({ face: 18_000, employer: 10_800, employee: 7_200 });
    expect(total?.establishments).toEqual([
      { name: 'Lyon', vouchers: 17, amount: 15_300 },
      { name: 'Strasbourg', vouchers: 3, amount: 2_700 },
    ]);
    expect(regulationTotals(computation(people, false))[0]).toMatchObject({ vouchers: 20, amounts: null });
  });

  test('people are sorted as in French, found by name or number, accents aside', () => {
    const lines = personLines(computation([person('1', 'Zed'), person('2', 'Éric'), person('3', 'Eve')]));
    expect(lines.map(({ name }) => name)).toEqual(['Éric P', 'Eve P', 'Zed P']);
    expect(foundLines(lines, 'eric p', false).map(({ name }) => name)).toEqual(['Éric P']);
    expect(foundLines(lines, '0003', false).map(({ name }) => name)).toEqual(['Eve P']);
    expect(foundLines(lines, 'personne', false)).toEqual([]);
  });

  test('« à regarder » holds all that is out of the ordinary, and why', () => {
    const doubt: Finding = { code: 'voucherPlanningMissing', severity: 'error', facts: {} };
    const people = [
      person('1', 'A', ordering(20)),
      person('2', 'B', { state: 'incomplete', findings: [doubt] }),
      person('3', 'C', { count: { ...zero, corrections: -1 } }),
      person('4', 'D', { count: { ...zero, carriedOut: -2 } }),
      person('5', 'E', { count: { ...zero, settlement: -2 } }),
      person('6', 'F', { count: { ...zero, returned: 1 } }),
      person('7', 'G', { findings: [doubt] }),
    ];
    const found = foundLines(personLines(computation(people)), '', true);
    expect(found.map(({ attention }) => attention)).toEqual([
      ['incomplete'],
      ['corrections'],
      ['carry'],
      ['settlement'],
      ['returned'],
      ['finding'],
    ]);
  });
});
