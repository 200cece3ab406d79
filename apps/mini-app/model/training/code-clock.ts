/** The seconds of a code on the screen, and a screen that stays awake while it is shown. */
import { useEffect, useState } from 'preact/hooks';
import { lifeLeft, WINDOW_MS, windowOf } from '#contracts/training/check-in-codes';
import { now } from '../clock.ts';

export interface CodeClock {
  /** Changes when the code does. */
  window: number;
  secondsLeft: number;
  /** 0 to 1. */
  share: number;
}

const read = (): CodeClock => {
  const at = new Date(now());
  const left = lifeLeft(at);
  return { window: windowOf(at), secondsLeft: Math.ceil(left / 1000), share: left / WINDOW_MS };
};

export function useCodeClock(): CodeClock {
  const [clock, setClock] = useState(read);
  useEffect(() => {
    const timer = setInterval(() => setClock(read()), 1000);
    return () => clearInterval(timer);
  }, []);
  return clock;
}

/** What the code of this minute is; undefined while it is made, null where this phone cannot make one. */
export function useMade<T>(make: () => Promise<T>, deps: readonly unknown[]): T | null | undefined {
  const [made, setMade] = useState<T | null | undefined>(undefined);
  useEffect(() => {
    let stands = true;
    // Web Crypto is only where the page came over https.
    Promise.resolve()
      .then(make)
      .then(
        (value) => stands && setMade(value),
        () => stands && setMade(null),
      );
    return () => {
      stands = false;
    };
  }, deps);
  return made;
}

export function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let shown = true;
    const hold = () => {
      if (document.visibilityState === 'hidden') return;
      void navigator.wakeLock?.request('screen').then(
        (held) => {
          if (shown) lock = held;
          else void held.release();
        },
        () => {},
      );
    };
    hold();
    document.addEventListener('visibilitychange', hold);
    return () => {
      shown = false;
      document.removeEventListener('visibilitychange', hold);
      void lock?.release().catch(() => {});
    };
  }, []);
}
