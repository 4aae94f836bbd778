/** The messages between the genuine client and its host, as JSON text both ways. */
export interface WireRequest {
  readonly id: number;
  readonly type: number;
  readonly flags?: number;
  readonly message: { readonly url: string; readonly body: WireBody };
}

export interface WireBody {
  readonly Actions: readonly WireAction[];
  readonly ObjectPaths: Readonly<Record<string, WirePath>>;
}

export interface WireArguments {
  readonly Arguments?: readonly unknown[];
  /** The object's path for each argument that is one; 0, or a list, for the others. */
  readonly ReferencedObjectPathIds?: readonly unknown[] | null;
}

export interface WireAction {
  readonly Id: number;
  readonly ActionType: number;
  readonly ObjectPathId: number;
  readonly Name?: string;
  readonly ArgumentInfo?: WireArguments;
  readonly QueryInfo?: WireQuery;
}

export interface WireQuery {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface WirePath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name?: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: WireArguments;
}

export interface WireAnswer {
  readonly Results: { ActionId: number; Value: unknown }[];
  readonly TraceIds: number[];
  Error?: { Code: string; Message: string; ActionIndex?: number; Location?: string };
}

export const ACTION = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5 } as const;
export const PATH = { global: 1, method: 3, property: 4, indexer: 5, reference: 6, nullObject: 7 } as const;

/** Flag the client sets when a run asked to wait until the person leaves the cell. */
export const FLAG_DELAY_FOR_CELL_EDIT = 64;
/** The set Excel's events belong to, and the one event the host sends. */
export const EVENT = { category: 65_536, worksheetChanged: 10 } as const;

/** Whether the request only gives ranges back: the client's clean-up after a run. */
export function isCleanUp({ Actions }: WireBody): boolean {
  const calls = Actions.filter((action) => action.ActionType !== ACTION.instantiate);
  return calls.length > 0 && calls.every((action) => action.Name === '_RemoveReference');
}

/** Bytes of the text in UTF-8, without a copy of it. */
export function byteLength(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
