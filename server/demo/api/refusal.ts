/** A request that the account refuses: thrown by the query engines, written by the route in the shape of its generation. */
export class Refusal extends Error {
  readonly status: number;
  /** v5 only: what is wrong, by field. */
  readonly errors: Readonly<Record<string, readonly string[]>>;

  constructor(status: number, message: string, errors: Readonly<Record<string, readonly string[]>> = {}) {
    super(message);
    this.status = status;
    this.errors = errors;
  }
}
