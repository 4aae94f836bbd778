import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const RGBA_8_BITS = [8, 6, 0, 0, 0];

/** A PNG file of `size` × `size` points, from 4 bytes a point (red, green, blue, opacity), row by row from the top. */
export function squarePng(size: number, points: Uint8Array): Buffer {
  const rowLength = size * 4;
  const rows = Array.from({ length: size }, (_, row) =>
    // Each row begins with the number of its filter; 0 is none.
    Buffer.concat([Buffer.from([0]), points.subarray(row * rowLength, (row + 1) * rowLength)]),
  );
  const header = Buffer.alloc(8);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([header, Buffer.from(RGBA_8_BITS)])),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Each row's filter, then its points. */
  readonly rows: Buffer;
}

/** What a PNG file holds, or undefined when it is not one or is damaged. */
export function readPng(file: Buffer): Picture | undefined {
  const header = chunkBody(file, 'IHDR');
  const picture = chunkBody(file, 'IDAT');
  if (!file.subarray(0, 8).equals(SIGNATURE) || header === undefined || picture === undefined) return undefined;
  try {
    return { width: header.readUInt32BE(0), height: header.readUInt32BE(4), rows: inflateSync(picture) };
  } catch {
    return undefined;
  }
}

function chunk(type: string, body: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}

function chunkBody(file: Buffer, type: string): Buffer | undefined {
  for (let at = SIGNATURE.length; at + 12 <= file.length;) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === type) return file.subarray(at + 8, at + 8 + length);
    at += 12 + length;
  }
  return undefined;
}
