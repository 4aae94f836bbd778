import { useRef, useState, type DragEvent, type ReactElement } from 'react';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DocumentArrowUpRegular } from '@fluentui/react-icons';
import { fileLabel } from '../../../../../shared/messages/fr/employees/matchingPane.ts';
import { usePeople } from '../usePeople.ts';

const useStyles = makeStyles({
  zone: { padding: '12px', border: `1px dashed ${tokens.colorNeutralStroke1}`, flexShrink: 0 },
  over: { backgroundColor: tokens.colorBrandBackground2 },
  // Pressed through its button, which says what it does.
  file: { display: 'none' },
});

/** Where a file of payroll comes from: dropped, or chosen. */
export function FileDrop({ label }: { readonly label: string }): ReactElement {
  const styles = useStyles();
  const start = usePeople();
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const give = (file: File | undefined) => {
    if (file) start((people) => people.matching.give(file));
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
      <Button
        className={mergeClasses(styles.zone, isOver && styles.over)}
        icon={<DocumentArrowUpRegular />}
        onClick={() => chooser.current?.click()}
        onDrop={onDrop}
        onDragOver={onDragOver}
        onDragLeave={() => setOver(false)}
      >
        {label}
      </Button>
      <input
        ref={chooser}
        className={styles.file}
        type="file"
        accept=".csv,.txt,.xlsx"
        aria-label={fileLabel}
        onChange={({ target }) => {
          give(target.files?.[0]);
          target.value = '';
        }}
      />
    </>
  );
}
