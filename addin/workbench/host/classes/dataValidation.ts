import { VALIDATION_LIMITS } from '../assumptions.ts';
import { refuse } from '../errors.ts';
import { flag, record, text } from '../members.ts';
import type { ClassSpec, Prop } from '../members.ts';
import { cellsOf } from '../nodes.ts';
import type { Validation } from '../model/rules.ts';
import type { RangeRef } from '../model/workbook.ts';

/** One part of the validation, given to every cell; the other parts stay. */
function part<K extends keyof Validation>(name: K, read: (value: unknown) => Validation[K]): Prop<RangeRef> {
  return {
    set: ({ sheet, ...ref }, value) => {
      const where = cellsOf({ sheet, ...ref });
      sheet.guard(where);
      sheet.validations.patch(where, { [name]: read(value) });
      sheet.owner.changed({ what: 'layout', sheet });
    },
  };
}

export const dataValidation: ClassSpec<RangeRef> = {
  props: {
    Rule: part('rule', readRule),
    Prompt: part('prompt', readPrompt),
    ErrorAlert: part('errorAlert', readAlert),
  },
};

function readPrompt(value: unknown): Validation['prompt'] {
  const { title = '', message = '', showPrompt = true, ...others } = record(value);
  const isTooLong = text(title).length > VALIDATION_LIMITS.title || text(message).length > VALIDATION_LIMITS.message;
  if (isTooLong || Object.keys(others).length > 0) refuse('invalidArgument', 'validation message');
  return { title: text(title), message: text(message), showPrompt: flag(showPrompt) };
}

function readAlert(value: unknown): Validation['errorAlert'] {
  const { title = '', message = '', showAlert = true, style = 'Stop', ...others } = record(value);
  const isTooLong = text(title).length > VALIDATION_LIMITS.title || text(message).length > VALIDATION_LIMITS.alert;
  if (isTooLong || Object.keys(others).length > 0) refuse('invalidArgument', 'validation alert');
  if (!['Stop', 'Warning', 'Information'].includes(text(style))) refuse('invalidArgument', 'validation alert style');
  return { title: text(title), message: text(message), showAlert: flag(showAlert), style: text(style) };
}

/** Lists only, written in the rule: the one validation the product uses. */
function readRule(value: unknown): Validation['rule'] {
  const { list, ...others } = record(value);
  if (list === undefined || Object.keys(others).length > 0) refuse('unsupported', 'a validation other than a list');
  const { source, inCellDropDown = true } = record(list);
  if (text(source).length > VALIDATION_LIMITS.list) refuse('invalidArgument', 'list');
  return { list: { inCellDropDown: flag(inCellDropDown), source: text(source) } };
}
