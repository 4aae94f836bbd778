import { plainMonth } from '../../shared/domain/calendar/plainDate.ts';

/** The month that every step measures. */
export const MONTH = plainMonth('2026-10');
