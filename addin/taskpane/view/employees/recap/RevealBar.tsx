import type { ReactElement } from 'react';
import { Button } from '@fluentui/react-components';
import { EyeOffRegular, EyeRegular } from '@fluentui/react-icons';
import type { Sensitivity } from '../../../../../shared/domain/people/employeeFields.ts';
import * as text from '../../../../../shared/messages/fr/employees/recap.ts';
import { useLook } from '../../look.ts';

interface RevealBarProps {
  readonly upTo: Sensitivity;
  readonly onReveal: (upTo: Sensitivity) => void;
}

/** Personal values on one click, NIR and accounts on one more. */
export function RevealBar({ upTo, onReveal }: RevealBarProps): ReactElement {
  const look = useLook();
  const next = upTo === 'open' ? 'personal' : upTo === 'personal' ? 'secret' : null;
  return (
    <div className={look.row}>
      {next ? (
        <Button size="small" icon={<EyeRegular />} onClick={() => onReveal(next)}>
          {next === 'personal' ? text.revealAction : text.revealSecrets}
        </Button>
      ) : null}
      {upTo === 'open' ? null : (
        <Button size="small" icon={<EyeOffRegular />} onClick={() => onReveal('open')}>
          {text.hideAction}
        </Button>
      )}
    </div>
  );
}
