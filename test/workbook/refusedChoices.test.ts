import { afterEach, expect, test } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import { writeXlsx } from '../../addin/workbench/page/xlsx/xlsxOut.ts';
import { templateXlsx } from '../../server/xlsx/templateXlsx.ts';
import { textCell } from '../../shared/domain/review/cell.ts';
import type { PlanLine } from '../../shared/domain/review/plan.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { written } from '../book/reading.ts';
import { endTrials, startTrial } from './trial.ts';

afterEach(endTrials);

const arrival: PlanLine = {
  operation: 'add',
  table: employeesTable.name,
  key: '1',
  reason: 'arrival',
  after: { [employeesTable.key]: textCell('1') },
};

/** Column of the sheet (0-based) → what Excel says of a value outside its list, as other software reads it in the file. */
async function refusalsIn(bytes: Uint8Array): Promise<unknown[]> {
  const { sheets } = await readXlsx(bytes);
  const lists = sheets.find(({ name }) => name === employeesTable.title)?.dataValidations ?? [];
  return lists
    .filter(({ type }) => type === 'list')
    .map(({ range, showErrorMessage, errorStyle = 'stop', errorTitle, errorMessage }) => ({
      range,
      isRefused: showErrorMessage === true && errorStyle === 'stop',
      title: errorTitle,
      message: errorMessage,
    }));
}

test('a value outside a list is refused in the same words in Excel, in its file and in the file of the command line', async () => {
  const { host, book } = startTrial();
  await written(book, [{ table: employeesTable, lines: [arrival] }]);
  const saved = await refusalsIn(writeXlsx(host.workbook).bytes);
  expect(saved).toHaveLength(employeesTable.columns.filter(({ choices }) => choices !== undefined).length);
  expect(saved).toContainEqual({
    range: expect.stringMatching(/^[A-Z]+4$/),
    isRefused: true,
    title: 'Valeur hors liste',
    message: 'Choisissez une valeur de la liste : oui, non.',
  });
  expect(saved).toEqual(await refusalsIn(templateXlsx([employeesTable])));
});
