import { classOf } from './classes/index.ts';
import { refuse } from './errors.ts';
import type { HostNode, Session } from './nodes.ts';
import type { WireQuery } from './wire.ts';

type Answer = Record<string, unknown>;
/** What is asked of one object: its members, each with what is asked of the object it leads to. */
type Wanted = Map<string, Wanted>;

/** `rowIndex` → `RowIndex`; names of the client's own (`_ReferenceId`) stay. */
export const wireName = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const clientName = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** Answers a load: the properties by wire name, or by the client's own when `retrieves`. */
export function load(node: HostNode, query: WireQuery, session: Session, retrieves: boolean): Answer {
  const asked = [...(query.Select ?? []), ...(query.Expand ?? [])];
  if (asked.length === 0) refuse('invalidArgument', `load of ${node.kind} without property names`);
  const wanted: Wanted = new Map();
  for (const path of asked) {
    let at = wanted;
    for (const step of path.split('/').filter((name) => name !== 'items')) {
      const name = step === '*' ? step : wireName(step);
      const next: Wanted = at.get(name) ?? new Map<string, Wanted>();
      at.set(name, next);
      at = next;
    }
  }
  return read(node, wanted, query, session, retrieves ? clientName : (name) => name);
}

function read(
  node: HostNode,
  wanted: Wanted,
  query: WireQuery,
  session: Session,
  naming: (name: string) => string,
): Answer {
  const spec = classOf(node.kind);
  const answer: Answer = { ...spec.ids?.(node.self, session) };
  const ofItems: Wanted = new Map();
  for (const [name, inner] of wanted) {
    const [prop, nav] = [spec.props?.[name], spec.navs?.[name]];
    if (prop?.get) answer[naming(name)] = prop.get(node.self, session);
    else if (nav)
      answer[naming(name)] = read(nav(node.self, session), inner.size > 0 ? inner : ALL, {}, session, naming);
    else if (spec.items) ofItems.set(name, inner);
    else if (name === '*') Object.assign(answer, scalars(node, session, naming));
    else refuse('apiNotFound', `${node.kind}.${name}`);
  }
  if (!spec.items) return answer;
  if (wanted.has('*')) Object.assign(answer, scalars(node, session, naming));
  const first = query.Skip ?? 0;
  const items = spec.items(node.self).slice(first, query.Top === undefined ? undefined : first + query.Top);
  answer[naming('_Items')] = items.map((item) => read(item, ofItems, {}, session, naming));
  return answer;
}

const ALL: Wanted = new Map([['*', new Map<string, Wanted>()]]);

function scalars(node: HostNode, session: Session, naming: (name: string) => string): Answer {
  const props = Object.entries(classOf(node.kind).props ?? {});
  return Object.fromEntries(
    props.flatMap(([name, prop]) => (prop.get ? [[naming(name), prop.get(node.self, session)]] : [])),
  );
}
