/** One amount that an import credited. */
export interface Entitlement {
  readonly personId: number;
  readonly accountId: number;
  readonly amount: number;
  readonly referenceDate: string;
  readonly description: string;
}
