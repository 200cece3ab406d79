/** What is open over a page of training: a session, a plan, a move. A session's id stands in the address. */
import { type ReactNode, Suspense, useMemo, useState } from 'react';
import { useIdentity } from '../../api/me.tsx';
import { type Acts, ActsProvider, type Seed } from './acts.ts';
import type { Span } from './hours.ts';
import type { SessionRow } from './looks.ts';
import { later } from '../../i18n/screens.ts';
import './session/session.css';

const SessionDrawer = later(() => import('./session/session-drawer.tsx'), 'SessionDrawer');
const PlanDialog = later(() => import('./plan/plan-dialog.tsx'), 'PlanDialog');
const MoveDialog = later(() => import('./plan/move-dialog.tsx'), 'MoveDialog');

type Open = { kind: 'plan'; seed?: Seed; sessionId?: string } | { kind: 'move'; session: SessionRow; to?: Span } | null;

interface TrainingDialogsProps {
  search: { session?: string; tab?: string; at?: string };
  onSearch: (part: { session?: string; tab?: string }) => void;
  children: ReactNode;
}

export function TrainingDialogs({ search, onSearch, children }: TrainingDialogsProps) {
  const { may } = useIdentity();
  const [open, setOpen] = useState<Open>(null);
  const planner = may('training.propose');
  const acts = useMemo<Acts>(
    () => ({
      open: (session, tab) => onSearch({ session, tab }),
      ...(planner && {
        propose: (seed: Seed) => setOpen({ kind: 'plan', seed }),
        change: (sessionId: string) => setOpen({ kind: 'plan', sessionId }),
        move: (session: SessionRow, to?: Span) => setOpen({ kind: 'move', session, to }),
      }),
    }),
    [planner, onSearch],
  );
  const close = () => setOpen(null);
  return (
    <ActsProvider value={acts}>
      {children}
      <Suspense>
        {search.session && (
          <SessionDrawer
            key={search.session}
            sessionId={search.session}
            tab={search.tab}
            onTab={(tab) => onSearch({ session: search.session, tab })}
            onClose={() => onSearch({})}
          />
        )}
        {open?.kind === 'plan' && <PlanDialog seed={open.seed} sessionId={open.sessionId} onClose={close} />}
        {open?.kind === 'move' && <MoveDialog session={open.session} to={open.to} onClose={close} />}
      </Suspense>
    </ActsProvider>
  );
}
