/** The spreadsheet. IronCalc draws it; it is redrawn when the store changed, except under the fingers of who types. */
import { memo, useEffect, useRef, useState, type ReactElement, type Ref } from 'react';
import type { Model } from '@ironcalc/wasm';
import { IronCalc, type IronCalcHandle } from '@ironcalc/workbook';
import '@ironcalc/workbook/style.css';
import './grid.css';
import { gridName } from '../messages.ts';
import { gridTheme } from './gridTheme.ts';
import { keepFocusWhereItIs, watchTyping } from './gridDom.ts';
import { useDesk } from './deskContext.ts';

export function Grid(): ReactElement {
  const desk = useDesk();
  const { drawing } = desk;
  const { grid, key } = desk.open;
  const [root, setRoot] = useState<HTMLDivElement | null>(null);
  const handle = useRef<IronCalcHandle>(null);

  useEffect(() => {
    if (!root) return;
    const stopWatching = watchTyping(root, (isTyping) => desk.setTyping(isTyping));
    const release = keepFocusWhereItIs(root);
    const sizes = new ResizeObserver(() => {
      const cells = root.querySelector('.ic-worksheet-wrapper');
      if (!cells) return;
      grid.views.size = { width: cells.clientWidth - 30, height: cells.clientHeight - 28 };
      // The grid measures itself when the window does.
      window.dispatchEvent(new Event('resize'));
    });
    sizes.observe(root);
    handle.current?.setLanguage('fr-FR');
    return () => {
      sizes.disconnect();
      release();
      stopWatching();
    };
  }, [desk, grid, root]);

  return (
    <section className="wb-grid" aria-label={gridName}>
      <div className="wb-grid-root" ref={setRoot}>
        {root && <Drawn key={key} model={grid.model} root={root} handle={handle} drawing={drawing} />}
      </div>
    </section>
  );
}

interface DrawnProps {
  readonly model: Model;
  readonly root: HTMLElement;
  readonly handle: Ref<IronCalcHandle>;
  /** IronCalc draws again when this changes, and only then. */
  readonly drawing: number;
}

const Drawn = memo(({ model, root, handle }: DrawnProps): ReactElement => (
  <IronCalc ref={handle} model={model} rootContainer={root} themeVariables={gridTheme} />
));
Drawn.displayName = 'Drawn';
