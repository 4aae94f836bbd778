import express, { type RequestHandler, type Router } from 'express';
import type { Entitlement } from '../../company/entitlement.ts';
import type { Company, Person } from '../../company/model.ts';
import { answerJson } from '../../gate/answer.ts';
import type { DemoState } from '../../state.ts';
import { queryOf, viewFor } from '../asked.ts';
import { Refusal } from '../refusal.ts';

type Errors = Record<string, string>;

const HEADINGS = ['LegalEntityCode', 'EmployeeNumber', 'LastName', 'FirstName'];

/** The parts of a form by name: enough of RFC 7578 for one file and a few texts. */
function partsOf(body: string, type: string): ReadonlyMap<string, string> {
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1] ?? '';
  const pieces = boundary === '' ? [] : body.split(`--${boundary}`).slice(1, -1);
  return new Map(
    pieces.map((piece) => {
      const end = piece.indexOf('\r\n\r\n');
      const name = /name="([^"]*)"/.exec(piece.slice(0, end))?.[1] ?? '';
      return [name, piece.slice(end + 4, -2)] as const;
    }),
  );
}

/** Cells of a line: what stands between quotes may hold semicolons. */
function cellsOf(line: string): string[] {
  const found = line.match(/("(?:[^"]|"")*"|[^;]*)(?:;|$)/g) ?? [];
  const cells = found.map((each) => each.replace(/;$/, ''));
  return cells
    .slice(0, line.endsWith(';') || cells.length === 1 ? undefined : -1)
    .map((each) => (each.startsWith('"') ? each.slice(1, -1).replaceAll('""', '"') : each));
}

interface Owner {
  readonly person?: Person;
  readonly errors: Errors;
}

function ownerOf({ people, establishments }: Company, [code = '', number = '']: readonly string[]): Owner {
  const place = establishments.find((each) => each.code === code);
  if (!place) return { errors: { legalEntityNotFound: `Legal entity ${code} not found` } };
  const numbered = [...people.values()].filter(({ employeeNumber }) => employeeNumber === number);
  const person = numbered.find(({ establishmentId }) => establishmentId === place.id);
  if (person) return { person, errors: {} };
  return numbered.length === 0
    ? { errors: { employeeNumberNotExist: `Employee number ${number} does not exist` } }
    : { errors: { employeeNumberNotInLegalEntity: `Employee number ${number} is not in ${code}` } };
}

interface Read {
  readonly globalErrors: Errors;
  readonly lineErrors: Record<string, Errors>;
  readonly entitlements: readonly Entitlement[];
  readonly lines: number;
}

const nothing = (globalErrors: Errors): Read => ({ globalErrors, lineErrors: {}, entitlements: [], lines: 0 });

/** All that is wrong with a line. */
function lineErrorsOf(errors: Errors, amounts: readonly string[], isTwice: boolean): Errors {
  const isOdd = amounts.some((amount) => !/^(-?\d+(\.\d+)?)?$/.test(amount));
  return {
    ...errors,
    ...(isTwice ? { duplicatedLine: 'The line is there twice' } : {}),
    ...(isOdd ? { valueFormatNotSupported: 'A value is no number' } : {}),
  };
}

/** What stands in the file, line by line, the headings being the first. */
function readFile(company: Company, parts: ReadonlyMap<string, string>): Read {
  const [head = '', ...body] = (parts.get('File') ?? '').split('\r\n').filter((line) => line !== '');
  if (head === '') return nothing({ fileEmpty: 'The file is empty' });
  const headings = cellsOf(head);
  if (HEADINGS.some((each, at) => headings[at] !== each)) return nothing({ columnsFormatNotSupported: 'Columns' });
  const names = headings.slice(HEADINGS.length);
  if (names.length === 0) return nothing({ accountColumnMissing: 'No account' });
  const accounts = names.flatMap(
    (name) => company.accounts.find((each) => [String(each.id), each.name].includes(name)) ?? [],
  );
  if (accounts.length < names.length) return nothing({ accountNotFound: 'An account was not found' });
  const [referenceDate = '', description = ''] = [parts.get('ReferenceDate'), parts.get('Description')];
  const lineErrors: Record<string, Errors> = {};
  const entitlements = body.flatMap((line, at): Entitlement[] => {
    const cells = cellsOf(line);
    const { person, errors } = ownerOf(company, cells);
    const amounts = cells.slice(HEADINGS.length);
    const wrong = lineErrorsOf(errors, amounts, body.indexOf(line) < at);
    const isWrong = !person || Object.keys(wrong).length > 0;
    if (isWrong) lineErrors[String(at + 2)] = wrong;
    return accounts.flatMap(({ id: accountId }, index) => {
      const amount = amounts[index] ?? '';
      return isWrong || amount === ''
        ? []
        : [{ personId: person.id, accountId, amount: Number(amount), referenceDate, description }];
    });
  });
  return { globalErrors: {}, lineErrors, entitlements, lines: body.length };
}

function receive(state: DemoState): RequestHandler {
  return (req, res) => {
    const { company } = viewFor(state, req);
    const query = queryOf(req);
    const type = req.headers['content-type'] ?? '';
    if (!type.startsWith('multipart/form-data')) throw new Refusal(415, 'Unsupported media type');
    const { globalErrors, lineErrors, entitlements, lines } = readFile(company, partsOf(String(req.body), type));
    const failed = Object.keys(lineErrors).length;
    const isStopped = Object.keys(globalErrors).length > 0 || (failed > 0 && query.get('strict') === 'true');
    if (!isStopped && query.get('simulate') !== 'true') state.entitlements.push(...entitlements);
    answerJson(res, { successLinesCount: isStopped ? 0 : lines - failed, globalErrors, lineErrors });
  };
}

/** Imports of leave entitlements: what they credit is kept, and shown on the page of the account. */
export function createEntitlementsRouter(state: DemoState): Router {
  const router = express.Router();
  router.post(
    '/timmi-absences/api/public/services/v1.0/leaveEntitlementsImport',
    express.text({ type: 'multipart/form-data', limit: '10mb' }),
    receive(state),
  );
  return router;
}
