/** An account of any size with the least a row can hold: it answers at the documented page sizes and knows the fewest requests. */
import type { ServerResponse } from 'node:http';
import { addDays, plainDate } from '../../shared/domain/calendar/plainDate.ts';
import { json, serve, type Served } from './support.ts';

export interface PlainAccount extends Served {
  /** Requests that the documented page sizes make necessary for one month, without v5 and with it. */
  readonly minimum: {
    readonly key: number;
    readonly oauth: number;
    readonly planning: number;
    readonly meals: number;
    readonly time: number;
  };
  readonly leaves: number;
  /** Called when a request has come, before it is answered. */
  onRequest: (nth: number, path: string) => void;
}

const HALF_DAYS_EACH = 8;
const DAYS_IN_OCTOBER = 31;
/** Identifiers of seven digits, separated by commas, that five of Lucca's eight KB hold. */
const CLAIMS_PER_REQUEST = 5_000 / 8;
const FIRST_CLAIM = 1_000_000;
/** Weeks of sheets asked for; working days of the weeks of October. */
const SHEETS_EACH = 11;
const ENTRIES_EACH = 4 * 25;

/**
 * People `1…people`, in `establishments` of equal size, each with eight half-days, 31 days, one lunch on one report, four entries a day
 * and a sheet a week in October 2026, under one working time.
 */
export async function startPlainAccount(people: number, establishments: number): Promise<PlainAccount> {
  const ids = Array.from({ length: people }, (_, at) => at + 1);
  const establishmentOf = (id: number) => 1 + (id % establishments);
  const owners = (key: string, asked: ReadonlySet<number>) =>
    ids.filter((id) => asked.has(key === 'leavePeriod.ownerId' ? id : establishmentOf(id)));

  function leaveRow(owner: number, nth: number) {
    const date = `2026-10-${String(5 + (nth >> 1)).padStart(2, '0')}`;
    return {
      id: `${owner}-${date}-${nth % 2}`,
      date: `${date}T00:00:00`,
      isAM: nth % 2 === 0,
      isActive: true,
      leaveAccountId: 7,
      leaveAccount: { id: 7, name: 'Congés payés' },
      leavePeriod: { id: owner, ownerId: owner, isConfirmed: true },
    };
  }

  const dayRow = (ownerId: number, at: number) => {
    const dtt = at % 7 < 5 ? '03:30:00' : '00:00:00';
    return { ownerId, date: `2026-10-${String(at + 1).padStart(2, '0')}`, am: { dtt }, pm: { dtt } };
  };

  const mealRow = (at: number) => ({
    id: at + 1,
    expenseClaimId: FIRST_CLAIM + at,
    purchasedOn: '2026-10-06T00:00:00',
    expenseNatureId: 12,
    ownerId: at + 1,
  });

  const entryRow = (ownerId: number, at: number) => {
    const day = plainDate(`2026-09-28`);
    const date = addDays(day, Math.floor(at / 20) * 7 + (Math.floor(at / 4) % 5));
    const startsAt = `${date}T${['08', '10', '13', '15'][at % 4]!}:00:00`;
    return { id: ownerId * 1_000 + at, ownerId, unit: 2, startsAt, duration: '01:45:00', layer: 0 };
  };

  const sheetRow = (ownerId: number, at: number) => {
    const from = addDays(plainDate('2026-08-31'), at * 7);
    return { id: 0, ownerId, startsOn: from, endsOn: addDays(from, 7), status: 2 };
  };

  function v3(query: URLSearchParams, count: number, row: (at: number) => unknown, res: ServerResponse): void {
    const [offset = 0, limit = 0] = (query.get('paging') ?? '').split(',').map(Number);
    const items = Array.from({ length: Math.max(0, Math.min(limit, count - offset)) }, (_, at) => row(offset + at));
    json(res, { data: { items, count } });
  }

  function v4(query: URLSearchParams, count: number, row: (at: number) => unknown, res: ServerResponse): void {
    const limit = Number(query.get('limit'));
    const offset = (Number(query.get('page')) - 1) * limit;
    const items = Array.from({ length: Math.max(0, Math.min(limit, count - offset)) }, (_, at) => row(offset + at));
    json(res, { items, count });
  }

  function v5(query: URLSearchParams, res: ServerResponse): void {
    const offset = Number(query.get('page') ?? 0);
    const items = ids.slice(offset, offset + 100).map((id) => ({ id: `r${id}`, employee: { id: String(id) } }));
    const next = offset + 100 < people ? { href: `/x?page=${offset + 100}` } : null;
    json(res, { items, totalCount: people, links: { next } });
  }

  function answer(path: string, query: URLSearchParams, res: ServerResponse): void {
    if (path.endsWith('/establishments')) v4(query, establishments, (at) => ({ id: at + 1, name: `E${at + 1}` }), res);
    else if (path.endsWith('/extensionuserdefinitions')) v3(query, 0, () => undefined, res);
    else if (path.endsWith('/users'))
      v3(query, people, (at) => ({ id: at + 1, legalEntityId: establishmentOf(at + 1) }), res);
    else if (path.endsWith('/leaveAccounts')) v3(query, 1, () => ({ id: 7, name: 'Congés payés' }), res);
    else if (path.endsWith('/userdates')) {
      const owned = (query.get('ownerId') ?? '').split(',').map(Number);
      const row = (at: number) => dayRow(owned[Math.floor(at / DAYS_IN_OCTOBER)]!, at % DAYS_IN_OCTOBER);
      v3(query, owned.length * DAYS_IN_OCTOBER, row, res);
    } else if (path.endsWith('/timeentries') || path.endsWith('/timmitimesheets')) {
      const owned = (query.get('ownerId') ?? '').split(',').map(Number);
      const [each, row] = path.endsWith('/timeentries') ? [ENTRIES_EACH, entryRow] : [SHEETS_EACH, sheetRow];
      v3(query, owned.length * each, (at) => row(owned[Math.floor(at / each)]!, at % each), res);
    } else if (path.includes('/working-time-arrangements/')) json(res, { id: 1, name: '35 h', isPartTime: false });
    else if (path.endsWith('/expenseNatures')) {
      json(res, {
        header: { paging: { count: 1 } },
        data: [{ id: 12, name: 'Déjeuner', type: { tag: 'Restaurant' } }],
      });
    } else if (path.endsWith('/expenseClaimItems')) v3(query, people, mealRow, res);
    else if (path.endsWith('/expenseClaims')) {
      const asked = (query.get('id') ?? '').split(',').map(Number);
      v3(query, asked.length, (at) => ({ id: asked[at], statusId: 5 }), res);
    } else if (path.endsWith('/work-contracts')) {
      v4(
        query,
        people,
        (at) => ({
          id: at + 1,
          ownerId: at + 1,
          startsOn: '2020-01-01',
          endsOn: null,
          isApplicable: true,
          workingTimeArrangementId: 1,
        }),
        res,
      );
    } else if (path.endsWith('/leaves')) {
      const key = [...query.keys()].find((each) => each.startsWith('leavePeriod.')) ?? '';
      const found = owners(key, new Set((query.get(key) ?? '').split(',').map(Number)));
      const row = (at: number) => leaveRow(found[Math.floor(at / HALF_DAYS_EACH)]!, at % HALF_DAYS_EACH);
      v3(query, found.length * HALF_DAYS_EACH, row, res);
    } else if (path.endsWith('/connect/token')) json(res, { access_token: 'token', expires_in: 3_600 });
    else v5(query, res);
  }

  const served = await serve((req, res, nth) => {
    const url = new URL(req.url ?? '', 'http://localhost');
    account.onRequest(nth, url.pathname);
    answer(url.pathname, url.searchParams, res);
  });
  const leaves = people * HALF_DAYS_EACH;
  const key = Math.ceil(establishments / 100) + 1 + 2 * Math.ceil(people / 1_000) + Math.ceil(leaves / 10_000);
  const account: PlainAccount = {
    ...served,
    leaves,
    minimum: {
      key,
      oauth: key + 1 + Math.ceil(people / 100),
      // The list of leave accounts comes with either topic.
      planning: key + 1 + Math.ceil(people / 10),
      // Eighty people a call, entries and sheets; one working time, and the list of leave accounts.
      time: key + 2 + 2 * Math.ceil(people / 80),
      meals: key + 2 + Math.ceil(people / 1_000) + Math.ceil(people / CLAIMS_PER_REQUEST),
    },
    onRequest: () => undefined,
  };
  return account;
}
