import { Button } from '@mantine/core';
import { useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { TextField } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { LONGEST_TITLE } from './answer-form.tsx';
import type { Difficulty } from './difficulty-facts.ts';
import { useDifficultyActs } from './use-difficulty-acts.ts';

/** What was answered may help others later, and may turn out not to: an office opens it to all teams, or takes it back. */
export function PublishLater({ row, onClose }: { row: Difficulty; onClose: () => void }) {
  const { t } = useI18n();
  const acts = useDifficultyActs(row, onClose);
  const [title, setTitle] = useState(row.text.slice(0, LONGEST_TITLE));
  if (row.publishedAt)
    return (
      <>
        <p className="caption">{t('difficulty.published')}</p>
        <div className="difficulty-acts">
          <Button
            variant="default"
            leftSection={<Icon name="ban" />}
            loading={acts.withdraw.isPending}
            onClick={() => acts.withdraw.mutate()}
          >
            {t('difficulty.withdraw')}
          </Button>
        </div>
      </>
    );
  return (
    <>
      <TextField
        label={t('difficulty.publishTitle')}
        description={t('difficulty.publishNote')}
        maxLength={LONGEST_TITLE}
        value={title}
        onChange={setTitle}
      />
      <div className="difficulty-acts">
        <Button
          variant="default"
          leftSection={<Icon name="books" />}
          loading={acts.publish.isPending}
          onClick={() => acts.publish.mutate(title.trim() ? { title: title.trim() } : {})}
        >
          {t('difficulty.publishNow')}
        </Button>
      </div>
    </>
  );
}
