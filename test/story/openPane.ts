import { browserClock } from '../../addin/taskpane/browserPorts.ts';
import type { PanePorts } from '../../addin/taskpane/model/desk.ts';
import { Pane } from '../../addin/taskpane/model/pane.ts';
import { officeBook } from '../../addin/workbook/officeBook.ts';
import type { TestService } from '../http/testService.ts';

/** A pane paired with the service, over the Excel that is connected; its screens are values. */
export function openPane(service: TestService, over: Partial<PanePorts> = {}): Pane {
  return new Pane({
    service: service.api,
    book: officeBook(),
    clock: browserClock,
    token: { get: () => 'paired', set: () => undefined, clear: () => undefined },
    offeredCode: null,
    readOnly: () => false,
    download: () => undefined,
    ...over,
  });
}
