import { useState, type ReactElement } from 'react';
import { Button, Text, makeStyles } from '@fluentui/react-components';
import { ArrowSyncRegular, ArrowUndoRegular, CheckmarkRegular, TableAddRegular } from '@fluentui/react-icons';
import { displayed } from '../../../../../shared/domain/review/cell.ts';
import type { FieldLine } from '../../../../../shared/flows/fields/fieldLines.ts';
import type { FieldsReading } from '../../../../../shared/flows/fields/readFields.ts';
import { stamp } from '../../../../../shared/flows/stamp.ts';
import * as text from '../../../../../shared/messages/fr/employees/fieldsPane.ts';
import { countsOf, inOrderOfNeed, type FieldsScreen as Fields } from '../../../model/people/fields/fieldsState.ts';
import { ArrowList } from '../../ArrowList.tsx';
import { FindingList } from '../../FindingList.tsx';
import { useLook } from '../../look.ts';
import { run, usePane } from '../../paneContext.ts';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { usePeople } from '../usePeople.ts';
import { FieldRow } from './FieldRow.tsx';

const useStyles = makeStyles({ list: { flexBasis: 0, minHeight: '260px' } });

/** What was accepted, whether the sheet says the same, and whether Lucca was read so. */
function standing({ view, isPrepared, isMarked, hash }: FieldsReading): string[] {
  const { accepted, readWith, isRead } = view;
  const since = accepted ? text.acceptedOn(displayed(stamp(accepted.acceptedAt)), accepted.by) : text.notAccepted;
  return [
    ...(isRead ? [] : [text.notListed]),
    since,
    ...(accepted && isPrepared && hash !== accepted.hash ? [text.differs] : []),
    ...(accepted && isPrepared && hash === accepted.hash && !isMarked ? [text.unmarked] : []),
    ...(accepted && readWith !== accepted.hash ? [text.notReadYet] : []),
    ...(isPrepared ? [] : [text.notPrepared]),
  ];
}

function Standing({ reading }: { readonly reading: FieldsReading }): ReactElement {
  const look = useLook();
  return (
    <div className={look.boxes} role="status">
      {standing(reading).map((sentence) => (
        <Text key={sentence}>{sentence}</Text>
      ))}
      <Text weight="semibold">{text.statesCounted(countsOf(reading.lines))}</Text>
    </div>
  );
}

function Actions({ reading: { isPrepared, canUndo } }: { readonly reading: FieldsReading }): ReactElement {
  const look = useLook();
  const start = usePeople();
  return (
    <div className={look.row}>
      <Button
        appearance={isPrepared ? 'secondary' : 'primary'}
        icon={<TableAddRegular />}
        onClick={() => start((people) => people.fields.prepare())}
      >
        {text.prepareAction}
      </Button>
      {isPrepared ? (
        <Button
          appearance="primary"
          icon={<CheckmarkRegular />}
          onClick={() => start((people) => people.fields.validate())}
        >
          {text.validateAction}
        </Button>
      ) : null}
      {canUndo ? (
        <Button icon={<ArrowUndoRegular />} onClick={() => start((people) => people.fields.undo())}>
          {text.undoAction}
        </Button>
      ) : null}
    </div>
  );
}

/** The fields that need somebody first; each leads to its row. */
function FieldList({ lines }: { readonly lines: readonly FieldLine[] }): ReactElement {
  const styles = useStyles();
  const pane = usePane();
  const start = usePeople();
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const active = lines.find(({ key }) => key === activeKey) ?? lines[0] ?? null;
  const show = ({ key, place }: FieldLine) => {
    setActiveKey(key);
    if (place) run(pane.showPlace(place));
  };
  return (
    <ArrowList
      name="people-field"
      className={styles.list}
      lines={lines}
      active={active}
      keyOf={({ key }) => key}
      height={72}
      label={text.listLabel}
      hint={text.listKeys}
      whenEmpty={text.noField}
      isSelected={(line) => line === active}
      focus="none"
      onActive={({ key }) => setActiveKey(key)}
      onClick={show}
      keys={{ Enter: () => active && show(active), Escape: () => start((people) => people.back()) }}
    >
      {(line) => <FieldRow line={line} />}
    </ArrowList>
  );
}

export function FieldsScreen({ screen: { reading, findings } }: { readonly screen: Fields }): ReactElement {
  const look = useLook();
  const start = usePeople();
  return (
    <>
      <div className={look.titled}>
        <ScreenTitle>{text.fieldsTitle}</ScreenTitle>
        <Button size="small" icon={<ArrowSyncRegular />} onClick={() => start((people) => people.fields.open())}>
          {text.readAgain}
        </Button>
      </div>
      <Text size={200} className={look.quiet}>
        {text.fieldsIntro}
      </Text>
      <Standing reading={reading} />
      <FindingList findings={[...findings, ...reading.findings]} />
      <Actions reading={reading} />
      <FieldList lines={inOrderOfNeed(reading.lines)} />
    </>
  );
}
