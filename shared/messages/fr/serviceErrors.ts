import type { ServiceError } from '../../contracts/service.ts';
import type { MirrorError } from '../../flows/mirrorPages.ts';
import * as text from './pane.ts';

/** The sentence of an error of the service. */
export function serviceErrorText(error: ServiceError | MirrorError): string {
  switch (error.code) {
    case 'refused':
      return error.problem.detail;
    case 'unexpected':
      return text.unexpectedBody(error.status);
    case 'cancelled':
      return text.comparisonStopped;
    case 'restless':
      return text.mirrorRestless;
    case 'unreachable':
      return text.offlineTitle;
  }
}
