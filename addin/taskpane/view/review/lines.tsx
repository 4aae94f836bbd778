import type { MouseEvent, ReactElement } from 'react';
import { Badge, Text, makeStyles, mergeClasses, tokens, type BadgeProps } from '@fluentui/react-components';
import {
  AddRegular,
  CheckboxCheckedRegular,
  CheckboxIndeterminateRegular,
  CheckboxUncheckedRegular,
  ClockRegular,
  DeleteRegular,
  EditRegular,
  PersonDeleteRegular,
  QuestionRegular,
  WarningRegular,
} from '@fluentui/react-icons';
import type { ItemKind, Standing } from '../../../../shared/domain/review/review.ts';
import type { ReviewEntry } from '../../../../shared/flows/prepareReview.ts';
import { entryText } from '../../../../shared/flows/entryText.ts';
import { decisionOf, type Decisions } from '../../../../shared/flows/reviewEntries.ts';
import * as text from '../../../../shared/messages/fr/review.ts';
import type { ReviewRow } from '../../model/reviewRows.ts';
import { useHeard } from './heard.ts';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'flex-start', columnGap: '8px', padding: '6px 8px' },
  person: { backgroundColor: tokens.colorNeutralBackground3 },
  entry: { paddingLeft: '20px' },
  box: { fontSize: '20px', lineHeight: 0, flexShrink: 0, color: tokens.colorBrandForeground1 },
  words: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    overflowWrap: 'anywhere',
    rowGap: '2px',
    alignItems: 'flex-start',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type Ticked = Standing | 'mixed';

const boxes: Readonly<Record<Ticked, ReactElement>> = {
  accept: <CheckboxCheckedRegular />,
  ignore: <CheckboxUncheckedRegular />,
  undecided: <QuestionRegular />,
  waiting: <ClockRegular />,
  moot: <ClockRegular />,
  mixed: <CheckboxIndeterminateRegular />,
};

/** One colour, one shape and one word for each kind, everywhere. */
const looks: Readonly<
  Record<ItemKind, { readonly color: NonNullable<BadgeProps['color']>; readonly icon: ReactElement }>
> = {
  conflict: { color: 'danger', icon: <WarningRegular /> },
  added: { color: 'success', icon: <AddRegular /> },
  changed: { color: 'brand', icon: <EditRegular /> },
  gone: { color: 'severe', icon: <PersonDeleteRegular /> },
  removed: { color: 'severe', icon: <DeleteRegular /> },
  deletedHere: { color: 'subtle', icon: <PersonDeleteRegular /> },
};

function kindName({ item }: ReviewEntry): string {
  return item.gated ? `${text.kindNames[item.kind]} · ${text.toConfirm}` : text.kindNames[item.kind];
}

function Box({ ticked, onToggle }: { readonly ticked: Ticked; readonly onToggle: () => void }): ReactElement {
  const styles = useStyles();
  const click = (event: MouseEvent) => {
    event.stopPropagation();
    onToggle();
  };
  return (
    <span className={styles.box} aria-hidden="true" data-ticked={ticked} onClick={click}>
      {boxes[ticked]}
    </span>
  );
}

interface PersonLineProps {
  readonly row: Extract<ReviewRow, { type: 'person' }>;
  readonly decisions: Decisions;
  readonly onToggle: () => void;
}

export function PersonLine({ row, decisions, onToggle }: PersonLineProps): ReactElement {
  const styles = useStyles();
  const heard = useHeard();
  const all = new Set(row.entries.map((entry) => decisionOf(entry, decisions)));
  const [only] = all;
  const { name, employeeNumber, establishment } = row.person;
  return (
    <div className={mergeClasses(styles.line, styles.person)}>
      <Box ticked={all.size === 1 && only ? only : 'mixed'} onToggle={onToggle} />
      <div className={styles.words}>
        <Text weight="semibold">{name}</Text>
        <Text size={200} className={styles.quiet}>
          {[employeeNumber, establishment].filter((part) => part !== '').join(' · ')}
        </Text>
        <span className={heard}>{text.reviewTitle(row.entries.length)}</span>
      </div>
    </div>
  );
}

interface EntryLineProps {
  readonly entry: ReviewEntry;
  readonly decisions: Decisions;
  readonly onToggle: () => void;
}

export function EntryLine({ entry, decisions, onToggle }: EntryLineProps): ReactElement {
  const styles = useStyles();
  const heard = useHeard();
  const { color, icon } = looks[entry.item.kind];
  const standing = decisionOf(entry, decisions);
  return (
    <div className={mergeClasses(styles.line, styles.entry)}>
      <Box ticked={standing} onToggle={onToggle} />
      <div className={styles.words}>
        <Badge appearance="tint" color={color} icon={icon}>
          {kindName(entry)}
        </Badge>
        <Text size={200}>{entryText(entry, 'personal')}</Text>
        {standing === 'waiting' || standing === 'moot' ? (
          <Text size={200} className={styles.quiet}>
            {text.decisionNames[standing]}
          </Text>
        ) : (
          <span className={heard}>{text.decisionNames[standing]}</span>
        )}
      </div>
    </div>
  );
}
