/** The address of the fictional account's own page, as the service gives it; `undefined` without the demo. */
export async function demoPage(): Promise<string | undefined> {
  try {
    const health = (await (await fetch('/api/health')).json()) as {
      readonly demo?: { readonly page?: unknown } | null;
    };
    const page = health.demo?.page;
    // Only a page of this machine may be opened from here.
    return typeof page === 'string' && /^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(page) ? page : undefined;
  } catch {
    return undefined;
  }
}
