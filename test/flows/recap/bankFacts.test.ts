/** What a review tells of a bank account before anybody confirms it. */
import { expect, test } from '@jest/globals';
import { readBankFacts } from '../../../shared/flows/recap/bankFacts.ts';
import { IBAN, OTHER_IBAN, person } from '../../support/smallCompany.ts';
import { RecapCompany } from './recapCompany.ts';

const DE = 'DE89370400440532013000';

test('when Lucca changed it, how often in that month, the country, and who else has it', async () => {
  const company = new RecapCompany();
  company.account.employees = [
    person('1', { bic: 'AGRIFRPP' }),
    person('2', { iban: DE }),
    person('3', { iban: OTHER_IBAN }),
  ];
  await company.apply();
  const others = company.account.employees.slice(1);
  company.lucca('2026-09-10T18:00:00Z', [person('1', { bic: 'AGRIFRPP', iban: OTHER_IBAN }), ...others]);
  company.lucca('2026-10-05T18:00:00Z', [person('1', { bic: 'AGRIFRPP' }), ...others]);
  company.lucca('2026-10-12T18:00:00Z', [person('1', { bic: 'AGRIFRPP', iban: DE }), ...others]);
  const facts = await readBankFacts(company.ports, company.account.connection(), ['1', '3', '9']);
  expect(facts?.get('1')).toEqual({
    changedAt: '2026-10-12T18:00:00Z',
    findings: [
      { code: 'bankTwice', severity: 'warning', subject: '1', facts: { person: 'Nom1 P1 (0001)', times: 2 } },
      {
        code: 'bankCountryChanged',
        severity: 'warning',
        subject: '1',
        facts: { person: 'Nom1 P1 (0001)', from: 'FR', to: 'DE' },
      },
      {
        code: 'bankBicCountry',
        severity: 'warning',
        subject: '1',
        facts: { person: 'Nom1 P1 (0001)', iban: 'DE', bic: 'FR' },
      },
      {
        code: 'bankShared',
        severity: 'warning',
        subject: '1',
        facts: { person: 'Nom1 P1 (0001)', others: 'Nom2 P2 (0002)' },
      },
    ],
  });
  expect(facts?.get('3')).toEqual({ changedAt: null, findings: [] });
  expect(facts?.get('9')).toEqual({ changedAt: null, findings: [] });
  for (const iban of [IBAN, OTHER_IBAN, DE]) expect(JSON.stringify([...(facts ?? [])])).not.toContain(iban);
});

test('a service that does not answer leaves the review without them', async () => {
  const company = new RecapCompany();
  const service = {
    ...company.ports.service,
    changes: () => Promise.resolve({ ok: false as const, error: { code: 'unreachable' as const } }),
  };
  expect(await readBankFacts({ ...company.ports, service }, company.account.connection(), ['1'])).toBeUndefined();
});
