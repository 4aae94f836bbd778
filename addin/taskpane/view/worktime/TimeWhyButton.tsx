import type { ReactElement } from 'react';
import { Button } from '@fluentui/react-components';
import { QuestionCircleRegular } from '@fluentui/react-icons';
import { whyAction } from '../../../../shared/messages/fr/vouchers/why.ts';
import { selectFirst } from '../../../../shared/messages/fr/worktime/why.ts';
import { useTime } from './useTime.ts';

/** Explains the person of the row selected in the sheet. */
export function TimeWhyButton({ size = 'medium' }: { readonly size?: 'small' | 'medium' }): ReactElement {
  const start = useTime();
  return (
    <Button
      size={size}
      icon={<QuestionCircleRegular />}
      title={selectFirst}
      onClick={() => start((tasks) => tasks.why())}
    >
      {whyAction}
    </Button>
  );
}
