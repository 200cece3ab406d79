/** After a week away, once: how many messages came meanwhile and how many tasks are late. */
import { loadInbox } from '../../model/inbox/load-inbox.ts';
import { now } from '../../model/clock.ts';
import { homeNote } from '../../model/home-extras.ts';
import { unseenCount } from '../../model/inbox/inbox.ts';
import { read, write } from '../../model/local.ts';
import { ready } from '../../model/words/more-words.ts';
import { isOverdueNow, shownTasks } from '../../model/tasks-shown.ts';
import { t } from '../../model/words/words.ts';
import { href } from '../../router.ts';
import { Icon } from '../../ui/icon.tsx';
import { Disc } from '../../ui/parts.tsx';

const AWAY_MS = 7 * 86_400_000;
/** Forgotten with the session: the next person of this phone was not away. */
const LAST = 'snapshot.opened';

export async function sayMissed(): Promise<void> {
  const last = read<number>(LAST);
  write(LAST, now());
  if (last === undefined || now() - last < AWAY_MS) return;
  await Promise.all([ready, loadInbox()]);
  const late = (shownTasks.value ?? []).filter(
    (task) => ['assigned', 'accepted', 'returned'].includes(task.state) && isOverdueNow(task),
  ).length;
  const parts = [
    unseenCount.value > 0 && t('home.missed', { n: unseenCount.value }),
    late > 0 && t('home.missed.late', { n: late }),
  ].filter(Boolean);
  if (parts.length === 0) return;
  homeNote.value = (
    <a class="card row line" href={href('hop-thu')}>
      <Disc icon="mail" />
      <b class="grow">{parts.join(', ')}</b>
      <Icon name="next" />
    </a>
  );
}
