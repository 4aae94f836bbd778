/** Lists, notes and conditional formats of a sheet, as files write them. */
import { addressOf } from '../../host/model/area.ts';
import type { ConditionalFormat, Validation } from '../../host/model/rules.ts';
import type { Sheet } from '../../host/index.ts';
import type { StylesOut } from './stylesOut.ts';
import { escaped, storable, tag } from './xml.ts';

/** The rule of a file for each operator of the model: its type, and the formula Excel keeps beside the text. */
const TEXT_RULES: Readonly<Record<string, readonly [string, (cell: string, text: string) => string]>> = {
  Contains: ['containsText', (cell, text) => `NOT(ISERROR(SEARCH(${text},${cell})))`],
  NotContains: ['notContainsText', (cell, text) => `ISERROR(SEARCH(${text},${cell}))`],
  BeginsWith: ['beginsWith', (cell, text) => `LEFT(${cell},LEN(${text}))=${text}`],
  EndsWith: ['endsWith', (cell, text) => `RIGHT(${cell},LEN(${text}))=${text}`],
};

export function conditionsXml({ conditionalFormats }: Sheet, styles: StylesOut): string {
  return conditionalFormats
    .map((format, index) => {
      const sqref = format.areas.map(addressOf).join(' ');
      return tag('conditionalFormatting', { sqref }, conditionXml(format, index + 1, styles.condition(format)));
    })
    .join('');
}

function conditionXml(format: ConditionalFormat, priority: number, dxfId: number): string {
  if (format.type === 'Custom') {
    return tag('cfRule', { type: 'expression', dxfId, priority }, tag('formula', {}, escaped(format.formula.slice(1))));
  }
  const { operator, text } = format.text;
  const [type, test] = TEXT_RULES[operator] ?? ['containsText', () => ''];
  const cell = format.areas[0] ? addressOf({ ...format.areas[0], height: 1, width: 1 }) : 'A1';
  const formula = escaped(test(cell, `"${text.replaceAll('"', '""')}"`));
  const kept = type === 'notContainsText' ? 'notContains' : type;
  return tag('cfRule', { type, dxfId, priority, operator: kept, text: storable(text) }, tag('formula', {}, formula));
}

export function validationsXml({ validations: { entries } }: Sheet): string {
  const items = entries.map(({ area, validation }) => validationXml(validation, addressOf(area)));
  return items.length === 0 ? '' : tag('dataValidations', { count: items.length }, ...items);
}

function validationXml({ rule, prompt, errorAlert, ignoreBlanks }: Validation, sqref: string): string {
  const list = rule['list'] as { readonly source: string; readonly inCellDropDown?: boolean } | undefined;
  const source = list?.source ?? '';
  const formula = source.startsWith('=') ? source.slice(1) : `"${source.replaceAll('"', '""')}"`;
  const filled = (text: string): string | undefined => (text === '' ? undefined : storable(text));
  return tag(
    'dataValidation',
    {
      type: list ? 'list' : undefined,
      errorStyle: errorAlert.style === 'Stop' ? undefined : errorAlert.style.toLowerCase(),
      allowBlank: ignoreBlanks || undefined,
      // Excel's file says « hide the arrow » with an attribute named the other way round.
      showDropDown: list?.inCellDropDown === false || undefined,
      showInputMessage: prompt.showPrompt || undefined,
      showErrorMessage: errorAlert.showAlert || undefined,
      errorTitle: filled(errorAlert.title),
      error: filled(errorAlert.message),
      promptTitle: filled(prompt.title),
      prompt: filled(prompt.message),
      sqref,
    },
    list ? tag('formula1', {}, escaped(formula)) : '',
  );
}
