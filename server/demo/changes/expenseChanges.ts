import { Refusal } from '../api/refusal.ts';
import { addDays } from '../company/days.ts';
import { addClaim, STATUS } from '../company/expenseClaims.ts';
import { NATURE } from '../company/expenseNatures.ts';
import type { ExpenseItem } from '../company/model.ts';
import { createWorkedHalves } from '../company/workedHalves.ts';
import { frenchDay, fullName, type Done, type Journal } from './journal.ts';

export interface NewExpense {
  readonly personId?: number | undefined;
  readonly day?: string | undefined;
  readonly natureId?: number | undefined;
  readonly guests?: readonly number[] | undefined;
  readonly statusId?: number | undefined;
  /** A line number lower than all others. */
  readonly before?: boolean | undefined;
}

/** A report of one line: a lunch on a worked day of the reference month, approved and controlled, unless said otherwise. */
export function addExpense(journal: Journal, asked: NewExpense): Done {
  const { company } = journal;
  const person = journal.person(asked.personId);
  const from = `${company.referenceMonth}-05`;
  const { halves } = createWorkedHalves(company.referenceMonth, company.establishments)(person);
  const purchasedOn = asked.day ?? halves.find(({ date }) => date >= from)?.date ?? from;
  const natureId = asked.natureId ?? NATURE.lunch;
  if (!company.natures.some(({ id }) => id === natureId))
    throw new Refusal(404, 'Aucune nature de frais de ce numéro dans le compte fictif.');
  const id = asked.before === true ? company.nextIds.earlierItem-- : company.nextIds.item++;
  addClaim(company, person, company.today, asked.statusId ?? STATUS.approvedAndControlled, [
    { id, natureId, purchasedOn, cents: 1_650, guests: asked.guests ?? [] },
  ]);
  return record(
    journal,
    'addExpense',
    journal.item(id, () => true),
    'Note de frais ajoutée',
  );
}

/** A meal of the reference month was in truth eaten some days before. */
export function moveMeal(journal: Journal, itemId?: number, days = 7): Done {
  const item = journal.item(itemId, ofMonth(journal));
  item.purchasedOn = addDays(item.purchasedOn, -days);
  return record(journal, 'moveMeal', item, 'Repas déplacé');
}

/** The report of a line goes on to its next state: approved and controlled unless said otherwise. */
export function advanceExpense(
  journal: Journal,
  itemId?: number,
  statusId: number = STATUS.approvedAndControlled,
): Done {
  const isEarly = ({ claimId }: ExpenseItem): boolean =>
    (journal.company.claims.get(claimId)?.statusId ?? 0) < STATUS.approvedAndControlled;
  const item = journal.item(itemId, isEarly);
  const claim = journal.company.claims.get(item.claimId);
  if (claim === undefined) throw new Refusal(404, 'Aucun repas qui convienne dans le compte fictif.');
  claim.statusId = statusId;
  claim.modifiedOn = journal.time();
  return record(journal, 'advanceExpense', item, 'Note de frais avancée');
}

/** A line disappears from its report. */
export function removeExpense(journal: Journal, itemId?: number): Done {
  const item = journal.item(itemId, ofMonth(journal));
  journal.company.items.delete(item.id);
  return record(journal, 'removeExpense', item, 'Ligne de frais retirée');
}

/** A line of the reference month that is a meal. */
function ofMonth({ company }: Journal): (item: ExpenseItem) => boolean {
  const meals: readonly number[] = [NATURE.lunch, NATURE.dinner, NATURE.invitation];
  return ({ purchasedOn, natureId }) => purchasedOn.startsWith(company.referenceMonth) && meals.includes(natureId);
}

function record(journal: Journal, kind: string, item: ExpenseItem, what: string): Done {
  const { company } = journal;
  const owner = company.people.get(item.ownerId);
  const nature = company.natures.find(({ id }) => id === item.natureId)?.name ?? '';
  const who = owner === undefined ? '' : ` pour ${fullName(owner)}`;
  const label = `${what}${who} : ${nature}, le ${frenchDay(item.purchasedOn)}.`;
  return journal.record({ kind, personId: item.ownerId, itemId: item.id, label });
}
