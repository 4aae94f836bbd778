import { useId, type ReactElement } from 'react';
import { Checkbox, Label, Text, makeStyles, tokens } from '@fluentui/react-components';
import { firstDayOf } from '../../../../../shared/flows/vouchers/wizard/regulationRow.ts';
import {
  establishmentChoices,
  type EstablishmentChoice,
} from '../../../../../shared/flows/vouchers/wizard/wizardBase.ts';
import * as text from '../../../../../shared/messages/fr/vouchers/wizard.ts';
import { useLook } from '../../look.ts';
import { Notes } from './Notes.tsx';
import { toldOf, useWizard } from './wizardContext.ts';

const useStyles = makeStyles({
  wrong: { color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase200 },
});

function labelOf({ name, currency, takenBy }: EstablishmentChoice): string {
  const parts = [
    ...(currency === 'EUR' ? [] : [text.foreignCurrency(currency)]),
    ...(takenBy === null ? [] : [text.takenBy(takenBy)]),
  ];
  return parts.length === 0 ? name : `${name} (${parts.join(', ')})`;
}

/** Boxes to tick. Not a field of Fluent: one holds a single control, and would lend its name to all of them. */
export function Establishments(): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const id = useId();
  const { base, answers, told, answer } = useWizard();
  const choices = establishmentChoices(base, firstDayOf(answers));
  if (choices.length === 0) return <Text>{text.noEstablishments}</Text>;
  const toggle = (establishment: string, isChosen: boolean) => {
    const others = answers.establishments.filter((each) => each !== establishment);
    answer({ establishments: isChosen ? [...others, establishment] : others });
  };
  return (
    <div data-field="establishments">
      <Label id={`${id}-label`} required>
        {text.establishmentsLabel}
      </Label>
      <div role="group" aria-labelledby={`${id}-label`} aria-describedby={`${id}-notes`} className={look.boxes}>
        {choices.map((each) => (
          <Checkbox
            key={each.id}
            label={labelOf(each)}
            // One that another regulation took can be let go, never taken.
            disabled={each.takenBy !== null && !answers.establishments.includes(each.id)}
            checked={answers.establishments.includes(each.id)}
            onChange={(_, { checked }) => toggle(each.id, checked === true)}
          />
        ))}
      </div>
      <div id={`${id}-notes`} role="alert" className={styles.wrong}>
        <Notes notes={toldOf(told, 'establishments')} />
      </div>
    </div>
  );
}
