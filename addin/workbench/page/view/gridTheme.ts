/** The grid in Fluent's light colours, with letters no smaller than 12 pixels. */
import type { ComponentProps } from 'react';
import type { IronCalc } from '@ironcalc/workbook';

const font = '"Segoe UI", "Segoe UI Web (West European)", -apple-system, Roboto, "Helvetica Neue", sans-serif';

export const gridTheme: NonNullable<ComponentProps<typeof IronCalc>['themeVariables']> = {
  '--typography-font-family': font,
  '--typography-font-size': '13px',
  '--palette-primary-main': '#0f6cbd',
  '--palette-primary-light': '#479ef5',
  '--palette-primary-dark': '#115ea3',
  '--palette-common-black': '#242424',
  '--palette-sheet-header-text-color': '#424242',
  '--palette-sheet-header-background': '#fafafa',
  '--palette-sheet-header-selected-background': '#e0e0e0',
  '--palette-sheet-header-selected-color': '#0c3b5e',
  '--palette-sheet-default-text-color': '#242424',
  '--palette-sheet-outline-color': '#0f6cbd',
  '--palette-sheet-outline-editing-color': '#cfe4fa',
  '--palette-sheet-outline-background-color': '#0f6cbd1a',
  '--palette-sheet-default-cell-font-family': font,
  '--palette-sheet-header-font': `600 12px ${font}`,
};
