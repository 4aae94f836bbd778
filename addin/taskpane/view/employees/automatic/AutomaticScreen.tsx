import type { ReactElement } from 'react';
import { Checkbox, Text } from '@fluentui/react-components';
import { fieldGroups } from '../../../../../shared/domain/people/employeeFields.ts';
import * as text from '../../../../../shared/messages/fr/employees/automatic.ts';
import { useLook } from '../../look.ts';
import { usePaneState } from '../../paneContext.ts';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { usePeople } from '../usePeople.ts';

/** Which groups of fields follow Lucca without asking: kept by the workbook. */
export function AutomaticScreen(): ReactElement {
  const look = useLook();
  const start = usePeople();
  const chosen = usePaneState().book?.automatic ?? [];
  return (
    <>
      <ScreenTitle>{text.automaticTitle}</ScreenTitle>
      <Text>{text.automaticIntro}</Text>
      {fieldGroups.map((group) => (
        <div key={group} className={look.boxes}>
          <Checkbox
            label={text.groupNames[group]}
            checked={chosen.includes(group)}
            onChange={(_, { checked }) => start((people) => people.takeAutomatically(group, checked === true))}
          />
          <Text size={200} className={look.quiet}>
            {text.fieldsOfGroup(group)}
          </Text>
        </div>
      ))}
      <Text size={200}>{text.automaticSafety}</Text>
      <Text size={200}>{text.automaticNever}</Text>
      <Text size={200}>{text.automaticWhen}</Text>
    </>
  );
}
