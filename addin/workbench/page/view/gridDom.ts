/** What can only be known from the elements IronCalc draws. */

const ASIDE = '-9999px';

/** Tells when a person begins and ends typing in a cell: the grid puts its editor aside when nobody does. */
export function watchTyping(root: HTMLElement, tell: (isTyping: boolean) => void): () => void {
  const observer = new MutationObserver(() => {
    const editor = root.querySelector<HTMLElement>('.ic-worksheet-editor-wrapper');
    tell(editor !== null && editor.style.left !== '' && editor.style.left !== ASIDE);
  });
  observer.observe(root, { subtree: true, attributes: true, attributeFilter: ['style'] });
  return () => observer.disconnect();
}

/**
 * The grid takes the focus each time it is drawn. Here it is also drawn when the pane writes: who is in the pane, or in
 * a button of the page, stays there until they click or tab into the grid themselves.
 */
export function keepFocusWhereItIs(root: HTMLElement): () => void {
  const focus = (element: HTMLElement, options?: FocusOptions): void => {
    HTMLElement.prototype.focus.call(element, options);
  };
  const isElsewhere = (): boolean => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) return false;
    // A menu that has just opened keeps the keyboard, or Escape would not close it.
    return !root.contains(activeElement) || activeElement.closest('[role="menu"], [role="dialog"]') !== null;
  };
  const guard = (): void => {
    const workbook = root.querySelector<HTMLElement>('.ic-workbook-container');
    if (!workbook || Object.hasOwn(workbook, 'focus')) return;
    workbook.focus = (options) => {
      if (!isElsewhere()) focus(workbook, options);
    };
  };
  const enter = ({ target }: Event): void => {
    const workbook = root.querySelector<HTMLElement>('.ic-workbook-container');
    const isField = target instanceof Element && target.closest('input, textarea, button') !== null;
    if (workbook && !isField && isElsewhere()) focus(workbook, { preventScroll: true });
  };
  const observer = new MutationObserver(guard);
  observer.observe(root, { subtree: true, childList: true });
  guard();
  root.addEventListener('pointerdown', enter, true);
  return () => {
    observer.disconnect();
    root.removeEventListener('pointerdown', enter, true);
  };
}
