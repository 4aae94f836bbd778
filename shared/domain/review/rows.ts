import type { Finding } from '../finding.ts';
import type { MineRow } from './review.ts';

/** Rows compared between two breaths. */
export const STEP = 500;

/** Rows by key. A key held by two rows is void: neither can be compared, and the finding says so. Rows without a key are the person's own. */
export function rowsByKey(
  table: string,
  rows: readonly MineRow[],
): {
  readonly byKey: ReadonlyMap<string, MineRow>;
  readonly void: ReadonlySet<string>;
  readonly findings: readonly Finding[];
} {
  const byKey = new Map<string, MineRow>();
  const twice = new Set<string>();
  for (const row of rows) {
    if (row.key === '') continue;
    if (byKey.has(row.key)) twice.add(row.key);
    else byKey.set(row.key, row);
  }
  for (const key of twice) byKey.delete(key);
  const findings = [...twice].map((key): Finding => ({
    code: 'duplicateKey',
    severity: 'error',
    subject: key,
    place: { table, key },
    facts: { key },
  }));
  return { byKey, void: twice, findings };
}
