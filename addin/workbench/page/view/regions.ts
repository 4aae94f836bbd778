/** F6 and Shift F6 go from one part of the page to the next, as in Excel: in the grid, Tab moves the selection. */

const REGIONS: readonly string[] = [
  '.wb-top button',
  '.wb-grid .ic-workbook-container',
  '.wb-strip select',
  '.wb-pane iframe',
];

/** Gives the keyboard to the part of the page after the one that has it, or before. */
export function goToNextRegion(isBackwards: boolean): void {
  const present = REGIONS.flatMap((selector) => document.querySelector<HTMLElement>(selector) ?? []);
  const { activeElement } = document;
  const places = present.map((element) => element.closest('.wb-top, .wb-grid, .wb-strip, .wb-pane'));
  const current = places.findIndex((place) => place?.contains(activeElement) === true);
  const next = present.at((current + (isBackwards ? -1 : 1) + present.length) % present.length);
  // The grid refuses a focus it takes by itself: this one is asked for.
  if (next) HTMLElement.prototype.focus.call(next);
}
