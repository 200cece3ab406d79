/** What frames a screen: bars above and below, the banner of the network, notes, the live region. */
import { signal } from '../model/signals.ts';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { backTo } from '../model/device/back.ts';
import { hosted, launch } from '../model/device/host.ts';
import { unseenCount } from '../model/inbox/inbox.ts';
import { network } from '../model/device/network.ts';
import { acts, onlyHere, unsent } from '../model/queue/kept-commands.ts';
import { spoken, toast } from '../model/device/speak.ts';
import { anyOverdue, unanswered } from '../model/tasks-shown.ts';
import { setTitle } from '../model/device/title.ts';
import { trainingAsks } from '../model/home-extras.ts';
import { t } from '../model/words/words.ts';
import { goBack, href, route } from '../router.ts';
import { Icon, type IconName } from './icon.tsx';

/** Focus goes to the screen's h1 on entry, so that a screen reader starts at its name. */
export function useScreenTitle(title: string) {
  const ref = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    setTitle(title);
  }, [title]);
  useEffect(() => {
    ref.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);
  return ref;
}

export function AppBar({
  title,
  back,
  children,
}: {
  title: string;
  back?: string[] | (() => void);
  children?: ComponentChildren;
}) {
  const ref = useScreenTitle(title);
  const goes = () => back && (typeof back === 'function' ? back() : goBack(...back));
  // Before the screen is painted: the host's own arrow can be tapped as soon as a screen is seen.
  useLayoutEffect(() => {
    backTo.value = back && goes;
    return () => {
      backTo.value = undefined;
    };
  });
  return (
    <header class={hosted ? `app-bar in-${launch.kind}` : 'app-bar'}>
      {back && !hosted && (
        <button type="button" class="icon-button" aria-label={t('act.back')} onClick={goes}>
          <Icon name="back" />
        </button>
      )}
      <h1 ref={ref} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </header>
  );
}

/** Settings in one tap. */
export const SettingsLink = () => (
  <a class="icon-button" href={href('cai-dat')} aria-label={t('settings.title')}>
    <Icon name="gear" />
  </a>
);

interface Tab {
  to: string[];
  icon: IconName;
  word: string;
  count: number;
  /** Read after the word: ", 2 việc cần trả lời". */
  say: string;
  alarm?: boolean;
}
export function TabBar() {
  const tabs: Tab[] = [
    {
      to: [],
      icon: 'tasks',
      word: t('tab.tasks'),
      count: unanswered.value.length,
      say: t('tab.tasks.say', { n: unanswered.value.length }),
      alarm: anyOverdue.value,
    },
    {
      to: ['tap-huan'],
      icon: 'cap',
      word: t('tab.training'),
      count: trainingAsks.value,
      say: t('tab.training.say', { n: trainingAsks.value }),
    },
    {
      to: ['hop-thu'],
      icon: 'mail',
      word: t('tab.inbox'),
      count: unseenCount.value,
      say: t('tab.inbox.say', { n: unseenCount.value }),
    },
    { to: ['to'], icon: 'people', word: t('tab.team'), count: 0, say: '' },
  ];
  return (
    <nav class="tab-bar" aria-label={t('tab.nav')}>
      {tabs.map((tab) => {
        const here = (route.value[0] ?? '') === (tab.to[0] ?? '');
        return (
          <a key={tab.word} href={href(...tab.to)} aria-current={here ? 'page' : undefined}>
            <span class="tab-icon">
              <Icon name={tab.icon} />
              {tab.count > 0 && (
                <b aria-hidden="true" class={tab.alarm ? 'badge alarm' : 'badge'}>
                  {tab.count > 99 ? '99+' : tab.count}
                </b>
              )}
            </span>
            <span>
              {tab.word}
              {tab.count > 0 && <span class="sr">{tab.say}</span>}
            </span>
          </a>
        );
      })}
    </nav>
  );
}

/** What later chunks have to say on every screen. */
export const strip = signal<ComponentChildren>(undefined);

/** Pushes the content down and covers nothing; the good news goes after four seconds. */
export function NetBanner() {
  const [done, setDone] = useState(0);
  const waiting = useRef(new Set<string>());
  const count = unsent.value.length;
  const state = network.value;
  useEffect(() => {
    if (count > 0) {
      if (state !== 'good') for (const { id } of unsent.value) waiting.current.add(id);
    } else if (waiting.current.size > 0 && state === 'good') {
      // What its owner has dropped, or the commune refused, did not get through.
      setDone(acts.value.filter((act) => act.state === 'sent' && waiting.current.has(act.id)).length);
      waiting.current.clear();
      const timer = setTimeout(() => setDone(0), 4000);
      return () => clearTimeout(timer);
    }
    return undefined;
  }, [count, state]);
  return (
    <div role="status">
      {strip.value}
      {onlyHere.value.some(({ lastTry }) => lastTry || state !== 'good') && (
        <Banner
          icon="warn"
          tone="late"
          title={t('store.none')}
          text={t('store.none.text', { n: onlyHere.value.length })}
        />
      )}
      {state === 'none' && <Banner icon="noWifi" title={t('net.none')} text={t('net.none.do')} />}
      {state === 'weak' && count > 0 && <Banner icon="bars" title={t('net.weak')} text={t('net.weak.do')} />}
      {state === 'good' && done > 0 && <Banner icon="checkCircle" tone="done" title={t('net.sent', { n: done })} />}
    </div>
  );
}

export function Banner({
  icon,
  title,
  text,
  tone = 'wait',
}: {
  icon: IconName;
  title: string;
  text?: string;
  tone?: 'wait' | 'done' | 'late';
}) {
  return (
    <div class={`banner ${tone}`}>
      <Icon name={icon} />
      <p>
        <b>{title}</b>
        {text && <span>{text}</span>}
      </p>
    </div>
  );
}

export function ToastBar() {
  const shown = toast.value;
  return (
    <>
      <div class="sr" role="status">
        {spoken.value}
      </div>
      {shown && (
        <aside class="toast">
          <span>{shown.text}</span>
          {shown.action && (
            <button
              type="button"
              onClick={() => {
                toast.value = undefined;
                shown.action?.run();
              }}
            >
              {shown.action.label}
            </button>
          )}
        </aside>
      )}
    </>
  );
}

/** A whole screen: bar, content as `main`, and what is pinned below. */
export function Screen({
  bar,
  children,
  foot,
  class: extra = '',
}: {
  bar: ComponentChildren;
  children: ComponentChildren;
  foot?: ComponentChildren;
  class?: string;
}) {
  return (
    <div class={`screen ${extra}`}>
      {bar}
      <NetBanner />
      <main>{children}</main>
      {foot}
    </div>
  );
}
