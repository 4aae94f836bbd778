import { Fragment, type ReactElement } from 'react';
import { Link, MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import type { LeftOut } from '../../../../shared/flows/worktime/leftOut.ts';
import * as text from '../../../../shared/messages/fr/worktime/leftOut.ts';
import { employeesTable } from '../../../../shared/tables/employeesTable.ts';
import { timeRegulationsTable } from '../../../../shared/tables/worktime/timeRegulationsTable.ts';
import { run, usePane } from '../paneContext.ts';

const useStyles = makeStyles({ bar: { flexShrink: 0, overflowWrap: 'anywhere' } });

interface NotCountedProps {
  readonly leftOut: LeftOut;
  /** Says what to do; a list of people has no room for it. */
  readonly isAdvised?: boolean;
}

/** People of whom nothing is counted: who, each with the way to their row, and what to do. */
export function NotCounted({ leftOut: { people, named }, isAdvised }: NotCountedProps): ReactElement | null {
  const styles = useStyles();
  const pane = usePane();
  if (people === 0) return null;
  return (
    <MessageBar className={styles.bar} intent="warning" layout="multiline">
      <MessageBarBody>
        {text.notCounted(people)}
        {named.map(({ key, name }, index) => (
          <Fragment key={`${key} ${name}`}>
            {index === 0 ? '' : text.separator}
            {key === '' ? (
              name
            ) : (
              <Link as="button" inline onClick={() => run(pane.showPlace({ table: employeesTable.name, key }))}>
                {name}
              </Link>
            )}
          </Fragment>
        ))}
        {`${text.others(people - named.length)}. ${isAdvised ? text.notCountedAdvice : ''} `}
        <Link as="button" inline onClick={() => run(pane.showPlace({ table: timeRegulationsTable.name }))}>
          {text.regulationsAction}
        </Link>
      </MessageBarBody>
    </MessageBar>
  );
}
