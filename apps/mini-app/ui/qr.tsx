/** A QR code as one path: always dark on white with four modules of quiet around it, in the dark theme too. */
import encodeQR from 'qr';
import { useMemo } from 'preact/hooks';

const QUIET = 4;

/** Runs of dark modules, row by row; what a path needs and no more. */
export function pathOf(rows: readonly (readonly boolean[])[]): string {
  let path = '';
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x]) x++;
      path += `M${from} ${y}h${x - from}v1h${from - x}z`;
    }
  });
  return path;
}

export function Qr({ text, label, big }: { text: string; label: string; big?: boolean }) {
  const { path, side } = useMemo(() => {
    // Large modules are read from further away than repaired ones.
    const rows = encodeQR(text, 'raw', { ecc: 'low', border: QUIET });
    return { path: pathOf(rows), side: rows.length };
  }, [text]);
  return (
    <div class={big ? 'qr-card big' : 'qr-card'}>
      <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
        <path fill="#17212b" d={path} />
      </svg>
    </div>
  );
}
