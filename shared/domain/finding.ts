/** What a person must know about the data: collected, never thrown, never the first only. */

export type Severity = 'error' | 'warning' | 'info';

/** Where a value stands: in the workbook, `address` in A1 form without the sheet (`D12`); in a table of a document, `line` from 1. */
export interface Place {
  readonly table: string;
  readonly sheet?: string;
  readonly address?: string;
  readonly line?: number;
  readonly key?: string;
  readonly column?: string;
}

export interface Source {
  readonly title: string;
  readonly url: string;
}

/**
 * One thing wrong, doubtful or worth knowing in the data.
 * `code` selects the sentence in `shared/messages`; `facts` fill it; `subject` is the person, account or row concerned.
 */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly subject?: string;
  readonly place?: Place;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly source?: Source;
}
