/** What is said of a person through an accepted mapping: each field from its source, and from no other. */
import { employeeField, type EmployeeFieldKey } from '../../../shared/domain/people/employeeFields.ts';
import type { FieldMapping, MappedFrom } from '../../../shared/domain/people/mapping/fieldMapping.ts';
import type { Contract } from '../resources/contracts.ts';
import type { Answers } from './fieldSources.ts';
import type { Answer, Given } from './given.ts';

/** What the applicable contract of v4 says; of who has none, the copy of its dates that the person carries. */
export function contractValues(contract: Contract | undefined, { native }: Pick<Answers, 'native'>): Given {
  return contract
    ? { contractStart: contract.startsOn, contractEnd: contract.endsOn }
    : { contractStart: native.contractStart, contractEnd: native.contractEnd };
}

/** True where a source of the field other than `from` says something of the person, readable or not. */
function isSaidElsewhere(key: EmployeeFieldKey, from: MappedFrom, said: Answers): boolean {
  return employeeField(key).sources.some((each) => each !== from && each !== 'contract' && said[each][key] != null);
}

/** Empty where another source says something: whoever mapped it may not know, and nothing is wiped for it. A contract has no other source. */
function kept(key: EmployeeFieldKey, from: MappedFrom, given: Answer, said: Answers): Answer {
  return given === null && from !== 'contract' && isSaidElsewhere(key, from, said) ? undefined : given;
}

/**
 * A field that is not mapped is not given, nor is one whose source is empty while another source of it is not. Who the person is never
 * depends on a mapping.
 */
export function mappedValues(mapping: FieldMapping, said: Answers, contract: Given): Given {
  const entries = mapping.map(({ key, from }) => {
    const given = from === 'none' ? {} : from === 'contract' ? contract : said[from];
    return [key, kept(key, from, given[key], said)] as const;
  });
  return { ...Object.fromEntries(entries), luccaId: said.native.luccaId };
}
