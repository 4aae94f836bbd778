/** What is wrong with a mapping, beside the customer's fields as Lucca declares them: told field by field, at what must be changed. */
import type { Finding } from '../../finding.ts';
import { employeeField, type EmployeeField, type EmployeeFieldKey } from '../employeeFields.ts';
import type { FieldOrigins } from '../fieldSources.ts';
import { isChecked, mayHold, type CustomField } from './customField.ts';
import { inCatalogueOrder, type FieldMapping, type MappingLine } from './fieldMapping.ts';

/** One thing about one line. `column`: what is to be changed. */
export interface MappingProblem extends Pick<Finding, 'code' | 'severity' | 'facts'> {
  readonly key: EmployeeFieldKey;
  readonly column: 'from' | 'code';
}

export interface MappingWorld {
  readonly custom: readonly CustomField[];
  /** The customer's fields could be listed; else nothing can be said of a code. */
  readonly isRead: boolean;
  readonly given: FieldOrigins;
  /** What was accepted before. */
  readonly accepted: FieldMapping | null;
}

type Said = Omit<MappingProblem, 'key'> | undefined;
type Line = Pick<MappingLine, 'key' | 'from' | 'code'>;

const YES_OR_NO = /^(?:true|false|oui|non|1|0)$/i;
const WHOLE = /^[+-]?\d{1,9}([.,]0+)?$/;

function say(
  column: MappingProblem['column'],
  code: string,
  severity: Finding['severity'],
  facts: Finding['facts'] = {},
) {
  return { column, code, severity, facts };
}

/** Entries of a list that are no value of the field. */
function oddEntries(kind: EmployeeField['kind'], entries: readonly string[]): number {
  const isValue = (name: string) =>
    kind === 'boolean' ? YES_OR_NO.test(name) : kind !== 'integer' || WHOLE.test(name);
  return entries.filter((name) => !isValue(name.trim())).length;
}

/** Most of what was seen is not written as the payroll field is. */
function misfit({ format }: EmployeeField, { code, filled, strangers, misfits = {} }: CustomField): Said {
  const odd = isChecked(format) ? (misfits[format] ?? 0) : 0;
  const isMost = odd * 2 > filled - strangers;
  return isMost ? say('code', 'mappingFormat', 'warning', { code, people: odd, format: String(format) }) : undefined;
}

/** What the customer's field itself has against it. */
function ofField(payroll: EmployeeField, field: CustomField): Said {
  const [{ kind }, { code }] = [payroll, field];
  if (field.multiple) return say('code', 'mappingMultiple', 'error', { code });
  if (field.kind === 'composite') return say('code', 'mappingComposite', 'error', { code });
  if (!mayHold(kind, field)) return say('code', 'mappingKind', 'error', { code, kind, held: field.kind });
  const odd = oddEntries(kind, field.entries);
  if (odd > 0) return say('code', 'mappingEntries', 'warning', { code, kind, odd });
  if (field.strangers > 0) return say('code', 'mappingStrangers', 'warning', { code, people: field.strangers });
  if (field.filled === 0) return say('code', 'mappingEmpty', 'warning', { code });
  const besides = field.besides?.[payroll.key as EmployeeFieldKey] ?? 0;
  const beside = besides > 0 ? say('code', 'mappingBeside', 'warning', { code, people: besides }) : undefined;
  return misfit(payroll, field) ?? beside;
}

function ofCode(line: Line, { custom, isRead, accepted }: MappingWorld): Said {
  const code = line.code.toLowerCase();
  if (code === '') return say('code', 'mappingCodeMissing', 'error');
  const field = custom.find((each) => each.code.toLowerCase() === code);
  if (field) return ofField(employeeField(line.key), field);
  if (!isRead) return say('code', 'mappingUnverified', 'warning', { code: line.code });
  const before = accepted?.find(({ key }) => key === line.key);
  const isGone = before?.from === 'custom' && before.code.toLowerCase() === code;
  return say('code', isGone ? 'mappingCodeGone' : 'mappingCodeUnknown', 'error', { code: line.code });
}

function ofLine(line: Line, world: MappingWorld): Said {
  const { key, from } = line;
  const { sources, required } = employeeField(key);
  if (from === 'none') {
    if (key === 'luccaId') return say('from', 'mappingIdentity', 'error');
    return required ? say('from', 'mappingRequired', 'warning') : undefined;
  }
  if (!sources.includes(from)) return say('from', 'mappingSource', 'error', { sources: sources.join(' ') });
  if (from === 'custom') return ofCode(line, world);
  if (line.code !== '') return say('code', 'mappingCodeUnused', 'warning', { code: line.code });
  return world.given[from].includes(key) ? undefined : say('from', 'mappingNotGiven', 'warning');
}

/** A code read for two fields: told at each of them but the first. */
function twice(lines: readonly Line[]): MappingProblem[] {
  const first = new Map<string, EmployeeFieldKey>();
  return lines.flatMap((line): MappingProblem[] => {
    const code = line.code.toLowerCase();
    if (line.from !== 'custom' || code === '') return [];
    const other = first.get(code);
    if (other === undefined) {
      first.set(code, line.key);
      return [];
    }
    const facts = { heading: employeeField(line.key).heading, code: line.code, other: employeeField(other).heading };
    return [{ key: line.key, column: 'code', code: 'mappingCodeTwice', severity: 'error', facts }];
  });
}

/**
 * Every problem of `mapping`, in the order of the catalogue; a mapping without an `error` may be accepted. Facts hold headings and codes,
 * never a value. `checkMapping([{key: 'birthDate', from: 'custom', code: 'e_rqth'…}], …)` → `mappingKind` at the code of « Date de naissance ».
 */
export function checkMapping(mapping: readonly Line[], world: MappingWorld): MappingProblem[] {
  const lines = inCatalogueOrder(mapping);
  const alone = lines.flatMap((line): MappingProblem[] => {
    const said = ofLine(line, world);
    return said ? [{ ...said, key: line.key, facts: { heading: employeeField(line.key).heading, ...said.facts } }] : [];
  });
  return inCatalogueOrder([...alone, ...twice(lines)]);
}

/** The fields whose customer's field is not there any more; none can be told where the list could not be read. */
export function vanishedFields(mapping: FieldMapping, { custom, isRead }: Pick<MappingWorld, 'custom' | 'isRead'>) {
  const codes = new Set(custom.map(({ code }) => code.toLowerCase()));
  const gone = isRead ? mapping.filter(({ from, code }) => from === 'custom' && !codes.has(code.toLowerCase())) : [];
  return gone.map(({ key }) => key);
}
