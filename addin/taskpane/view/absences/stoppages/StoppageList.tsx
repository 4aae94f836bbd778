import { useRef, useState, type ReactElement } from 'react';
import { Input, Text, makeStyles } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import type { StoppageEntry } from '../../../../../shared/flows/absences/stoppages/readStoppages.ts';
import * as text from '../../../../../shared/messages/fr/absences/stoppagesPane.ts';
import {
  dropsSupport,
  isHeldAsTold,
  mayBeAbsent,
  shownStoppages,
  type StoppagesScreen,
} from '../../../model/absences/stoppages/stoppagesState.ts';
import { ArrowList } from '../../ArrowList.tsx';
import { Confirm } from '../../Confirm.tsx';
import { run, usePane } from '../../paneContext.ts';
import { useAbsences } from '../useAbsences.ts';
import { StoppageLine } from './StoppageLine.tsx';

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', flexShrink: 0, rowGap: '8px' },
  list: { flexGrow: 0, flexShrink: 0, maxHeight: '420px' },
});

/** Fewer lines than this are read without searching. */
const SEARCHED = 8;

/** What would be said of a line, once the person answered. */
interface Asked {
  readonly entry: StoppageEntry;
  readonly isTicked: boolean;
}

interface SupportQuestionProps {
  readonly asked: Asked;
  readonly onYes: () => void;
  readonly onGiveUp: () => void;
}

/** A row that waits for support is never taken away without asking. */
function SupportQuestion({ asked: { entry, isTicked }, onYes, onGiveUp }: SupportQuestionProps): ReactElement {
  const question = isTicked ? text.settledQuestion(entry.name) : text.absentQuestion(entry.name);
  const action = isTicked ? text.settledYes : text.absentYes;
  return (
    <Confirm question={question} action={action} onConfirm={onYes} onGiveUp={onGiveUp}>
      <Text size={200}>{text.supportRowGoes(entry.isInLucca && !isTicked)}</Text>
    </Confirm>
  );
}

/** What is to be done first; each is ticked where it stands. */
export function StoppageList({ screen }: { readonly screen: StoppagesScreen }): ReactElement {
  const styles = useStyles();
  const pane = usePane();
  const start = useAbsences();
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const { reading, search, ticking } = screen;
  const lines = shownStoppages(screen);
  const active = lines.find(({ key }) => key === activeKey) ?? lines[0] ?? null;
  const activate = ({ key }: StoppageEntry) => setActiveKey(key);
  const show = (entry: StoppageEntry) => {
    activate(entry);
    run(pane.showPlace(entry.place));
  };
  const say = ({ entry: { key }, isTicked }: Asked) =>
    start((absences) => absences.stoppages.tick(key, { stoppages: [key], isTicked }));
  const sayOnceSure = (entry: StoppageEntry, isTicked: boolean) => {
    activate(entry);
    if (dropsSupport(entry, isTicked)) setAsked({ entry, isTicked });
    else say({ entry, isTicked });
  };
  const answered = () => {
    setAsked(null);
    place.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
  };
  const toggle = (entry: StoppageEntry) => sayOnceSure(entry, !isHeldAsTold(entry));
  const sayAbsent = (entry: StoppageEntry | null) => {
    if (entry && mayBeAbsent(entry)) sayOnceSure(entry, false);
  };
  return (
    <div ref={place} className={styles.whole}>
      {reading.stoppages.length > SEARCHED ? (
        <Input
          type="search"
          aria-label={text.searchLabel}
          placeholder={text.searchHint}
          contentBefore={<SearchRegular />}
          value={search}
          onChange={(_, { value }) => start((absences) => absences.stoppages.search(value))}
        />
      ) : null}
      {asked ? (
        <SupportQuestion
          key={`${asked.entry.key} ${asked.isTicked}`}
          asked={asked}
          onYes={() => {
            say(asked);
            answered();
          }}
          onGiveUp={answered}
        />
      ) : null}
      <ArrowList
        name="absence-stoppage"
        className={styles.list}
        lines={lines}
        active={active}
        keyOf={({ key }) => key}
        height={128}
        label={text.listLabel}
        hint={lines.some(mayBeAbsent) ? text.listKeysWithN : text.listKeys}
        whenEmpty={text.noLine}
        multiple
        isSelected={isHeldAsTold}
        focus="none"
        onActive={activate}
        onClick={show}
        keys={{
          ' ': () => active && toggle(active),
          n: () => sayAbsent(active),
          N: () => sayAbsent(active),
          Enter: () => active && show(active),
          Escape: () => start((absences) => absences.back()),
        }}
      >
        {(entry) => (
          <StoppageLine
            entry={entry}
            isTicking={ticking.has(entry.key)}
            onToggle={() => toggle(entry)}
            onAbsent={() => sayAbsent(entry)}
          />
        )}
      </ArrowList>
    </div>
  );
}
