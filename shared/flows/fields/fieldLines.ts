/** Each payroll field as « Correspondance champs » says it, judged beside what Lucca declares and what was accepted. */
import type { FieldsView } from '../../contracts/fieldSchemas.ts';
import type { Finding, Place } from '../../domain/finding.ts';
import { employeeFields, type EmployeeFieldKey } from '../../domain/people/employeeFields.ts';
import type { FieldOrigins } from '../../domain/people/fieldSources.ts';
import { checkMapping, type MappingProblem, type MappingWorld } from '../../domain/people/mapping/checkMapping.ts';
import { readFromText, type MappedFrom, type MappingLine } from '../../domain/people/mapping/fieldMapping.ts';
import { maskedSample } from '../../domain/people/mapping/maskedSample.ts';
import type { FieldState } from '../../messages/fr/employees/fieldWords.ts';
import { fieldMappingTable } from '../../tables/fieldMappingTable.ts';
import type { TypedMappingLine } from '../../tables/readFieldMapping.ts';

type Proposed = FieldsView['proposal'][number];

/** One payroll field. `from` is null while nobody said where it comes from; `place` is null where the sheet has no row for it. */
export interface FieldLine {
  readonly key: EmployeeFieldKey;
  readonly heading: string;
  readonly required: boolean;
  readonly from: MappedFrom | null;
  readonly code: string;
  readonly name: string;
  readonly samples: readonly string[];
  readonly state: FieldState;
  readonly proposed: Proposed | undefined;
  readonly place: Place | null;
  /** At the cells of its row. */
  readonly findings: readonly Finding[];
}

/** What the sheet says of a field, or would say once prepared. */
interface Said {
  readonly key: EmployeeFieldKey;
  readonly from: MappedFrom | null;
  readonly code: string;
  readonly row: TypedMappingLine['row'] | null;
}

export function worldOf({ fields, custom, isRead, accepted }: FieldsView): MappingWorld {
  const of = (origin: keyof FieldOrigins) => fields.filter(({ given }) => given.includes(origin)).map(({ key }) => key);
  const given = { native: of('native'), contract: of('contract'), record: of('record'), custom: of('custom') };
  return { custom, isRead, given, accepted: accepted?.lines ?? null };
}

/**
 * What a row that says nothing stands for: `unsaid`, somebody emptied it, and nothing is read in its place; `filled`, it is to be written
 * like a row that is missing.
 */
export type BlankRows = 'unsaid' | 'filled';

function isBlank({ from, code, row }: TypedMappingLine): boolean {
  return from === undefined && code === '' && !row.isUnreadable('from');
}

/** What stands in the sheet; where it has no row for a field, what was accepted, else what is proposed. */
function saidOf(view: FieldsView, typed: readonly TypedMappingLine[], blanks: BlankRows): Said[] {
  const rows = new Map(typed.map((each) => [each.key, each]));
  const accepted = new Map(view.accepted?.lines.map((each) => [each.key, each]));
  const proposed = new Map(view.proposal.map((each) => [each.key, each]));
  return employeeFields.map(({ key }): Said => {
    const row = rows.get(key);
    if (row && !(blanks === 'filled' && isBlank(row)))
      return { key, from: row.from ?? null, code: row.code, row: row.row };
    const { from = null, code = '' } = accepted.get(key) ?? proposed.get(key) ?? {};
    return { key, from, code, row: row?.row ?? null };
  });
}

function samplesOf(view: FieldsView, { key, from, code }: Said): readonly string[] {
  const field = employeeFields.find((each) => each.key === key);
  if (from === 'custom') {
    const custom = view.custom.find((each) => each.code.toLowerCase() === code.toLowerCase());
    const samples = custom?.samples ?? [];
    return field?.sensitivity === 'secret'
      ? [...new Set(samples.map((each) => maskedSample(each, 'secret')))]
      : samples;
  }
  const own = view.fields.find((each) => each.key === key);
  return from !== null && from !== 'none' && own?.given.includes(from) ? own.samples : [];
}

function stateOf(
  said: Said,
  view: FieldsView,
  problems: readonly Pick<MappingProblem, 'code' | 'severity'>[],
): FieldState {
  if (problems.some(({ code }) => code === 'mappingCodeGone')) return 'vanished';
  if (said.from === null || problems.some(({ severity }) => severity === 'error')) return 'incomplete';
  const accepted = view.accepted?.lines.find(({ key }) => key === said.key);
  const isSame = readFromText(accepted) === readFromText({ from: said.from, code: said.code });
  return isSame ? 'accepted' : 'proposed';
}

/** What is missing of a field that nobody said anything of. */
function silence(key: EmployeeFieldKey, heading: string, proposed: Proposed | undefined): MappingProblem {
  const candidates = (proposed?.candidates ?? []).map(({ code, name }) => `${name} (${code})`);
  const isSeveral = proposed?.by === 'several';
  const code = isSeveral ? 'mappingSeveral' : 'mappingFromMissing';
  const facts = isSeveral ? { heading, candidates: candidates.join(', ') } : { heading };
  return { key, column: 'from', code, severity: 'error', facts };
}

function placed({ code, severity, facts, column }: MappingProblem, { row }: Said): Finding {
  const place = row?.place(column) ?? { table: fieldMappingTable.name };
  return { code, severity, place, facts };
}

/** One line for each payroll field, in the order of the catalogue. `typed`: the rows of the sheet; none while there is no sheet. */
export function fieldLines(view: FieldsView, typed: readonly TypedMappingLine[], blanks: BlankRows): FieldLine[] {
  const all = saidOf(view, typed, blanks);
  const whole = all.flatMap(({ key, from, code }) => (from === null ? [] : [{ key, from, code }]));
  const checked = checkMapping(whole, worldOf(view));
  return all.map((said, index): FieldLine => {
    const { key, from, code } = said;
    const { heading = '', required = false } = employeeFields[index] ?? {};
    const proposed = view.proposal.find((each) => each.key === key);
    const unsaid = from === null ? [silence(key, heading, proposed)] : [];
    const problems = [...checked.filter((each) => each.key === key), ...unsaid];
    const custom = view.custom.find((each) => each.code.toLowerCase() === code.toLowerCase());
    return {
      ...{ key, heading, required, from, code, proposed },
      name: from === 'custom' ? (custom?.name ?? '') : '',
      samples: samplesOf(view, said),
      state: stateOf(said, view, problems),
      place: said.row?.place('from') ?? null,
      findings: problems.map((problem) => placed(problem, said)),
    };
  });
}

/** The mapping that the lines say; null while one of them says nothing. */
export function mappingOf(lines: readonly FieldLine[]): MappingLine[] | null {
  const whole = lines.flatMap(({ key, from, code, name }) =>
    from === null ? [] : [{ key, from, code: from === 'custom' ? code : '', name: from === 'custom' ? name : '' }],
  );
  return whole.length === lines.length ? whole : null;
}
