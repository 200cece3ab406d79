/** Which parts of a session there is something to see in. Pure. */
import type { Action } from '#contracts/actions';
import type { SessionDetail } from '../looks.ts';

export const tabs = ['about', 'people', 'calls', 'door', 'result'] as const;
export type Tab = (typeof tabs)[number];

const hourMs = 3_600_000;
/** Check-in is shown from two hours before; a fortnight after the end no list comes any more. */
const checkInBeforeMs = 2 * hourMs;
const checkInAfterMs = 14 * 24 * hourMs;

/** Whether check-ins may still be written. */
export function takesCheckIns(session: Pick<SessionDetail, 'state' | 'startsAt' | 'endsAt'>, now: number): boolean {
  return (
    (session.state === 'published' || session.state === 'done') &&
    now >= Date.parse(session.startsAt) - checkInBeforeMs &&
    now <= Date.parse(session.endsAt) + checkInAfterMs
  );
}

export function tabsOf(session: SessionDetail, may: (action: Action) => boolean, now: number): Tab[] {
  const invited = session.invited > 0 || session.teamIds.length > 0;
  const told = session.state === 'published' || session.state === 'cancelled';
  const shown: Record<Tab, boolean> = {
    about: true,
    people: invited,
    calls: told && session.invited > 0 && may('training.call'),
    door: may('training.door') && (session.may.door || takesCheckIns(session, now)),
    result: session.state === 'done',
  };
  return tabs.filter((tab) => shown[tab]);
}
