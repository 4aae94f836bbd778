/** What the name of a leave account or of a nature lets suppose. Proposed to a person, never applied by itself. */

const deducting =
  /\bconges? (payes?|anciennete|parental|maternite|paternite|sans solde|sabbatique)|^cp\b|\brtt\b|\bmaladie\b|\bmaternite\b|\bpaternite\b|\bsans solde\b|\barret\b|\bdejeuners?\b/;
const sparing = /\bteletravail\b|\bformations?\b|\bdiners?\b/;

/**
 * The examples of the product's guide: paid leave, RTT and lunches deduct; training, telework and dinners do not. Undefined for a name that
 * says neither, or both: `Congé formation` is for a person.
 */
export function proposedImpact(name: string): boolean | undefined {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const [isDeducting, isSparing] = [deducting.test(plain), sparing.test(plain)];
  return isDeducting === isSparing ? undefined : isDeducting;
}
