import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readConfig } from '../../server/config.ts';

const ROOT = resolve('/somewhere');

function read(environment: NodeJS.ProcessEnv) {
  const config = readConfig(environment, ROOT);
  if (!config.ok) throw new Error(config.error.join(' '));
  return config.value;
}

test('nothing set: port 3000, http, no demo, kept beside package.json', () => {
  expect(read({})).toEqual({
    port: 3000,
    folder: join(ROOT, '.passerelle'),
    environmentKey: undefined,
    keyFile: join(ROOT, '.passerelle', 'key'),
    demo: null,
    https: null,
    writesToLucca: false,
    mail: null,
    zone: 'Europe/Paris',
    logLevel: 'warn',
  });
});

test('everything set', () => {
  const config = read({
    PORT: '4000',
    PASSERELLE_DATA: '/kept',
    PASSERELLE_KEY: 'k',
    PASSERELLE_KEY_FILE: '/keys/one',
    PASSERELLE_DEMO: '1',
    PASSERELLE_DEMO_EMPLOYEES: '10000',
    PASSERELLE_DEMO_MONTH: '2026-10',
    PASSERELLE_DEMO_SEED: '7',
    PASSERELLE_HTTPS_CERT: 'cert.pem',
    PASSERELLE_HTTPS_KEY: 'key.pem',
    PASSERELLE_LUCCA_WRITE: '1',
    PASSERELLE_SMTP_URL: 'smtps://awa:canary@mail.acme.example',
    PASSERELLE_MAIL_FROM: 'Passerelle <paie@acme.example>',
    PASSERELLE_MAIL_TO: 'awa@acme.example, bruno@acme.example',
    PASSERELLE_TIME_ZONE: 'Indian/Reunion',
    PASSERELLE_LOG_LEVEL: 'debug',
  });
  expect(config).toEqual({
    port: 4000,
    folder: resolve('/kept'),
    environmentKey: 'k',
    keyFile: resolve('/keys/one'),
    demo: { employees: 10_000, month: '2026-10', seed: 7 },
    https: { certFile: 'cert.pem', keyFile: 'key.pem' },
    writesToLucca: true,
    mail: {
      url: 'smtps://awa:canary@mail.acme.example',
      from: 'Passerelle <paie@acme.example>',
      to: ['awa@acme.example', 'bruno@acme.example'],
    },
    zone: 'Indian/Reunion',
    logLevel: 'debug',
  });
});

test('an empty variable counts as absent, and the variables of others do not matter', () => {
  expect(read({ PORT: ' ', PASSERELLE_DEMO: '', HOME: '/root' })).toEqual(read({}));
});

describe('a wrong value names its variable, in French', () => {
  test.each([
    ['PORT', '80a', 'nombre entier'],
    ['PORT', '65536', '65535'],
    ['PORT', '-1', 'nombre entier'],
    ['PASSERELLE_DEMO', 'yes', '1 (oui)'],
    ['PASSERELLE_LUCCA_WRITE', 'oui', '1 (oui)'],
    ['PASSERELLE_DEMO_EMPLOYEES', '0', '1 à 50000'],
    ['PASSERELLE_DEMO_MONTH', '2026-13', '2026-10'],
    ['PASSERELLE_DEMO_SEED', '1.5', 'nombre entier'],
    ['PASSERELLE_LOG_LEVEL', 'verbose', 'silent, error, warn, info, debug'],
    ['PASSERELLE_HTTPS_CERT', 'cert.pem', 'PASSERELLE_HTTPS_KEY'],
    ['NODE_TLS_REJECT_UNAUTHORIZED', '0', 'NODE_EXTRA_CA_CERTS'],
  ])('%s=%s', (name, given, words) => {
    const config = readConfig({ [name]: given }, ROOT);
    const sentences = config.ok ? [] : config.error;
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toContain(name);
    expect(sentences[0]).toContain(words);
  });

  test('every wrong value is told, not the first only, and a key is never repeated', () => {
    const config = readConfig({ PORT: 'x', PASSERELLE_DEMO: 'x', PASSERELLE_KEY: 'hush' }, ROOT);
    const sentences = config.ok ? [] : config.error;
    expect(sentences).toHaveLength(2);
    expect(sentences.join(' ')).not.toContain('hush');
  });
});

describe('the server of mail', () => {
  const wrong = (environment: NodeJS.ProcessEnv): string => {
    const config = readConfig(environment, ROOT);
    if (config.ok) throw new Error('accepted');
    return config.error.join('\n');
  };
  const FROM = { PASSERELLE_MAIL_FROM: 'paie@acme.example' };

  test.each(['https://canary@mail.acme.example', 'canary.acme.example', 'smtp://', 'smtps:canary'])(
    '« %s » is none, and is not repeated',
    (url) => {
      const said = wrong({ PASSERELLE_SMTP_URL: url, ...FROM });
      expect(said).toMatch(/^PASSERELLE_SMTP_URL doit être/);
      expect(said).not.toContain('canary');
    },
  );

  test('goes with a sender', () => {
    expect(wrong(FROM)).toBe('PASSERELLE_SMTP_URL et PASSERELLE_MAIL_FROM vont ensemble : donnez les deux, ou aucun.');
    expect(wrong({ PASSERELLE_SMTP_URL: 'smtp://localhost:25' })).toContain('vont ensemble');
    expect(wrong({ PASSERELLE_SMTP_URL: 'smtp://localhost', PASSERELLE_MAIL_FROM: 'paie' })).toMatch(
      /^PASSERELLE_MAIL_FROM doit être/,
    );
  });

  test.each(['paie@acme.example; awa', 'paie', 'paie@acme.example,,awa@acme.example'])(
    '« %s » is no list of addresses',
    (list) => {
      expect(wrong({ PASSERELLE_MAIL_TO: list })).toMatch(/^PASSERELLE_MAIL_TO doit être une liste/);
    },
  );

  test.each(['Paris', 'Europe/Nowhere', '+01:00'])('« %s » is no zone', (zone) => {
    expect(wrong({ PASSERELLE_TIME_ZONE: zone })).toMatch(/^PASSERELLE_TIME_ZONE doit être un fuseau/);
  });
});
