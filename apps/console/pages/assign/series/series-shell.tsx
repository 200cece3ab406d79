/** A monthly work with what can be done about it: begun again, the next one changed, stopped. */
import { type ReactNode, Suspense, useState } from 'react';
import { type MonthlyWork, SeriesRow, StopDialog } from './series-row.tsx';

interface Act<S> {
  isPending: boolean;
  mutate: (series: S) => void;
}

interface Props<S> {
  series: S;
  work: MonthlyWork;
  begin: Act<S>;
  /** Stops it; what it is given closes the dialogue. */
  useStop: (onDone: () => void) => Act<S>;
  /** The dialogue in which the next one is changed. */
  change: (onClose: () => void) => ReactNode;
}

export function SeriesShell<S>({ series, work, begin, useStop, change }: Props<S>) {
  const [open, setOpen] = useState<'change' | 'stop' | null>(null);
  const close = () => setOpen(null);
  const stop = useStop(close);
  const { title, next } = work;
  return (
    <>
      <SeriesRow
        work={work}
        isBeginning={begin.isPending}
        onBegin={() => begin.mutate(series)}
        onChange={() => setOpen('change')}
        onStop={() => setOpen('stop')}
      />
      {open === 'stop' && next && (
        <StopDialog
          title={title}
          on={next.on}
          busy={stop.isPending}
          onStop={() => stop.mutate(series)}
          onClose={close}
        />
      )}
      {open === 'change' && next && <Suspense>{change(close)}</Suspense>}
    </>
  );
}
