/** Sessions at which I may check people in: for people of a provider or of the commune. */
import { useEffect } from 'preact/hooks';
import { may } from '../../model/sign-in/session.ts';
import { checkInSessions, loadCheckInSessions } from '../../model/training/check-in-sessions.ts';
import { dayOfSession, startText } from '../../model/training/times.ts';
import { t, tidy } from '../../model/words/words.ts';
import { href } from '../../router.ts';
import { Icon } from '../../ui/icon.tsx';
import { DateBlock, GroupHeading } from '../../ui/parts.tsx';

export function CheckInSessions({ onDay }: { onDay?: string }) {
  const open = may('training.door');
  useEffect(() => {
    if (open) void loadCheckInSessions();
  }, [open]);
  const list = (checkInSessions.value ?? []).filter((one) => !onDay || dayOfSession(one) === onDay);
  if (!open || list.length === 0) return null;
  return (
    <section>
      <GroupHeading>{t('tr.teaching')}</GroupHeading>
      <div class="card rows">
        {list.map((session) => (
          <a class="row" key={session.id} href={href('cua', session.id)}>
            <DateBlock on={dayOfSession(session)} tone="tint" />
            <span class="grow">
              <b>{tidy(session.title)}</b>
              <span class="muted">{startText(session)}</span>
              <span class="muted">{tidy(session.place ?? t('tr.place.online'))}</span>
              <span class="link-word">{t('tr.teaching.checkIn')}</span>
            </span>
            <Icon name="next" />
          </a>
        ))}
      </div>
    </section>
  );
}
