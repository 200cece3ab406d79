import { useEffect } from 'preact/hooks';
import { t } from '../../model/words/words.ts';
import { href } from '../../router.ts';
import { AppBar, Screen } from '../../ui/chrome.tsx';
import { Button } from '../../ui/parts.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx';

/** A task that is not on this phone: still coming, not mine any more, or not reachable now. */
export function TaskMissing({
  failed,
  retry,
}: {
  failed: { code: string; forbidden: boolean } | undefined;
  retry: () => void;
}) {
  // Whoever stands here when the network comes back need not ask again.
  useEffect(() => {
    if (!failed || failed.forbidden) return undefined;
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, [failed]);
  return (
    <Screen bar={<AppBar title={t('task.title.new')} back={[]} />}>
      {!failed ? (
        <SkeletonRows count={5} />
      ) : failed.forbidden ? (
        <EmptyState title={t('task.noAccess')}>
          <Button kind="outline" wide href={href()}>
            {t('task.backHome')}
          </Button>
        </EmptyState>
      ) : (
        <ErrorState title={t('task.unloaded')} code={failed.code} onRetry={retry} />
      )}
    </Screen>
  );
}
