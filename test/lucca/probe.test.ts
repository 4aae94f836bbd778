import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startDemo, type Demo, type DemoOptions } from '../../server/demo/index.ts';
import { luccaRightNames } from '../../shared/messages/fr/lucca.ts';
import { connectorTo, credentialsOf, WRONG_KEY } from './support.ts';

const signal = new AbortController().signal;

async function probe(options: DemoOptions, withOauth = false) {
  const demo = await startDemo(options);
  try {
    const result = await connectorTo(demo.origin).probe(credentialsOf(demo, withOauth), signal);
    return { result, requests: demo.requests.count() };
  } finally {
    await demo.close();
  }
}

describe('a key that may read everything', () => {
  test('nothing is missing, and few requests were needed', async () => {
    const { result, requests } = await probe({}, true);
    expect(result).toEqual({ ok: true, value: { employees: 60, missingRights: [] } });
    expect(requests).toBeLessThanOrEqual(8);
  });
});

describe('what seems to be missing', () => {
  const { formerEmployees, birthDates, customFields, contracts, leaves, personalRecords } = luccaRightNames;

  test.each([
    ['formerEmployees', formerEmployees()],
    ['birthDate', birthDates()],
    ['extendedData', customFields()],
    ['workContracts', contracts()],
    ['leaves', leaves()],
  ] as const)('%s', async (denied, right) => {
    const { result } = await probe({ denied: [denied] });
    expect(result).toMatchObject({ ok: true, value: { missingRights: [right] } });
  });

  test('the scope of the application', async () => {
    const { result } = await probe({ scopes: ['employees.readonly'] }, true);
    expect(result).toMatchObject({ ok: true, value: { missingRights: [personalRecords()] } });
  });
});

test('planned days and expenses are not looked at: the run that asks for them says what is missing', async () => {
  const { result } = await probe({ denied: ['planning', 'expenses'] });
  expect(result).toMatchObject({ ok: true, value: { missingRights: [] } });
});

describe('what fails', () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await startDemo();
  });
  afterAll(() => demo.close());

  test('a wrong key, said after one request', async () => {
    demo.requests.clear();
    const result = await connectorTo(demo.origin).probe({ apiKey: WRONG_KEY }, signal);
    expect(result).toEqual({ ok: false, error: { code: 'wrongKey', call: 'salariés', status: 401 } });
    expect(demo.requests.count()).toBe(1);
  });

  test('a wrong secret', async () => {
    const oauth = { clientId: demo.oauth.clientId, clientSecret: 'wrong' };
    const result = await connectorTo(demo.origin).probe({ apiKey: demo.apiKey, oauth }, signal);
    expect(result).toMatchObject({ ok: false, error: { code: 'wrongClient' } });
  });

  test('nobody at this address', async () => {
    const gone = await startDemo();
    await gone.close();
    const result = await connectorTo(gone.origin).probe(credentialsOf(demo), signal);
    expect(result).toMatchObject({ ok: false, error: { code: 'unreachable' } });
  });

  test('a limit reached is said rather than waited for', async () => {
    demo.faults.add({ kind: 'status', status: 429, retryAfter: '40' });
    const result = await connectorTo(demo.origin).probe(credentialsOf(demo), signal);
    expect(result).toMatchObject({ ok: false, error: { code: 'rateLimited', retryAfterSeconds: 40 } });
  });
});
