import { expect, test } from '@jest/globals';
import { employeeFields } from '../../shared/domain/people/employeeFields.ts';
import { connectAndPull, endOf, OCTOBER, raw, value, withService } from './testService.ts';

/** The lines of the log, read back. */
function linesOf(logged: string): Record<string, unknown>[] {
  return logged
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('a line says method, route pattern, status and milliseconds, and nothing else of the request', async () => {
  await withService(async (service) => {
    const { connectionId, run } = await connectAndPull(service);
    await service.api.employees(connectionId, { offset: 0, limit: 5 });
    await raw(service.origin, '/secret-path?token=secret-query', { headers: { 'user-agent': 'secret-agent' } });
    await raw(service.origin, '/api/health', { headers: { host: 'secret.example' } });
    const lines = linesOf(service.logged());
    for (const line of lines) {
      expect(Object.keys(line).sort()).toEqual(['level', 'method', 'ms', 'msg', 'route', 'status', 'time']);
    }
    const routes = lines.map(({ method, route, status }) => [method, route, status].join(' '));
    expect(routes).toContain('GET /api/connections/{connectionId}/employees 200');
    expect(routes).toContain('POST /api/connections/{connectionId}/runs 202');
    expect(routes).toContain('GET (none) 404');
    expect(routes).toContain('GET (refused) 421');
    for (const hidden of [connectionId, run.id, 'secret']) expect(service.logged()).not.toContain(hidden);
  });
});

test('neither a key, nor a token, nor a person is ever in the log, faults included', async () => {
  await withService(async (service) => {
    const { connectionId } = await connectAndPull(service);
    const people = value(await service.api.employees(connectionId, { offset: 0, limit: 100 })).items;
    for (const kind of ['html', 'truncated', 'rawText', 'dataAsArray'] as const) {
      service.demo.faults.add({ kind, path: 'users', times: 1 });
      const started = value(await service.api.startRun(connectionId, { months: [OCTOBER], startedBy: 'Awa Diop' }));
      await endOf(service.api, started.id);
    }
    const secrets = employeeFields.filter(({ sensitivity }) => sensitivity !== 'open').map(({ key }) => key);
    const values = people.flatMap(({ values: known }) => secrets.map((key) => known[key]));
    const telling = values.filter((each): each is string => typeof each === 'string' && each.length > 5);
    expect(telling.length).toBeGreaterThan(20);
    for (const hidden of [...telling, service.demo.apiKey, service.token, 'Awa Diop', ...service.codes]) {
      expect(service.logged()).not.toContain(hidden);
    }
  });
});
