import { useState, type ReactElement } from 'react';
import { Badge, Text, makeStyles, type BadgeProps } from '@fluentui/react-components';
import { ErrorCircleRegular, InfoRegular, WarningRegular } from '@fluentui/react-icons';
import type { Finding } from '../../../../shared/domain/finding.ts';
import * as text from '../../../../shared/messages/fr/worktime/resultPane.ts';
import { controlSeverities, controlsTable } from '../../../../shared/tables/worktime/controlsTable.ts';
import type { ControlLine } from '../../model/worktime/timeResult.ts';
import { ArrowList } from '../ArrowList.tsx';
import { useLook } from '../look.ts';
import { run, usePane } from '../paneContext.ts';
import { useTime } from './useTime.ts';

const useStyles = makeStyles({
  list: { flexBasis: 0, minHeight: '240px' },
  line: { display: 'flex', flexDirection: 'column', rowGap: '2px', padding: '6px 10px', overflowWrap: 'anywhere' },
});

const looks: Readonly<
  Record<Finding['severity'], { readonly color: NonNullable<BadgeProps['color']>; readonly icon: ReactElement }>
> = {
  error: { color: 'danger', icon: <ErrorCircleRegular /> },
  warning: { color: 'warning', icon: <WarningRegular /> },
  info: { color: 'informative', icon: <InfoRegular /> },
};

function ControlRow({ line: { severity, name, sentence, article } }: { readonly line: ControlLine }): ReactElement {
  const styles = useStyles();
  const look = useLook();
  return (
    <div className={styles.line}>
      <div className={look.head}>
        <Text weight="semibold">{name}</Text>
        <Badge appearance="tint" {...looks[severity]}>
          {controlSeverities[severity]}
        </Badge>
      </div>
      <Text>{sentence}</Text>
      {article === '' ? null : (
        <Text size={200} className={look.quiet}>
          {article}
        </Text>
      )}
    </div>
  );
}

/** The rows of « Contrôles »; each leads to its row. */
export function ControlList({ lines }: { readonly lines: readonly ControlLine[] }): ReactElement {
  const styles = useStyles();
  const pane = usePane();
  const start = useTime();
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const active = lines.find(({ key }) => key === activeKey) ?? lines[0] ?? null;
  const show = ({ key }: ControlLine) => {
    setActiveKey(key);
    run(pane.showPlace({ table: controlsTable.name, key }));
  };
  return (
    <ArrowList
      name="time-control"
      className={styles.list}
      lines={lines}
      active={active}
      keyOf={({ key }) => key}
      height={78}
      label={text.controlsLabel}
      hint={text.controlsKeys}
      whenEmpty={text.noControl}
      isSelected={(line) => line === active}
      focus="none"
      onActive={({ key }) => setActiveKey(key)}
      onClick={show}
      keys={{ Enter: () => active && show(active), Escape: () => start((tasks) => tasks.back()) }}
    >
      {(line) => <ControlRow line={line} />}
    </ArrowList>
  );
}
