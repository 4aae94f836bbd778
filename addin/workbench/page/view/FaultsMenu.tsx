/** « Pannes »: switches for what lasts, buttons for what happens once. */
import { useState, type ReactElement, type ReactNode } from 'react';
import {
  Button,
  CounterBadge,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  SpinButton,
  Switch,
} from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons';
import type { FaultControls } from '../faultControls.ts';
import { fault, faults, faultsHint, faultsOn } from '../messages.ts';
import { useDesk } from './deskContext.ts';

const MOST_BLOCKS = 99;

export function FaultsMenu({ controls }: { readonly controls: FaultControls }): ReactElement {
  const { count } = controls;
  return (
    <Popover withArrow trapFocus positioning="below-end">
      <PopoverTrigger disableButtonEnhancement>
        <Button appearance="subtle" size="small" icon={<WarningRegular />}>
          {faults}
          {count > 0 && <CounterBadge className="wb-count" size="small" count={count} aria-label={faultsOn(count)} />}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className="wb-faults" aria-label={faults}>
        <FaultList controls={controls} />
      </PopoverSurface>
    </Popover>
  );
}

function FaultList({ controls }: { readonly controls: FaultControls }): ReactElement {
  const desk = useDesk();
  const [block, setBlock] = useState(2);
  const { table } = controls;
  return (
    <>
      <p className="wb-faults-hint">{faultsHint}</p>
      <Lasting
        label={fault.protected}
        hint={fault.protectedHint(controls.activeSheet.name)}
        isOn={controls.isProtected}
        onChange={(on) => controls.protect(on)}
      />
      <Lasting
        label={fault.cellEdit}
        hint={fault.cellEditHint}
        isOn={desk.isHeld}
        onChange={(on) => controls.hold(on)}
      />
      <Lasting label={fault.slow} hint={fault.slowHint} isOn={controls.isSlow} onChange={(on) => controls.slow(on)} />
      <Once
        label={fault.failAtBlock}
        hint={fault.failAtBlockHint}
        action={fault.arm}
        onAct={() => controls.failAtBlock(block)}
      >
        <SpinButton
          className="wb-block"
          size="small"
          aria-label={fault.blockNumber}
          min={1}
          max={MOST_BLOCKS}
          value={block}
          onChange={(_, { value, displayValue }) => setBlock(clipped(value ?? Number(displayValue)))}
        />
      </Once>
      <Once
        label={fault.renamedTable}
        hint={table ? fault.renamedTableHint(table.name) : fault.noTable}
        action={fault.act}
        isPossible={table !== undefined}
        onAct={() => controls.renameTable()}
      />
      <Once
        label={fault.otherAuthor}
        hint={fault.otherAuthorHint}
        action={fault.act}
        onAct={() => controls.otherAuthor()}
      />
    </>
  );
}

const clipped = (value: number): number => (Number.isInteger(value) ? Math.min(MOST_BLOCKS, Math.max(1, value)) : 1);

interface LastingProps {
  readonly label: string;
  readonly hint: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Lasting({ label, hint, isOn, onChange }: LastingProps): ReactElement {
  return (
    <div className="wb-fault">
      <Switch label={label} checked={isOn} onChange={(_, { checked }) => onChange(checked)} />
      <span className="wb-fault-hint">{hint}</span>
    </div>
  );
}

interface OnceProps {
  readonly label: string;
  readonly hint: string;
  readonly action: string;
  readonly isPossible?: boolean;
  readonly onAct: () => void;
  readonly children?: ReactNode;
}

function Once({ label, hint, action, isPossible = true, onAct, children }: OnceProps): ReactElement {
  return (
    <div className="wb-fault wb-fault-once">
      <div>
        <span>{label}</span>
        <span className="wb-fault-hint">{hint}</span>
      </div>
      {children}
      <Button size="small" disabled={!isPossible} aria-label={`${action} : ${label}`} onClick={onAct}>
        {action}
      </Button>
    </div>
  );
}
