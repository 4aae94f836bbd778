/** Sentences of « RIB modifiés », and of what is odd about a bank account. */
import type { Finding } from '../../../domain/finding.ts';
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { monthName } from '../words.ts';

export const bankTitle = 'RIB modifiés';
export const bankSubject = (month: PlainMonth) => `Comptes bancaires nouveaux ou modifiés, ${monthName(month)}`;
export const bankListLabel = 'Comptes bancaires nouveaux ou modifiés, par salarié';
export const noBank = 'Aucun compte bancaire n’a changé ce mois-ci.';
export const countries = (before: string, after: string) =>
  before === after ? `Pays de la banque : ${after || '—'}` : `Pays de la banque : ${before || '—'} → ${after || '—'}`;
export const changedInLucca = (at: string) => `Changé dans Lucca le ${at}`;
export const unseenInLucca = 'Passerelle n’a pas vu ce changement se faire dans Lucca.';
export const acceptedInPayroll = (at: string) => `Accepté en paie le ${at}`;
export const oldAccount = 'Ancien compte';
export const newAccount = 'Nouveau compte';
export const accountLine = (which: string, account: string) => `${which} : ${account}`;
export const noAccount = 'aucun';
export const revealAccounts = 'Afficher les comptes entiers';
export const hideAccounts = 'Masquer les comptes';

export const bankHeadings = ['Salarié', 'Ancien compte', 'Nouveau compte', 'Lucca / paie', 'État'] as const;
export const toCheckTitle = 'À vérifier';
export const signatures = ['Vérifié par', 'Validé par'] as const;
export const signHint = 'Nom, date et signature';
export const matricule = (number: string) => `Matricule ${number}`;
export const luccaLine = (at: string) => `Lucca : ${at}`;
export const payrollLine = (at: string) => `Paie : ${at}`;

type Facts = Finding['facts'];
const of = (facts: Facts, key: string) => String(facts[key] ?? '');

export const bankSentences: Readonly<Record<string, (facts: Facts) => string>> = {
  bankShared: (facts) =>
    `Le même IBAN sert à ${of(facts, 'person')} et à ${of(facts, 'others')}. Vérifiez auprès de chacun.`,
  bankTwice: (facts) =>
    `${of(facts, 'person')} : l’IBAN a changé ${of(facts, 'times')} fois dans le mois. Vérifiez de vive voix avant de payer.`,
  bankCountryChanged: (facts) =>
    `${of(facts, 'person')} : la banque change de pays, de ${of(facts, 'from')} à ${of(facts, 'to')}. Vérifiez de vive voix.`,
  bankBicCountry: (facts) =>
    `${of(facts, 'person')} : le BIC est d’une banque de ${of(facts, 'bic')}, l’IBAN de ${of(facts, 'iban')}. L’un des deux est faux.`,
};
