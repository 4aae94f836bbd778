/**
 * Columns of a Swile order. Swile generates the file in the customer's account, each ticked box adding a column; its headings are not
 * public. Those below are the words of its guide, to be replaced by the ones of the generated file.
 * Source: Swile help centre, « commande par fichier CSV » and « commande multi entreprises » (articles 360012149380, 360012296799).
 */
import type { OrderFieldKey } from '../orderFields.ts';

/** A column bound to nothing is kept and left blank. */
export interface SwileColumn {
  readonly heading: string;
  readonly field: OrderFieldKey | null;
}

/** The boxes that were ticked. */
export interface SwileBoxes {
  /** Several companies in one order: column A names the company of each person. */
  readonly severalCompanies: boolean;
  /** Cards are ordered by the employer, so that each has a delivery point; else each person orders their own. */
  readonly cardsByEmployer: boolean;
  /** Code du point de rattachement of the establishment. */
  readonly attachment: boolean;
  readonly employeeNumber: boolean;
  readonly daysOff: boolean;
}

const always: readonly SwileColumn[] = [
  { heading: 'Genre', field: 'civility' },
  { heading: 'Prénom', field: 'firstName' },
  { heading: 'Nom', field: 'lastName' },
  { heading: 'Email', field: 'email' },
  { heading: 'Date de naissance', field: 'birthDate' },
  { heading: 'Valeur faciale', field: 'faceValue' },
  { heading: 'Nombre de jours', field: 'number' },
];

const delivery: readonly SwileColumn[] = [
  { heading: 'Identifiant point de livraison', field: 'deliveryPoint' },
  { heading: 'Adresse', field: 'address1' },
  { heading: "Complément d'adresse", field: 'address2' },
  { heading: 'Code postal', field: 'postalCode' },
  { heading: 'Ville', field: 'city' },
];

/** The columns that the ticked boxes give, the company first. */
export function swileColumns(boxes: SwileBoxes): readonly SwileColumn[] {
  const when = (isTicked: boolean, ...columns: readonly SwileColumn[]) => (isTicked ? columns : []);
  return [
    ...when(boxes.severalCompanies, { heading: 'Identifiant Swile société', field: 'companyCode' }),
    ...always,
    ...when(boxes.cardsByEmployer, ...delivery),
    ...when(boxes.attachment, { heading: 'Code du point de rattachement', field: 'attachmentCode' }),
    ...when(boxes.employeeNumber, { heading: 'Matricule', field: 'employeeNumber' }),
    ...when(boxes.daysOff, { heading: 'Titres-restaurant jours chômés', field: 'worksOnDaysOff' }),
  ];
}
