/** `items` cut in runs of `size`, the last one shorter: `chunksOf([1, 2, 3], 2)` → `[[1, 2], [3]]`. */
export function chunksOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}

/** `ids` cut so that each chunk, joined by commas, holds at most `count` of them and `characters`. */
export function chunksOfText(ids: readonly string[], count: number, characters: number): string[][] {
  const chunks: string[][] = [];
  let length = 0;
  for (const id of ids) {
    const last = chunks.at(-1);
    length += id.length + 1;
    if (last && last.length < count && length <= characters) last.push(id);
    else {
      chunks.push([id]);
      length = id.length + 1;
    }
  }
  return chunks;
}
