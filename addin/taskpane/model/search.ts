/** What narrows a list of people: what is searched, and only those who need a look. */
export interface PeopleFilter {
  readonly search: string;
  readonly onlyLook: boolean;
}

export const everybody: PeopleFilter = { search: '', onlyLook: false };

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether a text holds every word of `search`, accents and capitals left aside. */
export function holdsWords(text: string, search: string): boolean {
  const [within, words] = [plain(text), plain(search).split(/\s+/)];
  return words.every((word) => within.includes(word));
}
