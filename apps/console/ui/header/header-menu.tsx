/**
 * What else can be done on a page, behind ⋯. Its entries stay mounted while it is closed, since they bring the dialogs that they
 * open; keys of those dialogs are none of its business.
 */
import { Link, type LinkProps } from '@tanstack/react-router';
import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon, type IconName } from '../icon.tsx';

const CloseMenu = createContext<() => void>(() => undefined);

interface ActProps {
  icon: IconName;
  /** The verb. */
  children: ReactNode;
  /** A small word for the form or the count: "Excel, CSV", "3 lần". */
  note?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  title?: string;
}

function Inside({ icon, children, note }: ActProps) {
  return (
    <>
      <Icon name={icon} size={18} />
      <span className="menu-verb">{children}</span>
      {note && <span className="menu-note">{note}</span>}
    </>
  );
}

/** One entry of the menu. */
export function HeaderAct({ onClick, danger, disabled, title, ...inside }: ActProps & { onClick: () => void }) {
  const close = useContext(CloseMenu);
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      data-danger={danger || undefined}
      disabled={disabled}
      title={title}
      onClick={() => {
        close();
        onClick();
      }}
    >
      <Inside {...inside} />
    </button>
  );
}

/** One entry that leads to another page. */
export function HeaderLink({
  to,
  search,
  params,
  ...inside
}: ActProps & { to: string; search?: Record<string, string | undefined>; params?: Record<string, string> }) {
  const close = useContext(CloseMenu);
  const where = { to, ...(search && { search }), ...(params && { params }) } as LinkProps;
  return (
    <Link {...where} role="menuitem" tabIndex={-1} onClick={close}>
      <Inside {...inside} />
    </Link>
  );
}

/** One entry that opens a public page beside this one. */
export function HeaderOut({ href, ...inside }: ActProps & { href: string }) {
  const close = useContext(CloseMenu);
  return (
    <a href={href} target="_blank" rel="noopener" role="menuitem" tabIndex={-1} onClick={close}>
      <Inside {...inside} />
    </a>
  );
}

const STEPS: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => (at >= last ? 0 : at + 1),
  ArrowUp: (at, last) => (at <= 0 ? last : at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

const itemsOf = (list: HTMLElement | null) => [
  ...(list?.querySelectorAll<HTMLElement>('[role="menuitem"]:not(:disabled)') ?? []),
];

/** The first entry has the focus; a press elsewhere closes. */
function useOpened(
  isOpen: boolean,
  list: RefObject<HTMLElement | null>,
  button: RefObject<HTMLElement | null>,
  close: () => void,
): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    itemsOf(list.current)[0]?.focus();
    const outside = ({ target }: Event) => {
      if (target instanceof Node && !list.current?.contains(target) && !button.current?.contains(target)) close();
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [isOpen]);
}

export function HeaderMenu({ children }: { children: ReactNode }) {
  const { t } = useI18n();
  const [isOpen, setOpen] = useState(false);
  const [isEmpty, setEmpty] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  // Which entries there are is known only by them: each asks for its own right. Before it is painted: an empty menu never flashes.
  useLayoutEffect(() => setEmpty(list.current?.querySelector('[role="menuitem"]') === null));
  useOpened(isOpen, list, button, () => setOpen(false));
  const onKeyDown = (event: KeyboardEvent) => {
    if (!list.current?.contains(event.target as Node)) return;
    if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.stopPropagation();
      close();
      return;
    }
    const items = itemsOf(list.current);
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    items[step(items.indexOf(document.activeElement as HTMLElement), items.length - 1)]?.focus();
  };
  return (
    <div className="header-menu" hidden={isEmpty}>
      <button
        ref={button}
        type="button"
        className="header-icon"
        aria-label={t('act.more')}
        title={t('act.more')}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="dots" size={20} />
      </button>
      <div ref={list} id={id} role="menu" aria-label={t('act.more')} hidden={!isOpen} onKeyDown={onKeyDown}>
        <CloseMenu value={close}>{children}</CloseMenu>
      </div>
    </div>
  );
}
