/** A QR code with four modules of quiet around it; read from as far away as can be. */
import { useMemo } from 'preact/hooks';
import { qrPath } from '#qr';

export function Qr({ text, label, big }: { text: string; label: string; big?: boolean }) {
  const { path, side } = useMemo(() => qrPath(text, { border: 4 }), [text]);
  return (
    <div class={big ? 'qr-card big' : 'qr-card'}>
      <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
        <path fill="#17212b" d={path} />
      </svg>
    </div>
  );
}
