/** What a JSON document that cannot be read says: where, by path, and never what it holds. */
import type { DocumentFault, Expected } from '../../contracts/readDocument.ts';

const expected: Readonly<Record<Expected, string>> = {
  text: 'un texte',
  number: 'un nombre',
  integer: 'un nombre entier',
  boolean: 'true ou false',
  list: 'une liste',
  object: 'un objet',
  date: 'une date, par exemple "2026-10-05"',
  month: 'un mois de paie, par exemple "2026-10"',
  textOrNumber: 'un texte ou un nombre',
  form: 'de la forme que le schéma publié décrit',
};

export function faultText(fault: DocumentFault): string {
  const { path } = fault;
  switch (fault.code) {
    case 'notJson':
      return `ce n'est pas du JSON${fault.line === null ? '' : ` (ligne ${fault.line})`}.`;
    case 'version':
      return `version : ce n'est pas une version connue. Celle-ci lit la version ${fault.known}.`;
    case 'missing':
      return `${path} manque.`;
    case 'missingCell':
      return `${path} manque : écrivez null pour une cellule vide.`;
    case 'unknown':
      return `${path} : ce nom n'est pas dans le schéma. Corrigez-le ou retirez-le.`;
    case 'monthOutside':
      return `${path} : ce mois n'est pas dans lucca.months.`;
    case 'repeated':
      return `${path} répète ${fault.first} : gardez une seule ligne.`;
    case 'notChoice':
      return `${path} doit être l'une de ces valeurs : ${fault.choices.join(', ')}.`;
    case 'expected':
      return `${path === '' ? 'le document' : path} doit être ${expected[fault.expected]}.`;
  }
}

export const notAFile = (file: string) => `Le fichier ${file} n'existe pas, ou ne peut pas être lu.`;
export const notText = (file: string) => `Le fichier ${file} n'est pas un texte en UTF-8.`;
export const unreadable = (file: string) => `Le fichier ${file} ne peut pas être calculé. Rien n'a été fait :`;
export const documentWritten = (file: string) => `Document écrit : ${file}. Il contient des données personnelles.`;
export const documentNotWritten = (file: string) => `Le document ${file} n'est pas écrit.`;

/** A line of a document, as findings name it. */
export const inDocument = (table: string, line: number, heading: string, sentence: string) =>
  `  « ${table} », ligne ${line}, « ${heading} » : ${sentence}`;
