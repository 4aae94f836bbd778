/** Groups that the law treats like everybody else. */
import type { Finding, Source } from '../../domain/finding.ts';

const codeDuTravail = 'https://www.legifrance.gouv.fr/codes/id/LEGITEXT000006072050/';

interface ProtectedGroup {
  readonly pattern: RegExp;
  readonly group: string;
  readonly source: Source;
}

const schedule: Source = { title: 'Code du travail, art. R3262-7', url: codeDuTravail };

const groups: readonly ProtectedGroup[] = [
  { pattern: /\bstag/, group: 'stagiaires', source: schedule },
  { pattern: /temps[ -]partiel/, group: 'salariés à temps partiel', source: schedule },
  {
    pattern: /teletrav/,
    group: 'télétravailleurs',
    source: { title: 'Code du travail, art. L1222-9', url: codeDuTravail },
  },
];

/** What must be known when a whole group is excluded; undefined for one that the law does not speak of. */
export function groupFinding(criterion: string, value: string): Finding | undefined {
  const text = `${criterion} ${value}`.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const found = groups.find(({ pattern }) => pattern.test(text));
  if (!found) return undefined;
  const { group, source } = found;
  return { code: 'voucherGroupExcluded', severity: 'warning', facts: { group, article: source.title }, source };
}
