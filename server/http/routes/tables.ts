import {
  LARGEST_WORKBOOK_BYTES,
  tableReadRequestSchema,
  tableReadSchema,
} from '../../../shared/contracts/tableReadSchemas.ts';
import { workbookUnreadable } from '../../../shared/messages/fr/employees/payrollFile.ts';
import { operation, type Operation } from '../operation.ts';
import type { AppPorts } from '../ports.ts';
import { refuse } from '../problemAnswer.ts';

/** A workbook as base64 in JSON, and what stands around it. */
const BODY_BYTES = Math.ceil((LARGEST_WORKBOOK_BYTES / 3) * 4) + 1_000;

export function tableOperations({ readSheets }: Pick<AppPorts, 'readSheets'>): Operation[] {
  return [
    operation({
      id: 'readTables',
      method: 'post',
      path: '/api/tables/read',
      summary: 'The visible sheets of a workbook as plain rows; nothing of it is kept',
      body: tableReadRequestSchema,
      bodyBytes: BODY_BYTES,
      status: 200,
      answer: tableReadSchema,
      problems: [400],
      handle({ body }) {
        const read = readSheets(Buffer.from(body.base64, 'base64'));
        return typeof read === 'string'
          ? refuse(400, 'workbookUnreadable', workbookUnreadable(read), { reason: read })
          : Promise.resolve(read);
      },
    }),
  ];
}
