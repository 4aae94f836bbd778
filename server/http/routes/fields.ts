import {
  fieldsViewSchema,
  mappingAnswerSchema,
  mappingRequestSchema,
  type AcceptedMapping,
  type MappingAnswer,
  type MappingRequest,
} from '../../../shared/contracts/fieldSchemas.ts';
import { frenchDate, wallClock } from '../../../shared/domain/calendar/plainDate.ts';
import { checkMapping, type MappingWorld } from '../../../shared/domain/people/mapping/checkMapping.ts';
import { inCatalogueOrder, mappingHash, type MappingLine } from '../../../shared/domain/people/mapping/fieldMapping.ts';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import * as words from '../../../shared/messages/fr/employees/fieldService.ts';
import * as say from '../../../shared/messages/fr/service.ts';
import type { MirrorReader } from '../../store/store.ts';
import type { Connections } from '../connections.ts';
import { fieldsView, mappingWorld } from '../fieldsView.ts';
import { operation, type Operation } from '../operation.ts';
import type { AppPorts } from '../ports.ts';
import { refuse } from '../problemAnswer.ts';

const ZONE = 'Europe/Paris';

/** Each field once, and nothing lost on the way. */
function requireWhole({ lines, hash }: MappingRequest): void {
  const keys = new Set(lines.map(({ key }) => key));
  if (keys.size < lines.length) refuse(400, 'mappingDoubled', words.mappingDoubled);
  if (mappingHash(lines) !== hash) refuse(400, 'mappingHash', words.mappingHash);
}

/** The names that Lucca gives, whatever the sheet said. */
function named(lines: readonly MappingLine[], { custom }: MappingWorld): MappingLine[] {
  const names = new Map(custom.map(({ code, name }) => [code.toLowerCase(), name]));
  const nameOf = ({ from, code, name }: MappingLine) =>
    from === 'custom' ? (names.get(code.toLowerCase()) ?? name) : '';
  return inCatalogueOrder(lines).map((line) => ({
    ...line,
    code: line.from === 'custom' ? line.code : '',
    name: nameOf(line),
  }));
}

/** Somebody validated another mapping since the sender read what was accepted. */
function refuseMoved(held: AcceptedMapping | null): never {
  if (!held) return refuse(409, 'mappingMoved', words.mappingGone);
  const { date, time } = wallClock(held.acceptedAt, ZONE);
  return refuse(409, 'mappingMoved', words.mappingMoved(held.by, `${frenchDate(date)} à ${time}`));
}

function problemsOf(lines: readonly MappingLine[], world: MappingWorld): MappingAnswer['problems'] {
  return checkMapping(lines, world).map((problem) => ({ ...problem, sentence: findingText(problem) }));
}

export function fieldOperations({ store, now }: AppPorts, connections: Connections): Operation[] {
  async function ofMirror<T>(connectionId: string, read: (mirror: MirrorReader) => Promise<T>): Promise<T> {
    await connections.record(connectionId);
    return (await store.withMirror(connectionId, read)) ?? refuse(409, 'mirrorMissing', say.mirrorMissing());
  }

  async function accept(connectionId: string, request: MappingRequest): Promise<MappingAnswer> {
    const before = await store.fieldMapping(connectionId);
    const world = await ofMirror(connectionId, (mirror) => mappingWorld(mirror, before));
    const problems = problemsOf(request.lines, world);
    if (problems.some(({ severity }) => severity === 'error')) return { accepted: null, problems };
    const { hash, by } = request;
    if (before?.hash === hash) return { accepted: before, problems };
    const accepted: AcceptedMapping = { hash, by, acceptedAt: now(), lines: named(request.lines, world) };
    const { replaces } = request;
    const mayReplace = (held: AcceptedMapping | null) => (held?.hash ?? null) === replaces;
    const held = await store.acceptMapping(connectionId, accepted, mayReplace);
    return held?.hash === hash ? { accepted: held, problems } : refuseMoved(held);
  }

  return [
    operation({
      id: 'readFields',
      method: 'get',
      path: '/api/connections/{connectionId}/fields',
      summary:
        'Where each payroll field may be read, with masked samples; the mapping accepted last, and the one proposed',
      status: 200,
      answer: fieldsViewSchema,
      problems: [404, 409],
      handle: ({ params: { connectionId } }) =>
        ofMirror(connectionId, async (mirror) => fieldsView(mirror, await store.fieldMapping(connectionId))),
    }),
    operation({
      id: 'acceptFields',
      method: 'post',
      path: '/api/connections/{connectionId}/fields',
      summary: 'Keep a mapping for the runs to come; every problem is answered by field, and an error keeps nothing',
      body: mappingRequestSchema,
      status: 200,
      answer: mappingAnswerSchema,
      problems: [400, 404, 409],
      handle: async ({ params: { connectionId }, body }) => {
        requireWhole(body);
        return accept(connectionId, body);
      },
    }),
  ];
}
