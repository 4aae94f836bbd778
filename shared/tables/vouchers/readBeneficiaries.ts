/** « Bénéficiaires TR »: who does not benefit, who begins later, who wants the other support. */
import type { PlainDate } from '../../domain/calendar/plainDate.ts';
import { canonical, textCell } from '../../domain/review/cell.ts';
import type { TableState } from '../../flows/book.ts';
import { beneficiariesTable, ESTABLISHMENT_CRITERION, exceptionLabels, personCriteria } from './beneficiariesTable.ts';
import type { BeneficiaryException, Whom } from './beneficiaryException.ts';
import { sayOverlaps } from './exceptionOverlaps.ts';
import { groupFinding } from './groupExclusion.ts';
import type { VoucherSupport } from './issuers.ts';
import { KnownPeople, type KnownPerson } from '../knownPeople.ts';
import { establishmentNamed, type Establishment } from '../readEstablishments.ts';
import { versionOn, type TypedRegulation } from './readRegulations.ts';
import { typedRows, type Reading, type TypedRow } from '../typedRow.ts';

export interface Beneficiaries {
  readonly exclusions: readonly Pick<BeneficiaryException, 'whom' | 'from' | 'to'>[];
  /** First day of each person who has one. */
  readonly starts: ReadonlyMap<string, PlainDate>;
  readonly supports: readonly {
    readonly employeeId: string;
    readonly support: VoucherSupport;
    readonly from: PlainDate | null;
    readonly to: PlainDate | null;
  }[];
}

export interface BeneficiarySurroundings {
  readonly people: readonly KnownPerson[];
  readonly establishments: readonly Establishment[];
  readonly regulations: readonly TypedRegulation[];
  /** Headings of « Salariés », those that the person added included. */
  readonly fields: readonly string[];
}

function same(a: string, b: string): boolean {
  return canonical('text', textCell(a)) === canonical('text', textCell(b));
}

function whomOf(row: TypedRow, around: BeneficiarySurroundings, people: KnownPeople): Whom | undefined {
  const [criterion, value] = [row.text('criterion'), row.text('value')];
  const isEmpty = criterion === '' || value === '';
  if (isEmpty) row.say(criterion === '' ? 'criterion' : 'value', 'voucherCriterionMissing');
  if (isEmpty) return undefined;
  const isId = same(criterion, personCriteria.luccaId);
  if (isId || same(criterion, personCriteria.employeeNumber)) {
    const person = isId ? people.identified(row, 'value') : people.numbered(row, 'value');
    return person && { by: 'person', employeeId: person.id };
  }
  if (same(criterion, ESTABLISHMENT_CRITERION)) {
    const found = establishmentNamed(around.establishments, value);
    if (!found) row.say('value', 'voucherEstablishmentUnknown', { name: value });
    return found && { by: 'establishment', establishmentId: found.id };
  }
  const field = around.fields.find((each) => same(each, criterion));
  if (field === undefined) row.say('criterion', 'voucherCriterionUnknown');
  return field === undefined ? undefined : { by: 'field', field, value };
}

function exceptionOf(row: TypedRow, around: BeneficiarySurroundings, people: KnownPeople): BeneficiaryException[] {
  const whom = whomOf(row, around, people);
  const exception = row.choice('exception', exceptionLabels);
  const [from, to] = [row.date('from'), row.date('to')];
  if (exception === undefined && !row.isUnreadable('exception')) row.say('exception', 'voucherExceptionMissing');
  const isBackwards = from !== null && to !== null && to < from;
  if (isBackwards) row.say('to', 'voucherEndBeforeStart');
  const isDateLost = row.isUnreadable('from') || row.isUnreadable('to');
  if (!whom || exception === undefined || isBackwards || isDateLost) return [];
  if (!isSound(row, whom, exception, from)) return [];
  return [{ whom, exception, from, to, row }];
}

function isSound(row: TypedRow, whom: Whom, exception: string, from: PlainDate | null): boolean {
  if (exception === 'excluded') {
    const finding = whom.by === 'field' ? groupFinding(whom.field, whom.value) : undefined;
    if (finding) row.tell('value', finding);
    return true;
  }
  if (whom.by !== 'person') row.say('criterion', 'voucherPersonNeeded');
  else if (exception !== 'start' || from !== null) return true;
  else row.say('from', 'voucherStartWithoutDate');
  return false;
}

/** Paper, where the issuer of the person has cards only. */
function saySupports(exceptions: readonly BeneficiaryException[], around: BeneficiarySurroundings): void {
  for (const { whom, exception, from, row } of exceptions) {
    if (whom.by !== 'person' || (exception !== 'card' && exception !== 'paper')) continue;
    const person = around.people.find(({ id }) => id === whom.employeeId);
    const own = person && establishmentNamed(around.establishments, person.establishment);
    for (const each of around.regulations) {
      const version = from === null ? each.versions.at(-1) : versionOn(each, from);
      const isOwn = own !== undefined && version?.establishments.includes(own) === true;
      if (isOwn && !version.order.issuer.supports.includes(exception))
        row.say('exception', 'voucherSupportRefused', { issuer: version.order.issuer.name });
    }
  }
}

/** « Bénéficiaires TR ». A row that cannot be applied is left out, and says why. */
export function readBeneficiaries(
  state: TableState | undefined,
  around: BeneficiarySurroundings,
): Reading<Beneficiaries> {
  const { rows, findings } = typedRows(beneficiariesTable, state);
  const people = new KnownPeople(around.people);
  const exceptions = rows.flatMap((row) => exceptionOf(row, around, people));
  sayOverlaps(exceptions);
  saySupports(exceptions, around);
  const exclusions = exceptions.filter(({ exception }) => exception === 'excluded');
  const starts = new Map<string, PlainDate>();
  const supports: Beneficiaries['supports'][number][] = [];
  for (const { whom, exception, from, to } of exceptions) {
    if (whom.by !== 'person') continue;
    if (exception === 'start' && from !== null) starts.set(whom.employeeId, from);
    if (exception === 'card' || exception === 'paper')
      supports.push({ employeeId: whom.employeeId, support: exception, from, to });
  }
  return {
    value: { exclusions: exclusions.map(({ whom, from, to }) => ({ whom, from, to })), starts, supports },
    findings,
  };
}
