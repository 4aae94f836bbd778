/** The customer's own fields as a person can recognise them: what they are called, what they hold, and a few values, masked. */
import { frenchDate } from '../../../shared/domain/calendar/plainDate.ts';
import type { CustomField, CustomKind } from '../../../shared/domain/people/mapping/customField.ts';
import { misfitsOf } from '../../../shared/domain/people/mapping/misfits.ts';
import { maskedSample, MOST_SAMPLES } from '../../../shared/domain/people/mapping/maskedSample.ts';
import { isRecord, valueAt } from '../caseless.ts';
import type { FieldDefinition } from '../resources/fieldDefinitions.ts';
import { dateAtHead, tidy } from '../resources/loose.ts';
import { countBesides } from './besides.ts';
import { entriesOf } from './bindings.ts';
import type { PeopleSources } from './employees.ts';

/** Words of Lucca's `formatKey`, and the numbers of its older interface. */
const formats: readonly (readonly [RegExp, CustomKind])[] = [
  [/^(?:select|list|multiselect|1)$/i, 'list'],
  [/^(?:date|datetime|3)$/i, 'date'],
  [/^(?:bool|boolean|checkbox|0)$/i, 'boolean'],
  [/^(?:number|integer|decimal|float|2)$/i, 'number'],
  [/^(?:composite|object|5)$/i, 'composite'],
];

type Scalar = string | number | boolean;

/** What was seen of a field in the files of people. */
interface Seen {
  readonly code: string;
  readonly parent: string | null;
  readonly entries: ReadonlyMap<string, string | null>;
  filled: number;
  strangers: number;
  /** How many values are not written in a format. */
  readonly misfits: Map<string, number>;
  multiple: boolean;
  composite: boolean;
  /** Kinds of the values, where no definition says it. */
  readonly kinds: Set<CustomKind>;
  readonly samples: Set<string>;
}

type Definitions = ReadonlyMap<string, FieldDefinition>;

function kindOf(value: Scalar): CustomKind {
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return 'number';
  return dateAtHead(value) === undefined ? 'text' : 'date';
}

/** As a French person would read it. */
function shown(value: Scalar): string {
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  const date = dateAtHead(String(value));
  return date === undefined ? String(value) : frenchDate(date);
}

class SeenFields {
  readonly byCode = new Map<string, Seen>();
  private readonly definitions: Definitions;
  /** Of each text once: people share most of them. */
  private readonly misfitsOf = new Map<string, readonly string[]>();

  constructor(definitions: Definitions) {
    this.definitions = definitions;
  }

  /** `held`: what a file holds under its codes. */
  walk(held: Readonly<Record<string, unknown>>, parent: Seen | null): void {
    for (const [own, value] of Object.entries(held)) {
      const seen = this.seen(own, parent);
      if (Array.isArray(value)) {
        seen.multiple = true;
        for (const each of value) this.value(seen, each);
      } else this.value(seen, value);
    }
  }

  private seen(own: string, parent: Seen | null): Seen {
    const code = parent ? `${parent.code}.${own}` : own;
    const known = this.byCode.get(code.toLowerCase());
    if (known) return known;
    const nothing = { filled: 0, strangers: 0, multiple: parent?.multiple ?? false, composite: false };
    const sets = { misfits: new Map(), kinds: new Set<CustomKind>(), samples: new Set<string>() };
    const definition = this.definitions.get(own.toLowerCase());
    const entries = definition ? entriesOf(definition) : new Map<string, string | null>();
    const made: Seen = { code, parent: parent?.code ?? null, entries, ...nothing, ...sets };
    this.byCode.set(code.toLowerCase(), made);
    return made;
  }

  private value(seen: Seen, held: unknown): void {
    const value = isRecord(held) ? valueAt(held, 'value') : held;
    if (isRecord(value)) {
      seen.composite = true;
      seen.filled += 1;
      this.walk(value, seen);
    } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      if (tidy(String(value)) !== null) this.scalar(seen, value);
    }
  }

  private misfits(text: string): readonly string[] {
    const known = this.misfitsOf.get(text) ?? misfitsOf(text);
    this.misfitsOf.set(text, known);
    return known;
  }

  private scalar(seen: Seen, value: Scalar): void {
    const { entries } = seen;
    const name = entries.size > 0 ? (entries.get(String(value).trim()) ?? null) : shown(value);
    seen.filled += 1;
    seen.kinds.add(kindOf(value));
    if (name === null) {
      seen.strangers += 1;
      return;
    }
    for (const each of this.misfits(name)) seen.misfits.set(each, (seen.misfits.get(each) ?? 0) + 1);
    if (seen.samples.size < MOST_SAMPLES) seen.samples.add(maskedSample(name, 'personal'));
  }
}

function declaredKind(definition: FieldDefinition | undefined, seen: Seen | undefined): CustomKind {
  if (seen?.composite) return 'composite';
  if ((definition?.extensionUserPropertyListEntries ?? []).length > 0) return 'list';
  const format = formats.find(([pattern]) => pattern.test(definition?.formatKey ?? ''));
  if (format) return format[1];
  const [only, another] = seen?.kinds ?? [];
  return definition?.formatKey == null && only && !another ? only : 'text';
}

function described(
  code: string,
  name: string,
  definition: FieldDefinition | undefined,
  seen: Seen | undefined,
): CustomField {
  const entries = definition ? [...entriesOf(definition).values()] : [];
  return {
    code,
    name,
    kind: declaredKind(definition, seen),
    multiple: seen?.multiple ?? false,
    entries: entries.flatMap((each) => each ?? []),
    filled: seen?.filled ?? 0,
    strangers: seen?.strangers ?? 0,
    misfits: Object.fromEntries(seen?.misfits ?? []),
    samples: [...(seen?.samples ?? [])],
  };
}

/** The fields that the customer declared, by code, and the sub-fields that files show in them. */
export function toCustomFields(sources: Pick<PeopleSources, 'definitions' | 'users' | 'records'>): CustomField[] {
  const besides = countBesides(sources);
  // Of what nobody fills, nobody is left out.
  return fieldsSeen(sources).map((each) => (each.filled > 0 ? { ...each, besides: besides(each.code) } : each));
}

function fieldsSeen({ definitions, users }: Pick<PeopleSources, 'definitions' | 'users'>): CustomField[] {
  const byCode: Definitions = new Map(definitions.map((each) => [each.id.toLowerCase(), each]));
  const fields = new SeenFields(byCode);
  for (const { extendedData } of users) if (extendedData) fields.walk(extendedData, null);
  const nameOf = (code: string) => byCode.get(code.toLowerCase())?.name ?? code;
  const parts = [...fields.byCode.values()].flatMap(({ code, parent }): CustomField[] => {
    const [own, top] = [code.slice(code.lastIndexOf('.') + 1), code.split('.')[0] ?? ''];
    if (parent === null || !byCode.has(top.toLowerCase())) return [];
    const definition = byCode.get(own.toLowerCase());
    const name = `${code.split('.').slice(0, -1).map(nameOf).join(' › ')} › ${nameOf(own)}`;
    return [described(code, name, definition, fields.byCode.get(code.toLowerCase()))];
  });
  const whole = definitions.map((each) =>
    described(each.id, each.name ?? each.id, each, fields.byCode.get(each.id.toLowerCase())),
  );
  return [...whole, ...parts].sort((a, b) => (a.code < b.code ? -1 : 1));
}
