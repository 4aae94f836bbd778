/** Zones of the clocks of establishments. */
import { minutesAhead } from './plainDate.ts';
import type { HolidayZone } from './publicHolidays.ts';

/** Where the public holidays of each calendar are kept (IANA names). */
export const clocksOf: Readonly<Record<HolidayZone, string>> = {
  FR: 'Europe/Paris',
  ALS: 'Europe/Paris',
  GP: 'America/Guadeloupe',
  MQ: 'America/Martinique',
  GF: 'America/Cayenne',
  RE: 'Indian/Reunion',
  YT: 'Indian/Mayotte',
  MF: 'America/Marigot',
  BL: 'America/St_Barthelemy',
  PM: 'America/Miquelon',
};

/** Whether `text` names a zone whose clocks are known: `'Europe/Paris'`. */
export function isTimeZone(text: string): boolean {
  return /^[A-Z][A-Za-z_]+(?:\/[A-Za-z_+-]+)+$/.test(text) && Number.isFinite(minutesAhead(text, 0));
}
