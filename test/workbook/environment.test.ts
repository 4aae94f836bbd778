import { afterEach, describe, expect, test } from '@jest/globals';
import {
  MINIMUM_EXCEL_API,
  displayLanguage,
  isReadOnly,
  openInBrowser,
  theme,
  whenReady,
} from '../../addin/workbook/environment.ts';

const scope = globalThis as unknown as { Office?: unknown; window?: unknown };

afterEach(() => {
  delete scope.Office;
  delete scope.window;
});

function office(context: object, host: string | null = 'Excel'): void {
  scope.Office = { context, onReady: async () => ({ host }) };
}

function page(isHighContrast = false) {
  const opened: string[] = [];
  scope.window = {
    matchMedia: () => ({ matches: isHighContrast }),
    open: (url: string) => opened.push(url),
  };
  return opened;
}

/** An Excel that has ExcelApi up to 1.`minor`. */
function excel(minor: number): object {
  return {
    requirements: {
      isSetSupported: (set: string, version: string) => set === 'ExcelApi' && Number(version.split('.')[1]) <= minor,
    },
  };
}

describe('where the pane runs', () => {
  test.each([
    [13, 'tooOld'],
    [14, 'ready'],
    [20, 'ready'],
  ])(`an Excel of ExcelApi 1.%i is %s (${MINIMUM_EXCEL_API} is asked for)`, async (minor, expected) => {
    office(excel(minor));
    expect(await whenReady()).toBe(expected);
  });

  test('outside Excel it says so', async () => {
    office(excel(14), null);
    expect(await whenReady()).toBe('notExcel');
  });

  test('the theme of Office is followed, high contrast first; light when nothing is said', () => {
    page();
    office({});
    expect(theme()).toBe('light');
    office({ officeTheme: { bodyBackgroundColor: '#212121' } });
    expect(theme()).toBe('dark');
    office({ officeTheme: { bodyBackgroundColor: '#FFFFFF' } });
    expect(theme()).toBe('light');
    page(true);
    expect(theme()).toBe('highContrast');
  });

  test('a workbook is for reading only when Office says so', () => {
    office({});
    expect(isReadOnly()).toBe(false);
    office({ document: { mode: 'readWrite' } });
    expect(isReadOnly()).toBe(false);
    office({ document: { mode: 'readOnly' } });
    expect(isReadOnly()).toBe(true);
  });

  test('an address opens in the browser, by Office where it can', () => {
    const byPage = page();
    const byOffice: string[] = [];
    office({});
    openInBrowser('https://localhost:3000/files/1');
    office({ ui: { openBrowserWindow: (url: string) => byOffice.push(url) } });
    openInBrowser('https://localhost:3000/files/2');
    expect([byPage, byOffice]).toEqual([['https://localhost:3000/files/1'], ['https://localhost:3000/files/2']]);
  });

  test('the language is that of the menus, French when nothing is said', () => {
    office({ displayLanguage: 'fr-CH' });
    expect(displayLanguage()).toBe('fr-CH');
    office({});
    expect(displayLanguage()).toBe('fr-FR');
  });
});
