/** Asked before the workbook that is open is replaced while something of it is not saved. */
import type { ReactElement } from 'react';
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import * as say from '../messages.ts';

interface Props {
  readonly onSave: () => void;
  readonly onLeave: () => void;
  readonly onClose: () => void;
}

export function LeaveDialog({ onSave, onLeave, onClose }: Props): ReactElement {
  const then = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <Dialog open modalType="alert" onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say.loseTitle}</DialogTitle>
          <DialogContent>{say.loseText}</DialogContent>
          <DialogActions fluid>
            <Button appearance="secondary" onClick={onClose}>
              {say.cancel}
            </Button>
            <Button appearance="secondary" onClick={then(onLeave)}>
              {say.discard}
            </Button>
            <Button appearance="primary" onClick={then(onSave)}>
              {say.save}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
