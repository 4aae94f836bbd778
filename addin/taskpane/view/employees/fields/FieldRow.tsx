import type { ReactElement } from 'react';
import { Badge, Text, makeStyles, type BadgeProps } from '@fluentui/react-components';
import { CheckmarkRegular, EditRegular, LightbulbRegular, PlugDisconnectedRegular } from '@fluentui/react-icons';
import type { FieldLine } from '../../../../../shared/flows/fields/fieldLines.ts';
import * as text from '../../../../../shared/messages/fr/employees/fieldsPane.ts';
import { sourceNames, stateNames, type FieldState } from '../../../../../shared/messages/fr/employees/fieldWords.ts';
import { findingText } from '../../../../../shared/messages/fr/findings.ts';
import { useLook } from '../../look.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexDirection: 'column', rowGap: '2px', padding: '6px 10px', overflowWrap: 'anywhere' },
});

const looks: Readonly<
  Record<FieldState, { readonly color: NonNullable<BadgeProps['color']>; readonly icon: ReactElement }>
> = {
  accepted: { color: 'success', icon: <CheckmarkRegular /> },
  proposed: { color: 'informative', icon: <LightbulbRegular /> },
  incomplete: { color: 'warning', icon: <EditRegular /> },
  vanished: { color: 'danger', icon: <PlugDisconnectedRegular /> },
};

/** A payroll field: where it is read, what that holds, and where its line stands. */
export function FieldRow({ line }: { readonly line: FieldLine }): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const { heading, from, code, name, samples, state, findings } = line;
  const source = from === null ? text.fromNowhere : text.fromSource(sourceNames[from], code, name);
  return (
    <div className={styles.line}>
      <div className={look.head}>
        <Text weight="semibold">{heading}</Text>
        <Badge appearance="tint" {...looks[state]}>
          {stateNames[state]}
        </Badge>
      </div>
      <Text size={200}>{source}</Text>
      {samples.length === 0 ? null : (
        <Text size={200} className={look.quiet}>
          {text.samplesOf(samples)}
        </Text>
      )}
      {findings.map((finding) => (
        <Text size={200} key={finding.code}>
          {findingText(finding)}
        </Text>
      ))}
    </div>
  );
}
