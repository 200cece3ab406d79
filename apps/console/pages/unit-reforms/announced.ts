import { useEffect, useRef, useState } from 'react';

/** What is read aloud of something that moves: the latest of it, at most once in so many milliseconds. */
export function useAnnounced(text: string, everyMs: number): string {
  const [said, setSaid] = useState(text);
  const at = useRef(0);
  useEffect(() => {
    if (text === said) return;
    const wait = Math.max(0, at.current + everyMs - Date.now());
    const timer = setTimeout(() => {
      at.current = Date.now();
      setSaid(text);
    }, wait);
    return () => clearTimeout(timer);
  }, [text, said, everyMs]);
  return said;
}
