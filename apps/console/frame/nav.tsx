import { Tooltip } from '@mantine/core';
import { Link, useRouterState } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { useIdentity } from '../api/me.tsx';
import { useI18n } from '../i18n/i18n.tsx';
import { Icon } from '../ui/icon.tsx';
import { Contact } from './contact.tsx';
import { type NavItem, visibleItems } from './nav-items.ts';
import { absent, useNavCounts } from './nav-counts.ts';

const isAlarm = ({ count }: NavItem) => count === 'today' || count === 'channels' || count === 'takeover';

function isCurrent(path: string, to: string): boolean {
  if (to === '/teams') return /^\/(teams|import)/.test(path);
  if (to === '/training') return path === to;
  return to === '/' ? path === '/' : path.startsWith(to);
}

interface LinkProps {
  item: NavItem;
  rail: boolean;
  count: number;
  urgent: boolean;
  onGo?: () => void;
}

function NavLink({ item, rail, count, urgent, onGo }: LinkProps) {
  const { t, n } = useI18n();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const label = t(item.label);
  const link = (
    <Link
      to={item.to}
      className="nav-link"
      data-current={isCurrent(path, item.to) || undefined}
      aria-current={isCurrent(path, item.to) ? 'page' : undefined}
      aria-label={rail ? label : undefined}
      onClick={onGo}
    >
      <Icon name={item.icon} size={20} />
      {!rail && <span className="nav-label">{label}</span>}
      {!rail && count > 0 && (
        <span className="nav-count num" data-urgent={urgent || undefined}>
          {n(count)}
        </span>
      )}
    </Link>
  );
  return (
    <li>
      {rail ? (
        <Tooltip label={label} position="right">
          {link}
        </Tooltip>
      ) : (
        link
      )}
    </li>
  );
}

interface PartProps {
  items: readonly NavItem[];
  rail: boolean;
  onGo?: () => void;
}

function Items({ items, rail, onGo }: PartProps) {
  const counts = useNavCounts();
  return (
    <ul>
      {items.map((item) => {
        const count = item.count ? counts[item.count] : 0;
        return (
          count !== absent && (
            <NavLink
              key={item.to}
              item={item}
              rail={rail}
              count={count}
              urgent={item.count === 'dataRequests' ? counts.lateRequests > 0 : isAlarm(item)}
              onGo={onGo}
            />
          )
        );
      })}
    </ul>
  );
}

type Level = 'daily' | 'admin';
const groups = ['people', 'rules', 'watch'] as const;
/** Lower than this the list would scroll: only the group stays open that is worked in. */
const LOW_SCREEN = '(max-height: 719px)';

/** Which list the address belongs to; undefined where it is in neither. */
function levelOf(items: readonly NavItem[], path: string): Level | undefined {
  const here = items.filter(({ to }) => isCurrent(path, to)).sort((a, b) => b.to.length - a.to.length)[0];
  return here && (here.part === 'admin' ? 'admin' : 'daily');
}

/** The list of the address, until the other one is asked for. */
function useLevel(items: readonly NavItem[]) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const own = levelOf(items, path);
  const [shown, setShown] = useState<{ path: string; level: Level }>({ path, level: own ?? 'daily' });
  const level = shown.path === path ? shown.level : (own ?? shown.level);
  if (shown.path !== path) setShown({ path, level });
  return { level, show: (next: Level) => setShown({ path, level: next }) };
}

/** A heading, and what stands under it. */
function Group({ name, items, rail, onGo }: PartProps & { name: (typeof groups)[number] }) {
  const { t } = useI18n();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const isHere = items.some(({ to }) => isCurrent(path, to));
  const [isLow] = useState(() => matchMedia(LOW_SCREEN).matches);
  const [open, setOpen] = useState(!isLow || isHere);
  const id = useId();
  if (items.length === 0) return null;
  if (rail) return <Items items={items} rail={rail} onGo={onGo} />;
  return (
    <>
      <button
        type="button"
        className="nav-group"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {t(`nav.group.${name}`)} {isLow && <Icon name={open ? 'chevron-up' : 'chevron-down'} size={16} />}
      </button>
      <div id={id} hidden={!open}>
        <Items items={items} rail={rail} onGo={onGo} />
      </div>
    </>
  );
}

function Turn({ level, rail, onTurn }: { level: Level; rail: boolean; onTurn: () => void }) {
  const { t } = useI18n();
  const isDaily = level === 'daily';
  return (
    <button
      type="button"
      className="nav-link nav-turn"
      aria-label={rail ? t(isDaily ? 'nav.admin' : 'nav.daily') : undefined}
      title={isDaily ? undefined : t('nav.daily')}
      onClick={onTurn}
    >
      <Icon name={isDaily ? 'settings' : 'chevron-left'} size={20} />
      {!rail && <span className="nav-label">{t('nav.admin')}</span>}
      {!rail && isDaily && <Icon name="chevron-right" size={16} />}
    </button>
  );
}

/** What is set up, under its headings. */
function AdminLists({ items, rail, onGo }: PartProps) {
  return (
    <>
      <Items items={items.filter(({ group }) => !group)} rail={rail} onGo={onGo} />
      {groups.map((name) => (
        <Group key={name} name={name} items={items.filter(({ group }) => group === name)} rail={rail} onGo={onGo} />
      ))}
    </>
  );
}

/** What is done each day, or, in its place, what is set up: both at once would be a list of twenty to scroll. */
export function Nav({ rail, onGo }: { rail: boolean; onGo?: () => void }) {
  const { may, commune } = useIdentity();
  const { t } = useI18n();
  const items = visibleItems(may, commune);
  const { level, show } = useLevel(items);
  const part = (name?: NavItem['part']) => items.filter((item) => item.part === name);
  const [second, admin] = [part('second'), part('admin')];
  const back = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && level === 'admin') show('daily');
  };
  return (
    <nav className="nav" aria-label={t('frame.nav')} data-rail={rail || undefined} onKeyDown={back}>
      <div className="nav-lists">
        {level === 'admin' && <Turn level={level} rail={rail} onTurn={() => show('daily')} />}
        {level === 'admin' && <AdminLists items={admin} rail={rail} onGo={onGo} />}
        {level === 'daily' && (
          <>
            <Items items={part()} rail={rail} onGo={onGo} />
            {second.length > 0 && <hr />}
            <Items items={second} rail={rail} onGo={onGo} />
            {admin.length > 0 && <hr />}
            {admin.length > 0 && <Turn level={level} rail={rail} onTurn={() => show('admin')} />}
          </>
        )}
      </div>
      {!rail && <Contact />}
    </nav>
  );
}
