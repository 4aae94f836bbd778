/** What `match` tells of a comparison: counts, who is to be seen, and the same for a machine. */
import type { PersonMatch } from '../../shared/domain/people/matching/matchable.ts';
import type { FileMatch } from '../../shared/domain/people/matching/matchPeople.ts';
import { displayed } from '../../shared/domain/review/cell.ts';
import type { PayrollMatching } from '../../shared/flows/people/matching/matchPayroll.ts';
import { differencesText, keysText, reasonText } from '../../shared/messages/fr/employees/matching.ts';
import * as say from '../../shared/messages/fr/employees/matchingCli.ts';
import { reportedFinding } from './findings.ts';
import type { Outcome } from './outcome.ts';

export function countsOf({ matching: { people, files } }: PayrollMatching) {
  const of = (state: PersonMatch['state']) => people.filter((each) => each.state === state).length;
  const ofFiles = (...states: readonly FileMatch['state'][]) =>
    files.filter(({ state }) => states.includes(state)).length;
  const payrollOnly = ofFiles('onlyInPayroll', 'gone');
  const sure = { linked: of('linked'), match: of('match') };
  const doubts = { toConfirm: of('toConfirm'), conflict: of('conflict') };
  return { ...sure, ...doubts, luccaOnly: of('create'), payrollOnly, second: ofFiles('second') };
}

export function nameOf({ reading }: PayrollMatching, luccaId: string): string {
  const cells = reading.lucca.get(luccaId) ?? {};
  const parts = ['lastName', 'firstName'].map((key) => displayed(cells[key] ?? { blank: true }));
  return parts.filter((each) => each !== '').join(' ') || luccaId;
}

/** Files that are the second of somebody. */
export function seconds(compared: PayrollMatching): string[] {
  const { people, files } = compared.matching;
  const lines = files
    .filter(({ state }) => state === 'second')
    .map(({ id, luccaId }) => {
      const first = people.find((person) => person.luccaId === luccaId)?.file ?? '';
      return say.secondLine(id, luccaId === null ? '' : nameOf(compared, luccaId), first);
    });
  return lines.length === 0 ? [] : [say.secondTitle, ...lines];
}

export function asked(compared: PayrollMatching): readonly PersonMatch[] {
  return compared.matching.people.filter(({ state }) => state === 'toConfirm' || state === 'conflict');
}

export function toSee(compared: PayrollMatching): string[] {
  const lines = asked(compared).flatMap(({ luccaId, candidates, reason }) => [
    say.personLine(nameOf(compared, luccaId), reasonText(reason, candidates[0])),
    ...candidates.map(({ id, keys, shared, differences }) =>
      say.candidateLine(id, keysText([...keys, ...shared]), differencesText(differences)),
    ),
  ]);
  return lines.length === 0 ? [] : [say.toSeeTitle, ...lines];
}

/** For a machine: who, which rows, by which keys; no value of anybody. */
export function factsOf(compared: PayrollMatching): Outcome['facts'] {
  const people = asked(compared).map(({ luccaId, state, reason, candidates }) => ({
    luccaId,
    state,
    reason,
    candidates: candidates.map(({ id, keys, shared, differences }) => ({ line: id, keys, shared, differences })),
  }));
  return { counts: countsOf(compared), people, findings: compared.findings.map(reportedFinding) };
}
