/** A volunteer cannot work for some days: one touch, why, until when; the team and the commune see it, and it is no silence. */
import { useState } from 'preact/hooks';
import { type BusyReason, busyReasons, LONGEST_BUSY_DAYS } from '#contracts/membership/busy-reasons';
import { addDays } from '#i18n/dates';
import { busyText, endBusy, myBusy, sayBusy, weekEnds } from '../model/busy.ts';
import { today } from '../model/clock.ts';
import { tellWhatBecame, useSending } from '../model/queue/tell.ts';
import { teamPosts } from '../model/sign-in/session.ts';
import { dayText, t } from '../model/words/words.ts';
import { Field } from '../ui/fields.tsx';
import { Icon } from '../ui/icon.tsx';
import { Button } from '../ui/parts.tsx';
import { AskSheet, RadioList } from '../ui/sheet.tsx';

/** A row of a card, for whoever is in a team. */
export function BusyRow() {
  const [open, setOpen] = useState(false);
  const busy = myBusy.value;
  if (teamPosts.value.length === 0) return null;
  return (
    <>
      <button type="button" class="row" onClick={() => setOpen(true)}>
        <Icon name="clock" />
        <p class="grow">
          <b>{t(busy ? 'busy.now' : 'busy.act')}</b>
          {busy && <span class="muted">{busyText(busy)}</span>}
        </p>
        <Icon name="next" />
      </button>
      {open && <BusySheet onClose={() => setOpen(false)} />}
    </>
  );
}

type Days = 'week' | 'next' | 'other';

function useWord(onClose: () => void) {
  const [thisWeek, nextWeek] = weekEnds();
  const [reason, setReason] = useState<BusyReason | undefined>(myBusy.value?.reason);
  const [days, setDays] = useState<Days>('week');
  const [day, setDay] = useState(nextWeek);
  const [tried, setTried] = useState(false);
  const until = days === 'week' ? thisWeek : days === 'next' ? nextWeek : day;
  const bad = !until || until < today() || until > addDays(today(), LONGEST_BUSY_DAYS);
  const send = useSending(async () => {
    setTried(true);
    if (!reason || bad) return;
    const made = await sayBusy(reason, until);
    onClose();
    if (made) await tellWhatBecame(made.id, () => t('busy.sent'));
  });
  const end = useSending(async () => {
    const made = await endBusy();
    onClose();
    if (made) await tellWhatBecame(made.id, () => t('busy.ended'));
  });
  const errors = { reason: tried && !reason, day: tried && bad };
  return { thisWeek, nextWeek, reason, setReason, days, setDays, day, setDay, send, end, errors };
}

function BusySheet({ onClose }: { onClose: () => void }) {
  const word = useWord(onClose);
  const busy = myBusy.value;
  return (
    <AskSheet
      title={t('busy.act')}
      lead={busy ? busyText(busy) : t('busy.lead')}
      onClose={onClose}
      act={<Button onClick={word.send}>{t('busy.send')}</Button>}
    >
      {busy && (
        <Button kind="outline" wide icon="check" onClick={word.end}>
          {t('busy.end')}
        </Button>
      )}
      <h3 class="muted">{t('busy.why')}</h3>
      <RadioList
        name="busy-reason"
        legend={t('busy.why')}
        options={busyReasons.map((value) => ({ value, text: t(`busy.${value}`) }))}
        value={word.reason}
        onPick={word.setReason}
        error={word.errors.reason ? t('busy.choose') : undefined}
      />
      <h3 class="muted">{t('busy.howLong')}</h3>
      <RadioList
        name="busy-days"
        legend={t('busy.howLong')}
        options={[
          { value: 'week', text: t('busy.week', { day: dayText(word.thisWeek) }) },
          { value: 'next', text: t('busy.nextWeek', { day: dayText(word.nextWeek) }) },
          { value: 'other', text: t('busy.otherDay') },
        ]}
        value={word.days}
        onPick={word.setDays}
      />
      {word.days === 'other' && (
        <Field
          kind="date"
          label={t('busy.until')}
          value={word.day}
          min={today()}
          onInput={word.setDay}
          error={word.errors.day ? t('busy.badDay', { n: LONGEST_BUSY_DAYS }) : undefined}
        />
      )}
    </AskSheet>
  );
}
