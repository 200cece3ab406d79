/**
 * QR codes for paper and screens: always dark on white, also in the dark theme, with a quiet border that readers need.
 * One path, so that a code is 3 kB in an answer and one element on a page.
 */
import encodeQR from 'qr';

export interface QrOptions {
  /** How much may be dirty: 7 % or 15 %. The less is repaired, the larger are the modules, and the farther they are read. */
  repair?: 'low' | 'medium';
  /** Light modules on each side; a page that is white itself may need none. */
  border?: number;
}

/** @returns the dark modules as the `d` of an SVG path, and the side of the square, both in modules */
export function qrPath(text: string, { repair = 'low', border = 1 }: QrOptions = {}): { path: string; side: number } {
  // The encoder draws no code without a border: its own is taken off.
  const rows = encodeQR(text, 'raw', { ecc: repair, border: 1 })
    .slice(1, -1)
    .map((row) => row.slice(1, -1));
  return { path: runsOf(rows, border), side: rows.length + 2 * border };
}

/** The code as an SVG document. */
export function qrSvg(text: string, options?: QrOptions): string {
  const { path, side } = qrPath(text, options);
  const white = `<path fill="#fff" d="M0 0h${side}v${side}h-${side}z"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">${white}<path d="${path}"/></svg>`;
}

/** Runs of dark modules, row by row. */
function runsOf(rows: readonly (readonly boolean[])[], border: number): string {
  let path = '';
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x]) x++;
      path += `M${from + border} ${y + border}h${x - from}v1h${from - x}z`;
    }
  });
  return path;
}
