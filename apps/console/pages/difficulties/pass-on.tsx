import { Button } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Difficulty } from './difficulty-facts.ts';
import type { useDifficultyActs } from './use-difficulty-acts.ts';

/** Weak signal is for the company that covers the hamlet: one press where there is one, a choice where there are several. */
export function PassOn({ row, acts }: { row: Difficulty; acts: ReturnType<typeof useDifficultyActs> }) {
  const { t } = useI18n();
  const [chosen, setChosen] = useState<string | null>(null);
  const { data } = api.useQuery('get', '/difficulties/{difficultyId}/providers', {
    params: { path: { difficultyId: row.id } },
  });
  const companies = (data ?? []).filter(({ id }) => id !== row.provider?.id);
  if (data && companies.length === 0)
    return row.provider ? null : <p className="caption">{t('difficulty.noCompany')}</p>;
  const providerId = companies.length === 1 ? companies[0]?.id : chosen;
  return (
    <div className="difficulty-acts">
      {companies.length > 1 && (
        <Choice
          label={t('difficulty.company')}
          options={companies.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen}
          onChange={setChosen}
        />
      )}
      <Button
        variant="default"
        leftSection={<Icon name="broadcast" />}
        loading={acts.passOn.isPending}
        disabled={!providerId}
        onClick={() => providerId && acts.passOn.mutate({ providerId })}
      >
        {companies.length === 1 ? t('difficulty.passOnTo', { name: companies[0]?.name ?? '' }) : t('difficulty.passOn')}
      </Button>
    </div>
  );
}
