import type { ReactElement } from 'react';
import { Button } from '@fluentui/react-components';
import { QuestionCircleRegular } from '@fluentui/react-icons';
import { selectFirst, whyAction } from '../../../../shared/messages/fr/vouchers/why.ts';
import { useVouchers } from './useVouchers.ts';

/** Explains the person of the row selected in the sheet. */
export function WhyButton({ size = 'medium' }: { readonly size?: 'small' | 'medium' }): ReactElement {
  const start = useVouchers();
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
