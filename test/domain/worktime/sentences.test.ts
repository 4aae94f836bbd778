/** Every finding that working time may give has a sentence, and no sentence stands for nothing. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { plainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import { controlSentences } from '../../../shared/messages/fr/worktime/controls.ts';
import { entrySentences, rowSentences, ruleSentences } from '../../../shared/messages/fr/worktime/findings.ts';
import { during, hours } from '../../../shared/messages/fr/worktime/hours.ts';
import { fileText, repositoryRoot } from '../../support/repository.ts';

const textOf = (...folders: readonly string[]) =>
  folders
    .flatMap((folder) =>
      readdirSync(join(repositoryRoot, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name),
      ),
    )
    .filter((name) => name.endsWith('.ts'))
    .map((name) => fileText(name))
    .join('\n');
const rules = textOf('shared/domain/worktime', 'shared/tables/worktime');
const sources = rules + textOf('shared/flows/worktime');
const known = [entrySentences, ruleSentences, rowSentences, controlSentences].flatMap((each) => Object.keys(each));

test.each(known)('%s is told by a rule, a control or a check, in a sentence', (code) => {
  expect(sources).toContain(`'${code}'`);
  const facts = {
    rule: 'HS25',
    account: 'DIM',
    dates: 2,
    establishment: 'Lyon',
    rest: 60,
    set: 'Droit commun',
    month: '2026-09',
    person: '12',
    after: 'HS10',
    date: '2026-09-07',
    start: '2026-09-07T08:00',
    end: '2026-09-07T12:00',
    minutes: 30,
    stated: 240,
    computed: 225,
    from: '2026-09-07',
    to: '2026-09-13',
    measured: 605,
    limit: 600,
  };
  const sentence = findingText({ code, severity: 'warning', facts });
  expect(sentence).toMatch(/^\S.{25,}\.$/);
  expect(sentence).not.toMatch(/undefined|NaN|\d{4}-\d{2}/);
});

test('no code is told without a sentence', () => {
  const codes = [...rules.matchAll(/code: '(\w+)'|told\('(\w+)'/g)].map((match) => match[1] ?? match[2] ?? '');
  const notFindings = new Set(['HS25', 'HS50', 'HS10', 'HS20', 'NUIT', 'waits', 'schedule', 'clock']);
  expect([...new Set(codes)].filter((code) => !known.includes(code) && !notFindings.has(code))).toEqual([]);
});

test('durations and dates as people write them', () => {
  expect([450, 480, 20, 0, -60, 605].map(hours)).toEqual([
    '7\u00a0h\u00a030',
    '8\u00a0h',
    '20\u00a0min',
    '0\u00a0min',
    '−1\u00a0h',
    '10\u00a0h\u00a005',
  ]);
  const [monday, sunday] = [plainDate('2026-09-07'), plainDate('2026-09-13')];
  expect([during(monday, monday), during(monday, sunday)]).toEqual(['le 07/09/2026', 'du 07/09/2026 au 13/09/2026']);
});

test('no code stands for two findings', () => {
  expect([...known].sort()).toEqual([...new Set(known)].sort());
});
