import { expect, test } from '@jest/globals';
import { plainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { signalBy } from '../../../shared/domain/legal/stoppageNotice.ts';

test('le signalement se fait dans le délai de l’arrêté, et un délai non contrôlé se dit', () => {
  const on = (text: string) => {
    const delay = signalBy(plainDate(text));
    return delay && [delay.date, delay.findings.map(({ code }) => code)];
  };
  expect(on('2026-09-08')).toEqual(['2026-09-13', []]);
  expect(on('2026-02-26')).toEqual(['2026-03-03', []]);
  expect(on('2013-07-10')).toBeUndefined();
  expect(on('2026-11-23')).toEqual(['2026-11-28', []]);
  expect(on('2026-11-24')).toEqual(['2026-11-29', ['legalValueUnchecked']]);
  const [finding] = signalBy(plainDate('2026-11-24'))?.findings ?? [];
  expect(finding?.source?.title).toContain('R133-14');
});
