import { Link } from '@tanstack/react-router';
import { formatDate } from '#i18n';
import { type Post, useIdentity } from '../api/me.tsx';
import { useI18n } from '../i18n/i18n.tsx';
import { Notice } from '../ui/layout.tsx';

function Text({ post: { unit }, past }: { post: Post; past: NonNullable<Post['past']> }) {
  const { t, lang } = useI18n();
  const day = (of: string) => formatDate(of, lang, { withYear: true });
  const open = (
    <Link to="/teams" search={{ at: past.lastDay }} className="strong-link">
      {t('past.teams', { day: day(past.lastDay) })}
    </Link>
  );
  return (
    <Notice tone="doing" icon="history" action={open}>
      {t('past.text', { unit: unit.fullName, day: day(past.lastDay), until: day(past.readUntil) })}
    </Notice>
  );
}

/** The unit of the post has ended: its past is read for some days more. */
export function PastNotice() {
  const { post } = useIdentity();
  return post.past ? <Text post={post} past={post.past} /> : null;
}
