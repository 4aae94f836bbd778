/** An operation of the API is declared once: Express is wired from it, and so is the OpenAPI document. */
import { z } from 'zod';
import * as say from '../../shared/messages/fr/service.ts';
import { refuse } from './problemAnswer.ts';

/** `'/api/runs/{runId}'` → `{runId: string}`. */
export type ParamsOf<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
  ? Readonly<Record<Name, string>> & ParamsOf<Rest>
  : unknown;

/** A file answered instead of JSON. */
export interface Download {
  readonly bytes: Uint8Array;
  readonly filename: string;
  /** Media type. */
  readonly type: string;
}

interface Spec<P extends string, Q extends z.ZodType, B extends z.ZodType, S> {
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: P;
  readonly summary: string;
  /** True when no token is asked for. */
  readonly open?: true;
  readonly query?: Q;
  readonly body?: B;
  readonly status: 200 | 201 | 202 | 204;
  /** JSON answered; absent with 204 and for files. */
  readonly answer?: z.ZodType<S>;
  /** Bytes that its body may have, when that is more than a form needs. */
  readonly bodyBytes?: number;
  /** Media types of the file answered instead of JSON. */
  readonly file?: readonly string[];
  /** Statuses of the problems it may answer, besides those that any may. */
  readonly problems: readonly number[];
  /** `Location` of what was made. */
  readonly location?: (answer: S) => string;
  handle(input: {
    readonly params: ParamsOf<P>;
    readonly query: z.output<Q>;
    readonly body: z.output<B>;
    readonly token: string;
  }): Promise<S>;
}

export interface RawInput {
  /** The caller's; empty when none came. */
  readonly token: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: unknown;
  readonly body: unknown;
}

/** An operation whose types were checked where it was written. */
export interface Operation {
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly summary: string;
  readonly open: boolean;
  readonly query: z.ZodType | undefined;
  readonly body: z.ZodType | undefined;
  readonly status: number;
  readonly answer: z.ZodType | undefined;
  readonly bodyBytes: number | undefined;
  readonly file: readonly string[] | undefined;
  readonly problems: readonly number[];
  /** Checks the input, does the work; throws `ProblemError` when it refuses. */
  run(input: RawInput): Promise<{ readonly answer: unknown; readonly location: string | undefined }>;
}

const ID = /^[\w-]{1,64}$/;
const french = z.locales.fr().localeError;

/** The name of a field, and not a value that somebody put in its place. */
const isWord = (key: string) => /^[A-Za-z]{1,30}$/.test(key);

/** Says which field is wrong and why, never what it held. */
function checked<T extends z.ZodType>(schema: T | undefined, value: unknown): z.output<T> {
  if (!schema) return undefined as z.output<T>;
  const parsed = schema.safeParse(value, { error: french, reportInput: false });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  const size = issue?.code === 'too_small' ? 'short' : issue?.code === 'too_big' ? 'long' : undefined;
  const detail = size && say.typedSize({ field, size });
  const why = issue?.code === 'unrecognized_keys' ? say.unknownKey(issue.keys.find(isWord)) : (issue?.message ?? '');
  return refuse(400, 'bodyInvalid', detail ?? say.bodyInvalid({ field, why }), { field });
}

export function operation<
  P extends string,
  S,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
>(spec: Spec<P, Q, B, S>): Operation {
  const { id, method, path, summary, open, query, body, status, answer, bodyBytes, file, problems } = spec;
  return {
    ...{ id, method, path, summary, open: open ?? false, query, body, status, answer, bodyBytes, file, problems },
    async run(input) {
      if (!Object.values(input.params).every((each) => ID.test(each))) refuse(404, 'routeUnknown', say.routeUnknown());
      const made = await spec.handle({
        params: input.params as ParamsOf<P>,
        query: checked(query, input.query),
        body: checked(body, input.body),
        token: input.token,
      });
      return { answer: made, location: spec.location?.(made) };
    },
  };
}
