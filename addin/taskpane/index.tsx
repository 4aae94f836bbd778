/** Composition of the pane: Excel on one side, the service on the other, React in between. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import {
  FluentProvider,
  RendererProvider,
  createDOMRenderer,
  teamsHighContrastTheme,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import { serviceOver } from '../../shared/contracts/service.ts';
import { notExcel, tooOldExcel } from '../../shared/messages/fr/pane.ts';
import { isReadOnly, openInBrowser, theme, whenReady } from '../workbook/environment.ts';
import { officeBook } from '../workbook/officeBook.ts';
import { browserClock, pageMeta, storedToken } from './browserPorts.ts';
import { Pane } from './model/pane.ts';
import { sendOver } from './send.ts';
import { App } from './view/App.tsx';
import { PaneContext } from './view/paneContext.ts';

const themes = { light: webLightTheme, dark: webDarkTheme, highContrast: teamsHighContrastTheme };

async function main(root: HTMLElement): Promise<void> {
  const readiness = await whenReady();
  if (readiness !== 'ready') {
    root.textContent = readiness === 'notExcel' ? notExcel : tooOldExcel;
    return;
  }
  const pane = new Pane({
    service: serviceOver(sendOver(storedToken.get)),
    book: officeBook(),
    clock: browserClock,
    token: storedToken,
    offeredCode: pageMeta('passerelle-pairing'),
    readOnly: isReadOnly,
    download: (path) => openInBrowser(new URL(path, location.origin).href),
  });
  const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce: pageMeta('csp-nonce') ?? '' } });
  createRoot(root).render(
    <StrictMode>
      <RendererProvider renderer={renderer}>
        <FluentProvider theme={themes[theme()]}>
          <PaneContext value={pane}>
            <App />
          </PaneContext>
        </FluentProvider>
      </RendererProvider>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root) void main(root);
