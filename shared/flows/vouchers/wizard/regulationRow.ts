/** The row of « Réglementaires TR » and those of « Bénéficiaires TR » that answers make, as an accountant would have typed them. */
import { firstDay, parsePlainDate, type PlainDate } from '../../../domain/calendar/plainDate.ts';
import { canonical, numberCell, textCell, type Cell, type ValueKind } from '../../../domain/review/cell.ts';
import type { AddLine, RowCells } from '../../../domain/review/plan.ts';
import { LAST_START_DAY } from '../../../domain/vouchers/regulation.ts';
import { windowsOf } from '../../../domain/vouchers/windows.ts';
import { rowKey, type TableDeclaration } from '../../../tables/declaration.ts';
import { beneficiariesTable, exceptionLabels } from '../../../tables/vouchers/beneficiariesTable.ts';
import { supportLabels } from '../../../tables/vouchers/issuers.ts';
import { establishmentNamed, type Establishment } from '../../../tables/readEstablishments.ts';
import {
  hourAbsenceLabels,
  mealStageLabels,
  NO_ESTABLISHMENT,
  partialDayLabels,
  payrollLabels,
  regulationsTable,
  reintegrationLabels,
  startLabels,
} from '../../../tables/vouchers/regulationsTable.ts';
import type { ExclusionAnswer, RegulationAnswers } from './answers.ts';

/** A number where one can be read, with or without its sign of euro or percent; else the text, for the reader to tell. */
function typedCell(kind: ValueKind, typed: string): Cell {
  const bare = typed.replace(/[€%]\s*$/u, '').trim();
  const value = canonical(kind, textCell(bare));
  return /^[+-]?\d+(\.\d+)?$/.test(value) ? numberCell(Number(value)) : textCell(typed.trim());
}

/** What a field of dates gives: `2026-10-01`, or '' for no date. */
function dateCell(typed: string): Cell {
  const date = parsePlainDate(typed);
  return date === undefined ? textCell(typed) : { date };
}

function startDayOf({ startDay }: RegulationAnswers): number {
  const cell = typedCell('integer', startDay);
  const day = 'number' in cell ? cell.number : 1;
  return Number.isInteger(day) && day >= 1 && day <= LAST_START_DAY ? day : 1;
}

/** First day of the first order: the regulation holds from the first day whose work it counts. */
export function firstDayOf(answers: RegulationAnswers): PlainDate {
  const { days, absences, expenses, firstMonth } = answers;
  const rules = { days, absences, expenses, startDay: startDayOf(answers) };
  return windowsOf({ ...rules, partialDaysDeduct: true, hourAbsence: 'full', mealStage: 'controlled' }, firstMonth).days
    .from;
}

/** How the sheet names an establishment: by the first of name, code and identifier that is its own, and is not cut in two. */
function writtenName(establishment: Establishment, all: readonly Establishment[]): string {
  const { name, code, id } = establishment;
  const isSound = (text: string) =>
    text !== '' &&
    !/[;\n]/.test(text) &&
    text.toLowerCase() !== NO_ESTABLISHMENT &&
    establishmentNamed(all, text) === establishment;
  return [name, code, id].find(isSound) ?? id;
}

/** What they all share and is not the default of the column. */
function shared(values: readonly string[], otherwise: string): string {
  const [value, ...others] = new Set(values);
  return value === undefined || value === otherwise || others.length > 0 ? '' : value;
}

/** The one row of a new regulation. Columns that nothing was asked about keep their defaults. */
export function regulationLine(answers: RegulationAnswers, all: readonly Establishment[]): AddLine {
  const chosen = all.filter(({ id }) => answers.establishments.includes(id));
  const share = answers.shareKind === 'rate' ? 'sharePercent' : 'shareAmount';
  const after: RowCells = {
    name: textCell(answers.name.trim()),
    from: { date: firstDayOf(answers) },
    establishments: textCell(chosen.map((each) => writtenName(each, all)).join('; ')),
    country: textCell(
      shared(
        chosen.map(({ country }) => country),
        'FR',
      ),
    ),
    currency: textCell(
      shared(
        chosen.map(({ currency }) => currency),
        'EUR',
      ),
    ),
    issuer: textCell(answers.issuer),
    face: typedCell('decimal', answers.face),
    [share]: typedCell('decimal', answers.share),
    cse: typedCell('decimal', answers.cse),
    days: textCell(answers.days),
    absences: textCell(answers.absences),
    expenses: textCell(answers.expenses),
    startDay: typedCell('integer', answers.startDay),
    partialDays: textCell(partialDayLabels[answers.partialDays]),
    hourAbsence: textCell(hourAbsenceLabels[answers.hourAbsence]),
    support: textCell(supportLabels[answers.support]),
    mealStage: textCell(mealStageLabels[answers.mealStage]),
    payroll: textCell(payrollLabels[answers.payroll]),
    payCode: textCell(answers.payCode.trim()),
    complement: textCell(answers.complement.trim()),
    reintegration: textCell(reintegrationLabels[answers.reintegration]),
    firstMonth: { date: firstDay(answers.firstMonth) },
    before: textCell(answers.before === null ? '' : startLabels[answers.before]),
  };
  return added(regulationsTable, after);
}

function added(table: TableDeclaration, after: RowCells): AddLine {
  return { operation: 'add', table: table.name, key: rowKey(table, after), after, reason: 'decision' };
}

/** The row of one exclusion. */
export function exclusionLine({ criterion, value, from, to, comment }: ExclusionAnswer): AddLine {
  return added(beneficiariesTable, {
    criterion: textCell(criterion),
    value: textCell(value.trim()),
    exception: textCell(exceptionLabels.excluded),
    from: dateCell(from),
    to: dateCell(to),
    comment: textCell(comment.trim()),
  });
}
