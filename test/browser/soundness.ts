/** Whether what the pane shows can be read and used by everybody: rules of accessibility, contrasts in each theme, sizes. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { repositoryRoot } from '../support/repository.ts';
import { isFullRun } from '../support/seeds.ts';

type Colours = Readonly<Record<string, string>>;

const AXE = readFileSync(join(repositoryRoot, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** The package of colours that Fluent itself reads: the whole library would take seconds to load. */
const ofFluent = createRequire(createRequire(import.meta.url).resolve('@fluentui/react-components'));
const { webDarkTheme, teamsHighContrastTheme } = ofFluent('@fluentui/tokens') as Readonly<Record<string, Colours>>;
/** The pane opens in the theme of Excel. Its components know nothing but the names of these colours. */
const themes = { dark: webDarkTheme ?? {}, highContrast: teamsHighContrastTheme ?? {} };
const otherThemes: Partial<typeof themes> = isFullRun ? themes : {};

interface Axe {
  run(
    context: object,
    options?: object,
  ): Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly { html: string }[] }[] }>;
}

/** What breaks a rule, theme by theme: every rule in the light one, contrasts in the two others in a full run. None: []. */
export async function violations(frame: Frame): Promise<string[]> {
  if (await frame.evaluate(() => !('axe' in globalThis))) await frame.evaluate(AXE);
  return frame.evaluate(async (themes) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const told = async (theme: string, options: object) => {
      // The focus sentinels of the component library are hidden from everybody and harmless.
      const { violations: found } = await axe.run({ exclude: [['[data-tabster-dummy]']] }, options);
      return found.map(({ id, nodes }) => `${theme} ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ; ')}`);
    };
    const paint = (colours: Colours, isOn: boolean) => {
      for (const provider of document.querySelectorAll<HTMLElement>('.fui-FluentProvider'))
        for (const [name, colour] of Object.entries(colours))
          if (isOn) provider.style.setProperty(`--${name}`, colour);
          else provider.style.removeProperty(`--${name}`);
    };
    const still = new CSSStyleSheet();
    still.replaceSync('* { transition: none !important; animation: none !important; }');
    document.adoptedStyleSheets = [still];
    const all = await told('light', {});
    for (const [theme, colours] of Object.entries(themes)) {
      paint(colours, true);
      all.push(...(await told(theme, { runOnly: ['color-contrast'] })));
      paint(colours, false);
    }
    document.adoptedStyleSheets = [];
    return all;
  }, otherThemes);
}

/** What is smaller than 12 px, and how many pixels are wider than the pane. */
export function looks(frame: Frame): Promise<{ readonly small: string[]; readonly over: number }> {
  return frame.evaluate(() => {
    const main = document.querySelector('main');
    const small = [...document.querySelectorAll<HTMLElement>('main *')].filter((each) => {
      const ownText = [...each.childNodes].some(
        (node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '',
      );
      return ownText && Number.parseFloat(getComputedStyle(each).fontSize) < 12;
    });
    return {
      small: small.map(({ outerHTML }) => outerHTML.slice(0, 100)),
      over: main ? main.scrollWidth - main.clientWidth : 0,
    };
  });
}
