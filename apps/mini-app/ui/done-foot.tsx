/** The foot of a screen that stands after an act: words only, where the thumb still is, and a moment without touches. */
import { useRef } from 'preact/hooks';
import { CALM_MS } from '../model/device/calm.ts';
import { cameFromHere } from '../router.ts';
import { Icon, type IconName } from './icon.tsx';

export function DoneFoot({ icon, title, text }: { icon: IconName; title: string; text: string }) {
  return (
    <footer class="foot done-foot">
      <Icon name={icon} />
      <p>
        <b>{title}</b>
        <span class="muted">{text}</span>
      </p>
    </footer>
  );
}

/** Swallows what was meant for the screen before; what stands above it stays. After a reload there was no screen before. */
export function useCalmTouch(): (event: Event) => void {
  const since = useRef(cameFromHere() ? performance.now() : -CALM_MS);
  return (event) => {
    if (performance.now() - since.current > CALM_MS || (event.target as Element).closest('.app-bar, .banner')) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
