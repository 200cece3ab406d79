/** "Tuần này chưa làm được": said on this phone, with or without a network, and shown as said at once. */
import { computed } from './signals.ts';
import type { Me } from '#client';
import type { BusyReason } from '#contracts/membership/busy-reasons';
import { addDays } from '#i18n/dates';
import { weekdayOf } from '#i18n/weekdays';
import { today } from './clock.ts';
import { commands, isOpen } from './queue/kept-commands.ts';
import { enqueue } from './queue/enqueue.ts';
import { keepMe, me } from './sign-in/session.ts';
import { dayText, t } from './words/words.ts';

export type Busy = NonNullable<Me['busy']>;
const LANE = 'busy';
const holds = (busy: Busy | null | undefined): Busy | undefined => (busy && busy.until >= today() ? busy : undefined);

/** My own word, while it holds; what still waits on this phone goes before what the server knew. */
export const myBusy = computed<Busy | undefined>(() => {
  const waiting = commands.value.filter((command) => command.lane === LANE && isOpen(command)).at(-1);
  return holds(waiting ? (waiting.body as Busy | undefined) : me.value?.busy);
});

const remember = (busy: Busy | null) => me.value && keepMe({ ...me.value, busy });

export async function sayBusy(reason: BusyReason, until: string) {
  const [made] = await enqueue({
    kind: 'busy.say',
    lane: LANE,
    method: 'POST',
    path: '/me/busy',
    body: { reason, until },
    view: { title: dayText(until) },
  });
  remember({ reason, until });
  return made;
}

export async function endBusy() {
  const [made] = await enqueue({ kind: 'busy.end', lane: LANE, method: 'POST', path: '/me/busy/end', view: {} });
  remember(null);
  return made;
}

/** The Sundays on which this week and the next are over; of a week that is nearly over the next one's. */
export function weekEnds(): [this: string, next: string] {
  const sunday = addDays(today(), 6 - weekdayOf(today()));
  return [sunday, addDays(sunday, 7)];
}

/** "Báo bận đến hết ngày 6/12: đang mùa vụ" */
export const busyText = ({ reason, until }: Busy): string =>
  t('busy.of', { day: dayText(until), reason: t(`busy.inside.${reason}`) });
