/** « Comptes d'absence » in the pane, without a screen: the order of the list, what is told, and where one goes on. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { displayed, textCell } from '../../shared/domain/review/cell.ts';
import { ok } from '../../shared/domain/result.ts';
import { bookErrorText } from '../../shared/messages/fr/book.ts';
import { otherAccountBody, tablesTitle } from '../../shared/messages/fr/pane.ts';
import { accountBindingsTable } from '../../shared/tables/absences/accountBindingsTable.ts';
import type { PanePorts } from '../../addin/taskpane/model/desk.ts';
import {
  filterCounts,
  shownAccounts,
  stateOf,
  treatmentText,
  type AccountFilter,
} from '../../addin/taskpane/model/absences/accounts/accountsState.ts';
import { firstChoice, yearsOf } from '../../addin/taskpane/model/absences/accounts/treatmentChoices.ts';
import { halfDay, OCTOBER, person, SmallCompany } from '../support/smallCompany.ts';
import { Clerk } from './voucherClerk.ts';

let clerk: Clerk<SmallCompany>;

const account = (id: string, name: string) => ({ id, name, establishments: ['1'] });
const rest = { is: 'transferred', category: 'rest' } as const;

beforeEach(async () => {
  const company = new SmallCompany();
  company.account.employees = [person('1')];
  company.account.leaveAccounts = [
    account('25', 'Congés payés 2025-2026'),
    account('26', 'Congés payés 2026-2027'),
    account('40', 'Arrêt maladie'),
    account('90', 'Solidarité'),
    account('91', 'Équipe'),
  ];
  company.account.halfDays = [
    halfDay('1', '2026-10-07', 'am', { accountId: '25' }),
    halfDay('2', '2026-10-08', 'am', { accountId: '90' }),
    halfDay('3', '2026-10-08', 'pm', { accountId: '90' }),
    halfDay('4', '2026-10-09', 'pm', { accountId: '91' }),
  ];
  await company.apply();
  clerk = await Clerk.of(company, OCTOBER);
});

const tasks = async () => (await clerk.pane.absences()).accounts;
const screen = () => clerk.screen('absenceAccounts');
const names = (filter: AccountFilter = 'all', search = '') =>
  shownAccounts(screen().reading.accounts, { filter, search }).map((each) => each.account.name);
const one = (id: string) => {
  const found = screen().reading.accounts.find((each) => each.account.id === id);
  if (!found) throw new Error(`no account ${id}`);
  return found;
};
const ports = () => clerk.pane.ports as { -readonly [P in keyof PanePorts]: PanePorts[P] };
const sheet = () =>
  clerk.company.book.rows(accountBindingsTable).map(({ cells }) => displayed(cells['state'] ?? textCell('')));

describe('the list', () => {
  test('ce qui est à choisir vient d’abord, puis ce qui est proposé, puis le reste ; le plus de demi-journées d’abord', async () => {
    const accounts = await tasks();
    await accounts.open();
    await accounts.prepare();
    expect(names()).toEqual([
      'Solidarité',
      'Équipe',
      'Congés payés 2025-2026',
      'Arrêt maladie',
      'Congés payés 2026-2027',
    ]);
    await accounts.confirm();
    expect(clerk.notice).toBe('2 propositions confirmées.');
    expect(names()).toEqual([
      'Solidarité',
      'Équipe',
      'Arrêt maladie',
      'Congés payés 2025-2026',
      'Congés payés 2026-2027',
    ]);
  });

  test('chaque état a son compte, et la recherche ne regarde ni accents ni majuscules', async () => {
    const accounts = await tasks();
    await accounts.open();
    await accounts.prepare();
    expect(filterCounts(screen().reading.accounts)).toEqual({
      ...{ all: 5, unbound: 5, proposed: 3 },
      ...{ transferred: 0, stoppage: 0, outside: 0 },
    });
    await accounts.confirm();
    expect(names('unbound')).toEqual(['Solidarité', 'Équipe']);
    expect(names('stoppage')).toEqual(['Arrêt maladie']);
    expect(names('all', 'EQUIPE')).toEqual(['Équipe']);
    expect(names('all', '26')).toEqual(['Congés payés 2025-2026', 'Congés payés 2026-2027']);
  });

  test('un compte dit ce que la paie en fait, et ce qu’un choix proposerait', async () => {
    const accounts = await tasks();
    await accounts.open();
    expect([stateOf(one('25')), treatmentText(one('25')), firstChoice(one('25'))]).toEqual([
      'open',
      '',
      'transferred paidLeave',
    ]);
    await accounts.prepare();
    expect([stateOf(one('25')), treatmentText(one('25'))]).toEqual(['proposed', 'congés payés, code CP']);
    await accounts.confirm();
    expect([stateOf(one('40')), treatmentText(one('40'))]).toEqual(['stoppage', 'arrêt de travail (maladie)']);
    expect([stateOf(one('90')), firstChoice(one('90'))]).toEqual(['open', '']);
    const { accounts: all } = screen().reading;
    expect(yearsOf(one('25'), all)).toEqual({ pattern: 'Congés payés *', count: 2 });
    expect(yearsOf(one('90'), all)).toBeUndefined();
  });

  test('deux modèles aussi précis qui se contredisent : nommés, et rien n’est choisi d’avance', async () => {
    const accounts = await tasks();
    await accounts.open();
    await accounts.prepare();
    await accounts.confirm();
    const other = clerk.company.book
      .rows(accountBindingsTable)
      .find(({ cells }) => displayed(cells['id'] ?? textCell('')) === '90');
    const typed = { id: '', name: '*Congés payés *', treatment: 'hors paie', state: 'confirmée' };
    for (const [key, text] of Object.entries(typed)) Object.assign(other?.cells ?? {}, { [key]: textCell(text) });
    await accounts.again();
    expect([stateOf(one('25')), firstChoice(one('25')), one('25').waiting]).toEqual(['ambiguous', '', 1]);
    expect(treatmentText(one('25'))).toContain('«\u00a0*Congés payés *\u00a0» et «\u00a0Congés payés *\u00a0»');
    await accounts.bind({ account: '25', treatment: rest, everyYear: false });
    expect([stateOf(one('25')), stateOf(one('26'))]).toEqual(['transferred', 'ambiguous']);
  });
});

describe('a choice', () => {
  test('la liste passe au compte suivant qui attend, recherche et filtre gardés', async () => {
    const accounts = await tasks();
    await accounts.open();
    await accounts.prepare();
    await accounts.confirm();
    accounts.narrow({ search: 'i', filter: 'unbound' });
    await accounts.bind({ account: '90', treatment: rest, everyYear: false });
    expect(clerk.notice).toBe(
      '«\u00a0Solidarité\u00a0» est rattaché\u00a0: repos. 1 compte à rattacher, 1 demi-journée en attente.',
    );
    expect(screen()).toMatchObject({ at: '91', shown: { search: 'i', filter: 'unbound' } });
    await accounts.bind({ account: '90', treatment: rest, everyYear: false });
    expect(clerk.notice).toBe('«\u00a0Solidarité\u00a0» était déjà rattaché ainsi\u00a0: rien n’a été écrit.');
    await accounts.undo();
    expect(names('unbound')).toEqual(['Solidarité', 'Équipe']);
    expect(screen().reading.canUndo).toBe(true);
  });

  test('d’un compte que Lucca n’a plus : dit, et la liste est relue', async () => {
    const accounts = await tasks();
    await accounts.open();
    clerk.company.account.leaveAccounts.pop();
    clerk.company.account.snapshot += 1;
    await clerk.pane.connectionNow();
    await accounts.bind({ account: '91', treatment: rest, everyYear: false });
    expect(clerk.notice).toBe('Lucca n’a plus ce compte\u00a0: rien n’a été écrit.');
    expect(names()).toHaveLength(4);
  });
});

describe('where it cannot be done', () => {
  test('classeur en lecture seule : rien n’est écrit, la liste reste', async () => {
    const accounts = await tasks();
    await accounts.open();
    clerk.readOnly = true;
    await accounts.prepare();
    await accounts.confirm();
    await accounts.bind({ account: '90', treatment: rest, everyYear: false });
    await accounts.undo();
    expect(clerk.notice).toBe(bookErrorText({ code: 'readOnly', facts: {} }));
    expect([screen().reading.isPrepared, sheet()]).toEqual([false, []]);
  });

  test('rien n’a encore été lu dans Lucca : l’accueil du domaine le propose', async () => {
    clerk.pane.store.set({ connection: { ...clerk.company.account.connection(), mirror: null } });
    await (await tasks()).open();
    expect(clerk.screen('absences').findings).toEqual([]);
    await clerk.pane.back();
    expect(clerk.screen('home')).toBeDefined();
  });

  test('classeur d’un autre compte : nommé', async () => {
    const other = { ...clerk.company.account.connection(), id: 'c2', host: 'other.ilucca.net', account: 'other' };
    ports().service = { ...ports().service, connections: () => Promise.resolve(ok([other])) };
    await clerk.pane.home();
    await (await tasks()).open();
    expect(clerk.screen('absences')).toBeDefined();
    expect(clerk.notice).toBe(otherAccountBody('acme.ilucca.net'));
  });

  test('feuille dont un titre a été effacé : le titre est nommé, et l’on revient', async () => {
    const { book } = ports();
    const broken = { state: 'broken', sheet: 'Feuille', missingHeadings: ['En paie'] } as const;
    ports().book = Object.assign(Object.create(book) as typeof book, {
      read: async (asked: Parameters<typeof book.read>[0]) => {
        const read = await book.read(asked);
        return read.ok ? ok({ ...read.value, [accountBindingsTable.name]: broken }) : read;
      },
    });
    await (await tasks()).open();
    expect(clerk.notice).toBe(tablesTitle);
    expect(clerk.screen('absences').findings).toMatchObject([{ code: 'tableBroken', facts: { headings: 'En paie' } }]);
  });
});

test('l’accueil compte ce qui attend sans relire Lucca tant que rien n’y a été lu', async () => {
  const accounts = await tasks();
  let pages = 0;
  clerk.company.account.beforePage = () => (pages += 1);
  const unbound = () => accounts.unbound({ aborted: false });
  expect(await unbound()).toEqual({ accounts: 5, halfDays: 4 });
  const once = pages;
  expect(once).toBeGreaterThan(0);
  expect(await unbound()).toEqual({ accounts: 5, halfDays: 4 });
  expect(pages).toBe(once);
  clerk.company.account.halfDays.pop();
  clerk.company.account.snapshot += 1;
  await clerk.pane.connectionNow();
  expect(await unbound()).toEqual({ accounts: 5, halfDays: 3 });
});
