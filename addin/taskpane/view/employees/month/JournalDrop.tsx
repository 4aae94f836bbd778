import { useRef, useState, type DragEvent, type ReactElement } from 'react';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DocumentArrowUpRegular } from '@fluentui/react-icons';
import { dropJournal, journalFileLabel } from '../../../../../shared/messages/fr/employees/monthPane.ts';
import { usePeople } from '../usePeople.ts';

const useStyles = makeStyles({
  zone: { padding: '12px', border: `1px dashed ${tokens.colorNeutralStroke1}`, flexShrink: 0 },
  over: { backgroundColor: tokens.colorBrandBackground2 },
  // Pressed through its button, which says what it does.
  file: { display: 'none' },
});

/** Where the file of the journal comes from: dropped, or chosen. */
export function JournalDrop(): ReactElement {
  const styles = useStyles();
  const start = usePeople();
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const give = (file: File | undefined) => {
    if (file) start((people) => people.check.give(file));
  };
  const hover = (event: DragEvent, isThere: boolean) => {
    event.preventDefault();
    setOver(isThere);
  };
  return (
    <>
      <Button
        className={mergeClasses(styles.zone, isOver && styles.over)}
        icon={<DocumentArrowUpRegular />}
        onClick={() => chooser.current?.click()}
        onDrop={(event: DragEvent) => {
          hover(event, false);
          give(event.dataTransfer.files[0]);
        }}
        onDragOver={(event: DragEvent) => hover(event, true)}
        onDragLeave={() => setOver(false)}
      >
        {dropJournal}
      </Button>
      <input
        ref={chooser}
        className={styles.file}
        type="file"
        accept=".csv,.txt,.xlsx"
        aria-label={journalFileLabel}
        onChange={({ target }) => {
          give(target.files?.[0]);
          target.value = '';
        }}
      />
    </>
  );
}
