import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Badge, Button, Checkbox, Field, Link, Text, Textarea } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import type { SupportEntry } from '../../../../../shared/flows/absences/stoppages/readStoppages.ts';
import * as text from '../../../../../shared/messages/fr/absences/stoppagesPane.ts';
import { showCell } from '../../../../../shared/messages/fr/pane.ts';
import { useLook } from '../../look.ts';
import { run, usePane } from '../../paneContext.ts';
import { useAbsences } from '../useAbsences.ts';

type Copy = 'none' | 'done' | 'byHand';

/** Some hosts give no clipboard to a pane: the text is then shown, selected. */
async function copied(what: string): Promise<Copy> {
  try {
    await navigator.clipboard.writeText(what);
    return 'done';
  } catch {
    return 'byHand';
  }
}

function ByHand({ what }: { readonly what: string }): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = place.current?.querySelector('textarea');
    field?.focus();
    field?.select();
  }, []);
  return (
    <div ref={place}>
      <Field label={text.copyField} hint={text.copyByHand}>
        <Textarea readOnly value={what} rows={6} />
      </Field>
    </div>
  );
}

interface SupportCardProps {
  readonly entry: SupportEntry;
  readonly isTicking: boolean;
}

/** A change that only the support of payroll makes, with what support asks. */
export function SupportCard({ entry, isTicking }: SupportCardProps): ReactElement {
  const look = useLook();
  const pane = usePane();
  const start = useAbsences();
  const [copy, setCopy] = useState<Copy>('none');
  const { key, name, employeeNumber, establishment, held, now, months, remark, state, sentAt, place } = entry;
  const isSent = state === 'sent';
  const what = text.supportText(entry);
  const who = [employeeNumber, establishment].filter((part) => part !== '').join(' · ');
  return (
    <li className={look.card}>
      <h4 className={look.title}>{name}</h4>
      <Text size={200} className={look.quiet}>
        {who}{' '}
        <Link as="button" inline onClick={() => run(pane.showPlace(place))}>
          {showCell}
        </Link>
      </Text>
      {[text.typedAs(held), text.nowInLucca(now), text.closedMonths(months), remark]
        .filter((sentence) => sentence !== '')
        .map((sentence) => (
          <Text key={sentence} size={200}>
            {sentence}
          </Text>
        ))}
      <div className={look.row}>
        <Button
          size="small"
          icon={<CopyRegular />}
          aria-label={text.copyOf(name)}
          onClick={() => run(copied(what).then(setCopy))}
        >
          {text.copyAction}
        </Button>
      </div>
      <div role="status">{copy === 'done' ? <Text size={200}>{text.copied}</Text> : null}</div>
      {copy === 'byHand' ? <ByHand what={what} /> : null}
      <Checkbox
        label={isTicking ? text.ticking : isSent ? text.sentSince(sentAt) : text.sentBox}
        checked={isSent}
        onChange={(_, { checked }) =>
          start((tasks) => tasks.stoppages.tick(key, { support: [key], isTicked: checked === true }))
        }
      />
    </li>
  );
}

/** How many wait, told where a glance finds it. */
export function WaitingBadge({ count }: { readonly count: number }): ReactElement {
  return (
    <Badge appearance="tint" color={count === 0 ? 'success' : 'warning'}>
      {text.waitingCount(count)}
    </Badge>
  );
}
