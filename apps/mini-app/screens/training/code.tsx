/** My code for check-in: made on this phone each minute, without network; six digits for where nothing can be scanned. */
import { useEffect } from 'preact/hooks';
import { memberCode, sixDigits } from '#contracts/training/check-in-codes';
import { dayText, lang, momentText, t, tidy } from '../../model/words/words.ts';
import { network } from '../../model/device/network.ts';
import { communeOf, me, post, shortTeam } from '../../model/sign-in/session.ts';
import { thereAt, type ShownSession } from '../../model/training/answers.ts';
import { useAwake, useCodeClock, useMade } from '../../model/training/code-clock.ts';
import { loadSession, sessionById } from '../../model/training/sessions.ts';
import { dayOfSession } from '../../model/training/times.ts';
import { now } from '../../model/clock.ts';
import { href } from '../../router.ts';
import { AppBar, Screen } from '../../ui/chrome.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/parts.tsx';
import { Qr } from '../../ui/qr.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { drawn } from '../../ui/training-style.ts';
import { useSpeechVoice } from '../read-aloud.tsx';

/** Often enough that the green word comes while the person still stands before the trainer. */
const ASK_MS = 8_000;

export function CodeScreen({ id }: { id: string }) {
  useAwake();
  useEffect(() => {
    const ask = () => network.value !== 'none' && document.visibilityState !== 'hidden' && void loadSession(id);
    ask();
    const timer = setInterval(ask, ASK_MS);
    return () => clearInterval(timer);
  }, [id]);
  const session = sessionById(id);
  const key = session?.mine.codeKey;
  const there = session && thereAt(session);
  return (
    <Screen
      class="code-screen"
      bar={<AppBar title={t('tr.myCode')} back={['tap-huan', id]} />}
      foot={session && key ? <WhoBar session={session} /> : undefined}
    >
      {session && there ? (
        <There session={session} at={there} />
      ) : session && key ? (
        <Code session={session} codeKey={key} />
      ) : (
        <EmptyState title={t('tr.code.none')} text={t('tr.code.none.text')}>
          {session && <ScanInstead id={id} />}
        </EmptyState>
      )}
    </Screen>
  );
}

function Code({ session, codeKey }: { session: ShownSession; codeKey: string }) {
  const { window, secondsLeft, share } = useCodeClock();
  const personId = me.value?.person.id ?? '';
  const made = useMade(async () => {
    const at = new Date(now());
    const [qr, digits] = await Promise.all([memberCode(codeKey, session.id, personId, at), sixDigits(codeKey, at)]);
    return { qr, digits };
  }, [window, codeKey]);
  return (
    <>
      <h2>{t('tr.code.show')}</h2>
      <p class="muted">{t('tr.code.about', { title: tidy(session.title), day: dayText(dayOfSession(session)) })}</p>
      {made === null && <p class="state-card late wide-line">{t('tr.code.noCrypto')}</p>}
      {made && (
        <>
          <Qr text={made.qr} label={t('tr.code.qr')} />
          <div class="life" aria-hidden="true">
            <i style={{ width: `${share * 100}%` }} />
          </div>
          <p class="muted">{t('tr.code.changes', { n: secondsLeft })}</p>
          <p class="read muted">{t('tr.code.read')}</p>
          <Digits digits={made.digits} />
        </>
      )}
      <p class="state-line done-word">
        <Icon name="noWifi" size={20} />
        <b>{t('tr.code.offline')}</b>
      </p>
      <p class="muted small">{t('tr.code.bright')}</p>
      <ScanInstead id={session.id} />
    </>
  );
}

/** "482 915" for the eye, one by one for the ear. */
function Digits({ digits }: { digits: string }) {
  const voice = useSpeechVoice();
  const say = () => {
    const words = new SpeechSynthesisUtterance([...digits].join(', '));
    if (voice) words.voice = voice;
    words.lang = 'vi-VN';
    words.rate = 0.8;
    window.speechSynthesis.cancel();
    window.speechSynthesis.speak(words);
  };
  return (
    <div class="digits">
      <b>
        <span aria-hidden="true">{`${digits.slice(0, 3)} ${digits.slice(3)}`}</span>
        <span class="sr">{[...digits].join(' ')}</span>
      </b>
      {voice && lang.value === 'vi' && (
        <button type="button" class="icon-button" aria-label={t('tr.code.listen')} onClick={say}>
          <Icon name="speaker" />
        </button>
      )}
    </div>
  );
}

const ScanInstead = ({ id }: { id: string }) => (
  <Button kind="text" icon={drawn.qr} href={href('tap-huan', id, 'quet')}>
    {t('tr.code.scanInstead')}
  </Button>
);

function There({ session, at }: { session: ShownSession; at: string }) {
  return (
    <div class="verdict holds" role="status">
      <span class="state-disc">
        <Icon name="checkCircle" size={36} />
      </span>
      <h2>{t('tr.code.there', { time: momentText(at) })}</h2>
      <p class="muted">{tidy(session.title)}</p>
    </div>
  );
}

function WhoBar({ session }: { session: ShownSession }) {
  const name = me.value?.person.fullName ?? '';
  const commune = communeOf(post.value);
  const parts = [
    session.team && `${post.value?.title ?? ''} ${t('tr.code.team', { team: shortTeam(session.team.name) })}`,
  ];
  return (
    <footer class="who-bar">
      <Avatar name={name} />
      <p>
        <b>{name}</b>
        <span class="muted">{[...parts, commune?.name].filter(Boolean).join(', ').trim()}</span>
      </p>
    </footer>
  );
}
