/** Every option, and which of them each command takes. */
export const known = {
  abandon: { type: 'string' },
  again: { type: 'boolean' },
  account: { type: 'string' },
  accept: { type: 'string' },
  'accept-departures': { type: 'boolean' },
  cancel: { type: 'string' },
  choices: { type: 'string' },
  'client-id': { type: 'string' },
  close: { type: 'boolean' },
  code: { type: 'string' },
  confirm: { type: 'string' },
  credit: { type: 'string' },
  data: { type: 'string' },
  export: { type: 'boolean' },
  files: { type: 'string' },
  force: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  input: { type: 'string' },
  into: { type: 'string' },
  json: { type: 'boolean' },
  key: { type: 'string' },
  kind: { type: 'string' },
  'key-file': { type: 'string' },
  model: { type: 'string' },
  month: { type: 'string', multiple: true },
  order: { type: 'string' },
  out: { type: 'string' },
  port: { type: 'string' },
  prepare: { type: 'boolean' },
  regulation: { type: 'string' },
  reveal: { type: 'boolean' },
  send: { type: 'boolean' },
  service: { type: 'string' },
  set: { type: 'string' },
  table: { type: 'string' },
  template: { type: 'string' },
  token: { type: 'string' },
  'token-file': { type: 'string' },
  validate: { type: 'string' },
  workbook: { type: 'string' },
  'write-input': { type: 'string' },
  yes: { type: 'boolean' },
} as const;

export type Option = keyof typeof known;

/** Options that take a value for some commands and none for these: what they are then read as. */
export const switches: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  fields: { '--validate': '--validate=all' },
};

/** Options that say how to be let in by the service of `--service`. */
export const serviceOptions = ['token', 'token-file', 'code'] as const;

/** Options that say which account is read, for which workbook and by which service. */
export const accountOptions = [
  ...(['workbook', 'account', 'key', 'key-file', 'client-id', 'data', 'service'] as const),
  ...serviceOptions,
] as const;

/** Options that each command takes, beside `--json` and `--help`. */
export const allowed: Readonly<Record<string, readonly Option[]>> = {
  template: ['out'],
  pull: [...accountOptions, 'month', 'accept', 'accept-departures', 'choices'],
  vouchers: [
    ...accountOptions,
    'month',
    'prepare',
    'validate',
    'force',
    'order',
    'cancel',
    'files',
    'model',
    'input',
    'write-input',
    'kind',
    'template',
    'out',
  ],
  worktime: [
    ...accountOptions,
    'month',
    'prepare',
    'set',
    'into',
    'regulation',
    'export',
    'confirm',
    'force',
    'abandon',
    'cancel',
    'credit',
    'send',
    'yes',
    'again',
    'files',
    'kind',
    'out',
    'input',
    'write-input',
  ],
  recap: [...accountOptions, 'month', 'files', 'kind', 'reveal', 'close', 'again'],
  fields: [...accountOptions, 'prepare', 'validate'],
  undo: ['workbook'],
  resume: ['workbook'],
  abandon: ['workbook'],
  check: ['workbook'],
  export: ['workbook', 'table', 'out'],
  serve: ['port', 'data'],
  demo: ['port', 'data'],
};
