/**
 * A path and its query, as Lucca's three generations read it: commas stay readable, everything else is escaped.
 * `pathTo('/api/v3/users', {paging: '0,1000'})` → `'/api/v3/users?paging=0,1000'`.
 */
export function pathTo(path: string, query: Readonly<Record<string, string | number | boolean>>): string {
  const pairs = Object.entries(query).map(
    ([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value).replaceAll('%2C', ',')}`,
  );
  return `${path}?${pairs.join('&')}`;
}
