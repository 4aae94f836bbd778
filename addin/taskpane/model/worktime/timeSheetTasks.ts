/** What an accountant fills, made from the pane: the sheets, and the ready-made sets copied into them. */
import { readyMadeSets } from '../../../../shared/domain/worktime/readyMade.ts';
import { copyReadySet } from '../../../../shared/flows/worktime/copyReadySet.ts';
import {
  prepareTimeSheets,
  type TimeSheetsError,
  type TimeSheetsReport,
} from '../../../../shared/flows/worktime/timeSheets.ts';
import { otherAccountBody, tablesTitle } from '../../../../shared/messages/fr/pane.ts';
import * as text from '../../../../shared/messages/fr/worktime/pane.ts';
import { copied, nothingCopied } from '../../../../shared/messages/fr/worktime/setsPane.ts';
import { timeRegulationsTable } from '../../../../shared/tables/worktime/timeRegulationsTable.ts';
import type { PaneDesk } from '../desk.ts';
import { firstRow } from '../firstRow.ts';
import { refusesWriting } from '../readOnly.ts';
import type { Notice } from '../state.ts';
import { appliedNotice, applyNotice } from '../updateFlows.ts';
import type { TimeWays } from './timeWays.ts';

/** `set`: key of a ready-made set; `into`: name of the set of the sheet that gets its rules; `regulation`: '' where none is to be made. */
export interface SetCopy {
  readonly set: string;
  readonly into: string;
  readonly regulation: string;
}

export class TimeSheetTasks {
  private readonly desk: PaneDesk;
  private readonly ways: TimeWays;

  constructor(desk: PaneDesk, ways: TimeWays) {
    this.desk = desk;
    this.ways = ways;
  }

  private working() {
    this.desk.show({ name: 'working', progress: { step: 'read', done: 0, total: 0 }, cancelling: false });
    return this.desk.working();
  }

  /** « Préparer les feuilles » */
  async prepare(): Promise<void> {
    const { desk, ways } = this;
    if (refusesWriting(desk)) return;
    const subject = await ways.begun();
    if (!subject) return;
    const prepared = await prepareTimeSheets(desk.ports, subject, this.working());
    if (!prepared.ok) return this.failed(prepared.error);
    await ways.open(preparedNotice(prepared.value));
    if (prepared.value.created.includes(timeRegulationsTable))
      await desk.ports.book.show(firstRow(timeRegulationsTable));
  }

  /** « Copier un jeu prêt à l'emploi… » */
  async sets(): Promise<void> {
    const board = await this.ways.read();
    if (board) this.desk.show({ name: 'worktimeSets', board });
  }

  async copy({ set: key, into, regulation }: SetCopy): Promise<void> {
    const { desk, ways } = this;
    const set = readyMadeSets.find((each) => each.key === key);
    if (!set || refusesWriting(desk)) return;
    const subject = await ways.begun();
    if (!subject) return;
    const request = { ...subject, set, into, ...(regulation === '' ? {} : { regulation }) };
    const done = await copyReadySet(desk.ports, request, this.working());
    if (!done.ok) return this.failed(done.error);
    return ways.open(
      done.value.added === 0 ? { intent: 'info', text: nothingCopied(into) } : appliedNotice(copied(into), done.value),
    );
  }

  private async failed(error: TimeSheetsError): Promise<void> {
    const { desk, ways } = this;
    switch (error.code) {
      case 'apply':
        return error.error.open ? desk.home(applyNotice(error.error)) : ways.open(applyNotice(error.error));
      case 'tables':
        return ways.open({ intent: 'error', text: tablesTitle }, error.findings);
      case 'otherAccount':
        return desk.home({ intent: 'error', text: otherAccountBody(error.account) });
      case 'notRead':
        return desk.home({ intent: 'info', text: text.firstRefresh });
      case 'pending':
        return ways.lost({ code: 'pending' });
      default:
        return ways.lost(error);
    }
  }
}

function preparedNotice(report: TimeSheetsReport): Notice {
  const { created, added } = report;
  const parts = [
    ...(created.length === 0 ? [] : [text.sheetsCreated(created.map(({ title }) => title))]),
    ...(added === 0 ? [] : [text.rowsBrought(added)]),
  ];
  return appliedNotice(parts.length === 0 ? text.sheetsUpToDate : parts.join(' '), report);
}
