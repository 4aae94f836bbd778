/** A column-mapping model: the file of an issuer whose layout is not public, described by the customer from a file of theirs. */
import type { Encoding } from '../../files/encoding.ts';
import type { LineEnd, Separator } from '../../files/delimited.ts';
import type { DecimalMark } from '../../files/figures.ts';
import type { OrderFieldKey } from './orderFields.ts';

/** How what a column is bound to is written. Each rule touches the kinds of fields it can, and no other. */
export interface ColumnFormat {
  /** Texts. */
  readonly accents: 'kept' | 'removed';
  /** Texts. */
  readonly letters: 'kept' | 'upper';
  /** Characters. A name or a town is cut, and told; a code, an e-mail or a figure that is too long is an error. */
  readonly maxLength: number | null;
  /** Width filled with zeros on the left: codes, numbers and amounts in cents. */
  readonly zeros: number | null;
  /** Amounts. */
  readonly unit: 'euros' | 'cents';
  /** Dates: AAAA or AA, MM, JJ and any sign between them. */
  readonly date: string;
  /** The two words of a civility (M., Mme), a support (card, paper) or a flag (yes, no). Null: those of `defaultWords`. */
  readonly words: readonly [string, string] | null;
}

/** `column`: one of « Salariés », by its heading. `empty`: the column is kept, its cells are blank. */
export type Binding =
  | { readonly kind: 'field'; readonly field: OrderFieldKey }
  | { readonly kind: 'column'; readonly heading: string }
  | { readonly kind: 'constant'; readonly text: string }
  | { readonly kind: 'empty' };

export interface TemplateColumn {
  /** Kept as it stands in the model. */
  readonly heading: string;
  readonly binding: Binding;
  /** A blank is then an error. */
  readonly required: boolean;
  readonly format: ColumnFormat;
}

export interface TemplateLayout {
  readonly separator: Separator;
  readonly encoding: Encoding;
  readonly lineEnd: LineEnd;
  readonly decimal: DecimalMark;
  /** Whether the row of headings is written. */
  readonly header: boolean;
  /** Characters that the encoding lacks are spelled with those it has, where that is possible. */
  readonly transliterate: boolean;
}

export interface OrderTemplate {
  readonly name: string;
  readonly layout: TemplateLayout;
  readonly columns: readonly TemplateColumn[];
}

export const defaultFormat: ColumnFormat = {
  accents: 'kept',
  letters: 'kept',
  maxLength: null,
  zeros: null,
  unit: 'euros',
  date: 'JJ/MM/AAAA',
  words: null,
};

export const defaultLayout: TemplateLayout = {
  separator: ';',
  encoding: 'utf8Bom',
  lineEnd: 'crlf',
  decimal: ',',
  header: true,
  transliterate: false,
};

/** What is written of a field of two words when the model does not say. */
export function defaultWords(field: OrderFieldKey): readonly [string, string] {
  if (field === 'civility') return ['M', 'MME'];
  return field === 'support' ? ['CARTE', 'PAPIER'] : ['OUI', 'NON'];
}
