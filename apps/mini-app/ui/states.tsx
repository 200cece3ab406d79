/** Nothing there yet, nothing came, still coming. */
import type { ComponentChildren } from 'preact';
import { callOffice } from '../model/device/phone.ts';
import { communeOf, post } from '../model/session.ts';
import { t } from '../model/words.ts';
import { Icon } from './icon.tsx';
import { Button } from './parts.tsx';

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
      {hall && <VillageHall />}
      <h2>{title}</h2>
      {text && <p class="muted">{text}</p>}
      {children && <div class="state-ways">{children}</div>}
    </div>
  );
}

/** The village hall between two palms, in a few lines. */
function VillageHall() {
  return (
    <svg class="hall" viewBox="0 0 200 110" aria-hidden="true">
      <circle class="sun" cx="160" cy="17" r="15" />
      <path
        class="ground"
        d="M4 105h192M23 105V54M23 54c-4-7-11-8-17-4M23 54c-5-2-13 0-15 7M23 54c4-7 11-8 17-4M23 54c5-2 12 0 14 7M178 105V74M178 74c-3-6-9-7-14-3M178 74c-4-2-10 0-12 6M178 74c3-6 9-7 14-3M178 74c4-2 10 0 12 6"
      />
      <path class="roof" d="M63 40h74l6 11c5 9 11 13 19 16-42 3-82 3-124 0 8-3 14-7 19-16ZM54 98h92v7H54Z" />
      <path
        class="wall"
        d="M62 67v31M75 67v31M125 67v31M138 67v31M91 98V77h18v21M100 77v21M72 47l-5 11M85 47l-3 11M98 47v11M115 47l3 11M128 47l5 11"
      />
    </svg>
  );
}

/** What failed, what still works, a way on, a short code and whom to ask. Never the server's words. */
export function ErrorState({
  title,
  text,
  code,
  busy,
  onRetry,
  children,
}: {
  title: string;
  text: string;
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
        {commune && (
          <button
            type="button"
            class="call"
            aria-label={t('act.callCommittee')}
            onClick={() => void callOffice(commune.id)}
          >
            <Icon name="phone" />
          </button>
        )}
      </div>
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
