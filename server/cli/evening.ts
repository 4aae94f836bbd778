/** `evening`: when the service reads Lucca by itself, and whom it writes to; shown, chosen, and a message to try. */
import type { Evening } from '../../shared/contracts/eveningSchemas.ts';
import { MOST_RECIPIENTS, recipientSchema, type EveningSettings } from '../../shared/contracts/eveningSettings.ts';
import type { Connection } from '../../shared/contracts/schemas.ts';
import type { Service } from '../../shared/contracts/service.ts';
import { isTimeOfDay, timeOfDayIn } from '../../shared/domain/calendar/eveningRuns.ts';
import { frenchDate, wallClock } from '../../shared/domain/calendar/plainDate.ts';
import * as words from '../../shared/messages/fr/cli.ts';
import * as say from '../../shared/messages/fr/employees/eveningCli.ts';
import * as text from '../../shared/messages/fr/employees/eveningPane.ts';
import { serviceFor } from './access.ts';
import { answered, known } from './account.ts';
import { refuseApart } from './actions.ts';
import { outcome, Stop, type Outcome } from './outcome.ts';
import type { Values } from './options.ts';
import { serviceOutcome } from './sentences.ts';
import type { Terminal } from './terminal.ts';

function wrong(line: string): Stop {
  return new Stop('usage', line, { code: 'usage' });
}

function timeIn(typed: string): string {
  const time = timeOfDayIn(typed);
  if (isTimeOfDay(time)) return time;
  throw wrong(words.wrongOption('--at', say.aTime));
}

/** An address is told by its rank: it is never repeated. Empty: nobody. */
function recipientsIn(typed: string): string[] {
  const addresses = typed.split(/[\s,;]+/).filter((address) => address !== '');
  const seen = new Set<string>();
  for (const [index, address] of addresses.entries()) {
    if (!recipientSchema.safeParse(address).success) throw wrong(say.badRecipient(index + 1));
    if (seen.has(address.toLowerCase())) throw wrong(say.twiceRecipient(index + 1));
    seen.add(address.toLowerCase());
  }
  if (addresses.length > MOST_RECIPIENTS) throw wrong(text.tooManyRecipients(MOST_RECIPIENTS));
  return addresses;
}

function onlyChangesIn(mail: string): boolean {
  if (mail === 'changes' || mail === 'always') return mail === 'changes';
  throw wrong(words.wrongOption('--mail', say.mailValues));
}

/** What the options choose; what they do not name stays. */
function chosenIn(values: Values): Partial<EveningSettings> {
  refuseApart(values, 'enable', 'disable');
  const { at, enable, disable, to, mail } = values;
  return {
    ...(at === undefined ? {} : { time: timeIn(at) }),
    ...(enable || disable ? { enabled: enable === true } : {}),
    ...(to === undefined ? {} : { recipients: recipientsIn(to) }),
    ...(mail === undefined ? {} : { onlyChanges: onlyChangesIn(mail) }),
  };
}

/** The account of the command, else the only one that the service has. */
async function connectionOf(service: Service, account: string | undefined): Promise<Connection> {
  const all = await answered(service.connections());
  if (account !== undefined) {
    const found = known(all, account);
    if (!found) throw new Stop('service', say.accountUnknown(account), { code: 'accountUnknown' });
    return found;
  }
  const [only, other] = all;
  if (!only) throw new Stop('service', say.noAccount, { code: 'accountUnknown' });
  if (other) throw wrong(say.severalAccounts(all.map((each) => each.account)));
  return only;
}

function nextLine({ nextAt, zone }: Evening): string {
  if (nextAt === null) return say.whileServing;
  const { date, time } = wallClock(nextAt, zone);
  return text.nextRun(frenchDate(date), time);
}

const routes: Readonly<Record<Evening['mail'], readonly string[]>> = {
  server: [],
  mailbox: [text.toMailbox],
  none: [text.noServer],
};

function linesOf({ host }: Connection, evening: Evening): string[] {
  const { enabled, time, zone, recipients, onlyChanges, mail } = evening;
  return [
    enabled ? say.eachEvening(host, time, zone) : say.switchedOff(host),
    ...(enabled ? [nextLine(evening), say.whenWritten(onlyChanges)] : []),
    ...say.writtenTo(recipients),
    ...routes[mail],
  ];
}

/** No address: what a script prints may be kept. */
function factsOf({ host }: Connection, { recipients, ...evening }: Evening) {
  return { code: 'evening', account: host, ...evening, recipients: recipients.length };
}

async function worked(service: Service, values: Values, chosen: Partial<EveningSettings>): Promise<Outcome> {
  const connection = await connectionOf(service, values.account);
  const { zone: _zone, nextAt: _nextAt, mail: _mail, ...settings } = await answered(service.evening(connection.id));
  const isChosen = Object.keys(chosen).length > 0;
  const saving = isChosen ? service.saveEvening(connection.id, { ...settings, ...chosen }) : undefined;
  const evening = await answered(saving ?? service.evening(connection.id));
  const lines = [...(isChosen ? [text.savedNotice] : []), ...linesOf(connection, evening)];
  const facts = { ...factsOf(connection, evening), saved: isChosen };
  if (!values.send) return outcome('done', lines, { ...facts, sent: false });
  const sent = await service.tryMail(connection.id);
  if (sent.ok) return outcome('done', [...lines, text.sentNotice(evening.recipients.length)], { ...facts, sent: true });
  const { exit, lines: why, facts: cause } = serviceOutcome(sent.error);
  return outcome(exit, [...lines, ...why], { ...facts, sent: false, ...cause });
}

async function serviced<T>(terminal: Terminal, values: Values, work: (service: Service) => Promise<T>): Promise<T> {
  const access = await serviceFor(terminal, values, undefined);
  try {
    return await work(access.service);
  } finally {
    await access.close();
  }
}

/** A service that the command starts has the fictional account's letter box only when that account is named: it is looked up first. */
async function named(terminal: Terminal, values: Values): Promise<Values> {
  if (values.account !== undefined || values.service !== undefined) return values;
  const { host } = await serviced(terminal, values, (service) => connectionOf(service, undefined));
  return { ...values, account: host };
}

/** Lucca is not read, and no workbook is needed: what is chosen is kept by the service, which does it while it runs. */
export async function evening(terminal: Terminal, values: Values): Promise<Outcome> {
  const chosen = chosenIn(values);
  const own = await named(terminal, values);
  return serviced(terminal, own, (service) => worked(service, own, chosen));
}
