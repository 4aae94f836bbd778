/** What must be known of one person beside the numbers. */
import type { PlainDate } from '../calendar/plainDate.ts';
import type { Finding } from '../finding.ts';
import { isGivenOtherwise } from './decideDate.ts';
import type { Recorded } from './ledger.ts';
import type { OrderContext } from './orderContext.ts';
import type { VoucherLine } from './outcome.ts';
import type { DateView } from './personDates.ts';
import { isWithin } from './reach.ts';
import { entitles } from './voucherDay.ts';

/** The dates of one person that could not be decided as they should. */
export class Doubts {
  /** Days of this order without planning: nothing is counted. */
  readonly unplanned: PlainDate[] = [];
  /** Dates of closed orders, or of an absence or a meal, without planning: they wait, the rest is counted. */
  readonly waiting: PlainDate[] = [];
  /** Hours of absence that no planned hours can be compared with. */
  readonly hours: PlainDate[] = [];

  constructor(private readonly context: OrderContext) {}

  note(view: DateView, recorded: Recorded): void {
    const { date, reach, reason } = view;
    if (reason === 'unknownPlanning') {
      if (reach.days.at === 'open') this.unplanned.push(date);
      else if (this.#waits(view, recorded)) this.waiting.push(date);
    } else if (view.lacksHours && entitles(reason) && isWithin(reach.absences, this.context.correctable))
      this.hours.push(date);
  }

  /** A day not given yet by an order that may still be corrected, or something that would take it. */
  #waits(view: DateView, { given, taken }: Recorded): boolean {
    const { reach, isAwayUnplanned, meal } = view;
    const { correctable } = this.context;
    if (given === 0 && reach.days.at === 'closed') return isWithin(reach.days, correctable);
    const isAway = isAwayUnplanned && isWithin(reach.absences, correctable);
    const isFed = meal !== null && isWithin(reach.meals, correctable);
    return taken === 0 && (isAway || isFed) && (given > 0 || isGivenOtherwise(view));
  }

  /** `late`: corrections of orders too old to be corrected. */
  findings(employeeId: string, late: readonly VoucherLine[]): Finding[] {
    const number = late.reduce((total, { change }) => total + change, 0);
    const finding = (
      code: string,
      severity: Finding['severity'],
      dates: readonly PlainDate[],
      more: Finding['facts'] = {},
    ): Finding[] => {
      const [from, to] = [dates[0], dates.at(-1)];
      if (from === undefined || to === undefined) return [];
      const facts = { month: this.context.month, ...more, count: dates.length, from, to };
      return [{ code, severity, subject: employeeId, facts }];
    };
    return [
      ...finding('voucherPlanningMissing', 'error', this.unplanned),
      ...finding('voucherPastPlanningMissing', 'warning', this.waiting),
      ...finding('voucherAbsenceWithoutHours', 'warning', this.hours),
      ...finding(
        'voucherBeyondLookBack',
        'warning',
        late.map(({ date }) => date),
        { number },
      ),
    ];
  }
}
