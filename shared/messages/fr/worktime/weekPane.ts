/** A week of working time, drawn and told. */
import { isoWeekday, type PlainDate } from '../../../domain/calendar/plainDate.ts';
import type { Finding } from '../../../domain/finding.ts';
import { natureLabels } from '../../../tables/worktime/timeRulesTable.ts';
import { findingText } from '../findings.ts';
import { dayName, weekdays } from '../vouchers/days.ts';
import { hours } from './hours.ts';

export const weeksTitle = 'Semaine après semaine';
export const weeksLabel = 'Semaines du mois';
/** « 5/10 » */
export function weekTab(monday: PlainDate): string {
  return `${Number(monday.slice(8))}/${Number(monday.slice(5, 7))}`;
}
export function weekTitle(monday: PlainDate): string {
  return `Semaine du ${dayName(monday)}`;
}
export const weekStateNames = {
  counted: 'comptée',
  waiting: 'en attente : rien n’en est compté',
  cut: 'hors du mois de paie',
} as const;
/** « lun. 5 » */
export function dayLabel(date: PlainDate): string {
  const [short] = weekdays[isoWeekday(date) - 1] ?? [''];
  return `${short}. ${Number(date.slice(8))}`;
}
export const legendLabel = 'Légende';
export const legend = {
  presence: 'présence',
  beyond: 'au-delà du seuil : les dernières minutes de la semaine',
  night: 'nuit',
  off: 'dimanche, férié ou repos',
  absence: 'absence (matin, après-midi)',
  control: 'contrôle',
} as const;
export const halves = { am: 'le matin', pm: 'l’après-midi' } as const;
export const daysLabel = 'La semaine, jour par jour';

/** 1,050 → « 17:30 » */
export function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

interface Spans {
  readonly from: number;
  readonly to: number;
}

export interface ToldDay {
  readonly date: PlainDate;
  readonly isUnderContract: boolean;
  readonly presence: readonly Spans[];
  readonly untimed: number;
  readonly minutes: number;
  readonly beyond: readonly Spans[];
  readonly beyondMinutes: number;
  readonly absences: readonly { readonly half: 'am' | 'pm'; readonly name: string; readonly minutes: number | null }[];
  readonly notes: readonly (keyof typeof natureLabels)[];
  readonly controls: readonly Finding[];
}

const spansText = (spans: readonly Spans[]) => spans.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(', ');

function presenceText({ presence, untimed, minutes }: ToldDay): string {
  if (minutes === 0) return 'pas de présence';
  const where = [
    ...(presence.length === 0 ? [] : [spansText(presence)]),
    ...(untimed === 0 ? [] : [`${hours(untimed)} sans horaire`]),
  ];
  return `${where.join(' et ')} (${hours(minutes)})`;
}

function beyondText({ beyond, beyondMinutes }: ToldDay): string[] {
  if (beyondMinutes === 0) return [];
  const where = beyond.length === 0 ? '' : ` (${spansText(beyond)})`;
  return [`dont ${hours(beyondMinutes)} au-delà du seuil${where}`];
}

function absencesText({ absences }: ToldDay): string[] {
  const isWhole = absences.length === 2 && new Set(absences.map(({ name }) => name)).size === 1;
  const named = (name: string) => (name === '' ? 'absence' : `absence « ${name} »`);
  if (isWhole) return [`${named(absences[0]?.name ?? '')} toute la journée`];
  return absences.map(({ half, name }) => `${named(name)} ${halves[half]}`);
}

/** « lundi 5 octobre : 08:00–12:00, 13:00–18:00 (9 h), dont 1 h au-delà du seuil (17:00–18:00) ». */
export function dayText(day: ToldDay): string {
  const [, long] = weekdays[isoWeekday(day.date) - 1] ?? ['', ''];
  const name = `${long} ${dayName(day.date)}`;
  if (!day.isUnderContract) return `${name} : hors contrat`;
  const notes = day.notes.filter((each) => each !== 7).map((each) => natureLabels[each]);
  const said = [presenceText(day), ...beyondText(day), ...absencesText(day), ...notes];
  return `${name} : ${said.join(', ')}`;
}

/** The sentence of a control, and the article it comes from. */
export function controlText(finding: Finding): string {
  const { source } = finding;
  return source ? `${findingText(finding)} ${source.title}.` : findingText(finding);
}
