import { describe, expect, test } from '@jest/globals';
import type { LuccaError } from '../../server/lucca/connector.ts';
import { luccaProblem } from '../../server/jobs/luccaProblem.ts';

const cases: readonly (readonly [LuccaError, number, string])[] = [
  [{ code: 'cancelled', call: 'absences' }, 409, 'interrompue'],
  [{ code: 'unreachable', call: 'salariés' }, 502, 'acme.ilucca.net'],
  [{ code: 'notLucca', call: 'salariés' }, 422, "n'est pas Lucca"],
  [{ code: 'wrongKey', call: 'salariés' }, 422, "clé d'API"],
  [{ code: 'wrongClient', call: 'autorisation' }, 422, 'secret'],
  [{ code: 'forbidden', call: 'absences', right: 'Timmi Absences : consulter' }, 422, 'Timmi Absences : consulter'],
  [{ code: 'forbidden', call: 'absences' }, 422, 'absences.'],
  [{ code: 'rateLimited', call: 'absences', retryAfterSeconds: 40 }, 503, '40 s'],
  [{ code: 'rateLimited', call: 'absences' }, 503, 'une minute'],
  [{ code: 'timeout', call: 'absences' }, 504, 'trop de temps'],
  [{ code: 'serverError', call: 'absences', status: 503 }, 502, '503'],
  [{ code: 'serverError', call: 'absences' }, 502, 'une erreur (absences)'],
  [{ code: 'badReply', call: 'absences' }, 502, 'illisible'],
  [{ code: 'unstable', call: 'absences' }, 502, 'changeait'],
];

describe('each failure of Lucca has its sentence', () => {
  test.each(cases)('%j', (error, status, words) => {
    const problem = luccaProblem(error, 'acme.ilucca.net');
    expect(problem.status).toBe(status);
    expect(problem.detail).toContain(words);
    expect(problem.facts).toMatchObject({ call: error.call });
    expect(problem.detail).not.toContain('undefined');
  });
});
