import type { ReactElement } from 'react';
import { Checkbox } from '@fluentui/react-components';
import type { TemplateLayout } from '../../../../../shared/domain/vouchers/files/template.ts';
import * as text from '../../../../../shared/messages/fr/vouchers/templates.ts';
import {
  decimalLabels,
  encodingLabels,
  lineEndLabels,
  separatorLabels,
} from '../../../../../shared/tables/vouchers/ordersTemplatesTable.ts';
import { Choice } from './Choice.tsx';

interface LayoutFieldsProps {
  readonly layout: TemplateLayout;
  readonly onChange: (layout: TemplateLayout) => void;
}

/** What holds for the whole file. */
export function LayoutFields({ layout, onChange }: LayoutFieldsProps): ReactElement {
  const set = (change: Partial<TemplateLayout>) => onChange({ ...layout, ...change });
  const { separator, encoding, lineEnd, decimal } = layout;
  return (
    <>
      <Choice
        label={text.separatorLabel}
        names={separatorLabels}
        value={separator}
        onChoose={(chosen) => set({ separator: chosen })}
      />
      <Choice
        label={text.encodingLabel}
        names={encodingLabels}
        value={encoding}
        onChoose={(chosen) => set({ encoding: chosen })}
      />
      <Choice
        label={text.lineEndLabel}
        names={lineEndLabels}
        value={lineEnd}
        onChoose={(chosen) => set({ lineEnd: chosen })}
      />
      <Choice
        label={text.decimalLabel}
        names={decimalLabels}
        value={decimal}
        onChoose={(chosen) => set({ decimal: chosen })}
      />
      <Checkbox
        label={text.headerLabel}
        checked={layout.header}
        onChange={(_, { checked }) => set({ header: checked === true })}
      />
      <Checkbox
        label={text.transliterateLabel}
        checked={layout.transliterate}
        onChange={(_, { checked }) => set({ transliterate: checked === true })}
      />
    </>
  );
}
