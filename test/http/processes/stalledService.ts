/** A service to be killed: one mirror read, a pairing, then a run that Lucca leaves hanging. Prints one line of JSON. */
import { serviceOver } from '../../../shared/contracts/service.ts';
import { connectAndPull, OCTOBER, sendTo, startTestService, until, value } from '../testService.ts';

const service = await startTestService(process.argv[2] ?? '');
const { connectionId } = await connectAndPull(service);
const { token } = value(await serviceOver(sendTo(service.origin)).pair(service.codes[0] ?? ''));
service.demo.faults.add({ kind: 'stall', path: 'leaves', times: 1000 });
const { id: runId } = value(await service.api.startRun(connectionId, { months: [OCTOBER], startedBy: 'Awa' }));
await until('the reading of absences', async () =>
  value(await service.api.run(runId)).step === 'absences' ? true : undefined,
);
process.stdout.write(`${JSON.stringify({ connectionId, runId, token })}\n`);
