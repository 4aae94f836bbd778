/** The rows of a calendar team by team. */
import type { CalendarRow } from './monthCalendar.ts';

/** `department`: what payroll keeps of it; a person without one is in a team of no name. */
export type TeamBy = 'establishment' | 'department';

export interface CalendarTeam {
  readonly name: string;
  readonly rows: readonly CalendarRow[];
}

/** In order of their names, the one of no name last; rows keep their order. */
export function teamsOf(rows: readonly CalendarRow[], by: TeamBy): CalendarTeam[] {
  const teams = new Map<string, CalendarRow[]>();
  for (const row of rows) {
    const name = row.person[by] ?? '';
    const team = teams.get(name);
    if (team) team.push(row);
    else teams.set(name, [row]);
  }
  const { compare } = new Intl.Collator('fr', { numeric: true });
  const nameless = ({ name }: CalendarTeam) => Number(name === '');
  return [...teams]
    .map(([name, own]): CalendarTeam => ({ name, rows: own }))
    .sort((a, b) => nameless(a) - nameless(b) || compare(a.name, b.name));
}
