import type { ReactElement } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({ none: { position: 'absolute', width: 0, height: 0 } });

/** One colour and one pattern for each account; beyond eight they come again, and the words tell them apart. */
const colours = [
  tokens.colorBrandBackground,
  tokens.colorPaletteMarigoldBackground3,
  tokens.colorPaletteBerryBackground3,
  tokens.colorPaletteLightGreenBackground3,
  tokens.colorPaletteDarkOrangeBackground3,
  tokens.colorNeutralForeground3,
  tokens.colorPaletteRedBackground3,
  tokens.colorPaletteGreenBackground3,
];
/** Strokes over an eight by eight tile; the first one is plain. */
const strokes = ['', 'M0 8 8 0', 'M0 4H8', 'M4 0V8', 'M0 0 8 8', 'M0 8 8 0M0 0 8 8', 'M0 4H8M4 0V8', 'M2 4h4'];

export function seriesFill(name: string, series: number): string {
  return `url(#${name}-${series})`;
}

/** The patterns of a chart, by name of the chart and place of the account. */
export function SeriesPatterns({ name, count }: { readonly name: string; readonly count: number }): ReactElement {
  const styles = useStyles();
  return (
    <svg className={styles.none} aria-hidden="true">
      <defs>
        {Array.from({ length: count }, (_, series) => (
          <pattern key={series} id={`${name}-${series}`} width="8" height="8" patternUnits="userSpaceOnUse">
            <rect width="8" height="8" fill={colours[series % colours.length]} />
            <path d={strokes[series % strokes.length]} stroke={tokens.colorNeutralBackground1} strokeWidth="1.5" />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}
