import { describe, expect, test } from '@jest/globals';
import { createTickets, TICKET_SECONDS } from '../../server/http/tickets.ts';
import { LARGEST_FILE_BYTES } from '../../shared/contracts/fileTicket.ts';
import { instant, plainDate } from '../../shared/domain/calendar/plainDate.ts';
import { MOST_COMPLEMENT } from '../../shared/domain/vouchers/files/attendance.ts';
import { MOST_PRINTED_ROWS } from '../../shared/contracts/recapSchemas.ts';
import { recapFile } from '../../server/reports/recapFiles.ts';
import { tableXlsx } from '../../server/xlsx/tableXlsx.ts';
import { absenceCalendarPdf } from '../../server/reports/absenceCalendarPdf.ts';
import { attendancePdf } from '../../server/reports/attendancePdf.ts';
import { timeSheetsPdf } from '../../server/reports/timeSheetPdf.ts';
import { MOST_TIME_SHEETS } from '../../shared/contracts/timeSheetSchemas.ts';
import { pdfPages } from '../support/pdfText.ts';
import { OCTOBER, raw, sendTo, TEMPLATE, value, withService } from './testService.ts';

describe('tickets', () => {
  test('serve once, and not after their time', () => {
    let time = 0;
    const tickets = createTickets<string>(() => time);
    const [first, second] = [tickets.issue('a'), tickets.issue('b')];
    expect([tickets.take(first), tickets.take(first)]).toEqual(['a', undefined]);
    time = TICKET_SECONDS * 1000;
    expect(tickets.take(second)).toBeUndefined();
  });

  test('are never the same, and the oldest goes when too many are open', () => {
    const tickets = createTickets<number>(() => 0);
    const issued = Array.from({ length: 101 }, (_, index) => tickets.issue(index));
    expect(new Set(issued).size).toBe(101);
    expect([tickets.take(issued[0] ?? ''), tickets.take(issued[1] ?? '')]).toEqual([undefined, 1]);
  });
});

describe('over HTTP', () => {
  test('a file is asked for with the token and downloaded without it, once', async () => {
    await withService(async ({ origin, api, logged }) => {
      const { path, expiresInSeconds } = value(await api.file({ kind: 'template' }));
      expect([path, expiresInSeconds]).toEqual([expect.stringMatching(/^\/files\/[\w-]{43}$/), 60]);
      const reply = await fetch(`${origin}${path}`, { headers: { 'sec-fetch-site': 'cross-site' } });
      expect(new Uint8Array(await reply.arrayBuffer())).toEqual(TEMPLATE);
      expect(reply.headers.get('content-disposition')).toBe('attachment; filename=Passerelle.xlsx');
      expect(reply.headers.get('content-type')).toContain('spreadsheetml');
      expect(reply.headers.get('cache-control')).toBe('no-store');
      expect((await fetch(`${origin}${path}`)).status).toBe(404);
      expect(logged()).not.toContain(path.slice('/files/'.length));
    });
  });

  test('looking without downloading does not use the ticket up', async () => {
    await withService(async ({ origin, api }) => {
      const { path } = value(await api.file({ kind: 'template' }));
      expect((await raw(origin, path, { method: 'HEAD' })).status).toBe(404);
      expect((await fetch(`${origin}${path}`)).status).toBe(200);
    });
  });

  test('a template that cannot be made is an internal error that says nothing of it', async () => {
    await withService(
      async ({ origin, api, logged }) => {
        const { path } = value(await api.file({ kind: 'template' }));
        const reply = await fetch(`${origin}${path}`);
        expect(reply.status).toBe(500);
        expect((await reply.text()) + logged()).not.toContain('cell of Awa');
        expect(logged()).toContain('"kind":"TypeError"');
      },
      { template: () => Promise.reject(new TypeError('cell of Awa')) },
    );
  });

  const made = (bytes: Uint8Array, name = 'paie-tr-siege.csv') => ({
    kind: 'made' as const,
    name,
    base64: Buffer.from(bytes).toString('base64'),
  });

  test('a file that the pane made comes back byte for byte, once, under its name; nothing of it is logged', async () => {
    await withService(async ({ origin, api, logged }) => {
      const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0xe9, 0x00, 0xff, ...Buffer.from('DURAND;17')]);
      const { path } = value(await api.file(made(bytes)));
      const reply = await fetch(`${origin}${path}`);
      expect(new Uint8Array(await reply.arrayBuffer())).toEqual(bytes);
      expect(reply.headers.get('content-disposition')).toBe('attachment; filename=paie-tr-siege.csv');
      expect(reply.headers.get('content-type')).toBe('application/octet-stream');
      expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
      expect((await fetch(`${origin}${path}`)).status).toBe(404);
      expect(logged()).not.toMatch(/DURAND|paie-tr|RFVSQU5E/);
    });
  });

  const report = {
    ...{ month: OCTOBER, account: 'acme.ilucca.net', on: plainDate('2026-10-26'), isMasked: true, notes: [] },
    rows: [
      {
        ...{
          luccaId: '1',
          employeeNumber: '00001',
          name: 'DURAND Ada',
          establishment: 'Lyon',
          kind: 'changed' as const,
        },
        ...{ field: 'Ville', before: '••••••', after: '••••••', origin: 'lucca' as const },
      },
    ],
  };

  test.each(['pdf', 'xlsx', 'csv'] as const)(
    'a recap is made of its lines, as the end of its name says: %s',
    async (format) => {
      await withService(async ({ origin, api, logged }) => {
        const name = `recapitulatif-2026-10.${format}`;
        const { path } = value(await api.file({ kind: 'recap', name, report }));
        const reply = await fetch(`${origin}${path}`);
        expect(reply.headers.get('content-disposition')).toBe(`attachment; filename=${name}`);
        expect(new Uint8Array(await reply.arrayBuffer())).toEqual(
          new Uint8Array(await recapFile(report, format, tableXlsx)),
        );
        expect(logged()).not.toContain('DURAND');
      });
    },
  );

  test('a PDF of too many lines, a state or a format that is none, are refused; the same lines pass as a CSV', async () => {
    await withService(async ({ api }) => {
      const many = { ...report, rows: Array.from({ length: MOST_PRINTED_ROWS + 1 }, () => report.rows[0]!) };
      expect(await api.file({ kind: 'recap', name: 'recap.pdf', report: many })).toMatchObject({
        error: { code: 'refused', problem: { status: 400, code: 'reportTooLong' } },
      });
      expect(await api.file({ kind: 'recap', name: 'recap.csv', report: many })).toMatchObject({ ok: true });
      expect(await api.file({ kind: 'recap', name: 'recap.txt', report })).toMatchObject({
        error: { problem: { status: 400 } },
      });
      const odd = [{ ...report.rows[0]!, kind: 'autre' as 'changed' }];
      expect(await api.file({ kind: 'recap', name: 'recap.pdf', report: { ...report, rows: odd } })).toMatchObject({
        error: { problem: { status: 400 } },
      });
      expect(await api.file({ kind: 'bankChanges', name: 'rib.pdf', report: { ...report, rows: [] } })).toMatchObject({
        ok: true,
      });
    });
  });

  test('a large order passes; a larger one is refused with the size that is allowed', async () => {
    await withService(async ({ origin, api, token }) => {
      const { path } = value(await api.file(made(new Uint8Array(LARGEST_FILE_BYTES))));
      expect((await (await fetch(`${origin}${path}`)).arrayBuffer()).byteLength).toBe(LARGEST_FILE_BYTES);
      expect(await api.file(made(new Uint8Array(LARGEST_FILE_BYTES + 3)))).toMatchObject({
        error: { code: 'refused' },
      });
      const huge = await sendTo(
        origin,
        token,
      )({
        method: 'POST',
        path: '/api/files',
        body: made(new Uint8Array(LARGEST_FILE_BYTES + 30_000)),
      });
      expect(huge).toMatchObject({ status: 413, body: { detail: expect.stringContaining('6 Mo') } });
    });
  });

  test.each([
    '../etc/passwd.csv',
    'commande.html',
    'commande.csv\r\nX-A: b',
    'commande".csv',
    '.csv',
    'commande.pdf',
    `${'a'.repeat(200)}.csv`,
  ])('a name that is no name of an order is refused: %j', async (name) => {
    await withService(async ({ api }) => {
      expect(await api.file(made(new Uint8Array([1]), name))).toMatchObject({
        error: { code: 'refused', problem: { status: 400 } },
      });
    });
  });

  test('only a paired caller may leave a file', async () => {
    await withService(async ({ origin }) => {
      const reply = await sendTo(origin)({ method: 'POST', path: '/api/files', body: made(new Uint8Array([1])) });
      expect(reply?.status).toBe(401);
    });
  });

  test('few files wait at once: the oldest goes', async () => {
    await withService(async ({ origin, api }) => {
      const paths: string[] = [];
      for (let file = 0; file < 13; file += 1) paths.push(value(await api.file(made(new Uint8Array([file])))).path);
      const statuses = await Promise.all(paths.map(async (path) => (await fetch(`${origin}${path}`)).status));
      expect(statuses).toEqual([404, ...Array.from({ length: 12 }, () => 200)]);
    });
  });

  test('lines to sign come back as a PDF; what is no such line is refused', async () => {
    await withService(async ({ origin, api, logged }) => {
      const people = [{ name: 'DURAND Ève', employeeNumber: '0042', number: 3 }];
      const sheet = {
        ...{ order: 'TR1', month: OCTOBER, regulation: 'TR', issuer: 'Up', face: 900, on: plainDate('2026-10-26') },
        complement: 'Un titre par jour.',
        establishments: [{ name: 'Lyon', people }],
      };
      const request = { kind: 'attendance' as const, name: 'emargement-tr.pdf', sheet };
      const { path } = value(await api.file(request));
      const reply = await fetch(`${origin}${path}`);
      expect(reply.headers.get('content-type')).toBe('application/pdf');
      expect(reply.headers.get('content-disposition')).toBe('attachment; filename=emargement-tr.pdf');
      const bytes = new Uint8Array(await reply.arrayBuffer());
      expect(pdfPages(bytes).join()).toContain('DURAND Ève');
      // The command line prints the same bytes.
      expect(Buffer.compare(bytes, await attendancePdf(sheet))).toBe(0);
      expect(logged()).not.toContain('DURAND');
      const longest = { ...request, sheet: { ...sheet, complement: 'x'.repeat(MOST_COMPLEMENT) } };
      expect((await api.file(longest)).ok).toBe(true);
      const wrong = [
        { ...sheet, absences: 'maladie' },
        { ...sheet, establishments: [{ name: 'Lyon', people: [{ ...people[0], number: 0 }] }] },
        { ...sheet, establishments: [{ name: 'Lyon', people: Array.from({ length: 5_001 }, () => people[0]) }] },
        { ...sheet, establishments: [] },
        { ...sheet, complement: 'x'.repeat(MOST_COMPLEMENT + 1) },
      ];
      for (const each of wrong) {
        const answer = await api.file({ ...request, sheet: each as typeof sheet });
        expect(answer).toMatchObject({ error: { code: 'refused', problem: { status: 400 } } });
      }
    });
  });

  test('sheets of working time come back as a PDF; too many, or one that says what an absence was, are refused', async () => {
    await withService(async ({ origin, api, logged }) => {
      const sheet = {
        ...{ name: 'DURAND Ève', employeeNumber: '0042', establishment: 'Lyon', regulations: ['Siège'] },
        ...{ state: 'computed' as const, weeks: [], accounts: [], controls: [] },
      };
      const sheets = { month: OCTOBER, on: plainDate('2026-11-02'), people: [sheet] };
      const request = { kind: 'timeSheets' as const, name: 'fiche-temps-2026-10-0042.pdf', sheets };
      const { path } = value(await api.file(request));
      const reply = await fetch(`${origin}${path}`);
      expect(reply.headers.get('content-type')).toBe('application/pdf');
      const bytes = new Uint8Array(await reply.arrayBuffer());
      expect(pdfPages(bytes).join()).toContain('DURAND Ève');
      expect(Buffer.compare(bytes, await timeSheetsPdf(sheets))).toBe(0);
      expect(logged()).not.toMatch(/DURAND|0042/);
      const wrong = [
        { ...sheets, people: [] },
        { ...sheets, people: Array.from({ length: MOST_TIME_SHEETS + 1 }, () => sheet) },
        { ...sheets, people: [{ ...sheet, absences: 'maladie' }] },
      ];
      for (const each of wrong) {
        const answer = await api.file({ ...request, sheets: each });
        expect(answer).toMatchObject({ error: { code: 'refused', problem: { status: 400 } } });
      }
    });
  });

  test('a month of absences is printed from the lines sent, and a reason of health is refused before it is', async () => {
    await withService(async ({ origin, api, logged }) => {
      const day = { date: plainDate('2026-10-05'), am: [{ category: 'stoppage' as const, minutes: null }], pm: [] };
      const one = { name: 'DURAND Ève', employeeNumber: '0042', holidays: [], days: [day] };
      const calendar = {
        ...{ month: OCTOBER, account: 'acme', asOf: instant('2026-10-20T18:00:00.000Z'), on: plainDate('2026-11-02') },
        ...{ teams: [{ name: 'Lyon', people: [one] }], unplaced: [], leftOut: { people: 0, halfDays: 0 } },
      };
      const request = { kind: 'absenceCalendar' as const, name: 'calendrier-absences-2026-10.pdf', calendar };
      const { path } = value(await api.file(request));
      const reply = await fetch(`${origin}${path}`);
      expect(reply.headers.get('content-type')).toBe('application/pdf');
      const bytes = new Uint8Array(await reply.arrayBuffer());
      expect(pdfPages(bytes).join()).toContain('DURAND Ève');
      expect(Buffer.compare(bytes, await absenceCalendarPdf(calendar))).toBe(0);
      const told = { ...day, am: [{ category: 'therapeuticPartTime' as never, minutes: null }] };
      const teams = [{ name: 'Lyon', people: [{ ...one, days: [told] }] }];
      const answer = await api.file({ ...request, calendar: { ...calendar, teams } });
      expect(answer).toMatchObject({ error: { code: 'refused', problem: { status: 400 } } });
      expect(logged()).not.toMatch(/DURAND|0042|therapeutic/);
    });
  });
});
