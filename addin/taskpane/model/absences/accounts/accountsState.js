import { holdsWords } from '../../search.js';
export const accountFilters = ['all', 'unbound', 'proposed', 'transferred', 'stoppage', 'outside'];
export const everyAccount = { search: '', filter: 'all' };
export function stateOf({ bound, line }) {
  if (bound.state === 'bound') return bound.treatment.is;
  if (bound.state === 'ambiguous') return 'ambiguous';
  return line?.state === 'proposed' && line.treatment ? 'proposed' : 'open';
}
const isUnbound = ({ bound }) => bound.state !== 'bound';
/** What waits first, the most half-days before the others; then by name. */
export function inOrderOfNeed(accounts) {
  const byName = (a, b) =>
    a.account.name.localeCompare(b.account.name, 'fr', { numeric: true }) || a.account.id.localeCompare(b.account.id);
  const need = (each) => Number(isUnbound(each));
  return [...accounts].sort((a, b) => need(b) - need(a) || b.waiting - a.waiting || byName(a, b));
}
function isIn(filter, reading) {
  if (filter === 'all') return true;
  return filter === 'unbound' ? isUnbound(reading) : stateOf(reading) === filter;
}
/** How many each filter shows. */
export function filterCounts(accounts) {
  const counts = accountFilters.map((each) => [each, accounts.filter((one) => isIn(each, one)).length]);
  return Object.fromEntries(counts);
}
/** Those that the list shows, in order. */
export function shownAccounts(accounts, { search, filter }) {
  const asked = accounts.filter((each) => isIn(filter, each));
  return inOrderOfNeed(asked.filter(({ account: { name, id } }) => holdsWords(`${name} ${id}`, search)));
}
export function unboundCounts(accounts) {
  const unbound = accounts.filter(isUnbound);
  return { accounts: unbound.length, halfDays: unbound.reduce((sum, { waiting }) => sum + waiting, 0) };
}
/** Rows that « Confirmer les propositions » confirms, and how many accounts they bind. */
export function proposals({ accounts, sheet }) {
  return {
    rows: sheet.lines.filter(({ state, treatment }) => state === 'proposed' && treatment).length,
    accounts: accounts.filter((each) => stateOf(each) === 'proposed').length,
  };
}
/** What was found at the cells of the row that speaks of an account. */
export function findingsOf({ findings }, { line }) {
  const key = line?.row.place('id').key;
  return key === undefined ? [] : findings.filter(({ place }) => place?.key === key);
}
//# sourceMappingURL=accountsState.js.map
