/** Characters of the longest name of a sheet. */
const LONGEST_NAME = 31;

/** True when a sheet of `names` bears that name: capitals make no difference. */
export function isTaken(names: readonly string[], name: string): boolean {
  return names.some((each) => each.toLowerCase() === name.toLowerCase());
}

/** `title`, or the first of « title (2) », « title (3) »… that no sheet of `names` bears. */
export function freeName(names: readonly string[], title: string): string {
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '' : ` (${number})`;
    const name = `${title.slice(0, LONGEST_NAME - end.length)}${end}`;
    if (!isTaken(names, name)) return name;
  }
}
