import { makeResetStyles } from '@fluentui/react-components';

/** The class of what is heard and not seen. */
export const useHeard = makeResetStyles({
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
});
