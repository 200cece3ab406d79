import { SegmentedControl } from '@mantine/core';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { SearchField } from '../../ui/form.tsx';
import { FilterChips } from '../../ui/layout.tsx';
import type { Asked, Coverage } from './use-coverage.ts';

interface ToolbarProps {
  at: Asked;
  counts: Coverage['counts'];
  onChange: (change: { by?: string | undefined; q?: string | undefined; filter?: string | undefined }) => void;
}

export function CoverageToolbar({ at, counts, onChange }: ToolbarProps) {
  const { t } = useI18n();
  const { commune } = useIdentity();
  const isByCommune = at.by === 'commune';
  return (
    <div className="toolbar">
      <SearchField
        label={t(isByCommune ? 'providers.findCommune' : 'providers.findHamlet')}
        width={180}
        value={at.q}
        onChange={(q) => onChange({ q: q || undefined })}
      />
      <FilterChips
        label={t('providers.area')}
        options={(['all', 'gap', 'none'] as const).map((key) => ({
          key,
          label: t(`providers.f.${key}`),
          // By hamlet the same filters show other rows than are counted here.
          ...(isByCommune && key !== 'all' && { count: counts[key] }),
        }))}
        value={at.filter ?? 'all'}
        onChange={(key) => onChange({ filter: key === 'all' ? undefined : key })}
      />
      <span className="toolbar-space" />
      {!commune && (
        <SegmentedControl
          size="sm"
          aria-label={t('providers.area')}
          value={at.by}
          onChange={(by) => onChange({ by: by === 'commune' ? undefined : by })}
          data={[
            { value: 'commune', label: t('providers.byCommune') },
            { value: 'hamlet', label: t('providers.byHamlet') },
          ]}
        />
      )}
    </div>
  );
}
