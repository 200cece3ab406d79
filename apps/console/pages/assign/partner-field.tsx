import { Select } from '@mantine/core';
import { useIdentity } from '../../api/me.tsx';
import { useProviders } from '../../api/use-providers.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import type { Draft } from './draft.ts';

interface Props {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
}

/** A company that does the work together with the teams; absent where none covers the unit. */
export function PartnerField({ draft, change }: Props) {
  const { t } = useI18n();
  const { post } = useIdentity();
  const { rows } = useProviders(post.unit.id);
  if (rows.length === 0) return null;
  return (
    <Select
      label={t('assign.partner')}
      description={t('assign.partnerNote')}
      placeholder={t('assign.partnerNone')}
      clearable
      data={rows.map(({ id, name }) => ({ value: id, label: name }))}
      value={draft.providerId}
      onChange={(providerId) => change({ providerId })}
    />
  );
}
