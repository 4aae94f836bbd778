/** Draws the icons of the add-in, `npm run icons`: a footbridge, white on blue, at the four sizes Office asks for. */
import { writeFileSync } from 'node:fs';
import { squarePng } from './png.ts';

export const ICON_SIZES = [16, 32, 64, 80] as const;

type Color = readonly [red: number, green: number, blue: number];

const BLUE: Color = [17, 94, 163];
const WHITE: Color = [255, 255, 255];

/** Points looked at in each direction inside one pixel: what softens the edges. */
const SAMPLES = 8;

const inside = (value: number, from: number, to: number) => value >= from && value < to;

function isOnSquare(x: number, y: number): boolean {
  const radius = 0.2;
  const dx = Math.max(radius - x, x - (1 - radius), 0);
  const dy = Math.max(radius - y, y - (1 - radius), 0);
  return Math.hypot(dx, dy) <= radius;
}

function isOnBridge(x: number, y: number): boolean {
  const fromCentre = Math.hypot(x - 0.5, y - 0.62);
  const arch = y < 0.62 && inside(fromCentre, 0.27, 0.35);
  const deck = inside(x, 0.1, 0.9) && inside(y, 0.6, 0.69);
  const piers = inside(y, 0.69, 0.82) && (inside(x, 0.18, 0.26) || inside(x, 0.74, 0.82));
  const hangers = y < 0.6 && fromCentre < 0.3 && [0.36, 0.5, 0.64].some((at) => Math.abs(x - at) < 0.022);
  return arch || deck || piers || hangers;
}

/** Colour of the drawing at a place of the unit square, origin at the top left; undefined where it is transparent. */
function colorAt(x: number, y: number): Color | undefined {
  if (!isOnSquare(x, y)) return undefined;
  return isOnBridge(x, y) ? WHITE : BLUE;
}

/** The four bytes of one pixel: the mean of the colours of its samples, and how many of them are opaque. */
function pixel(column: number, row: number, size: number): readonly number[] {
  const samples: Color[] = [];
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
    const x = (column + ((sample % SAMPLES) + 0.5) / SAMPLES) / size;
    const y = (row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size;
    const color = colorAt(x, y);
    if (color) samples.push(color);
  }
  if (samples.length === 0) return [0, 0, 0, 0];
  const mean = (channel: 0 | 1 | 2) =>
    Math.round(samples.reduce((sum, color) => sum + color[channel], 0) / samples.length);
  return [mean(0), mean(1), mean(2), Math.round((255 * samples.length) / SAMPLES ** 2)];
}

/** The icon as a PNG file. */
export function iconPng(size: number): Buffer {
  const points = Array.from({ length: size * size }, (_, at) => pixel(at % size, Math.floor(at / size), size));
  return squarePng(size, Uint8Array.from(points.flat()));
}

if (process.argv[1] === import.meta.filename) {
  for (const size of ICON_SIZES) {
    writeFileSync(new URL(`../addin/assets/icon-${size}.png`, import.meta.url), iconPng(size));
  }
}
