/** Crediting counters in Lucca through the service, against the fictional account: simulated, sent once, and what is said when nobody knows. */
import { describe, expect, test } from '@jest/globals';
import type { EntitlementRequest } from '../../shared/contracts/entitlementSchemas.ts';
import { plainDate } from '../../shared/domain/calendar/plainDate.ts';
import {
  demoAccount,
  problemOf,
  QUICK,
  value,
  withService,
  type TestOptions,
  type TestService,
} from './testService.ts';

const PATH = '/timmi-absences/';
const COUNTER = 'Repos compensateur';

type Row = EntitlementRequest['rows'][number];

/** Two people of the fictional account, credited 2 h and taken 0.50 h back. */
function requestOf(
  { demo }: TestService,
  change: (row: Row, at: number) => Partial<Row> = () => ({}),
): EntitlementRequest {
  const { people, establishments, accounts } = demo.company;
  const rows = [...people.values()].slice(0, 2).map((person, at): Row => {
    const row = {
      establishmentCode: establishments.find(({ id }) => id === person.establishmentId)?.code ?? '',
      employeeNumber: person.employeeNumber,
      lastName: person.lastName,
      firstName: person.firstName,
      amounts: [at === 0 ? 200 : -50],
    };
    return { ...row, ...change(row, at) };
  });
  const [first] = accounts.filter(({ name }) => name.startsWith(COUNTER)).map(({ name }) => name);
  return {
    mode: 'simulate',
    referenceDate: plainDate('2026-09-30'),
    description: 'Passerelle, export HT1',
    counters: [first ?? String(accounts[0]?.id)],
    rows,
  };
}

async function opened(use: (service: TestService, id: string) => Promise<void>, over: TestOptions = {}): Promise<void> {
  await withService(
    async (service) => {
      const { id } = value(await service.api.connect(demoAccount(service)));
      await use(service, id);
    },
    { writesToLucca: true, ...over },
  );
}

const asSend = (request: EntitlementRequest): EntitlementRequest => ({ ...request, mode: 'send' });

async function simulated(service: TestService, id: string): Promise<EntitlementRequest> {
  const request = requestOf(service);
  expect(value(await service.api.importEntitlements(id, request))).toEqual({ accepted: 2, errors: [] });
  return asSend(request);
}

describe('without the permission of who runs the service', () => {
  test.each(['simulate', 'send'] as const)('%s is refused, with what to do, and Lucca is not asked', async (mode) => {
    await opened(
      async (service, id) => {
        const answer = await service.api.importEntitlements(id, { ...requestOf(service), mode });
        expect(problemOf(answer)).toMatchObject({ status: 403, code: 'entitlementsOff' });
        expect(problemOf(answer).detail).toContain('PASSERELLE_LUCCA_WRITE');
        expect(service.demo.requests.count(PATH)).toBe(0);
      },
      { writesToLucca: false },
    );
  });
});

describe('with it', () => {
  test('a simulation credits nothing; the same request then credits once, dated and named', async () => {
    await opened(async (service, id) => {
      const send = await simulated(service, id);
      expect(service.demo.entitlements).toEqual([]);
      expect(value(await service.api.importEntitlements(id, send))).toEqual({ accepted: 2, errors: [] });
      expect(service.demo.entitlements).toMatchObject([
        { amount: 2, referenceDate: '2026-09-30T00:00:00', description: 'Passerelle, export HT1' },
        { amount: -0.5 },
      ]);
      expect(problemOf(await service.api.importEntitlements(id, send)).code).toBe('entitlementsUnsimulated');
      expect(service.demo.entitlements).toHaveLength(2);
    });
  });

  test('nothing is sent that was not simulated to the last figure', async () => {
    await opened(async (service, id) => {
      const request = requestOf(service);
      expect(problemOf(await service.api.importEntitlements(id, asSend(request))).status).toBe(409);
      await simulated(service, id);
      const other = requestOf(service, (_, at) => ({ amounts: [at === 0 ? 201 : -50] }));
      expect(problemOf(await service.api.importEntitlements(id, asSend(other))).code).toBe('entitlementsUnsimulated');
      expect(service.demo.entitlements).toEqual([]);
    });
  });

  test('errors are told by row, in the words of Lucca, and forbid to send', async () => {
    await opened(async (service, id) => {
      const wrong = requestOf(service, (_, at) => (at === 1 ? { employeeNumber: '=99999' } : {}));
      expect(value(await service.api.importEntitlements(id, wrong))).toEqual({
        accepted: 0,
        errors: [{ row: 2, code: 'employeeNumberNotExist' }],
      });
      expect(problemOf(await service.api.importEntitlements(id, asSend(wrong))).code).toBe('entitlementsUnsimulated');
      const lost = { ...requestOf(service), counters: ['Compteur inconnu'] };
      expect(value(await service.api.importEntitlements(id, lost)).errors).toEqual([
        { row: null, code: 'accountNotFound' },
      ]);
    });
  });

  test.each([
    ['a row with fewer amounts than counters', { amounts: [] }],
    ['a line end in a name', { lastName: 'ROY\r\n--x' }],
    ['an amount that is no whole number of hundredths', { amounts: [0.5] }],
  ])('%s is refused at the door', async (_, change) => {
    await opened(async (service, id) => {
      const answer = await service.api.importEntitlements(
        id,
        requestOf(service, () => change),
      );
      expect(problemOf(answer)).toMatchObject({ status: 400, code: 'bodyInvalid' });
      expect(service.demo.requests.count(PATH)).toBe(0);
    });
  });
});

describe('when Lucca fails', () => {
  const quickly = { connector: { limits: { ...QUICK.limits, requestTimeoutMs: 300 } } };

  test.each(['stall', 'cut', 'reset', 'html', 'truncated'] as const)(
    'once sent (%s), nobody knows: it says to look in Lucca, and does not try again',
    async (kind) => {
      await opened(async (service, id) => {
        const send = await simulated(service, id);
        const before = service.demo.requests.count(PATH);
        service.demo.faults.add({ kind, path: PATH, times: 5 });
        const problem = problemOf(await service.api.importEntitlements(id, send));
        expect(problem).toMatchObject({ status: 502, code: 'entitlementsUncertain' });
        expect(problem.detail).toContain('Vérifiez dans Lucca');
        expect(service.demo.faults.pending()).toHaveLength(1);
        service.demo.faults.clear();
        expect(problemOf(await service.api.importEntitlements(id, send)).code).toBe('entitlementsUnsimulated');
        expect(service.demo.requests.count(PATH) - before).toBeLessThanOrEqual(1);
        expect(service.demo.entitlements.length).toBe(kind === 'cut' || kind === 'truncated' ? 2 : 0);
      }, quickly);
    },
  );

  test.each([500, 503, 408])('a status %d leaves a doubt as well', async (status) => {
    await opened(async (service, id) => {
      const send = await simulated(service, id);
      service.demo.faults.add({ kind: 'status', status, path: PATH });
      expect(problemOf(await service.api.importEntitlements(id, send)).code).toBe('entitlementsUncertain');
    });
  });

  test.each([
    [401, 'luccaWrongKey'],
    [403, 'luccaForbidden'],
    [429, 'luccaRateLimited'],
    [400, 'luccaBadReply'],
  ])('a refusal (%d) leaves none: nothing was credited', async (status, code) => {
    await opened(async (service, id) => {
      const send = await simulated(service, id);
      service.demo.faults.add({ kind: 'status', status, path: PATH });
      expect(problemOf(await service.api.importEntitlements(id, send)).code).toBe(code);
    });
  });

  test('a simulation that fails is no doubt: nothing is ever credited by it', async () => {
    await opened(async (service, id) => {
      service.demo.faults.add({ kind: 'status', status: 500, path: PATH });
      expect(problemOf(await service.api.importEntitlements(id, requestOf(service))).code).toBe('luccaServerError');
    });
  });
});

test('neither the key nor a person is logged, and the page of the account shows what it was given', async () => {
  await opened(async (service, id) => {
    const send = await simulated(service, id);
    value(await service.api.importEntitlements(id, send));
    await simulated(service, id);
    service.demo.faults.add({ kind: 'cut', path: PATH });
    expect(problemOf(await service.api.importEntitlements(id, send)).code).toBe('entitlementsUncertain');
    const [{ lastName, firstName } = { lastName: '?', firstName: '?' }] = send.rows;
    for (const secret of [service.demo.apiKey, lastName, firstName, 'HT1'])
      expect(service.logged()).not.toContain(secret);
    const page = await (await fetch(`${service.demo.origin}/demo/`)).text();
    expect(page).toContain('Compteurs crédités');
    expect(page).toContain(`${send.counters[0] ?? ''} — Passerelle, export HT1`);
  });
});
