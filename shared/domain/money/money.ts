/** An amount of money in whole cents. */
export type Cents = number & { readonly cents: unique symbol };
/** A rate in hundredths of a percent: 60 % is 6,000. */
export type BasisPoints = number & { readonly basisPoints: unique symbol };

const WHOLE = 10_000;

/** `0 × −1` is `−0`, which compares and prints otherwise. */
function positiveZero(number: number): number {
  return number + 0;
}

/** Whole cents; anything else is a bug and throws. */
export function cents(amount: number): Cents {
  if (!Number.isSafeInteger(amount)) throw new RangeError('cents are whole');
  return positiveZero(amount) as Cents;
}

/** Whole hundredths of a percent; anything else is a bug and throws. */
export function basisPoints(rate: number): BasisPoints {
  if (!Number.isSafeInteger(rate)) throw new RangeError('basis points are whole');
  return positiveZero(rate) as BasisPoints;
}

/** `amount` × `rate`, rounded once to the cent, half away from zero: 8.45 € × 50 % → 4.23 €. An amount too large to be exact throws. */
export function portion(amount: Cents, rate: BasisPoints): Cents {
  const product = 2 * amount * rate;
  if (!Number.isSafeInteger(product)) throw new RangeError('an amount too large to be exact');
  return cents(Math.sign(product) * Math.floor((Math.abs(product) + WHOLE) / (2 * WHOLE)));
}

/** A whole `number` of times a unit amount: 20 vouchers of 4.23 € → 84.60 €. */
export function times(amount: Cents, number: number): Cents {
  if (!Number.isSafeInteger(number)) throw new RangeError('a number of times is whole');
  return cents(amount * number);
}
