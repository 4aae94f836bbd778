import { fileRequestSchema, type FileRequest } from '../../../shared/contracts/fileSchemas.ts';
import { fileTicketSchema, LARGEST_FILE_BYTES } from '../../../shared/contracts/fileTicket.ts';
import { MOST_PRINTED_ROWS } from '../../../shared/contracts/recapSchemas.ts';
import { noSuchFile } from '../../../shared/messages/fr/absences/files.ts';
import { tooLong } from '../../../shared/messages/fr/employees/recap.ts';
import * as say from '../../../shared/messages/fr/service.ts';
import { absenceCalendarPdf } from '../../reports/absenceCalendarPdf.ts';
import { importXlsx } from '../../reports/importXlsx.ts';
import { attendancePdf } from '../../reports/attendancePdf.ts';
import { bankFile, recapFile, type ReportFormat, type TableXlsx } from '../../reports/recapFiles.ts';
import { timeSheetsPdf } from '../../reports/timeSheetPdf.ts';
import { operation, type Download, type Operation } from '../operation.ts';
import type { AppPorts } from '../ports.ts';
import { refuse } from '../problemAnswer.ts';
import { createTickets, TICKET_SECONDS } from '../tickets.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PDF = 'application/pdf';
/** Bytes whose encoding the issuer chose: nothing may convert them on the way. */
const BYTES = 'application/octet-stream';
/** Files of people wait in memory: few of them. */
const MOST_WAITING = 12;
/** A file as base64 in JSON, and what stands around it. */
const BODY_BYTES = Math.ceil((LARGEST_FILE_BYTES / 3) * 4) + 10_000;

type Made = Exclude<FileRequest, { readonly kind: 'template' }>;

const types: Readonly<Record<ReportFormat, Download['type']>> = { pdf: PDF, xlsx: XLSX, csv: BYTES };

/** A list of people, in the format that its name ends in. A PDF of more rows than it holds is refused. */
async function reported(request: Extract<Made, { kind: 'recap' | 'bankChanges' }>, tableXlsx: TableXlsx) {
  const format = request.name.slice(request.name.lastIndexOf('.') + 1) as ReportFormat;
  const { length } = request.report.rows;
  if (format === 'pdf' && length > MOST_PRINTED_ROWS) refuse(400, 'reportTooLong', tooLong(length, MOST_PRINTED_ROWS));
  const { kind, report } = request;
  const bytes = await (kind === 'recap' ? recapFile(report, format, tableXlsx) : bankFile(report, format, tableXlsx));
  return { bytes, type: types[format] };
}

function pdfOf(request: Extract<Made, { kind: 'attendance' | 'timeSheets' | 'absenceCalendar' }>): Promise<Uint8Array> {
  if (request.kind === 'attendance') return attendancePdf(request.sheet);
  return request.kind === 'timeSheets' ? timeSheetsPdf(request.sheets) : absenceCalendarPdf(request.calendar);
}

/** The file that the caller made, or the lines it sent, printed. */
async function bytesOf(request: Made, tableXlsx: TableXlsx): Promise<Download> {
  const { name: filename } = request;
  if (request.kind === 'made') return { bytes: Buffer.from(request.base64, 'base64'), filename, type: BYTES };
  if (request.kind === 'recap' || request.kind === 'bankChanges')
    return { ...(await reported(request, tableXlsx)), filename };
  if (request.kind === 'absenceImport') {
    const bytes = await importXlsx(filename, request.sent, tableXlsx);
    if (!bytes) return refuse(400, 'importFileUnknown', noSuchFile(filename));
    return { bytes, filename, type: XLSX };
  }
  return { bytes: await pdfOf(request), filename, type: PDF };
}

export function fileOperations({ template, tableXlsx, ticks }: AppPorts): Operation[] {
  const templates = createTickets<'template'>(ticks);
  const waiting = createTickets<Download>(ticks, MOST_WAITING);
  const ticketFor = async (request: FileRequest) =>
    request.kind === 'template' ? templates.issue('template') : waiting.issue(await bytesOf(request, tableXlsx));
  return [
    operation({
      id: 'requestFile',
      method: 'post',
      path: '/api/files',
      summary: 'A path that downloads a file once, for a minute',
      body: fileRequestSchema,
      bodyBytes: BODY_BYTES,
      status: 201,
      answer: fileTicketSchema,
      problems: [400],
      handle: async ({ body }) => ({ path: `/files/${await ticketFor(body)}`, expiresInSeconds: TICKET_SECONDS }),
    }),
    operation({
      id: 'downloadFile',
      method: 'get',
      path: '/files/{ticket}',
      summary: 'The file of a ticket; the ticket is the only permission and serves once',
      open: true,
      status: 200,
      file: [XLSX, BYTES, PDF],
      problems: [404],
      async handle({ params }) {
        const made = waiting.take(params.ticket);
        if (made) return made;
        if (templates.take(params.ticket) === undefined) return refuse(404, 'ticketUnknown', say.ticketUnknown());
        return { bytes: await template(), filename: 'Passerelle.xlsx', type: XLSX };
      },
    }),
  ];
}
