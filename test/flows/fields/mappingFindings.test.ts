/** What a mapping makes of a review, over a workbook in memory. */
import { expect, test } from '@jest/globals';
import type { Connection } from '../../../shared/contracts/schemas.ts';
import { employeeFields, type EmployeeFieldKey } from '../../../shared/domain/people/employeeFields.ts';
import { mappingText, type MappingLine } from '../../../shared/domain/people/mapping/fieldMapping.ts';
import type { ReviewItem } from '../../../shared/domain/review/review.ts';
import { blank } from '../../../shared/domain/review/cell.ts';
import { explainedByMapping, mappingFindings } from '../../../shared/flows/mappingFindings.ts';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import { FakeAccount } from '../../support/fakeService.ts';

const mapping = (changes: Readonly<Partial<Record<EmployeeFieldKey, MappingLine['from']>>>) =>
  mappingText(employeeFields.map(({ key }) => ({ key, from: changes[key] ?? 'native', code: '', name: '' })));

function connection(read: string, vanished: string[] = []): Connection {
  const fieldMapping = { hash: 'x', acceptedAt: new FakeAccount().asOf, read, vanished };
  return { ...new FakeAccount().connection(), fieldMapping };
}

function item(kind: ReviewItem['kind'], column: EmployeeFieldKey): ReviewItem {
  const about = { id: column, table: 'Passerelle_Salaries', key: '1', gated: false, remembered: false } as const;
  return {
    ...about,
    kind,
    changes: [{ column, before: blank, after: blank }],
    decision: 'accept',
    lines: { accept: [], ignore: [] },
  };
}

const told = (at: Connection, before: string, items: readonly ReviewItem[]) =>
  mappingFindings(at, before, items).map(({ code, facts }) => [code, facts['headings']]);

test('a mapping that changed is told with the fields that it changes for somebody, and no other', () => {
  const now = connection(mapping({ city: 'custom', nir: 'record', postalCode: 'custom' }));
  const before = mapping({ postalCode: 'custom' });
  expect(told(now, before, [item('changed', 'city'), item('changed', 'birthDate')])).toEqual([
    ['mappingChanged', 'Ville'],
  ]);
  expect(told(now, before, [item('changed', 'birthDate'), item('added', 'city')])).toEqual([]);
  expect(
    told(now, mapping({ city: 'custom', nir: 'record', postalCode: 'custom' }), [item('changed', 'city')]),
  ).toEqual([]);
  expect(told(now, '', [item('conflict', 'city')])).toEqual([['mappingFirst', 'Ville']]);
  expect(mappingFindings(now, before, [item('changed', 'city')]).map(findingText)[0]).toMatch(
    /^La correspondance des champs a changé depuis la dernière mise à jour pour Ville\./,
  );
});

test('what it reads no more is told, whether Lucca or a person took it away', () => {
  const now = connection(mapping({ nir: 'none', bic: 'none' }), ['Ville']);
  expect(told(now, mapping({ nir: 'none', bic: 'none' }), [])).toEqual([
    ['mappingVanished', 'Ville'],
    ['mappingUnbound', 'Numéro de sécurité sociale'],
  ]);
  expect([...explainedByMapping(now)]).toEqual(['Ville', 'Numéro de sécurité sociale', 'BIC']);
});

test('an account without a mapping has nothing to say of one', () => {
  expect(mappingFindings(new FakeAccount().connection(), '', [item('changed', 'city')])).toEqual([]);
});
