import type { ReactElement } from 'react';
import * as text from '../../../../../shared/messages/fr/vouchers/templates.ts';
import type { VoucherScreen } from '../../../model/vouchersState.ts';
import { FindingList } from '../../FindingList.tsx';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { TemplateForm } from './TemplateForm.tsx';
import { TemplateSource } from './TemplateSource.tsx';

type TemplateScreenState = Extract<VoucherScreen, { name: 'voucherTemplate' }>;

/** A model of order: given by a file of the issuer, then written column by column. */
export function TemplateScreen({ screen: { order, read } }: { readonly screen: TemplateScreenState }): ReactElement {
  const { template } = read;
  return (
    <>
      <ScreenTitle>{text.templateTitle}</ScreenTitle>
      {template ? (
        <TemplateForm order={order} read={{ ...read, template }} />
      ) : (
        <>
          <FindingList findings={read.findings} />
          <TemplateSource order={order} />
        </>
      )}
    </>
  );
}
