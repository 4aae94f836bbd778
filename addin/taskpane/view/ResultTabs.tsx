import { useState, type ReactElement, type ReactNode } from 'react';
import { Tab, TabList, makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  tabs: { flexShrink: 0, flexWrap: 'wrap', marginLeft: '-10px', marginRight: '-10px' },
  panel: { flexGrow: 1, display: 'flex', flexDirection: 'column', rowGap: '12px' },
});

/** A view of a result: the name of its tab, and what it shows. */
export interface ResultView {
  readonly id: string;
  readonly name: string;
  readonly shown: () => ReactNode;
}

interface ResultTabsProps {
  /** Begins the ids of the tabs: unique in the page. */
  readonly name: string;
  readonly views: readonly [ResultView, ...ResultView[]];
  /** The view that is open first. */
  readonly first: string;
}

/** A result seen in several ways, one at a time. */
export function ResultTabs({ name, views, first }: ResultTabsProps): ReactElement {
  const styles = useStyles();
  const [open, setOpen] = useState(first);
  const view = views.find(({ id }) => id === open) ?? views[0];
  return (
    <>
      <TabList
        className={styles.tabs}
        size="small"
        selectedValue={view.id}
        onTabSelect={(_, { value }) => setOpen(String(value))}
      >
        {views.map((each) => (
          <Tab key={each.id} id={`${name}-${each.id}`} value={each.id}>
            {each.name}
          </Tab>
        ))}
      </TabList>
      <div className={styles.panel} role="tabpanel" aria-labelledby={`${name}-${view.id}`}>
        {view.shown()}
      </div>
    </>
  );
}
