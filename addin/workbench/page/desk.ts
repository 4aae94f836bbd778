/** The workbench itself, without its looks: one workbook on one host, what is said to the person, what is unsaved. */
import { createHost } from '../host/index.ts';
import type { Change, Host, Workbook } from '../host/index.ts';
import { GridModel } from './grid/gridModel.ts';
import { notKept, readBook, cannotRead, bookName } from './messages.ts';
import { readXlsx } from './xlsx/xlsxIn.ts';
import type { Opened } from './xlsx/xlsxIn.ts';
import { writeXlsx } from './xlsx/xlsxOut.ts';

/** One opened workbook: a host serves one only. `key` tells it from the others. */
export interface OpenBook {
  readonly key: number;
  readonly host: Host;
  readonly grid: GridModel;
  /** Name of its file, without `.xlsx`. */
  readonly name: string;
}

export interface Notice {
  readonly id: number;
  readonly text: string;
}

export class Desk {
  #open: OpenBook;
  #version = 0;
  #drawing = 0;
  #notice: Notice | undefined;
  #unsaved = false;
  #isTyping = false;
  #isHeld = false;
  #isDue = false;
  #shape = '';
  #stopListening: () => void = () => undefined;
  #opened = 0;
  readonly #listeners = new Set<() => void>();
  readonly #later: (act: () => void) => void;

  /** `later` runs what it is given once, before the screen is painted next. */
  constructor(later: (act: () => void) => void) {
    this.#later = later;
    this.#open = this.#take(createHost(), bookName);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Changes whenever something to show did. */
  readonly version = (): number => this.#version;

  /** Changes when the grid must be drawn again. */
  get drawing(): number {
    return this.#drawing;
  }

  get open(): OpenBook {
    return this.#open;
  }

  get notice(): Notice | undefined {
    return this.#notice;
  }

  get isUnsaved(): boolean {
    return this.#unsaved;
  }

  /** A person is typing in a cell: as in Excel, requests wait or are refused, and the grid is not redrawn. */
  get isTyping(): boolean {
    return this.#isTyping;
  }

  setTyping(isTyping: boolean): void {
    if (this.#isTyping === isTyping) return;
    this.#isTyping = isTyping;
    this.#hold();
    if (!isTyping) this.#schedule();
  }

  /** The switch « cellule en cours de saisie ». */
  get isHeld(): boolean {
    return this.#isHeld;
  }

  setHeld(isHeld: boolean): void {
    this.#isHeld = isHeld;
    this.#hold();
    this.tell();
  }

  say(text: string | undefined): void {
    this.#notice = text === undefined ? undefined : { id: (this.#notice?.id ?? 0) + 1, text };
    this.tell();
  }

  /** Something changed that only the page shows. */
  tell(): void {
    this.#version++;
    for (const listener of this.#listeners) listener();
  }

  newBook(): void {
    this.#replace(createHost(), bookName);
  }

  /** Opens an .xlsx; what cannot be kept of it is said. The workbook that was open stays when the file cannot be read. */
  openFile(name: string, bytes: Uint8Array): boolean {
    let opened: Opened;
    try {
      opened = readXlsx(bytes);
    } catch {
      this.say(cannotRead(name));
      return false;
    }
    this.#replace(createHost({ workbook: opened.workbook }), name.replace(/\.xlsx$/i, ''));
    this.say(opened.lost.length > 0 ? notKept(opened.lost) : readBook(name));
    return true;
  }

  /** The workbook as an .xlsx file. */
  save(): Uint8Array {
    const { bytes, lost } = writeXlsx(this.#open.host.workbook);
    this.#unsaved = false;
    this.say(lost.length > 0 ? notKept(lost) : undefined);
    return bytes;
  }

  #replace(host: Host, name: string): void {
    this.#stopListening();
    this.#open.host.close();
    [this.#unsaved, this.#isTyping, this.#isHeld, this.#notice] = [false, false, false, undefined];
    this.#open = this.#take(host, name);
    this.tell();
  }

  #take(host: Host, name: string): OpenBook {
    const grid = new GridModel(
      host,
      (sentence) => this.say(sentence),
      () => this.tell(),
    );
    this.#shape = shapeOf(host.workbook);
    this.#stopListening = host.workbook.listen((change) => this.#changed(change));
    return { key: ++this.#opened, host, grid, name };
  }

  #changed({ what }: Change): void {
    // The grid moved its selection, and shows it already.
    if (this.#open.grid.views.isReporting) return;
    const shape = what === 'book' ? shapeOf(this.#open.host.workbook) : this.#shape;
    if (what !== 'book' || shape !== this.#shape) this.#unsaved = true;
    this.#shape = shape;
    this.#schedule();
  }

  #schedule(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    this.#later(() => {
      this.#isDue = false;
      if (this.#isTyping) return;
      this.#open.grid.follow();
      this.#drawing++;
      this.tell();
    });
  }

  #hold(): void {
    this.#open.host.faults.cellEdit = this.#isTyping || this.#isHeld;
  }
}

/** What of the sheets counts as a change to save: which they are, not which is looked at. */
function shapeOf(book: Workbook): string {
  return JSON.stringify(book.sheets.map(({ id, name, visibility }) => [id, name, visibility]));
}
