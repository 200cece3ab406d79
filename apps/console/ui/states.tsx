/** The four states that every card has beside its content: still loading, broken, not allowed, not there. */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatTime } from '#i18n';
import { isProblem } from '../api/client.ts';
import { useI18n } from '../i18n/i18n.tsx';
import { Icon, type IconName } from './icon.tsx';
import { Loading } from './loading.tsx';

export { Loading };

interface QueryLike<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  dataUpdatedAt: number;
  refetch: () => unknown;
}

export function Failed({ error, refetch }: { error: unknown; refetch: () => unknown }) {
  const { t } = useI18n();
  if (isProblem(error) && error.status === 403)
    return (
      <p className="state">
        <Icon name="lock" /> {t('state.noRight')}
      </p>
    );
  if (isProblem(error) && error.status === 404)
    return (
      <p className="state">
        <Icon name="info-circle" /> {t('state.notFound')}
      </p>
    );
  return (
    <div className="state" role="alert">
      <Icon name="plug-off" /> <span>{t('state.failed')}</span>
      <Button size="xs" variant="default" onClick={() => void refetch()}>
        {t('act.retry')}
      </Button>
    </div>
  );
}

/** Draws the content of a query. Old figures stay when a refetch fails, with the time they are from. */
export function Loaded<T>({
  query,
  rows,
  children,
}: {
  query: QueryLike<T>;
  rows?: number;
  children: (data: T) => ReactNode;
}) {
  const { t } = useI18n();
  if (query.data === undefined)
    return query.error ? <Failed error={query.error} refetch={query.refetch} /> : <Loading rows={rows} />;
  return (
    <>
      {query.error ? (
        <div className="state state-stale" role="status">
          <Icon name="clock" /> {t('state.stale', { time: formatTime(query.dataUpdatedAt, true) })}
          <button type="button" className="link" onClick={() => void query.refetch()}>
            {t('act.retry')}
          </button>
        </div>
      ) : null}
      {children(query.data)}
    </>
  );
}

/** What comes here, one main act and others, the nearest date: never only a drawing. */
export function EmptyState({
  icon,
  title,
  isPage,
  children,
  actions,
}: {
  icon: IconName;
  title: string;
  /** There is nothing else on the page: its title is the page's. */
  isPage?: boolean;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  const Title = isPage ? 'h1' : 'h2';
  return (
    <div className="empty">
      <span className="tone-icon chip-new">
        <Icon name={icon} size={24} />
      </span>
      <Title>{title}</Title>
      {children && <div className="empty-text">{children}</div>}
      {actions && <div className="empty-actions">{actions}</div>}
    </div>
  );
}

/** An address that leads nowhere: an old bookmark, a link that lost its end. */
export function UnknownPage() {
  const { t } = useI18n();
  return (
    <EmptyState
      isPage
      icon="info-circle"
      title={t('state.unknownPage')}
      actions={
        <Button component={Link} to="/">
          {t('state.wayHome')}
        </Button>
      }
    >
      {t('state.unknownPageWhy')}
    </EmptyState>
  );
}

/** "09•• ••• 678" with words for screen readers. */
export function MaskedPhone({ masked }: { masked: string | null }) {
  const { t } = useI18n();
  if (!masked) return <span className="muted">–</span>;
  const last = masked.replace(/\D/g, '').slice(-3);
  return (
    <span className="num phone">
      <span aria-hidden="true">{masked}</span>
      <span className="visually-hidden">{t('phone.masked', { last })}</span>
    </span>
  );
}

/**
 * A page that could not be brought, or broke while it was drawn. A browser does not ask again for a file that it could not fetch,
 * so all is loaded anew, once the server can be reached: without it even these words would be gone.
 */
export function BrokenPage({ error }: { error: unknown }) {
  const again = () =>
    fetch(location.pathname, { method: 'HEAD' }).then(
      () => location.reload(),
      () => undefined,
    );
  return <Failed error={error} refetch={again} />;
}

/** A filter without result, and the way back. */
export function NoMatch({ text, onClear }: { text: string; onClear: () => void }) {
  const { t } = useI18n();
  return (
    <>
      {text}{' '}
      <button type="button" className="link" onClick={onClear}>
        {t('act.clearFilter')}
      </button>
    </>
  );
}
