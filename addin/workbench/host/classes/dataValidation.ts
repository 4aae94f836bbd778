import { VALIDATION_LIMITS } from '../assumptions.ts';
import { refuse } from '../errors.ts';
import { flag, membersOf, oneOf, range, record, text } from '../members.ts';
import type { ClassSpec, Prop } from '../members.ts';
import { HostNode, cellsOf } from '../nodes.ts';
import { addressOf } from '../model/area.ts';
import type { Validation } from '../model/rules.ts';
import type { RangeRef } from '../model/workbook.ts';

const { writes } = membersOf<RangeRef>();

/** One part of the validation: the common one of the cells, `null` when they differ. */
function part<K extends keyof Validation>(name: K, read: (value: unknown) => Validation[K]): Prop<RangeRef> {
  return {
    get: (ref) => common(ref)?.[name] ?? null,
    set: (ref, value) => change(ref, () => ref.sheet.validations.patch(cellsOf(ref), { [name]: read(value) })),
  };
}

function common(ref: RangeRef): Validation | undefined {
  const met = ref.sheet.validations.within(cellsOf(ref));
  return met.every((validation) => JSON.stringify(validation) === JSON.stringify(met[0])) ? met[0] : undefined;
}

function change(ref: RangeRef, apply: () => void): void {
  ref.sheet.guard(cellsOf(ref));
  apply();
  ref.sheet.owner.changed({ what: 'layout', sheet: ref.sheet });
}

export const dataValidation: ClassSpec<RangeRef> = {
  props: {
    Rule: part('rule', readRule),
    Prompt: part('prompt', (value) => {
      const { showPrompt = true, ...message } = record(value);
      return { ...readMessage(message), showPrompt: flag(showPrompt) };
    }),
    ErrorAlert: part('errorAlert', (value) => {
      const { showAlert = true, style = 'Stop', ...message } = record(value);
      const alert = { showAlert: flag(showAlert), style: oneOf(['Stop', 'Warning', 'Information'])(style) };
      return { ...readMessage(message), ...alert };
    }),
    IgnoreBlanks: part('ignoreBlanks', flag),
    Type: {
      get: (ref) => {
        const validation = common(ref);
        if (!validation) return 'MixedCriteria';
        return 'list' in validation.rule ? 'List' : 'None';
      },
    },
  },
  actions: { Clear: writes([], (ref) => change(ref, () => ref.sheet.validations.clear(cellsOf(ref)))) },
};

function readMessage({ title = '', message = '', ...others }: Record<string, unknown>): {
  title: string;
  message: string;
} {
  const isTooLong = text(title).length > VALIDATION_LIMITS.title || text(message).length > VALIDATION_LIMITS.message;
  if (isTooLong || Object.keys(others).length > 0) refuse('invalidArgument', 'validation message');
  return { title: text(title), message: text(message) };
}

/** Lists only: the one rule the product uses. A range given as the source becomes the formula that names it. */
function readRule(value: unknown): Validation['rule'] {
  const { list, ...others } = record(value);
  if (list === undefined || Object.keys(others).length > 0) refuse('unsupported', 'a validation other than a list');
  const { source, inCellDropDown = true } = record(list);
  if (!(source instanceof HostNode)) {
    const isTooLong = !text(source).startsWith('=') && text(source).length > VALIDATION_LIMITS.list;
    return isTooLong ? refuse('invalidArgument', 'list') : { list: { inCellDropDown: flag(inCellDropDown), source } };
  }
  const ref = range(source);
  const [first, last = first] = addressOf(cellsOf(ref)).split(':');
  const fixed = [first, last].map((corner) => corner?.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2')).join(':');
  return {
    list: { inCellDropDown: flag(inCellDropDown), source: `='${ref.sheet.name.replaceAll("'", "''")}'!${fixed}` },
  };
}
