import { flag, membersOf } from '../members.ts';
import type { ClassSpec } from '../members.ts';
import type { Workbook } from '../model/workbook.ts';

const { reads } = membersOf<Workbook>();

/** Formulas are computed once, at the end of each request, so the suspensions only have to be accepted. */
export const application: ClassSpec<Workbook> = {
  actions: {
    SuspendApiCalculationUntilNextSync: reads([], () => null),
    SuspendScreenUpdatingUntilNextSync: reads([], () => null),
  },
};

export const runtime: ClassSpec<Workbook> = {
  props: { EnableEvents: { set: (_, value, session) => session.switchEvents(flag(value)), quiet: true } },
};
