import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { formatDate } from '#i18n';
import { api } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { type MessageId, useI18n } from '../../../i18n/i18n.tsx';
import { later } from '../../../i18n/screens.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Card } from '../../../ui/layout.tsx';
import { Loaded } from '../../../ui/states.tsx';
import type { AvoidTime } from './avoid.ts';

const AvoidDialog = later(() => import('./avoid-dialog.tsx'), 'AvoidDialog');

/** "âm lịch 3, 8, 13 · 06:00–11:00 · 1/6 đến 20/6" */
function useAvoidText() {
  const { t, lang } = useI18n();
  return ({ weekdays, lunarDays, from, to, startTime, endTime }: AvoidTime): string => {
    const days =
      lunarDays.length > 0
        ? t('train.avoid.lunarList', { days: lunarDays.join(', ') })
        : weekdays.length > 0
          ? weekdays.map((day) => t(`train.weekday.${day - 1}` as MessageId)).join(', ')
          : t('train.avoid.everyDay');
    const season =
      from && to ? t('train.avoid.span', { from: formatDate(from, lang), to: formatDate(to, lang) }) : null;
    return [days, `${startTime.slice(0, 5)}–${endTime.slice(0, 5)}`, season].filter(Boolean).join(' · ');
  };
}

/** What trainers should keep free: the commune writes it once, every calendar shows it. */
export function AvoidCard() {
  const { t } = useI18n();
  const { post } = useIdentity();
  const text = useAvoidText();
  const [editing, setEditing] = useState(false);
  const query = api.useQuery('get', '/units/{unitId}/avoid-times', { params: { path: { unitId: post.unit.id } } });
  const edit = (
    <Button size="xs" variant="default" leftSection={<Icon name="pencil" size={15} />} onClick={() => setEditing(true)}>
      {t('train.avoid.edit')}
    </Button>
  );
  return (
    <Card title={t('train.avoid.title')} note={t('train.avoid.note')} aside={query.data && edit}>
      <Loaded query={query} rows={3}>
        {(items) =>
          items.length === 0 ? (
            <p className="state">{t('train.avoid.none')}</p>
          ) : (
            <ul className="open-list">
              {items.map((item) => (
                <li key={item.id}>
                  <b>{item.label}</b>
                  <span className="caption num-text">{text(item)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <Suspense>
        {editing && query.data && <AvoidDialog items={query.data} onClose={() => setEditing(false)} />}
      </Suspense>
    </Card>
  );
}
