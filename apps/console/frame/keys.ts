/** The keyboard: letters work only outside fields and never while a Vietnamese input method composes. */
import { useLayoutEffect, useRef } from 'react';

export type KeyMap = Record<string, () => void>;

function inField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** "mod+k" for Ctrl or Cmd; a plain key or letter else. Letters are ignored in fields and in open dialogs. */
function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.ctrlKey || event.metaKey ? `mod+${key}` : key;
}

export function handleKey(event: KeyboardEvent, keys: KeyMap): void {
  if (event.isComposing || event.keyCode === 229 || event.altKey) return;
  const name = nameOf(event);
  const act = keys[name];
  if (!act) return;
  const everywhere = name.startsWith('mod+') || /^F\d/.test(name);
  if (!everywhere && (inField(event.target) || document.querySelector('[role="dialog"][aria-modal="true"]'))) return;
  event.preventDefault();
  act();
}

export function useKeys(keys: KeyMap): void {
  const latest = useRef(keys);
  latest.current = keys;
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => handleKey(event, latest.current);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
