/** Cards of the skill that a task needs; training's own chunk and words come when the task stands. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

type Shown = ComponentType<{ templateCode: string }>;

export function QuickCards({ templateCode }: { templateCode: string | null }) {
  const [Found, setFound] = useState<{ Cards: Shown }>();
  useEffect(() => {
    if (!templateCode) return;
    Promise.all([
      import('./training/task-cards.tsx'),
      import('../model/training/words.ts').then(({ ready }) => ready),
    ]).then(
      ([{ TaskCards }]) => setFound({ Cards: TaskCards }),
      () => {},
    );
  }, [templateCode]);
  return Found && templateCode ? <Found.Cards templateCode={templateCode} /> : null;
}
