import type { MouseEvent, ReactElement } from 'react';
import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { CheckboxCheckedRegular, CheckboxUncheckedRegular } from '@fluentui/react-icons';

const useStyles = makeStyles({
  box: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    alignSelf: 'flex-start',
    // Fingers and shaking hands.
    padding: '4px 8px 4px 0',
  },
  mark: { fontSize: '20px', lineHeight: 0, color: tokens.colorBrandForeground1 },
});

interface TickBoxProps {
  readonly isTicked: boolean;
  readonly label: string;
  readonly onToggle: () => void;
}

/** The box of a line for the mouse: the list has the keys, and the line says its state in words. */
export function TickBox({ isTicked, label, onToggle }: TickBoxProps): ReactElement {
  const styles = useStyles();
  const click = (event: MouseEvent) => {
    event.stopPropagation();
    onToggle();
  };
  return (
    <span className={styles.box} aria-hidden="true" data-ticked={isTicked} onClick={click}>
      <span className={styles.mark}>{isTicked ? <CheckboxCheckedRegular /> : <CheckboxUncheckedRegular />}</span>
      <Text size={200}>{label}</Text>
    </span>
  );
}
