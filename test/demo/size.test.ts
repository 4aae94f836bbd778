import { expect, test } from '@jest/globals';
import { isFullRun } from '../support/seeds.ts';
import { itemsOf, withDemo } from './asking.ts';

const PEOPLE = isFullRun ? 10_000 : 3_000;

test(
  'thousands of people and their month are served whole at the documented page sizes',
  () =>
    withDemo({ employees: PEOPLE }, async ({ requests, company }, ask) => {
      const ids = new Set<unknown>();
      for (let offset = 0; offset < PEOPLE; offset += 1_000) {
        const page = await ask(
          `/api/v3/users?formerEmployees=true&fields=id,lastName,extendedData&orderBy=id,asc&paging=${String(offset)},1000`,
        );
        for (const { id } of itemsOf(page)) ids.add(id);
      }
      expect(ids.size).toBe(PEOPLE);
      const rows = new Set<unknown>();
      let expected = Number.POSITIVE_INFINITY;
      for (let offset = 0; offset < expected; offset += 10_000) {
        const page = await ask(
          `/api/v3/leaves?date=between,2026-10-01,2026-10-31&leavePeriod.ownerId=greaterthan,0&fields=id,date,isAM,leaveAccountId,leavePeriod[ownerId],collection.count&orderBy=id,asc&paging=${String(offset)},10000`,
        );
        expected = page.json.data?.count ?? 0;
        for (const { id } of itemsOf(page)) rows.add(id);
      }
      expect(rows.size).toBe(expected);
      expect(expected).toBeGreaterThan(4 * PEOPLE);
      expect(expected).toBeLessThan(6 * PEOPLE);
      expect(company.people.size).toBe(PEOPLE);
      expect(requests.count()).toBe(PEOPLE / 1_000 + Math.ceil(expected / 10_000));
    }),
  120_000,
);
