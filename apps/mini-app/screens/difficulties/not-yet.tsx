/** While a list comes, and when it does not. */
import { t } from '../../model/words/words.ts';
import { ErrorState, SkeletonRows } from '../../ui/states.tsx';

/** @param failed the code of why it did not come */
export function NotYet({ failed, load }: { failed: string | undefined; load: () => Promise<void> }) {
  if (!failed) return <SkeletonRows />;
  return <ErrorState title={t('task.unloaded')} code={failed} onRetry={() => void load()} />;
}
