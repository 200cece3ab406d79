import { useI18n } from '../../../i18n/i18n.tsx';
import { Notice } from '../../../ui/layout.tsx';
import type { Schemas } from '../../../api/client.ts';

const NAMED = 3;

/** Posts of the day that whoever looks could not give by hand: another one schedules it, or they are dropped. */
export function NotYours({ posts }: { posts: readonly Schemas['ReformPostNotYours'][] }) {
  const { t } = useI18n();
  if (posts.length === 0) return null;
  const named = posts.slice(0, NAMED).map(({ name, title, place }) => t('ur.postOf', { name, title, place }));
  const isOwn = posts.some(({ why }) => why === 'yourself');
  return (
    <Notice tone="late" icon="user-exclamation">
      <b>{t('ur.notYours', { n: posts.length })}</b> {t('ur.notYoursText')} {isOwn && t('ur.notYourself')}{' '}
      <span className="muted">{`${named.join('; ')}${posts.length > NAMED ? '…' : '.'}`}</span>
    </Notice>
  );
}
