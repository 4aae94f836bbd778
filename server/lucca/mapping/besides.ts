/** Whom a customer's field leaves out: who has nothing in it, whereas another source gives what it would be read for. */
import { employeeFields, type EmployeeFieldKey } from '../../../shared/domain/people/employeeFields.ts';
import { boundValues, codesHeld } from './boundValues.ts';
import type { PeopleSources } from './employees.ts';
import { nativeValues } from './nativeValues.ts';
import { recordValues } from './recordValues.ts';

type Besides = Partial<Record<EmployeeFieldKey, number>>;

/** Fields that a customer's field and another source may both give. */
const shared: readonly EmployeeFieldKey[] = employeeFields
  .filter(({ sources }) => sources.length > 1 && sources.some((each) => each === 'custom'))
  .map(({ key }) => key);

/** For the code of a customer's field, how many people it leaves out, by payroll field: `{address: 2}`. Counts alone. */
export function countBesides({ users, records }: Pick<PeopleSources, 'users' | 'records'>): (code: string) => Besides {
  const recordOf = new Map(records.map((each) => [each.employee.id, each]));
  const people = users.map((user) => {
    const record = recordOf.get(user.id);
    const [own, personal] = [nativeValues(user, undefined, new Map()), record ? recordValues(record) : {}];
    return { user, keys: shared.filter((key) => own[key] != null || personal[key] != null) };
  });
  const readable = codesHeld(users);
  return (code) => {
    // Of any key and kind: only what is empty counts.
    const binding = { key: 'address', kind: 'text', code, entries: new Map<string, string>() } as const;
    const counts: Besides = {};
    for (const { user, keys } of people) {
      if (boundValues(user, [binding], readable).address !== null) continue;
      for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
    }
    return counts;
  };
}
