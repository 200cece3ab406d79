import { Tooltip } from '@mantine/core';
import { Link, useRouterState } from '@tanstack/react-router';
import { useIdentity } from '../api/me.tsx';
import { useI18n } from '../i18n/i18n.tsx';
import { Icon } from '../ui/icon.tsx';
import { Contact } from './contact.tsx';
import { type NavItem, visibleItems } from './nav-items.ts';
import { useNavCounts } from './nav-counts.ts';

function isCurrent(path: string, to: string): boolean {
  if (to === '/teams') return /^\/(teams|import)/.test(path);
  if (to === '/training') return path === to;
  return to === '/' ? path === '/' : path.startsWith(to);
}

function NavLink({ item, rail, count, onGo }: { item: NavItem; rail: boolean; count: number; onGo?: () => void }) {
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
        <span className="nav-count num" data-urgent={item.count === 'today' || item.count === 'channels' || undefined}>
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

export function Nav({ rail, onGo }: { rail: boolean; onGo?: () => void }) {
  const { may, commune } = useIdentity();
  const { t } = useI18n();
  const counts = useNavCounts();
  const items = visibleItems(may, commune);
  const group = (second: boolean) => (
    <ul>
      {items
        .filter((item) => Boolean(item.second) === second)
        .map((item) => (
          <NavLink key={item.to} item={item} rail={rail} count={item.count ? counts[item.count] : 0} onGo={onGo} />
        ))}
    </ul>
  );
  return (
    <nav className="nav" aria-label={t('frame.nav')} data-rail={rail || undefined}>
      {group(false)}
      {items.some((item) => item.second) && <hr />}
      {group(true)}
      {!rail && <Contact />}
    </nav>
  );
}
