import { classOf } from './classes/index.ts';
import { HostError, refuse } from './errors.ts';
import type { Faults } from './faults.ts';
import { load } from './load.ts';
import type { Method } from './members.ts';
import type { Area } from './model/area.ts';
import type { Sheet } from './model/sheet.ts';
import type { RangeRef, Workbook } from './model/workbook.ts';
import { HostNode } from './nodes.ts';
import type { Session } from './nodes.ts';
import { ACTION, PATH } from './wire.ts';
import type { WireAction, WireAnswer, WireArguments, WireBody, WirePath } from './wire.ts';

/** What outlives a request: the add-in's own switches, and the ranges it keeps. */
export interface Connection {
  readonly book: Workbook;
  readonly faults: Faults;
  readonly kept: Map<string, RangeRef>;
  readonly listened: Set<string>;
  /** `Class.member` of every member used so far. */
  readonly used: Set<string>;
  enableEvents: boolean;
}

/** Serves one request, action by action; the first refusal stops it and what was done before stays done. */
export class ServedRequest implements Session {
  readonly book: Workbook;
  readonly listened: Set<string>;
  /** Whether the request wrote something. */
  hasWritten = false;
  readonly #connection: Connection;
  readonly #body: WireBody;
  readonly #nodes = new Map<number, HostNode | null>();
  readonly #refs: RangeRef[] = [];
  #where = '';

  constructor(connection: Connection, body: WireBody) {
    this.#connection = connection;
    this.#body = body;
    this.book = connection.book;
    this.listened = connection.listened;
  }

  switchEvents(enabled: boolean): void {
    this.#connection.enableEvents = enabled;
  }

  run(): WireAnswer {
    const answer: WireAnswer = { Results: [], TraceIds: [] };
    for (const [index, action] of this.#body.Actions.entries()) {
      this.#where = '';
      try {
        this.#connection.faults.beforeAction(index);
        answer.Results.push({ ActionId: action.Id, Value: this.#do(action, answer) ?? null });
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        answer.Error = { Code: error.code, Message: error.message, ActionIndex: index, Location: this.#where };
        break;
      }
    }
    const kept = new Set(this.#connection.kept.values());
    for (const ref of this.#refs) if (!kept.has(ref)) this.book.followed.delete(ref);
    this.book.recalculate();
    return answer;
  }

  range(sheet: Sheet, area: Area): HostNode {
    const ref: RangeRef = { sheet, area };
    this.#refs.push(ref);
    this.book.followed.add(ref);
    return new HostNode('Range', ref);
  }

  keep(ref: RangeRef): void {
    if (this.referenceId(ref) === undefined) this.#connection.kept.set(`range-${++lastReference}`, ref);
  }

  referenceId(ref: RangeRef): string | undefined {
    for (const [id, held] of this.#connection.kept) if (held === ref) return id;
    return undefined;
  }

  release(id: string): void {
    const ref = this.#connection.kept.get(id);
    if (ref) this.book.followed.delete(ref);
    this.#connection.kept.delete(id);
  }

  note(member: string): void {
    this.#connection.used.add(member);
  }

  #do(action: WireAction, answer: WireAnswer): unknown {
    if (action.ActionType === ACTION.trace) {
      answer.TraceIds.push(action.Id);
      return null;
    }
    const node = this.#at(action.ObjectPathId);
    switch (action.ActionType) {
      case ACTION.instantiate:
        return node && { ...classOf(node.kind).ids?.(node.self, this) };
      case ACTION.query:
        this.#where = node?.kind ?? '';
        return node && load(node, action.QueryInfo ?? {}, this);
      case ACTION.method:
        return node && this.#call(node, action.Name ?? '', action.ArgumentInfo);
      case ACTION.set:
        return this.#set(node ?? refuse('nullObject', action.Name), action);
      default:
        return refuse('unsupported', `action type ${action.ActionType}`);
    }
  }

  /** The object of a path, evaluated at its first use and once: what it depends on is already written by then. */
  #at(id: number): HostNode | null {
    const known = this.#nodes.get(id);
    if (known !== undefined) return known;
    const path = this.#body.ObjectPaths[id] ?? refuse('invalidObjectPath', String(id));
    const node = this.#evaluate(path);
    this.#nodes.set(id, node);
    return node;
  }

  #evaluate(path: WirePath): HostNode | null {
    const { ObjectPathType: type, Name: name = '', ParentObjectPathId: parentId = 0 } = path;
    if (type === PATH.nullObject) return null;
    if (type === PATH.global) return new HostNode('Workbook', this.book);
    if (type === PATH.reference) {
      return new HostNode('Range', this.#connection.kept.get(name) ?? refuse('invalidReference', name));
    }
    const parent = this.#at(parentId);
    if (!parent) return null;
    const spec = classOf(parent.kind);
    const member = `${parent.kind}.${type === PATH.indexer ? 'getItem' : name}`;
    this.#meet(member);
    if (type === PATH.property) return (spec.navs?.[name] ?? refuse('apiNotFound', member))(parent.self, this);
    if (type === PATH.indexer && spec.item) {
      const [key] = this.#arguments(path.ArgumentInfo);
      return spec.item(parent.self, key) ?? refuse('itemNotFound', `${parent.kind} ${String(key)}`);
    }
    const getter = type === PATH.method ? spec.getters?.[name] : undefined;
    return this.#invoke(parent, getter ?? refuse('apiNotFound', member), path.ArgumentInfo);
  }

  #call(node: HostNode, name: string, info?: WireArguments): unknown {
    const member = `${node.kind}.${name}`;
    this.#meet(member);
    const value = this.#invoke(node, classOf(node.kind).actions?.[name] ?? refuse('apiNotFound', member), info);
    return ['number', 'string', 'boolean'].includes(typeof value) ? value : null;
  }

  #set(node: HostNode, { Name: name = '', ArgumentInfo }: WireAction): null {
    const member = `${node.kind}.${name}`;
    this.#meet(member, `${member} =`);
    const prop = classOf(node.kind).props?.[name] ?? refuse('apiNotFound', member);
    if (!prop.set) return refuse('invalidArgument', `${member} is read-only`);
    if (!prop.quiet) this.#beforeWrite();
    prop.set(node.self, this.#arguments(ArgumentInfo)[0], this);
    return null;
  }

  #invoke<R>(node: HostNode, method: Method<unknown, R>, info?: WireArguments): R {
    const given = this.#arguments(info);
    if (given.length > method.checks.length) refuse('invalidArgument', `${given.length} arguments`);
    const args = method.checks.map((check, index) => check(given[index] ?? null));
    if (method.writes) this.#beforeWrite();
    return method.run(node.self, args, this);
  }

  #meet(member: string, use = member): void {
    this.#where = member;
    this.note(use);
  }

  #beforeWrite(): void {
    const isFirst = !this.hasWritten;
    this.hasWritten = true;
    this.#connection.faults.beforeWrite(isFirst);
  }

  /** Puts objects where the client sent the numbers of their paths. */
  #arguments({ Arguments = [], ReferencedObjectPathIds: paths }: WireArguments = {}): unknown[] {
    return Arguments.map((value, index) => {
      const path = paths?.[index];
      return typeof path === 'number' && path !== 0 ? this.#at(path) : value;
    });
  }
}

let lastReference = 0;
