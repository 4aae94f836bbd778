import { useMemo, useState, type ReactElement } from 'react';
import { Button, Field, Input, Text } from '@fluentui/react-components';
import type { OrderTemplate } from '../../../../../shared/domain/vouchers/files/template.ts';
import type { ReadModel } from '../../../../../shared/domain/vouchers/files/readModel.ts';
import type { OrderToFile } from '../../../../../shared/flows/vouchers/orderReading.ts';
import { templateNamed } from '../../../../../shared/flows/vouchers/orderFiles.ts';
import * as text from '../../../../../shared/messages/fr/vouchers/templates.ts';
import { encodingLabels, separatorLabels } from '../../../../../shared/tables/vouchers/ordersTemplatesTable.ts';
import { isSound, nameFault, tried, withColumn, type NameFault } from '../../../model/templateDraft.ts';
import { FindingList } from '../../FindingList.tsx';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { useLook } from '../../look.ts';
import { useVouchers } from '../useVouchers.ts';
import { ColumnCard } from './ColumnCard.tsx';
import { FilePreview } from './FilePreview.tsx';
import { LayoutFields } from './LayoutFields.tsx';

const nameFaults: Readonly<Record<NameFault, string>> = { missing: text.nameMissing, tooLong: text.nameTooLong };

interface NameFieldProps {
  readonly order: OrderToFile;
  readonly draft: OrderTemplate;
  /** The model that is being changed bears its own name. */
  readonly own: string;
  readonly onType: (name: string) => void;
}

function NameField({ order, draft, own, onType }: NameFieldProps): ReactElement {
  const fault = nameFault(draft);
  const other = templateNamed(order, draft.name);
  const isReplaced = other !== undefined && other.name !== own;
  const hint = isReplaced ? text.replaces(other.name) : text.nameHint;
  return (
    <Field label={text.nameLabel} required {...(fault ? { validationMessage: nameFaults[fault] } : { hint })}>
      <Input value={draft.name} autoComplete="off" onChange={(_, { value }) => onType(value)} />
    </Field>
  );
}

function Preview({ order, draft }: { readonly order: OrderToFile; readonly draft: OrderTemplate }): ReactElement {
  const made = useMemo(() => tried(draft, order.input), [draft, order]);
  return (
    <>
      <ScreenTitle as="h3">{text.previewTitle}</ScreenTitle>
      <FilePreview label={text.previewTitle} rows={made.files.flatMap(({ preview }) => preview)} />
      <FindingList findings={made.findings} />
    </>
  );
}

interface TemplateFormProps {
  readonly order: OrderToFile;
  readonly read: ReadModel & { readonly template: OrderTemplate };
}

/** The model as it was read or saved, its columns bound by selects, tried on people of the order at each change. */
export function TemplateForm({ order, read }: TemplateFormProps): ReactElement {
  const look = useLook();
  const start = useVouchers();
  const [draft, setDraft] = useState(read.template);
  const { separator, encoding } = draft.layout;
  const isSaved = templateNamed(order, read.template.name) !== undefined;
  return (
    <>
      {isSaved ? null : (
        <Text>
          {text.guessed(
            read.template.columns.length,
            separatorLabels[read.template.layout.separator],
            encodingLabels[read.template.layout.encoding],
            read.encoding !== null,
          )}
        </Text>
      )}
      <NameField
        order={order}
        draft={draft}
        own={isSaved ? read.template.name : ''}
        onType={(name) => setDraft({ ...draft, name })}
      />
      <FindingList findings={read.findings} />
      <ScreenTitle as="h3">{text.columnsTitle}</ScreenTitle>
      <ol className={look.plain} aria-label={text.columnsTitle}>
        {draft.columns.map((column, at) => (
          // Columns stay where the file has them.
          <ColumnCard
            key={at}
            position={at + 1}
            column={column}
            input={order.input}
            onChange={(change) => setDraft((held) => withColumn(held, at, change))}
          />
        ))}
      </ol>
      <ScreenTitle as="h3">{text.layoutTitle}</ScreenTitle>
      <LayoutFields layout={draft.layout} onChange={(layout) => setDraft({ ...draft, layout })} />
      <Preview key={`${separator}${encoding}`} order={order} draft={draft} />
      <div className={look.actions}>
        <Button
          appearance="primary"
          disabled={!isSound(draft)}
          onClick={() => start((tasks) => tasks.templates.save(order, { ...draft, name: draft.name.trim() }))}
        >
          {text.saveAction}
        </Button>
        <Button onClick={() => start((tasks) => tasks.templates.open(order))}>{text.anotherAction}</Button>
      </div>
    </>
  );
}
