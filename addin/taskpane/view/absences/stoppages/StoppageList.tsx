import { useState, type ReactElement } from 'react';
import { Input, makeStyles } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import type { StoppageEntry } from '../../../../../shared/flows/absences/stoppages/readStoppages.ts';
import * as text from '../../../../../shared/messages/fr/absences/stoppagesPane.ts';
import {
  isHeldAsTold,
  shownStoppages,
  type StoppagesScreen,
} from '../../../model/absences/stoppages/stoppagesState.ts';
import { ArrowList } from '../../ArrowList.tsx';
import { run, usePane } from '../../paneContext.ts';
import { useAbsences } from '../useAbsences.ts';
import { StoppageLine } from './StoppageLine.tsx';

const useStyles = makeStyles({ list: { flexGrow: 0, flexShrink: 0, maxHeight: '420px' } });

/** Fewer lines than this are read without searching. */
const SEARCHED = 8;

/** What is to be done first; each is ticked where it stands. */
export function StoppageList({ screen }: { readonly screen: StoppagesScreen }): ReactElement {
  const styles = useStyles();
  const pane = usePane();
  const start = useAbsences();
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const { reading, search, ticking } = screen;
  const lines = shownStoppages(screen);
  const active = lines.find(({ key }) => key === activeKey) ?? lines[0] ?? null;
  const activate = ({ key }: StoppageEntry) => setActiveKey(key);
  const show = (entry: StoppageEntry) => {
    activate(entry);
    run(pane.showPlace(entry.place));
  };
  const toggle = (entry: StoppageEntry) => {
    activate(entry);
    const request = { stoppages: [entry.key], isTicked: !isHeldAsTold(entry) };
    start((absences) => absences.stoppages.tick(entry.key, request));
  };
  return (
    <>
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
      <ArrowList
        name="absence-stoppage"
        className={styles.list}
        lines={lines}
        active={active}
        keyOf={({ key }) => key}
        height={128}
        label={text.listLabel}
        hint={text.listKeys}
        whenEmpty={text.noLine}
        multiple
        isSelected={isHeldAsTold}
        focus="none"
        onActive={activate}
        onClick={show}
        keys={{
          ' ': () => active && toggle(active),
          Enter: () => active && show(active),
          Escape: () => start((absences) => absences.back()),
        }}
      >
        {(entry) => <StoppageLine entry={entry} isTicking={ticking.has(entry.key)} onToggle={() => toggle(entry)} />}
      </ArrowList>
    </>
  );
}
