/** Below the work of the first screen, when it stands: the quick report, the phone's voice, a place on the phone's own screen. */
import { signal } from '../../model/signals.ts';
import { useEffect, useState } from 'preact/hooks';
import { foldMarks } from '#i18n/fold';
import { hosted } from '../../model/device/host.ts';
import { searched, sessionViews } from '../../model/home-extras.ts';
import { read, write } from '../../model/local.ts';
import type { LeftBehind } from '../../model/queue/kept-commands.ts';
import { groupTasks } from '../../model/home-groups.ts';
import { may, session } from '../../model/sign-in/session.ts';
import { shownTasks } from '../../model/tasks-shown.ts';
import { dateInVietnam } from '#i18n/dates';
import { dayText, due, t } from '../../model/words/words.ts';
import { href } from '../../router.ts';
import { Icon } from '../../ui/icon.tsx';
import { Button } from '../../ui/parts.tsx';
import { BottomSheet } from '../../ui/sheet.tsx';
import { BusyRow } from '../busy.tsx';
import { ReadText } from '../read-aloud.tsx';

/** The browser's own question, kept until the person asks for it. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}
const offer = signal<InstallPrompt | undefined>(undefined);
addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  offer.value = event as InstallPrompt;
});

const PLACED = 'homeScreen';
const isStandalone = (): boolean => matchMedia('(display-mode: standalone)').matches;
const isApple = (): boolean => /iPhone|iPad/.test(navigator.userAgent);
const mayPlace = (): boolean => !hosted && !isStandalone() && !read(PLACED) && (offer.value !== undefined || isApple());

export function HomeMore() {
  const [asking, setAsking] = useState(false);
  const done = () => {
    write(PLACED, 1);
    setAsking(false);
  };
  return (
    <>
      <LostItems />
      <div class="card rows space-above">
        {may('task.report') && (
          <a class="row" href={href('bao-nhanh')}>
            <Icon name="send" />
            <b class="grow">{t('quick.title')}</b>
            <Icon name="next" />
          </a>
        )}
        <BusyRow />
        {mayPlace() && (
          <button type="button" class="row" onClick={() => setAsking(true)}>
            <Icon name="download" />
            <b class="grow">{t('install.offer')}</b>
            <Icon name="next" />
          </button>
        )}
      </div>
      <p class="centre">
        <ReadText text={spokenHome()} />
      </p>
      {asking && <InstallSheet onClose={() => setAsking(false)} onDone={done} />}
    </>
  );
}

/** Needs no marks: "dang ky" finds "Đăng ký". */
export function HomeSearch() {
  const [text, setText] = useState('');
  const search = (next: string) => {
    setText(next);
    const wanted = foldMarks(next);
    searched.value = wanted ? (one) => foldMarks(one).includes(wanted) : undefined;
  };
  useEffect(() => () => void (searched.value = undefined), []);
  return (
    <label class="search">
      <Icon name="search" size={20} />
      <input
        type="search"
        value={text}
        placeholder={t('home.find')}
        aria-label={t('home.find')}
        onInput={(event) => search(event.currentTarget.value)}
      />
    </label>
  );
}

/** What waited here is gone from the phone, though nothing of it was taken out: said until it is read. */
function LostItems() {
  const [lost, setLost] = useState(() => read<LeftBehind>('lost'));
  if (lost?.personId !== session.value?.personId || !lost) return null;
  const seen = () => {
    write('lost', undefined);
    setLost(undefined);
  };
  return (
    <div class="card" role="alert">
      <b class="late">{t('lost.title', { n: lost.n })}</b>
      <p>{t('lost.text', { day: dayText(dateInVietnam(lost.since)) })}</p>
      <Button kind="outline" wide onClick={seen}>
        {t('lost.seen')}
      </Button>
    </div>
  );
}

/** What the first screen says, as one would read it out: what is due first, what waits for an answer, the class of today. */
function spokenHome(): string {
  const { first, answer } = groupTasks(shownTasks.value ?? []);
  return [
    first && `${t('home.doing')}: ${first.title}. ${due(first.dueOn, 'long')}`,
    answer.length > 0 && `${t('home.answer')}: ${answer.map(({ title }) => title).join('. ')}`,
    ...sessionViews.value.map(({ line, title, place }) => `${line}: ${title}. ${place}`),
    !first && answer.length === 0 && t('home.empty'),
  ]
    .filter(Boolean)
    .join('. ');
}

function InstallSheet({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const prompt = offer.value;
  const place = async () => {
    await prompt?.prompt();
    offer.value = undefined;
    onDone();
  };
  return (
    <BottomSheet
      title={t('install.title')}
      lead={t('install.why')}
      onClose={onClose}
      actions={
        <Button wide onClick={() => (prompt ? void place() : onDone())}>
          {t(prompt ? 'install.do' : 'act.close')}
        </Button>
      }
    >
      <Picture />
      {!prompt && <p>{t('install.apple')}</p>}
    </BottomSheet>
  );
}

/** A phone's own screen with our sign among its neighbours. */
const Picture = () => (
  <svg class="hall" viewBox="0 0 200 120" role="img" aria-label={t('install.title')}>
    <rect x="56" y="4" width="88" height="112" rx="12" fill="var(--inset)" stroke="var(--control)" />
    {[70, 94, 118].map((x) => (
      <rect key={x} x={x} y="22" width="16" height="16" rx="4" fill="var(--track)" />
    ))}
    {[70, 118].map((x) => (
      <rect key={x} x={x} y="50" width="16" height="16" rx="4" fill="var(--track)" />
    ))}
    <rect x="88" y="44" width="28" height="28" rx="7" fill="#0b5cad" />
    <path fill="#ffd54a" d="M102 49l2.2 6.4h6.8l-5.5 4.1 2 6.6-5.5-3.9-5.5 3.9 2-6.6-5.5-4.1h6.8Z" />
  </svg>
);
