import { classOf } from './classes/index.ts';
import { refuse } from './errors.ts';
import type { HostNode, Session } from './nodes.ts';
import type { WireQuery } from './wire.ts';

type Answer = Record<string, unknown>;
/** What is asked of one object: its members, each with what is asked of the object it leads to. */
type Wanted = Map<string, Wanted>;

/** `rowIndex` → `RowIndex`; names of the client's own (`_ReferenceId`) stay. */
const wireName = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Answers a load: the properties by wire name, those of the objects it leads to inside them. */
export function load(node: HostNode, query: WireQuery, session: Session): Answer {
  if (query.Top ?? query.Skip) refuse('unsupported', 'a part of a collection');
  const wanted: Wanted = new Map();
  for (const path of [...(query.Select ?? []), ...(query.Expand ?? [])]) {
    let at = wanted;
    for (const step of path.split('/').filter((name) => name !== 'items')) {
      const name = wireName(step);
      const next: Wanted = at.get(name) ?? new Map<string, Wanted>();
      at.set(name, next);
      at = next;
    }
  }
  return read(node, wanted, session);
}

function read(node: HostNode, wanted: Wanted, session: Session): Answer {
  if (wanted.size === 0) refuse('invalidArgument', `load of ${node.kind} without property names`);
  const spec = classOf(node.kind);
  const answer: Answer = { ...spec.ids?.(node.self, session) };
  const ofItems: Wanted = new Map();
  for (const [name, inner] of wanted) {
    const [prop, nav] = [spec.props?.[name], spec.navs?.[name]];
    if (prop?.get ?? nav) session.note(`${node.kind}.${name}`);
    if (prop?.get) answer[name] = prop.get(node.self, session);
    else if (nav) answer[name] = read(nav(node.self, session), inner, session);
    else if (spec.items) ofItems.set(name, inner);
    else refuse('apiNotFound', `${node.kind}.${name}`);
  }
  if (!spec.items) return answer;
  session.note(`${node.kind}.items`);
  answer['_Items'] = spec.items(node.self).map((item) => read(item, ofItems, session));
  return answer;
}
