import { SegmentedControl } from '@mantine/core';
import { useI18n } from '../../i18n/i18n.tsx';
import type { UnitsOf } from './restated.ts';

/** One switch for the sent report, the board and the overview. */
export function UnitsSwitch({ value, onChange }: { value: UnitsOf; onChange: (value: UnitsOf) => void }) {
  const { t } = useI18n();
  return (
    <SegmentedControl
      className="no-print"
      aria-label={t('rst.label')}
      value={value}
      onChange={(chosen) => onChange(chosen as UnitsOf)}
      data={[
        { value: 'then', label: t('rst.then') },
        { value: 'now', label: t('rst.now') },
      ]}
    />
  );
}
