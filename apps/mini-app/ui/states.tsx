/** Nothing there yet, nothing came, still coming. */
import type { ComponentChildren } from 'preact';
import { communeOf, post } from '../model/sign-in/session.ts';
import { t } from '../model/words/words.ts';
import { Icon } from './icon.tsx';
import { Ornament } from './ornament.tsx';
import { Button } from './parts.tsx';
import { whyUnloaded } from './why-unloaded.ts';

export function EmptyState({
  title,
  text,
  children,
  hall,
}: {
  title: string;
  text?: string;
  children?: ComponentChildren;
  hall?: boolean;
}) {
  return (
    <div class="state">
      {hall && (
        <svg class="hall" viewBox="0 0 200 110" aria-hidden="true">
          <Ornament of="VillageHall" />
        </svg>
      )}
      <h2>{title}</h2>
      {text && <p class="muted">{text}</p>}
      {children && <div class="state-ways">{children}</div>}
    </div>
  );
}

/** What failed, what still works, a way on, a short code and whom to ask. Never the server's words. */
export function ErrorState({
  title,
  code,
  text = whyUnloaded(code),
  busy,
  onRetry,
  children,
}: {
  title: string;
  /** Of what still works; without it, whether the network or the server is to blame. */
  text?: string;
  code: string;
  busy?: boolean;
  onRetry: () => void;
  children?: ComponentChildren;
}) {
  const commune = communeOf(post.value);
  return (
    <div class="state">
      <span class="state-disc">
        <Icon name="cloudOff" size={36} />
      </span>
      <h2>{title}</h2>
      <p class="muted">{text}</p>
      <div class="state-ways">
        <Button icon="retry" wide busy={busy} onClick={onRetry}>
          {t('act.retry')}
        </Button>
        {children}
      </div>
      <div class="card row still">
        <p class="grow">
          <b>{t('error.stuck')}</b>
          <span class="muted">
            {t('error.tellCode.before')} <b class="strong">{code}</b> {t('error.tellCode.after')}
          </span>
        </p>
      </div>
      {commune && (
        <Button
          kind="outline"
          icon="phone"
          wide
          onClick={() => void import('../model/device/phone.ts').then((file) => file.callOffice(commune.id))}
        >
          {t('act.callCommittee')}
        </Button>
      )}
    </div>
  );
}

export function SkeletonRows({ count = 4 }: { count?: number }) {
  return (
    <div class="card rows" role="status" aria-busy="true" aria-label={t('state.loading')}>
      {Array.from({ length: count }, (_, i) => (
        <div class="row still" key={i}>
          <span class="lead blank" />
          <p class="grow">
            <i class="blank line" />
            <i class="blank line short" />
          </p>
        </div>
      ))}
    </div>
  );
}
