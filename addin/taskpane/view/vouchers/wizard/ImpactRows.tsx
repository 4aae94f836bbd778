import type { ReactElement } from 'react';
import { Badge, Checkbox, Select, makeStyles } from '@fluentui/react-components';
import type { ImpactChoice, ImpactGroup } from '../../../../../shared/flows/vouchers/wizard/impactChoices.ts';
import * as text from '../../../../../shared/messages/fr/vouchers/wizard.ts';
import { useLook } from '../../look.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', columnGap: '8px' },
  name: { flexGrow: 1, flexBasis: '120px', minWidth: 0, overflowWrap: 'anywhere' },
  // Brought into sight, it is not under the tools that stick to the top.
  impact: {
    flexShrink: 0,
    width: '116px',
    minWidth: 0,
    scrollMarginTop: '88px',
    '& select': { scrollMarginTop: '88px' },
  },
  each: { paddingLeft: '20px' },
  summary: { paddingLeft: '36px' },
});

type Impact = 'undecided' | 'deducts' | 'spares' | 'mixed';

function impactOf(choices: readonly ImpactChoice[]): Impact {
  const [first, ...others] = new Set(choices.map(({ deducts }) => deducts));
  if (others.length > 0) return 'mixed';
  if (first === undefined) return 'undecided';
  return first ? 'deducts' : 'spares';
}

interface RowProps {
  readonly name: string;
  readonly choices: readonly ImpactChoice[];
  /** What is undecided keeps one from going on. */
  readonly isWrong: boolean;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: readonly string[], isSelected: boolean) => void;
  readonly onDecide: (ids: readonly string[], deducts: boolean) => void;
}

/** One account, or those of every year under one name. */
function ImpactRow({ name, choices, isWrong, selected, onSelect, onDecide }: RowProps): ReactElement {
  const styles = useStyles();
  const ids = choices.map(({ id }) => id);
  const impact = impactOf(choices);
  const isUndecided = choices.some(({ deducts }) => deducts === undefined);
  const chosen = ids.filter((id) => selected.has(id)).length;
  return (
    <div className={styles.row} data-undecided={isUndecided}>
      <Checkbox
        className={styles.name}
        label={
          <>
            {text.groupName(name, choices.length)}{' '}
            {choices.some(({ isProposed }) => isProposed) ? (
              <Badge appearance="tint" color="informative">
                {text.proposed}
              </Badge>
            ) : null}
          </>
        }
        checked={chosen === ids.length ? true : chosen > 0 ? 'mixed' : false}
        onChange={(_, { checked }) => onSelect(ids, checked === true)}
      />
      <Select
        size="small"
        className={styles.impact}
        aria-label={text.impactOf(name)}
        aria-invalid={isWrong && isUndecided}
        value={impact}
        onChange={(_, { value }) => {
          if (value === 'deducts' || value === 'spares') onDecide(ids, value === 'deducts');
        }}
      >
        {impact === 'mixed' ? <option value="mixed">{text.mixed}</option> : null}
        {impact === 'undecided' ? <option value="undecided">{text.impactNames.undecided}</option> : null}
        <option value="deducts">{text.impactNames.deducts}</option>
        <option value="spares">{text.impactNames.spares}</option>
      </Select>
    </div>
  );
}

interface RowsProps extends Omit<RowProps, 'name' | 'choices'> {
  readonly groups: readonly ImpactGroup[];
}

/** Every group, its accounts one by one behind it. */
export function ImpactRows({ groups, ...rows }: RowsProps): ReactElement {
  const styles = useStyles();
  const look = useLook();
  return (
    <ul className={look.plain}>
      {groups.map(({ name, choices }) => (
        <li key={name}>
          <ImpactRow name={name} choices={choices} {...rows} />
          {choices.length === 1 ? null : (
            <details className={styles.each}>
              <summary aria-label={text.showEach(name)}>{text.oneByOne}</summary>
              {choices.map((each) => (
                <ImpactRow key={each.id} name={each.name} choices={[each]} {...rows} />
              ))}
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
