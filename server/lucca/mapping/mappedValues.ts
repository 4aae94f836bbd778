/** What is said of a person through an accepted mapping: each field from exactly its source, and from no other. */
import type { FieldMapping } from '../../../shared/domain/people/mapping/fieldMapping.ts';
import type { Contract } from '../resources/contracts.ts';
import type { Answers } from './fieldSources.ts';
import type { Given } from './given.ts';

/** What the applicable contract of v4 says; nothing for who has none. */
export function contractValues(contract: Contract | undefined): Given {
  return contract ? { contractStart: contract.startsOn, contractEnd: contract.endsOn } : {};
}

/** A field that is not mapped is not given. Who the person is never depends on a mapping. */
export function mappedValues(mapping: FieldMapping, said: Answers, contract: Given): Given {
  const entries = mapping.map(({ key, from }) => {
    const given = from === 'none' ? {} : from === 'contract' ? contract : said[from];
    return [key, given[key]] as const;
  });
  return { ...Object.fromEntries(entries), luccaId: said.native.luccaId };
}
