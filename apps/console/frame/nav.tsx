import { Tooltip } from '@mantine/core';
import { Link, useRouterState } from '@tanstack/react-router';
import { useId, useState } from 'react';
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

/** What is set up rather than done each day; it can be folded away. */
function AdminPart({ items, rail, onGo }: PartProps) {
  const { t } = useI18n();
  const [open, setOpen] = useState(true);
  const id = useId();
  return (
    <>
      {!rail && (
        <button
          type="button"
          className="nav-group"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {t('nav.admin')} <Icon name={open ? 'chevron-up' : 'chevron-down'} size={16} />
        </button>
      )}
      <div id={id} hidden={!open && !rail}>
        <Items items={items} rail={rail} onGo={onGo} />
      </div>
    </>
  );
}

export function Nav({ rail, onGo }: { rail: boolean; onGo?: () => void }) {
  const { may, commune } = useIdentity();
  const { t } = useI18n();
  const items = visibleItems(may, commune);
  const part = (name?: NavItem['part']) => items.filter((item) => item.part === name);
  const [second, admin] = [part('second'), part('admin')];
  return (
    <nav className="nav" aria-label={t('frame.nav')} data-rail={rail || undefined}>
      <Items items={part()} rail={rail} onGo={onGo} />
      {second.length > 0 && <hr />}
      <Items items={second} rail={rail} onGo={onGo} />
      {admin.length > 0 && <hr />}
      {admin.length > 0 && <AdminPart items={admin} rail={rail} onGo={onGo} />}
      {!rail && <Contact />}
    </nav>
  );
}
