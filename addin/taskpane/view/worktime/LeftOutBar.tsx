import type { ReactElement } from 'react';
import { MessageBar, MessageBarBody, Text, makeStyles } from '@fluentui/react-components';
import { leftOutTexts, type LeftOut } from '../../../../shared/flows/worktime/leftOut.ts';

const useStyles = makeStyles({
  bar: { flexShrink: 0 },
  lines: { display: 'flex', flexDirection: 'column', rowGap: '4px', overflowWrap: 'anywhere' },
});

/** What an export hands over without. */
export function LeftOutBar({ leftOut }: { readonly leftOut: LeftOut }): ReactElement {
  const styles = useStyles();
  return (
    <MessageBar className={styles.bar} intent="warning" layout="multiline" shape="square">
      <MessageBarBody className={styles.lines}>
        {leftOutTexts(leftOut).map((sentence) => (
          <Text key={sentence} size={200}>
            {sentence}
          </Text>
        ))}
      </MessageBarBody>
    </MessageBar>
  );
}
