/**
 * The import of leave entitlements, the only call that writes. It adds: sent twice, it credits twice. In strict mode nothing is imported as long as
 * one line is wrong. Source: Lucca's guide « Import vs. Replace entitlements ».
 */
import { randomUUID } from 'node:crypto';
import type {
  EntitlementAnswer,
  EntitlementError,
  EntitlementRequest,
} from '../../shared/contracts/entitlementSchemas.ts';
import { delimitedText } from '../../shared/domain/files/delimited.ts';
import { entitlementCells } from '../../shared/domain/worktime/files/entitlements.ts';
import { luccaCallNames } from '../../shared/messages/fr/lucca.ts';
import { isRecord, valueAt } from './caseless.ts';
import { LuccaFailure } from './http/failure.ts';
import type { Session } from './session.ts';

export const ENTITLEMENTS_PATH = '/timmi-absences/api/public/services/v1.0/leaveEntitlementsImport';

/** Lines of the file are counted with the one of the headings. */
const HEADING_LINES = 1;
const CODE = /^\w{1,60}$/;

function part(boundary: string, disposition: string, type: string, content: string): string {
  return `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n${type}\r\n${content}\r\n`;
}

function form({ referenceDate, description, ...table }: EntitlementRequest, boundary: string): string {
  const csv = delimitedText(entitlementCells(table), ';', 'crlf');
  const text = (name: string, value: string) => part(boundary, `name="${name}"`, '', value);
  return [
    part(boundary, 'name="File"; filename="compteurs.csv"', 'Content-Type: text/csv; charset=utf-8\r\n', csv),
    text('Description', description),
    text('ReferenceDate', `${referenceDate}T00:00:00`),
    `--${boundary}--\r\n`,
  ].join('');
}

/** The words of Lucca for what is wrong: its messages may hold values, they go no further. */
function codesIn(errors: unknown): string[] {
  if (!isRecord(errors)) return [];
  return Object.keys(errors).map((code) => (CODE.test(code) ? code : 'other'));
}

/** `{"7": {"duplicatedLine": "…"}}` → row 6. */
function lineErrors(lines: unknown): EntitlementError[] {
  if (!isRecord(lines)) return [];
  return Object.entries(lines).flatMap(([line, errors]) => {
    const row = Number(line) - HEADING_LINES;
    const codes = codesIn(errors);
    return (codes.length > 0 ? codes : ['other']).map((code) => ({ row: row >= 1 ? row : null, code }));
  });
}

function answerOf(reply: unknown): EntitlementAnswer {
  const accepted = valueAt(reply, 'successLinesCount');
  if (typeof accepted !== 'number' || !Number.isSafeInteger(accepted) || accepted < 0) {
    throw new LuccaFailure({ code: 'badReply', call: luccaCallNames.entitlements() });
  }
  const whole = codesIn(valueAt(reply, 'globalErrors')).map((code) => ({ row: null, code }));
  return { accepted, errors: [...whole, ...lineErrors(valueAt(reply, 'lineErrors'))] };
}

/** Sends the file. Throws a `LuccaFailure`: Lucca may have imported it all the same. */
export async function importEntitlements(session: Session, request: EntitlementRequest): Promise<EntitlementAnswer> {
  const boundary = `passerelle-${randomUUID()}`;
  const query = `strict=true&simulate=${String(request.mode === 'simulate')}`;
  const reply = await session.post('entitlements', `${ENTITLEMENTS_PATH}?${query}`, {
    type: `multipart/form-data; boundary=${boundary}`,
    content: form(request, boundary),
  });
  return answerOf(reply);
}
