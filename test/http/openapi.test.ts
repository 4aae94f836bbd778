import { expect, test } from '@jest/globals';
import { raw, withService } from './testService.ts';

interface Described {
  readonly operationId: string;
  readonly security: readonly unknown[];
  readonly responses: Record<string, unknown>;
}

interface Document {
  readonly openapi: string;
  readonly info: { readonly version: string };
  readonly paths: Record<string, Record<string, Described>>;
  readonly components: { readonly schemas: Record<string, unknown> };
}

async function read(origin: string): Promise<Document> {
  return JSON.parse((await raw(origin, '/api/openapi.json')).body) as Document;
}

/** Every `$ref` of the document. */
function references(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, each]) => (key === '$ref' ? [String(each)] : references(each)));
}

const expected = [
  'delete /api/connections/{connectionId}',
  'delete /api/connections/{connectionId}/receipts/{receiptId}',
  'get /api/connections',
  'get /api/connections/{connectionId}/absences',
  'get /api/connections/{connectionId}/changes',
  'get /api/connections/{connectionId}/contracts',
  'get /api/connections/{connectionId}/employees',
  'get /api/connections/{connectionId}/evening',
  'get /api/connections/{connectionId}/expense-natures',
  'get /api/connections/{connectionId}/fields',
  'get /api/connections/{connectionId}/leave-accounts',
  'get /api/connections/{connectionId}/meals',
  'get /api/connections/{connectionId}/planning',
  'get /api/connections/{connectionId}/runs',
  'get /api/connections/{connectionId}/time-entries',
  'get /api/connections/{connectionId}/timesheets',
  'get /api/connections/{connectionId}/working-times',
  'get /api/health',
  'get /api/openapi.json',
  'get /api/runs/{runId}',
  'get /files/{ticket}',
  'post /api/connections',
  'post /api/connections/test',
  'post /api/connections/{connectionId}/absences/mail',
  'post /api/connections/{connectionId}/entitlements',
  'post /api/connections/{connectionId}/evening/mail',
  'post /api/connections/{connectionId}/fields',
  'post /api/connections/{connectionId}/receipts',
  'post /api/connections/{connectionId}/runs',
  'post /api/files',
  'post /api/pairing',
  'post /api/runs/{runId}/cancel',
  'post /api/tables/read',
  'put /api/connections/{connectionId}/evening',
];

test('the document describes every operation, and no other', async () => {
  await withService(async ({ origin }) => {
    const document = await read(origin);
    expect([document.openapi, document.info.version]).toEqual(['3.1.0', '9.9.9']);
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(described.sort()).toEqual(expected);
  });
});

test('every described operation answers, and asks for a token exactly when the document says so', async () => {
  await withService(async ({ origin }) => {
    const { paths } = await read(origin);
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, { operationId, security, responses }] of Object.entries(methods)) {
        const reply = await raw(origin, path.replaceAll(/\{\w+\}/g, 'unknown'), { method: method.toUpperCase() });
        expect([operationId, reply.status === 401]).toEqual([operationId, security.length > 0]);
        expect([operationId, Object.keys(responses)]).toEqual([
          operationId,
          expect.arrayContaining([String(reply.status)]),
        ]);
      }
    }
  });
});

test('every reference leads somewhere, and dates say that they are dates', async () => {
  await withService(async ({ origin }) => {
    const document = await read(origin);
    const names = Object.keys(document.components.schemas);
    for (const reference of references(document)) {
      expect(names).toContain(reference.replace('#/components/schemas/', ''));
    }
    expect(document.components.schemas['HalfDayAbsence']).toHaveProperty('properties.date.format', 'date');
    expect(document.components.schemas['Run']).toHaveProperty('properties.startedAt.format', 'date-time');
    expect(JSON.stringify(document)).not.toContain('$schema');
  });
});
