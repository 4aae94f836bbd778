/** A rule as a row of « Règles de temps »: what a ready-made set copies into the sheet. Reading it back gives the same rule. */
import { blank, textCell, type Cell } from '../../domain/review/cell.ts';
import type { RowCells } from '../../domain/review/plan.ts';
import type { AccountingRule, GapRule, TimeRule } from '../../domain/worktime/ruleSet.ts';
import { ruleText } from '../../messages/fr/worktime/rules.ts';
import {
  contractLabels,
  counterLabels,
  directionLabels,
  measuredLabels,
  natureLabels,
  operationLabels,
  periodLabels,
  roundingLabels,
  ruleLabels,
} from './timeRulesTable.ts';

type Cells = Readonly<Record<string, Cell>>;

const WHOLE = 10_000;
const HOUR = 60;

function number(value: number | undefined): Cell {
  return value === undefined ? blank : { number: value };
}

function gapCells({ measured, direction, period, lower, upper, contracts }: GapRule): Cells {
  const { counter } = upper;
  const isGroup = period.unit === 'week' && period.count > 1;
  return {
    measured: textCell(measuredLabels[measured]),
    direction: textCell(directionLabels[direction]),
    period: textCell(periodLabels[period.unit]),
    weeks: isGroup ? number(period.count) : blank,
    anchor: isGroup ? { date: period.anchor } : blank,
    fromCounter: lower.counter === undefined ? blank : textCell(counterLabels[lower.counter]),
    fromHour: number(lower.fromHour),
    after: textCell(lower.after ?? ''),
    toHour: number(upper.toHour),
    toCounter: counter ? textCell(counterLabels[counter.name]) : blank,
    toShare: counter ? textCell(`${counter.numerator}/${counter.denominator}`) : blank,
    rounding: counter ? textCell(roundingLabels[counter.roundTo]) : blank,
    contracts: textCell(contractLabels[contracts]),
  };
}

function accountingCells({ operation, period, to }: AccountingRule): Cells {
  const name = operation.name === 'transfer' ? 'transfer' : operation.on;
  return {
    period: textCell(periodLabels[period]),
    operation: textCell(operationLabels[name]),
    limit: operation.name === 'cap' ? { number: operation.limit / HOUR } : blank,
    target: textCell(to?.account ?? ''),
    factor: to ? { number: to.factor / WHOLE } : blank,
  };
}

function ownCells(rule: TimeRule): Cells {
  switch (rule.kind) {
    case 'gap':
      return gapCells(rule);
    case 'daysOff':
      return { natures: textCell(rule.natures.map((nature) => natureLabels[nature]).join('; ')) };
    case 'timeRange':
      return { from: textCell(rule.from), to: textCell(rule.to), least: number(rule.leastMinutes || undefined) };
    case 'nonCumulative':
      return { accounts: textCell(rule.accounts.join('; ')), kept: textCell(rule.explicit ?? '') };
    case 'accounting':
      return accountingCells(rule);
  }
}

/** `order`: its place in the set, from 1. */
export function ruleRow(set: string, rule: TimeRule, order: number): RowCells {
  return {
    set: textCell(set),
    order: { number: order },
    code: textCell(rule.code),
    kind: textCell(ruleLabels[rule.kind]),
    reads: textCell(ruleText(rule)),
    account: textCell('account' in rule ? rule.account : ''),
    ...ownCells(rule),
  };
}
