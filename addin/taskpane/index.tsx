import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Button, FluentProvider, RendererProvider, createDOMRenderer, webLightTheme } from '@fluentui/react-components';

const root = document.getElementById('root');
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });

if (root) {
  createRoot(root).render(
    <StrictMode>
      <RendererProvider renderer={renderer}>
        <FluentProvider theme={webLightTheme}>
          <Button appearance="primary">Connecter</Button>
        </FluentProvider>
      </RendererProvider>
    </StrictMode>,
  );
}
