import type { ReactElement } from 'react';
import * as text from '../../../../../shared/messages/fr/vouchers/wizard.ts';
import { issuerNamed, issuers } from '../../../../../shared/tables/vouchers/issuers.ts';
import { Establishments } from './Establishments.tsx';
import { Exclusions } from './Exclusions.tsx';
import { SelectField, TypedField } from './fields.tsx';
import { useWizard } from './wizardContext.ts';

const issuerNames = Object.fromEntries(issuers.map(({ name }) => [name, name]));

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
