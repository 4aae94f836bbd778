/** How a text is not written: apart, since what reads phones and accounts is heavy, and the contracts need the names alone. */
import { formatProblems, normalText } from '../checks/formats.ts';
import { checkedFormats, type CheckedFormat } from './customField.ts';

/** The formats that `text` is not written in. `misfitsOf('69003')` → every one but `postalCode`. */
export function misfitsOf(text: string): CheckedFormat[] {
  return checkedFormats.filter(
    (each) => normalText(each, text) === undefined || (each === 'postalCode' && formatProblems(each, text).length > 0),
  );
}
