export const CALM_MS = 700;
/** Swallows the touches that were meant for the screen before: its button stood where this one's bar is. */
export function calmTouches(): void {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('click', swallow, true);
  setTimeout(() => removeEventListener('click', swallow, true), CALM_MS);
}
