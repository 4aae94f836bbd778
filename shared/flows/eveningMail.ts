/** The mail at the end of a run that nobody watched, as words: its subject, its sections, how it ends. Pure. */
import { frenchDate, wallClock, type Instant, type PlainMonth } from '../domain/calendar/plainDate.ts';
import { employeeField } from '../domain/people/employeeFields.ts';
import type { LuccaNews } from '../domain/review/luccaNews.ts';
import type { Run } from '../contracts/schemas.ts';
import * as say from '../messages/fr/employees/mail.ts';

/** What is sent, before it is laid out. `lines` of a section are a list. */
export interface MailWords {
  readonly subject: string;
  readonly lead: readonly string[];
  readonly sections: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly close: readonly string[];
}

export interface MailAbout {
  readonly run: Run;
  /** Host of the account. */
  readonly account: string;
  readonly zone: string;
  readonly news: LuccaNews;
  /** Headings that Lucca gives for nobody, and rights that were missing. */
  readonly unreadFields: readonly string[];
  readonly missingRights: readonly string[];
  /** How many of those the mail before did not name. */
  readonly lost: number;
  /** Months whose absences Lucca shows no more: a right may be missing. */
  readonly silent: readonly PlainMonth[];
  /** Earlier readings that failed, and that no mail told. */
  readonly untold: readonly Run[];
  /** How often an evening that failed was tried. */
  readonly tries: number;
}

/** Beyond, a list is counted: a mail is read, not searched. */
const MOST_LINES = 60;

function section(title: string, lines: readonly string[]): MailWords['sections'] {
  if (lines.length === 0) return [];
  const left = lines.length - MOST_LINES;
  return [{ title, lines: left > 0 ? [...lines.slice(0, MOST_LINES), say.others(left)] : lines }];
}

function whenOf(moment: Instant, zone: string): readonly [date: string, time: string] {
  const { date, time } = wallClock(moment, zone);
  return [frenchDate(date), time];
}

function unread({ unreadFields, missingRights, silent }: MailAbout): MailWords['sections'] {
  return section(say.sections.unread, [
    ...(unreadFields.length === 0 ? [] : [say.unreadLine(unreadFields)]),
    ...(missingRights.length === 0 ? [] : [say.rightsLine(missingRights)]),
    ...(silent.length === 0 ? [] : [say.silentLine(silent)]),
  ]);
}

function incomplete({ incomplete: files }: LuccaNews): MailWords['sections'] {
  const headings = (missing: LuccaNews['incomplete'][number]['missing']) =>
    missing.map((field) => employeeField(field).heading);
  return section(
    say.sections.incomplete,
    files.map(({ person, missing }) => say.incompleteLine(person, headings(missing))),
  );
}

function newsSections(news: LuccaNews): MailWords['sections'] {
  return [
    ...section(say.sections.changed, news.changed.map(say.changedLine)),
    ...section(say.sections.reread, news.reread.map(say.rereadLine)),
    ...section(say.sections.arrivals, news.arrivals.map(say.arrivalLine)),
    ...section(say.sections.ends, news.ends.map(say.endLine)),
    ...section(say.sections.gone, news.gone.map(say.goneLine)),
  ];
}

function caughtUp({ trigger, evenings = 1 }: Run): string[] {
  return trigger === 'catchUp' ? [say.caughtUp(evenings)] : [];
}

function earlierFailures({ untold, zone }: MailAbout): MailWords['sections'] {
  return section(
    say.sections.untold,
    untold.map(({ startedAt, problem }) => say.untoldLine(...whenOf(startedAt, zone), problem?.detail ?? '')),
  );
}

function failureMail(about: MailAbout): MailWords {
  const { run, account, zone, tries } = about;
  const { problem } = run;
  const disappeared = problem?.code === 'massDisappearance' ? Number(problem.facts['disappeared']) : undefined;
  return {
    subject: disappeared === undefined ? say.subjectOfFailure(account) : say.subjectOfDepartures(disappeared, account),
    lead: [
      say.triedAt(...whenOf(run.startedAt, zone)),
      ...caughtUp(run),
      ...(tries > 1 ? [say.triedTimes(tries)] : []),
    ],
    sections: [...section(say.sections.failed, problem ? [problem.detail] : []), ...earlierFailures(about)],
    close: [say.refreshAgain],
  };
}

/** Whether Lucca shows anything that the mail before did not say. A file that stays incomplete is no news. */
export function hasNews({ news, lost, silent }: Pick<MailAbout, 'news' | 'lost' | 'silent'>): boolean {
  return news.told > 0 || lost > 0 || silent.length > 0;
}

function successMail(about: MailAbout): MailWords {
  const { run, account, zone, news, lost, silent, untold } = about;
  const { employees: people, halfDays } = run.counts;
  const isFirst = run.trigger === 'first';
  const files = news.incomplete.length;
  const told = isFirst ? say.firstReading(people, halfDays) : hasNews(about) ? '' : say.nothingNew;
  return {
    subject: isFirst
      ? say.subjectOfFirst({ people, incomplete: files, account })
      : say.subjectOfNews({
          ...{ changes: news.told, lost: lost + silent.length, failed: untold.length, incomplete: files, account },
        }),
    lead: [say.readAt(...whenOf(run.endedAt ?? run.startedAt, zone)), ...caughtUp(run), told].filter(
      (line) => line !== '',
    ),
    sections: [...newsSections(news), ...incomplete(news), ...unread(about), ...earlierFailures(about)],
    close: [say.openWorkbook, say.masked],
  };
}

/** What is written after a run: of one that failed, why and what to do; of one that read, what Lucca shows. */
export function eveningMail(about: MailAbout): MailWords {
  return about.run.state === 'done' ? successMail(about) : failureMail(about);
}

/** « Envoyer un message d'essai » */
export function trialMail(account: string): MailWords {
  return { subject: say.subjectOfTrial(account), lead: [say.trialBody], sections: [], close: [] };
}
