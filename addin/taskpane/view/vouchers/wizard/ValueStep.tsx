import type { ReactElement } from 'react';
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import * as text from '../../../../../shared/messages/fr/vouchers/wizard.ts';
import * as more from '../../../../../shared/messages/fr/vouchers/wizardMore.ts';
import { RadioField, TypedField } from './fields.tsx';
import { More } from './More.tsx';
import { toldOf, useWizard } from './wizardContext.ts';

/** What one voucher is worth and who pays it, said as one types. */
function Shares(): ReactElement {
  const { draft, told } = useWizard();
  const isSound = toldOf(told, 'share').length === 0;
  return (
    <div role="status" aria-live="polite">
      {draft.unit ? (
        <MessageBar intent={isSound ? 'success' : 'info'} layout="multiline">
          <MessageBarBody>
            {text.sharesSentence(draft.unit)} {isSound ? text.whollyExempt : null}
          </MessageBarBody>
        </MessageBar>
      ) : null}
    </div>
  );
}

export function ValueStep(): ReactElement {
  const { answers, answer } = useWizard();
  const { face, shareKind, share, cse } = answers;
  return (
    <>
      <TypedField
        field="face"
        label={text.faceLabel}
        hint={text.faceHint}
        required
        numeric
        value={face}
        onType={(value) => answer({ face: value })}
      />
      <RadioField
        field={null}
        label={text.shareKindLabel}
        names={text.shareKinds}
        value={shareKind}
        onChoose={(value) => answer({ shareKind: value })}
      />
      <TypedField
        field="share"
        label={text.shareLabels[shareKind]}
        hint={text.shareHints[shareKind]}
        required
        numeric
        value={share}
        onType={(value) => answer({ share: value })}
      />
      <TypedField
        field="cse"
        label={text.cseLabel}
        hint={text.cseHint}
        numeric
        value={cse}
        onType={(value) => answer({ cse: value })}
      />
      <Shares />
      <More fields={['reintegration']} now={[more.reintegrationShort(answers.reintegration)]}>
        <RadioField
          field="reintegration"
          label={more.reintegrationLabel}
          names={more.reintegrationNames}
          value={answers.reintegration}
          onChoose={(reintegration) => answer({ reintegration })}
        />
      </More>
    </>
  );
}
