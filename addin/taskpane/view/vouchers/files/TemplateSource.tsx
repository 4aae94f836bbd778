import { useRef, useState, type DragEvent, type ReactElement } from 'react';
import { Button, Field, Text, Textarea, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DocumentArrowUpRegular } from '@fluentui/react-icons';
import type { OrderToFile } from '../../../../../shared/flows/vouchers/orderReading.ts';
import * as text from '../../../../../shared/messages/fr/vouchers/templates.ts';
import { useVouchers } from '../useVouchers.ts';

const useStyles = makeStyles({
  zone: {
    padding: '20px 12px',
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    flexShrink: 0,
  },
  over: { backgroundColor: tokens.colorBrandBackground2 },
  // Pressed through its button, which says what it does.
  file: { display: 'none' },
});

/** Where a model comes from: a file dropped or chosen, or a pasted row of headings. */
export function TemplateSource({ order }: { readonly order: OrderToFile }): ReactElement {
  const styles = useStyles();
  const start = useVouchers();
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [pasted, setPasted] = useState('');
  const give = (file: File | undefined) => {
    if (file) start((tasks) => tasks.templates.give(order, file));
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    give(event.dataTransfer.files[0]);
  };
  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <>
      <Text>{text.templateIntro}</Text>
      <Button
        className={mergeClasses(styles.zone, isOver && styles.over)}
        icon={<DocumentArrowUpRegular />}
        onClick={() => chooser.current?.click()}
        onDrop={onDrop}
        onDragOver={onDragOver}
        onDragLeave={() => setOver(false)}
      >
        {text.dropHere}
      </Button>
      <input
        ref={chooser}
        className={styles.file}
        type="file"
        accept=".csv,.txt,.tsv,text/plain,text/csv"
        aria-label={text.fileLabel}
        onChange={({ target }) => give(target.files?.[0])}
      />
      <Field label={text.pasteLabel}>
        <Textarea value={pasted} rows={3} onChange={(_, { value }) => setPasted(value)} />
      </Field>
      <Button disabled={pasted.trim() === ''} onClick={() => start((tasks) => tasks.templates.paste(order, pasted))}>
        {text.readAction}
      </Button>
    </>
  );
}
