import { makeStyles, tokens } from '@fluentui/react-components';

/** A small table of figures: names on the left, figures aligned on the right. */
export const useFigures = makeStyles({
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    flexShrink: 0,
  },
  caption: { textAlign: 'left', paddingBottom: '4px', fontWeight: tokens.fontWeightSemibold },
  name: {
    textAlign: 'left',
    verticalAlign: 'top',
    padding: '4px 0',
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  over: { textAlign: 'left', padding: '6px 0 0', fontWeight: tokens.fontWeightRegular, overflowWrap: 'anywhere' },
  figure: {
    textAlign: 'right',
    whiteSpace: 'nowrap',
    verticalAlign: 'top',
    padding: '4px 0 4px 8px',
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});
