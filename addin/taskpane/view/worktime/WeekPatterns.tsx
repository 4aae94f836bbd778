import type { ReactElement } from 'react';
import { tokens } from '@fluentui/react-components';

export type WeekPattern = 'beyond' | 'night' | 'absence';

export function weekFill(name: string, pattern: WeekPattern): string {
  return `url(#${name}-${pattern})`;
}

/** What is told by a pattern as much as by a colour, by name of the drawing. */
export function WeekPatterns({ name }: { readonly name: string }): ReactElement {
  return (
    <defs>
      <pattern id={`${name}-beyond`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill={tokens.colorStatusDangerBackground1} />
        <path d="M-1 7 7-1M-1 1 1-1M5 7 7 5" stroke={tokens.colorStatusDangerForeground1} strokeWidth="1.5" />
      </pattern>
      <pattern id={`${name}-night`} width="6" height="6" patternUnits="userSpaceOnUse">
        <circle cx="1.5" cy="1.5" r="0.8" fill={tokens.colorNeutralForeground3} />
      </pattern>
      <pattern id={`${name}-absence`} width="4" height="6" patternUnits="userSpaceOnUse">
        <rect width="4" height="6" fill={tokens.colorStatusWarningBackground1} />
        <path d="M1 0V6" stroke={tokens.colorStatusWarningForeground1} strokeWidth="1.5" />
      </pattern>
    </defs>
  );
}
