import { z } from 'zod';
import { presenceOf } from '../company/contracts.ts';
import type { Hire } from '../company/createCompany.ts';
import { isDay } from '../company/days.ts';
import type { Company } from '../company/model.ts';
import { addExpense, advanceExpense, moveMeal, removeExpense } from './expenseChanges.ts';
import { createJournal, type Done } from './journal.ts';
import { addLeave, approveLeave, cancelLeave, moveLeave } from './leaveChanges.ts';
import {
  changeAddress,
  changeIban,
  correctNir,
  dropField,
  endContract,
  hirePerson,
  removePerson,
  renameField,
  setField,
  spoilField,
} from './personChanges.ts';

const day = z.string().refine(isDay);
const personId = z.int().optional();
const periodId = z.int().optional();

/** Every change that can be made in the account; what is left out is chosen, always the same for the same seed and sequence. */
export const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('hire'),
    establishmentId: z.int().optional(),
    startsOn: day.optional(),
    before: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal('field'),
    personId: z.int(),
    field: z.string(),
    value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  }),
  z.strictObject({ kind: z.literal('address'), personId }),
  z.strictObject({ kind: z.literal('iban'), personId }),
  z.strictObject({ kind: z.literal('correctNir'), personId }),
  z.strictObject({ kind: z.literal('unreadable'), personId }),
  z.strictObject({ kind: z.literal('renameField'), code: z.string(), name: z.string().min(1).max(100) }),
  z.strictObject({ kind: z.literal('dropField'), code: z.string() }),
  z.strictObject({ kind: z.literal('endContract'), personId, day: day.optional() }),
  z.strictObject({ kind: z.literal('remove'), personId }),
  z.strictObject({
    kind: z.literal('addLeave'),
    personId,
    from: day.optional(),
    halves: z.int().min(1).max(40).optional(),
    accountId: z.int().optional(),
    pending: z.boolean().optional(),
    before: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('approveLeave'), periodId }),
  z.strictObject({ kind: z.literal('cancelLeave'), periodId }),
  z.strictObject({ kind: z.literal('moveLeave'), periodId, days: z.int().min(1).max(60).optional() }),
  z.strictObject({
    kind: z.literal('addExpense'),
    personId,
    day: day.optional(),
    natureId: z.int().optional(),
    guests: z.array(z.int()).max(20).optional(),
    statusId: z.int().min(1).max(9).optional(),
    before: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('moveMeal'), itemId: z.int().optional(), days: z.int().min(1).max(60).optional() }),
  z.strictObject({
    kind: z.literal('advanceExpense'),
    itemId: z.int().optional(),
    statusId: z.int().min(1).max(9).optional(),
  }),
  z.strictObject({ kind: z.literal('removeExpense'), itemId: z.int().optional() }),
]);

export type Change = z.infer<typeof changeSchema>;

export interface Changes {
  readonly history: readonly Done[];
  /** Makes the change; throws a `Refusal` when the person, leave or field does not exist. */
  make(change: Change): Done;
  /** Slips a row before all others of those a request asks for, or takes its first person (with their leaves) away. */
  disturb(url: string, how: 'insert' | 'remove'): Done;
}

export function createChanges(company: Company, hire: Hire): Changes {
  const journal = createJournal(company);
  const make = (change: Change): Done => {
    switch (change.kind) {
      case 'hire':
        return hirePerson(journal, hire, change);
      case 'field':
        return setField(journal, change.personId, change.field, change.value);
      case 'address':
        return changeAddress(journal, change.personId);
      case 'iban':
        return changeIban(journal, change.personId);
      case 'correctNir':
        return correctNir(journal, change.personId);
      case 'unreadable':
        return spoilField(journal, change.personId);
      case 'renameField':
        return renameField(journal, change.code, change.name);
      case 'dropField':
        return dropField(journal, change.code);
      case 'endContract':
        return endContract(journal, change.personId, change.day);
      case 'remove':
        return removePerson(journal, change.personId);
      case 'addLeave':
        return addLeave(journal, change);
      case 'approveLeave':
        return approveLeave(journal, change.periodId);
      case 'cancelLeave':
        return cancelLeave(journal, change.periodId);
      case 'moveLeave':
        return moveLeave(journal, change.periodId, change.days);
      case 'addExpense':
        return addExpense(journal, change);
      case 'moveMeal':
        return moveMeal(journal, change.itemId, change.days);
      case 'advanceExpense':
        return advanceExpense(journal, change.itemId, change.statusId);
      case 'removeExpense':
        return removeExpense(journal, change.itemId);
    }
  };
  const disturb: Changes['disturb'] = (url, how) => {
    const { onLeaves, onExpenses, establishmentId, from } = targetOf(decodeURIComponent(url));
    if (onExpenses) return how === 'insert' ? make({ kind: 'addExpense', day: from, before: true }) : dropFirst(from);
    if (how === 'insert' && !onLeaves) return make({ kind: 'hire', establishmentId, before: true });
    const personId = firstPresent(company, establishmentId);
    return make(how === 'remove' ? { kind: 'remove', personId } : { kind: 'addLeave', personId, from, before: true });
  };
  const dropFirst = (from = ''): Done => {
    const later = [...company.items.values()].filter(({ purchasedOn }) => purchasedOn >= from);
    const itemId = later.length === 0 ? undefined : later.reduce((least, { id }) => Math.min(least, id), Infinity);
    return make({ kind: 'removeExpense', itemId });
  };
  return { history: journal.history, make, disturb };
}

/** What a request asks for, as far as a disturbance needs to know it. */
interface Target {
  readonly onLeaves: boolean;
  readonly onExpenses: boolean;
  readonly establishmentId: number | undefined;
  readonly from: string | undefined;
}

function targetOf(url: string): Target {
  const establishment = /legalEntityId=(\d+)/i.exec(url)?.[1];
  return {
    onLeaves: /\/leaves\b/i.test(url),
    onExpenses: /\/expenseClaimItems\b/i.test(url),
    establishmentId: establishment === undefined ? undefined : Number(establishment),
    from: /(?:date|purchasedOn)=between,(\d{4}-\d{2}-\d{2})/i.exec(url)?.[1],
  };
}

function firstPresent(company: Company, establishmentId: number | undefined): number | undefined {
  const ids = [...company.people.values()]
    .filter((person) => establishmentId === undefined || person.establishmentId === establishmentId)
    .filter((person) => presenceOf(person, company.today) === 'present')
    .map(({ id }) => id);
  return ids.length === 0 ? undefined : ids.reduce((least, id) => Math.min(least, id));
}
