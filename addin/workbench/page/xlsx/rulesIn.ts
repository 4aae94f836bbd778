/** Lists, notes and conditional formats of a sheet, read from its part. */
import { parseAddress } from '../../host/model/area.ts';
import type { Area } from '../../host/model/area.ts';
import type { ConditionalFormat, Validation } from '../../host/model/rules.ts';
import type { Sheet, Workbook } from '../../host/index.ts';
import type { Losses } from './losses.ts';
import type { ConditionLook } from './stylesIn.ts';
import { child, childrenOf, flagOf, unstored } from './xml.ts';
import type { Element } from './xml.ts';

const TEXT_OPERATORS: Readonly<Record<string, string>> = {
  containsText: 'Contains',
  notContainsText: 'NotContains',
  beginsWith: 'BeginsWith',
  endsWith: 'EndsWith',
};
const STYLES: Readonly<Record<string, string>> = { warning: 'Warning', information: 'Information' };

export function areasOf(sqref: string | undefined): Area[] {
  return (sqref ?? '').split(/\s+/).flatMap((address) => parseAddress(address)?.area ?? []);
}

export function readValidations(root: Element, sheet: Sheet, losses: Losses): void {
  for (const item of childrenOf(child(root, 'dataValidations'), 'dataValidation')) {
    const validation = validationOf(item);
    if (item.attributes['type'] !== undefined && !['list', 'none'].includes(item.attributes['type']))
      losses.add('des règles de validation autres que les listes');
    for (const area of areasOf(item.attributes['sqref'])) sheet.validations.entries.push({ area, validation });
  }
}

function validationOf(item: Element): Validation {
  const { type, errorStyle, allowBlank, showDropDown, showInputMessage, showErrorMessage, ...words } = item.attributes;
  const written = child(item, 'formula1')?.text ?? '';
  const source = /^"[\s\S]*"$/.test(written) ? written.slice(1, -1).replaceAll('""', '"') : `=${written}`;
  const word = (name: string): string => unstored(words[name] ?? '');
  return {
    rule: type === 'list' ? { list: { inCellDropDown: !flagOf(showDropDown), source } } : {},
    prompt: { title: word('promptTitle'), message: word('prompt'), showPrompt: flagOf(showInputMessage) },
    errorAlert: {
      title: word('errorTitle'),
      message: word('error'),
      showAlert: flagOf(showErrorMessage),
      style: STYLES[errorStyle ?? ''] ?? 'Stop',
    },
    ignoreBlanks: flagOf(allowBlank),
  };
}

export function readConditions(
  root: Element,
  sheet: Sheet,
  book: Workbook,
  looks: readonly ConditionLook[],
  losses: Losses,
): void {
  const read = childrenOf(root, 'conditionalFormatting').flatMap(({ attributes, children }) =>
    children
      .filter(({ name }) => name === 'cfRule')
      .flatMap((rule) => {
        const look = looks[Number(rule.attributes['dxfId'] ?? Number.NaN)] ?? {
          fill: null,
          fontColor: null,
          bold: false,
        };
        const content = contentOf(rule);
        if (!content) losses.add('des mises en forme conditionnelles (échelles de couleurs, icônes, comparaisons)');
        return content
          ? [
              {
                priority: Number(rule.attributes['priority'] ?? 0),
                areas: areasOf(attributes['sqref']),
                ...content,
                ...look,
              },
            ]
          : [];
      }),
  );
  sheet.conditionalFormats = read
    .sort((a, b) => a.priority - b.priority)
    .map(({ priority: _, ...format }): ConditionalFormat => ({ id: book.nextId('format'), ...format }));
}

function contentOf(rule: Element): Pick<ConditionalFormat, 'type' | 'formula' | 'text'> | undefined {
  const { type = '', text = '' } = rule.attributes;
  if (type === 'expression') {
    return {
      type: 'Custom',
      formula: `=${child(rule, 'formula')?.text ?? ''}`,
      text: { operator: 'Contains', text: '' },
    };
  }
  const operator = TEXT_OPERATORS[type];
  return operator === undefined
    ? undefined
    : { type: 'ContainsText', formula: '', text: { operator, text: unstored(text) } };
}
