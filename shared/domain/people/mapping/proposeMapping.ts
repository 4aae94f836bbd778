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
import { ownName, within } from './parents.ts';
import { foldedCode, synonymOfCode, synonymOfName } from './synonyms.ts';

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
/** From the surest to the least sure. A code says nothing of a field that people call otherwise: `e_nir`, « NIR du conjoint ». */
const ranks: readonly (readonly [Rank, (name: string, code: string) => EmployeeFieldKey | undefined])[] = [
  ['heading', (name) => byHeading.get(foldedName(name))],
  ['name', (name) => synonymOfName(name)],
  ['code', (name, code) => (['', foldedCode(code)].includes(foldedCode(name)) ? synonymOfCode(code) : undefined)],
];

/** The payroll field that a customer's field stands for at a rank, where it stands. */
function keyAt([rank, keyOf]: (typeof ranks)[number], { name, code }: CustomField): EmployeeFieldKey | undefined {
  const [own, place] = [ownName(name), within(name)];
  if (place.isTop) return keyOf(own, code);
  if (!place.parent) return undefined;
  // A word of the parent says more than the same word by itself.
  const key = place.parent.words[foldedCode(own)];
  if (key !== undefined) return rank === 'name' ? key : undefined;
  const found = keyOf(own, code);
  return found !== undefined && place.parent.keys.includes(found) ? found : undefined;
}

interface Found {
  readonly rank: Rank;
  readonly fields: readonly CustomField[];
}

/** For each payroll field, the customer's fields of the surest rank that names it; a field stands at its surest rank only. */
function candidatesOf(fields: readonly CustomField[]): ReadonlyMap<EmployeeFieldKey, Found> {
  const found = new Map<EmployeeFieldKey, Found>();
  const taken = new Set<CustomField>();
  for (const each of ranks) {
    const named = new Map<EmployeeFieldKey, CustomField[]>();
    for (const field of fields.filter((one) => !taken.has(one))) {
      const key = keyAt(each, field);
      if (key === undefined || !employeeField(key).sources.includes('custom')) continue;
      taken.add(field);
      named.set(key, [...(named.get(key) ?? []), field]);
    }
    for (const [key, held] of named) if (!found.has(key)) found.set(key, { rank: each[0], fields: held });
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

/** What may stand before a source that is seen to give the field: the heading itself, on a field that somebody fills. */
function surer(found: Found | undefined): Found | undefined {
  if (found?.rank !== 'heading') return undefined;
  const fields = found.fields.filter(({ name, filled }) => within(name).isTop && filled > 0);
  return fields.length > 0 ? { ...found, fields } : undefined;
}

function proposedLine(
  field: EmployeeField & { key: EmployeeFieldKey },
  found: Found | undefined,
  given: FieldOrigins,
): ProposedLine {
  const { key, required, sources } = field;
  const others = sources.filter((each) => each !== 'custom');
  const seen = others.find((each) => given[each].includes(key));
  if (seen && sources[0] === 'record' && seen === 'record') return ownLine(key, seen);
  const taken = seen ? surer(found) : found;
  const line = taken && customLine(field, taken);
  if (line && (line.from !== null || !seen || line.by === 'several')) return line;
  const own = seen ?? others.find((each) => each !== 'record');
  if (own) return ownLine(key, own);
  const nothing = { key, code: '', name: '', by: 'nothing', candidates: [] } as const;
  return { ...nothing, from: required ? null : 'none' };
}

/** Declared like any other, and yet only seen inside a composite: it holds nothing by itself. */
function isPartOnly({ code, filled }: CustomField, parts: ReadonlySet<string>): boolean {
  return filled === 0 && !code.includes('.') && parts.has(code.toLowerCase());
}

/** The customer's fields that may be meant by themselves, by code. */
function meant(fields: readonly CustomField[]): CustomField[] {
  const parts = new Set(
    fields.flatMap(({ code }) => (code.includes('.') ? [code.slice(code.lastIndexOf('.') + 1).toLowerCase()] : [])),
  );
  return fields.filter((each) => !isPartOnly(each, parts)).sort((a, b) => (a.code < b.code ? -1 : 1));
}

/**
 * One line for each payroll field. `given`: the fields that each origin gives to somebody. For a field: the customer's field that bears its
 * heading and that somebody fills; else what Lucca itself gives; else the customer's field of another known name, else code. The same whatever the order of
 * `fields`, and no customer field stands on two lines.
 */
export function proposeMapping(fields: readonly CustomField[], given: FieldOrigins): ProposedLine[] {
  const found = candidatesOf(meant(fields));
  return employeeFields.map((field) => proposedLine(field, found.get(field.key), given));
}
