/** While the list comes, and when it does not. */
import { difficultiesFailed, loadDifficulties } from '../../model/difficulties.ts';
import { t } from '../../model/words.ts';
import { ErrorState, SkeletonRows } from '../../ui/states.tsx';

export function NotYet() {
  const failed = difficultiesFailed.value;
  if (!failed) return <SkeletonRows />;
  return (
    <ErrorState
      title={t('task.unloaded')}
      text={t('task.unloaded.text')}
      code={failed}
      onRetry={() => void loadDifficulties()}
    />
  );
}
