/** What the bench uses of daff, which has no types of its own. */
declare module 'daff' {
  export interface Table {
    readonly height: number;
  }
  const daff: {
    readonly TableView: new (rows: unknown[][]) => Table;
    readonly CompareFlags: new () => object;
    readonly TableDiff: new (alignment: object, flags: object) => { hilite(output: Table): boolean };
    compareTables(before: Table, after: Table): { align(): object };
  };
  export default daff;
}
