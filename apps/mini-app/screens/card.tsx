/** "Thẻ của tôi": shown at a stranger's gate, without a network; its code changes by itself. */
import { useEffect, useState } from 'preact/hooks';
import type { MemberCard } from '#client';
import { cardStamp, cardWindow, minutesLeft } from '#contracts/membership/card-codes';
import { formatDate } from '#i18n/dates';
import { initials } from '#i18n/first-letters';
import { card, cardFailed, cardPhoto, keysOf, loadCard, TAKEN_AWAY } from '../model/card.ts';
import { now } from '../model/clock.ts';
import { post } from '../model/sign-in/session.ts';
import '../model/words/service-words.ts';
import { useAwake, useMade } from '../model/training/code-clock.ts';
import { lang, t, tidy } from '../model/words/words.ts';
import { AppBar, Screen } from '../ui/chrome.tsx';
import { UnitEmblem } from '../ui/drum.tsx';
import { Icon } from '../ui/icon.tsx';
import { Qr } from '../ui/qr.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states.tsx';
import { CardActs, PhotoOnCard } from './card-acts.tsx';

// Of this screen only: rules in the common style sheet would be loaded before the first screen.
const HEAD = {
  display: 'flex',
  gap: '12px',
  alignItems: 'center',
  padding: '16px',
  background: '#0b5cad',
  color: '#fff',
};
const FRAME = { padding: 0, overflow: 'hidden' };
const INSIDE = { padding: '16px' };
const QR = { width: '266px', maxWidth: '100%', margin: '4px auto' };
const SMALL = { fontSize: 'var(--secondary)' };
const FACE = { flex: 'none', width: '64px', height: '64px', borderRadius: '12px', objectFit: 'cover' };
const INITIALS = {
  ...FACE,
  display: 'grid',
  placeItems: 'center',
  background: 'var(--tint)',
  color: 'var(--on-tint)',
  fontSize: 'var(--title)',
};
const LINE = { ...SMALL, display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '8px 16px' };

export function CardScreen() {
  useAwake();
  const team = post.value?.team;
  const load = () => {
    if (team) void loadCard(team.id);
  };
  useEffect(load, [team?.id]);
  const shown = card.value;
  return (
    <Screen
      bar={<AppBar title={t('card.title')} back={['to']} />}
      foot={team && shown && <CardActs teamId={team.id} />}
    >
      {!team ? (
        <EmptyState title={t('team.none')} />
      ) : shown ? (
        <Card shown={shown} teamId={team.id} />
      ) : cardFailed.value === TAKEN_AWAY ? (
        <EmptyState title={t('card.taken')} text={t('card.taken.text')} />
      ) : cardFailed.value ? (
        <ErrorState title={t('card.none')} text={t('card.none.text')} code={cardFailed.value} onRetry={load} />
      ) : (
        <SkeletonRows />
      )}
    </Screen>
  );
}

function Card({ shown, teamId }: { shown: MemberCard; teamId: string }) {
  const photo = cardPhoto.value;
  return (
    <>
      <section class="card" style={FRAME}>
        <p style={HEAD}>
          <UnitEmblem size={40} />
          <span>
            <b style={{ display: 'block' }}>{t('card.heading')}</b>
            <span style={SMALL}>{shown.office}</span>
          </span>
        </p>
        <div style={INSIDE}>
          <div class="row still" style={{ padding: 0 }}>
            {photo ? (
              <img style={FACE} src={photo.data} alt="" />
            ) : (
              <b style={INITIALS} aria-hidden="true">
                {initials(shown.fullName)}
              </b>
            )}
            <p class="grow">
              <b class="title">{shown.fullName}</b>
              <span style={{ display: 'block' }}>
                {tidy(t('card.role', { role: t(`role.${shown.role}`), team: shown.team }))}
              </span>
              <span class="muted">
                {t('card.valid', { date: formatDate(shown.validUntil, lang.value, { withYear: true }) })}
              </span>
            </p>
          </div>
          <Code shown={shown} teamId={teamId} />
        </div>
      </section>
      <p class="fact">
        <Icon name="shield" />
        <span>{t('card.never')}</span>
      </p>
      <PhotoOnCard teamId={teamId} />
    </>
  );
}

/** Looked at each second, made anew when its window is over. */
function Code({ shown, teamId }: { shown: MemberCard; teamId: string }) {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const window = cardWindow(new Date(at));
  const made = useMade(async () => {
    const keys = await keysOf(teamId);
    if (!keys) throw new Error('no key on this phone');
    return `${shown.address}/${await cardStamp(keys.privateKey, shown.code, new Date(now()))}`;
  }, [window, shown.code]);
  if (made === null) return <p class="late space-above">{t('card.noKey')}</p>;
  return (
    <>
      <div style={QR}>{made && <Qr text={made} label={t('card.qr')} />}</div>
      <p class="muted" style={{ textAlign: 'center' }}>
        {t('card.scan')}
      </p>
      <p style={LINE} class="space-above">
        <span class="state-line muted">
          <Icon name="retry" size={20} />
          {t('card.changes', { n: minutesLeft(new Date(at)) })}
        </span>
        <b class="state-line done-word">
          <Icon name="noWifi" size={20} />
          {t('card.offline')}
        </b>
      </p>
    </>
  );
}
