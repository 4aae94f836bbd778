/** A first mapping, from the names and codes of the customer's fields and from what was seen to be given. Nothing is guessed silently. */
import {
  employeeField,
  employeeFields,
  type EmployeeField,
  type EmployeeFieldKey,
  type FieldOrigin,
} from '../employeeFields.ts';
import type { FieldOrigins } from '../fieldSources.ts';
import { foldedName, mayHold, type CustomField } from './customField.ts';
import type { MappingLine } from './fieldMapping.ts';
import { synonymOfCode, synonymOfName } from './synonyms.ts';

/**
 * How a line was found: the heading itself, another name for it, its code, or a field of Lucca's own. `several`: candidates of one rank, none
 * taken. `odd`: the only one cannot hold such a value. `nothing`: no candidate.
 */
export type ProposedBy = 'heading' | 'name' | 'code' | 'own' | 'several' | 'odd' | 'nothing';

/** `from` is null where a person must say it. */
export interface ProposedLine extends Omit<MappingLine, 'from'> {
  readonly from: MappingLine['from'] | null;
  readonly by: ProposedBy;
  /** The customer's fields that could be meant, where none was taken. */
  readonly candidates: readonly Pick<CustomField, 'code' | 'name'>[];
}

const byHeading = new Map<string, EmployeeFieldKey>(
  employeeFields.map(({ key, heading }) => [foldedName(heading), key]),
);

type Rank = 'heading' | 'name' | 'code';
/** From the surest to the least sure. */
const ranks: readonly (readonly [Rank, (field: CustomField) => EmployeeFieldKey | undefined])[] = [
  ['heading', ({ name }) => byHeading.get(foldedName(lastName(name)))],
  ['name', ({ name }) => synonymOfName(lastName(name))],
  ['code', ({ code }) => synonymOfCode(code)],
];

/** Of a sub-field, its own name. */
function lastName(name: string): string {
  return name.slice(name.lastIndexOf('›') + 1);
}

interface Found {
  readonly rank: Rank;
  readonly fields: readonly CustomField[];
}

/** For each payroll field, the customer's fields of the surest rank that names it; a field stands at its surest rank only. */
function candidatesOf(fields: readonly CustomField[]): ReadonlyMap<EmployeeFieldKey, Found> {
  const found = new Map<EmployeeFieldKey, Found>();
  const taken = new Set<CustomField>();
  for (const [rank, keyOf] of ranks) {
    const named = new Map<EmployeeFieldKey, CustomField[]>();
    for (const field of fields.filter((each) => !taken.has(each))) {
      const key = keyOf(field);
      if (key === undefined || !employeeField(key).sources.includes('custom')) continue;
      taken.add(field);
      named.set(key, [...(named.get(key) ?? []), field]);
    }
    for (const [key, each] of named) if (!found.has(key)) found.set(key, { rank, fields: each });
  }
  return found;
}

function ownLine(key: EmployeeFieldKey, from: FieldOrigin): ProposedLine {
  return { key, from, code: '', name: '', by: 'own', candidates: [] };
}

/** What the candidates of a field make of its line; undefined where they leave the other sources their say. */
function customLine({ key, kind }: EmployeeField & { key: EmployeeFieldKey }, { rank, fields }: Found): ProposedLine {
  const able = fields.filter((each) => mayHold(kind, each));
  const [only, another] = able;
  if (only && !another) return { key, from: 'custom', code: only.code, name: only.name, by: rank, candidates: [] };
  const left = able.length > 0 ? able : fields;
  const candidates = left.map(({ code, name }) => ({ code, name }));
  return { key, from: null, code: '', name: '', by: able.length > 0 ? 'several' : 'odd', candidates };
}

function proposedLine(
  field: EmployeeField & { key: EmployeeFieldKey },
  found: Found | undefined,
  given: FieldOrigins,
): ProposedLine {
  const { key, required, sources } = field;
  const others = sources.filter((each) => each !== 'custom');
  const seen = others.find((each) => given[each].includes(key));
  const isRecordFirst = sources[0] === 'record' && seen === 'record';
  // Another name is less sure than what Lucca itself is seen to give.
  if (seen && (isRecordFirst || found?.rank !== 'heading')) return ownLine(key, seen);
  const line = found && customLine(field, found);
  if (line && (line.from !== null || !seen || line.by === 'several')) return line;
  const own = seen ?? others.find((each) => each !== 'record');
  if (own) return ownLine(key, own);
  const nothing = { key, code: '', name: '', by: 'nothing', candidates: [] } as const;
  return { ...nothing, from: required ? null : 'none' };
}

/**
 * One line for each payroll field. `given`: the fields that each origin gives to somebody. For a field: the customer's field that bears its
 * heading; else what Lucca itself gives; else the customer's field of another known name, else code. The same whatever the order of
 * `fields`, and no customer field stands on two lines.
 */
export function proposeMapping(fields: readonly CustomField[], given: FieldOrigins): ProposedLine[] {
  const sorted = [...fields].sort((a, b) => (a.code < b.code ? -1 : 1));
  const found = candidatesOf(sorted);
  return employeeFields.map((field) => proposedLine(field, found.get(field.key), given));
}
