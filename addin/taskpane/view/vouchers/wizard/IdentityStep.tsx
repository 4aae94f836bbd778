import type { ReactElement } from 'react';
import { Checkbox, Field, Text } from '@fluentui/react-components';
import { firstDayOf } from '../../../../../shared/flows/vouchers/wizard/regulationRow.ts';
import {
  establishmentChoices,
  type EstablishmentChoice,
} from '../../../../../shared/flows/vouchers/wizard/wizardBase.ts';
import * as text from '../../../../../shared/messages/fr/vouchers/wizard.ts';
import { issuerNamed, issuers } from '../../../../../shared/tables/vouchers/issuers.ts';
import { useLook } from '../look.ts';
import { Exclusions } from './Exclusions.tsx';
import { SelectField, TypedField } from './fields.tsx';
import { noteProps } from './Notes.tsx';
import { toldOf, useWizard } from './wizardContext.ts';

const issuerNames = Object.fromEntries(issuers.map(({ name }) => [name, name]));

function labelOf({ name, currency, takenBy }: EstablishmentChoice): string {
  const parts = [
    ...(currency === 'EUR' ? [] : [text.foreignCurrency(currency)]),
    ...(takenBy === null ? [] : [text.takenBy(takenBy)]),
  ];
  return parts.length === 0 ? name : `${name} (${parts.join(', ')})`;
}

function Establishments(): ReactElement {
  const look = useLook();
  const { base, answers, told, answer } = useWizard();
  const choices = establishmentChoices(base, firstDayOf(answers));
  if (choices.length === 0) return <Text>{text.noEstablishments}</Text>;
  const toggle = (id: string, isChosen: boolean) => {
    const others = answers.establishments.filter((each) => each !== id);
    answer({ establishments: isChosen ? [...others, id] : others });
  };
  return (
    <Field
      // The star is for the group: given to the field, every box would bear it.
      label={{ children: text.establishmentsLabel, required: true }}
      data-field="establishments"
      {...noteProps(toldOf(told, 'establishments'))}
    >
      {({ 'aria-labelledby': labelledBy, 'aria-describedby': describedBy }) => (
        <div role="group" aria-labelledby={labelledBy} aria-describedby={describedBy} className={look.boxes}>
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
      )}
    </Field>
  );
}

/** Who: a name, the establishments, the issuer, and whoever is left out. */
export function IdentityStep(): ReactElement {
  const { answers, answer } = useWizard();
  const chooseIssuer = (issuer: string) => {
    const [support = 'card'] = issuerNamed(issuer)?.supports ?? [];
    answer({ issuer, support });
  };
  return (
    <>
      <TypedField
        field="name"
        label={text.nameLabel}
        hint={text.nameHint}
        required
        value={answers.name}
        onType={(name) => answer({ name })}
      />
      <Establishments />
      <SelectField
        field="issuer"
        label={text.issuerLabel}
        hint={text.issuerHint}
        required
        names={issuerNames}
        value={answers.issuer === '' ? null : answers.issuer}
        blank={text.choose}
        onChoose={chooseIssuer}
      />
      <Exclusions />
    </>
  );
}
