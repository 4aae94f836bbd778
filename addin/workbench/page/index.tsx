/** The workbench: a spreadsheet beside the real pane, with neither Excel nor network. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { FluentProvider, RendererProvider, createDOMRenderer, webLightTheme } from '@fluentui/react-components';
import { init } from '@ironcalc/workbook';
import { Desk } from './desk.ts';
import { cannotStart } from './messages.ts';
import { exposeToTests } from './testDoor.ts';
import { DeskContext } from './view/deskContext.ts';
import { Workbench } from './view/Workbench.tsx';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
// The colour picker of the grid makes a style element of its own, and looks for its nonce there.
__webpack_nonce__ = nonce;

async function main(root: HTMLElement): Promise<void> {
  try {
    await init();
  } catch {
    root.textContent = cannotStart;
    return;
  }
  const desk = new Desk((act) => requestAnimationFrame(act));
  exposeToTests(desk);
  const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });
  createRoot(root).render(
    <StrictMode>
      <RendererProvider renderer={renderer}>
        <FluentProvider theme={webLightTheme}>
          <DeskContext value={desk}>
            <Workbench />
          </DeskContext>
        </FluentProvider>
      </RendererProvider>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root) void main(root);
