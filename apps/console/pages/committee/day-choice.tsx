import { SegmentedControl } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { DayField } from '../../ui/form.tsx';

const route = getRouteApi('/committee');

/** Today, or the committee of another day; the day stands in the address. */
export function DayChoice() {
  const { t } = useI18n();
  const { me } = useIdentity();
  const { at } = route.useSearch();
  const navigate = route.useNavigate();
  const [chooses, setChooses] = useState(Boolean(at));
  const go = (day: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, at: day === me.today ? undefined : day }) });
  return (
    <div className="committee-days">
      {chooses && (
        <DayField
          aria-label={t('committee.day')}
          size="xs"
          w={120}
          maxDate={me.today}
          value={at ?? me.today}
          onChange={go}
        />
      )}
      <SegmentedControl
        size="xs"
        aria-label={t('committee.day')}
        value={chooses ? 'day' : 'now'}
        onChange={(next) => {
          setChooses(next === 'day');
          if (next === 'now') go(undefined);
        }}
        data={[
          { value: 'now', label: t('committee.now') },
          { value: 'day', label: t('committee.atDay') },
        ]}
      />
    </div>
  );
}
