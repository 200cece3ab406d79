/** Draws when the phone is quiet what only pleases the eye; its place is there from the start. */
import { signal } from '../model/signals.ts';
import { useEffect } from 'preact/hooks';
import { whenIdle } from '../model/device/idle.ts';

type Drawings = typeof import('./ornaments.tsx');
const drawings = signal<Drawings | undefined>(undefined);

/** Asked for when the list stands, or where there is no list to wait for. */
export const drawLines = (): Promise<unknown> =>
  import('./ornaments.tsx').then(
    (file) => (drawings.value = file),
    () => {},
  );

/** Behind the header's words; decoration only. */
export const DrumMotif = () => (
  <svg class="motif" viewBox="0 0 200 200" aria-hidden="true">
    <Ornament of="DrumMotif" />
  </svg>
);

export function Ornament({ of }: { of: 'DrumMotif' | 'VillageHall' }) {
  const Found = drawings.value?.[of];
  useEffect(() => {
    if (of === 'VillageHall') whenIdle(drawLines);
  }, []);
  return Found ? <Found /> : null;
}
