import type { ReactElement } from 'react';
import { Text, makeStyles, mergeClasses } from '@fluentui/react-components';
import { findingText } from '../../../../../shared/messages/fr/findings.ts';
import * as text from '../../../../../shared/messages/fr/worktime/simulation.ts';
import type { LeftGroup, TimeSimulationView } from '../../../model/worktime/timeSimulation.ts';
import { FindingList } from '../../FindingList.tsx';
import { useLook } from '../../look.ts';

const useStyles = makeStyles({ list: { paddingTop: '8px' } });

/** More names than that are not read. */
const NAMES = 8;

function groupText({ finding, rules, names }: LeftGroup): string {
  const sentence = text.otherContract[finding.code];
  return sentence ? sentence(rules, names.length) : text.ofPeople(findingText(finding), names.length);
}

/** Whom a side cannot count, and why: what is wrong with the tried set is told once for all. */
export function TimeSimulationLeft({ view }: { readonly view: TimeSimulationView }): ReactElement | null {
  const look = useLook();
  const styles = useStyles();
  const { left, leftByTried, leftCount, compared } = view;
  if (leftCount === 0) return null;
  return (
    <details open={compared === 0}>
      <summary>{text.leftTitle(leftCount)}</summary>
      <ul className={mergeClasses(look.plain, styles.list)}>
        {leftByTried.map((group) => (
          <li key={groupText(group)}>
            <Text block>{groupText(group)}</Text>
            <Text block size={200} className={look.quiet}>
              {text.names(group.names, NAMES)}
            </Text>
          </li>
        ))}
        {leftByTried.length > 0 && left.length > 0 ? (
          <li>
            <Text>{text.leftToday}</Text>
          </li>
        ) : null}
        {left.map(({ employeeId, name, findings }) => (
          <li key={employeeId}>
            <Text weight="semibold" block>
              {name}
            </Text>
            {findings.length === 0 ? <Text>{text.leftUnknown}</Text> : <FindingList findings={findings} />}
          </li>
        ))}
      </ul>
    </details>
  );
}
