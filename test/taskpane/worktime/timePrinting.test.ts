/** « Imprimer » in the pane. */
import { expect, test } from '@jest/globals';
import { MOST_TIME_SHEETS } from '../../../shared/contracts/timeSheetSchemas.ts';
import type { FileRequest } from '../../../shared/contracts/fileSchemas.ts';
import { ok } from '../../../shared/domain/result.ts';
import type { PanePorts } from '../../../addin/taskpane/model/desk.ts';
import { calculated } from './timeClerk.ts';

test('one person is printed by the service and downloaded by its ticket; too many are refused, which is told', async () => {
  const clerk = await calculated();
  const asked: FileRequest[] = [];
  const ports = clerk.pane.ports as { -readonly [P in keyof PanePorts]: PanePorts[P] };
  ports.service = {
    ...ports.service,
    file: (request) => {
      asked.push(request);
      return Promise.resolve(ok({ path: '/files/ticket', expiresInSeconds: 60 }));
    },
  };
  const { computation } = clerk.screen('worktimeResult');
  const [first] = computation.people;
  if (!first) throw new RangeError('nobody');
  const tasks = await clerk.pane.worktime();
  await tasks.print(computation, [first]);
  expect(asked).toMatchObject([
    { kind: 'timeSheets', sheets: { month: '2026-09', people: [{ accounts: [{ code: 'HS25' }, { code: 'HS50' }] }] } },
  ]);
  await tasks.print(
    computation,
    Array.from({ length: MOST_TIME_SHEETS + 1 }, () => first),
  );
  expect(asked).toHaveLength(1);
  expect(clerk.notice).toMatch(/^61 relevés sont demandés, un document en tient 60 au plus/);
});
