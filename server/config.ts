/** What the environment says, checked once at the start. A wrong value is a French sentence that names its variable. */
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { FIRST_PAY_MONTH, LAST_PAY_MONTH, parsePayMonth } from '../shared/domain/calendar/payMonth.ts';
import { isTimeZone } from '../shared/domain/calendar/zones.ts';
import { MOST_RECIPIENTS, recipientSchema } from '../shared/contracts/eveningSettings.ts';
import type { PlainMonth } from '../shared/domain/calendar/plainDate.ts';
import { fail, ok, type Result } from '../shared/domain/result.ts';
import * as say from '../shared/messages/fr/start.ts';

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface DemoConfig {
  readonly employees: number | undefined;
  readonly month: PlainMonth | undefined;
  readonly seed: number | undefined;
}

export interface HttpsFiles {
  readonly certFile: string;
  readonly keyFile: string;
}

/** The server that mail leaves by. */
export interface MailConfig {
  /** `smtps://user:password@mail.example.net`: never printed. */
  readonly url: string;
  readonly from: string;
  /** Whom a new connection writes to, before anybody has chosen. */
  readonly to: readonly string[];
}

export interface Config {
  readonly port: number;
  readonly folder: string;
  readonly environmentKey: string | undefined;
  readonly keyFile: string;
  /** Null: no fictional account, and no workbench. */
  readonly demo: DemoConfig | null;
  /** Null: http. */
  readonly https: HttpsFiles | null;
  /** False: nothing is ever written to Lucca. */
  readonly writesToLucca: boolean;
  /** Null: no mail is sent. */
  readonly mail: MailConfig | null;
  /** Clocks of the run of the evening. */
  readonly zone: string;
  readonly logLevel: LogLevel;
}

function whole(name: string, min: number, max: number) {
  return z
    .string()
    .regex(/^\d{1,10}$/, say.wholeNumber(name, min, max))
    .transform(Number)
    .refine((value) => value >= min && value <= max, say.wholeNumber(name, min, max))
    .optional();
}

function isSmtpUrl(text: string): boolean {
  return URL.canParse(text) && /^smtps?:\/\/.+/i.test(text) && new URL(text).hostname !== '';
}

/** `paie@acme.fr`, or `Passerelle <paie@acme.fr>`. */
function isSender(text: string): boolean {
  const address = /^[^<>\r\n]*<([^<>]+)>$/.exec(text)?.[1] ?? text;
  return recipientSchema.safeParse(address.trim()).success;
}

function addressesIn(text: string): string[] {
  return text.split(',').map((each) => each.trim());
}

function areRecipients(text: string): boolean {
  return z.array(recipientSchema).max(MOST_RECIPIENTS).safeParse(addressesIn(text)).success;
}

const environmentSchema = z.object({
  PORT: whole('PORT', 0, 65_535),
  PASSERELLE_DATA: z.string().optional(),
  PASSERELLE_KEY: z.string().optional(),
  PASSERELLE_KEY_FILE: z.string().optional(),
  PASSERELLE_DEMO: z.enum(['0', '1'], say.zeroOrOne('PASSERELLE_DEMO')).optional(),
  PASSERELLE_DEMO_EMPLOYEES: whole('PASSERELLE_DEMO_EMPLOYEES', 1, 50_000),
  PASSERELLE_DEMO_MONTH: z
    .custom<PlainMonth>(
      (value) => typeof value === 'string' && parsePayMonth(value) !== undefined,
      say.month('PASSERELLE_DEMO_MONTH', FIRST_PAY_MONTH, LAST_PAY_MONTH),
    )
    .optional(),
  PASSERELLE_DEMO_SEED: whole('PASSERELLE_DEMO_SEED', 0, 2_147_483_647),
  PASSERELLE_HTTPS_CERT: z.string().optional(),
  PASSERELLE_HTTPS_KEY: z.string().optional(),
  /** Node's own: « 0 » would hand the key of an account to whoever answers in Lucca's place. */
  NODE_TLS_REJECT_UNAUTHORIZED: z
    .string()
    .refine((value) => value !== '0', say.tlsUnchecked())
    .optional(),
  PASSERELLE_LUCCA_WRITE: z.enum(['0', '1'], say.zeroOrOne('PASSERELLE_LUCCA_WRITE')).optional(),
  PASSERELLE_SMTP_URL: z.string().refine(isSmtpUrl, say.smtpUrl('PASSERELLE_SMTP_URL')).optional(),
  PASSERELLE_MAIL_FROM: z.string().refine(isSender, say.sender('PASSERELLE_MAIL_FROM')).optional(),
  PASSERELLE_MAIL_TO: z
    .string()
    .refine(areRecipients, say.recipients('PASSERELLE_MAIL_TO', MOST_RECIPIENTS))
    .transform(addressesIn)
    .optional(),
  PASSERELLE_TIME_ZONE: z.string().refine(isTimeZone, say.timeZone('PASSERELLE_TIME_ZONE')).optional(),
  PASSERELLE_LOG_LEVEL: z.enum(LOG_LEVELS, say.oneOf('PASSERELLE_LOG_LEVEL', LOG_LEVELS)).optional(),
});
type Environment = z.output<typeof environmentSchema>;

const DEFAULT_PORT = 3000;
const FOLDER = '.passerelle';
const DEFAULT_ZONE = 'Europe/Paris';

function httpsOf(values: Environment): Result<HttpsFiles | null, string> {
  const { PASSERELLE_HTTPS_CERT: certFile, PASSERELLE_HTTPS_KEY: keyFile } = values;
  if (certFile !== undefined && keyFile !== undefined) return ok({ certFile, keyFile });
  if (certFile === undefined && keyFile === undefined) return ok(null);
  return fail(say.bothOrNone('PASSERELLE_HTTPS_CERT', 'PASSERELLE_HTTPS_KEY'));
}

function mailOf(values: Environment): Result<MailConfig | null, string> {
  const { PASSERELLE_SMTP_URL: url, PASSERELLE_MAIL_FROM: from, PASSERELLE_MAIL_TO: to = [] } = values;
  if (url !== undefined && from !== undefined) return ok({ url, from, to });
  if (url === undefined && from === undefined) return ok(null);
  return fail(say.bothOrNeither('PASSERELLE_SMTP_URL', 'PASSERELLE_MAIL_FROM'));
}

function demoOf(values: Environment): DemoConfig | null {
  if (values.PASSERELLE_DEMO !== '1') return null;
  const { PASSERELLE_DEMO_EMPLOYEES: employees, PASSERELLE_DEMO_MONTH: month, PASSERELLE_DEMO_SEED: seed } = values;
  return { employees, month, seed };
}

/** `root` is the folder of package.json. An empty variable counts as absent. Fails with every wrong value, not the first only. */
export function readConfig(environment: NodeJS.ProcessEnv, root: string): Result<Config, readonly string[]> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) return fail(parsed.error.issues.map((issue) => issue.message));
  const values = parsed.data;
  const https = httpsOf(values);
  if (!https.ok) return fail([https.error]);
  const mail = mailOf(values);
  if (!mail.ok) return fail([mail.error]);
  const folder = resolve(values.PASSERELLE_DATA ?? join(root, FOLDER));
  return ok({
    port: values.PORT ?? DEFAULT_PORT,
    folder,
    environmentKey: values.PASSERELLE_KEY,
    keyFile: resolve(values.PASSERELLE_KEY_FILE ?? join(folder, 'key')),
    demo: demoOf(values),
    https: https.value,
    writesToLucca: values.PASSERELLE_LUCCA_WRITE === '1',
    mail: mail.value,
    zone: values.PASSERELLE_TIME_ZONE ?? DEFAULT_ZONE,
    logLevel: values.PASSERELLE_LOG_LEVEL ?? 'warn',
  });
}
