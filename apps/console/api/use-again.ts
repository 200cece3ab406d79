import { useEffect, useRef } from 'react';

const againMs = 10_000;

/** While the line is down: tries every ten seconds, and as soon as the browser says that it is back. */
export function useAgain(isDown: boolean, attempt: () => unknown): void {
  const latest = useRef(attempt);
  latest.current = attempt;
  useEffect(() => {
    if (!isDown) return undefined;
    const again = () => void latest.current();
    const timer = setInterval(again, againMs);
    addEventListener('online', again);
    return () => {
      clearInterval(timer);
      removeEventListener('online', again);
    };
  }, [isDown]);
}
