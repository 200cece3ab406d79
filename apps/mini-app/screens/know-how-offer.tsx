/** An answer that fits a task; its code and words come when the task stands. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

export function KnowHowOffer({ indicatorCode }: { indicatorCode: string }) {
  const [Found, setFound] = useState<{ Offer: ComponentType<{ indicatorCode: string }> }>();
  useEffect(() => {
    import('./difficulties/tell.tsx').then(
      (file) => setFound({ Offer: file.KnowHowOffer }),
      () => {},
    );
  }, []);
  return Found ? <Found.Offer indicatorCode={indicatorCode} /> : null;
}
