import type { ReactElement } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { leftAtClose, stoppagesLeft, supportLeft } from '../../../../../shared/messages/fr/absences/transfer.ts';
import * as text from '../../../../../shared/messages/fr/absences/transferPane.ts';
import type { CloseScreen as Screen } from '../../../model/absences/transfer/transferState.ts';
import { useLook } from '../../look.ts';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { useAbsences } from '../useAbsences.ts';

/** What is left before the month is closed: nothing of it forbids the close but an import that waits. */
export function CloseScreen({ screen }: { readonly screen: Screen }): ReactElement {
  const look = useLook();
  const start = useAbsences();
  const { board, toType, toHandOver, left } = screen;
  const { month } = board.period;
  const waiting = board.current?.state === 'prepared' ? board.current : null;
  const rest = [
    ...(left ? [leftAtClose(month, left.deletions, left.imports, left.waiting)] : []),
    ...(toType > 0 ? [stoppagesLeft(toType)] : []),
    ...(toHandOver > 0 ? [supportLeft(toHandOver)] : []),
  ];
  const close = (
    <Button appearance="primary" onClick={() => start((tasks) => tasks.closing.close(left !== null))}>
      {left ? text.closeAnyway : text.closeShort}
    </Button>
  );
  return (
    <>
      <ScreenTitle>{text.closeTitle(month)}</ScreenTitle>
      <Text>{text.closeMeans(month)}</Text>
      <div className={look.boxes} role="status">
        {waiting ? <Text>{text.closeNeedsImport(waiting.number)}</Text> : null}
        {rest.map((sentence) => (
          <Text key={sentence}>{sentence}</Text>
        ))}
      </div>
      <div className={look.actions}>
        {waiting ? (
          <Button appearance="primary" onClick={() => start((tasks) => tasks.transfer.show(waiting.number))}>
            {text.openAction(waiting.number)}
          </Button>
        ) : (
          close
        )}
        {left ? (
          <Button onClick={() => start((tasks) => tasks.transfer.prepare())}>{text.prepareAgainAction}</Button>
        ) : null}
        {toType + toHandOver > 0 ? (
          <Button onClick={() => start((tasks) => tasks.stoppages.open())}>{text.toStoppages}</Button>
        ) : null}
      </div>
    </>
  );
}
