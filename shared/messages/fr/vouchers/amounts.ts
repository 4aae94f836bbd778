/** Sentences of the findings of the law and of the amounts of titres-restaurant. */
import type { PlainDate } from '../../../domain/calendar/plainDate.ts';
import { frenchDate } from '../../../domain/calendar/plainDate.ts';
import type { Finding } from '../../../domain/finding.ts';
import { euros, percent } from '../euros.ts';

type Facts = Finding['facts'];

const amount = (facts: Facts, name: string) => euros(Number(facts[name]));
const rate = (facts: Facts) => percent(Number(facts['rate']));
const day = (facts: Facts, name: string) => frenchDate(facts[name] as PlainDate);
const reintegrated = (facts: Facts) => `Soumis à cotisations : ${amount(facts, 'reintegrated')} par titre.`;

export const amountSentences: Readonly<Record<string, (facts: Facts) => string>> = {
  legalValueUnchecked: (facts) =>
    `${facts['title'] ?? ''} : valeur vérifiée le ${day(facts, 'checkedOn')} et appliquée au ${day(facts, 'date')}. Vérifiez qu'elle n'a pas changé depuis.`,
  voucherCapUnknown: (facts) =>
    `Le plafond d'exonération des titres-restaurant au ${day(facts, 'date')} n'est pas connu : les montants ne sont pas calculés. Choisissez un mois plus récent.`,
  voucherAmountNegative: (facts) =>
    `La valeur faciale (${amount(facts, 'face')}) doit être positive, la part patronale (${amount(facts, 'employer')}) et la part CSE (${amount(facts, 'cse')}) positives ou nulles.`,
  voucherSharesOverFace: (facts) =>
    `La part patronale (${amount(facts, 'employer')}) et la part CSE (${amount(facts, 'cse')}) dépassent ensemble la valeur faciale (${amount(facts, 'face')}). Corrigez l'une des trois.`,
  voucherShareUnderMinimum: (facts) =>
    `La part patronale, part CSE comprise (${amount(facts, 'paid')}), est inférieure à ${rate(facts)} de la valeur faciale (${amount(facts, 'face')}) : elle est soumise à cotisations en entier.`,
  voucherShareOverMaximum: (facts) =>
    `La part patronale, part CSE comprise (${amount(facts, 'paid')}), dépasse ${rate(facts)} de la valeur faciale (${amount(facts, 'face')}). ${reintegrated(facts)}`,
  voucherShareOverCap: (facts) =>
    `La part patronale, part CSE comprise (${amount(facts, 'paid')}), dépasse le plafond d'exonération (${amount(facts, 'cap')}). ${reintegrated(facts)}`,
};
