import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDate } from '#i18n';
import { takeBackUnitImport } from '#client/commands';
import { api, type Schemas } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { CommandForm } from '../../../ui/command/command-form.tsx';
import { Card } from '../../../ui/layout.tsx';
import { touches } from '../unit-forms.tsx';

type Made = Schemas['UnitImportMade'];

function useSum() {
  const { t, n } = useI18n();
  return ({ created, changed, ended }: Made) =>
    t('unitList.past.sum', { created: n(created), changed: n(changed), ended: n(ended) });
}

function TakeBack({ made, onClose }: { made: Made; onClose: () => void }) {
  const { t, lang } = useI18n();
  const { post } = useIdentity();
  const sum = useSum();
  return (
    <CommandForm
      route={takeBackUnitImport}
      path={{ unitId: post.unit.id, importId: made.id }}
      touches={[...touches, '/units/{unitId}/imports']}
      danger
      title={t('unitList.past.title', { day: formatDate(made.writtenAt.slice(0, 10), lang, { withYear: true }) })}
      text={
        <>
          <p>{sum(made)}</p>
          <p>{t('unitList.past.what')}</p>
        </>
      }
      label={t('unitList.past.take')}
      said={({ removed, restored }) => t('unitList.past.taken', { removed, restored })}
      inPlace
      onClose={onClose}
    />
  );
}

/** Lists that were written here, each to be taken back while nothing rests on it. */
export function PastImports() {
  const { t, lang } = useI18n();
  const { post } = useIdentity();
  const sum = useSum();
  const [asked, setAsked] = useState<Made | null>(null);
  const { data = [] } = api.useQuery('get', '/units/{unitId}/imports', { params: { path: { unitId: post.unit.id } } });
  if (data.length === 0) return null;
  const day = (text: string) => formatDate(text.slice(0, 10), lang, { withYear: true });
  return (
    <Card title={t('unitList.past')}>
      <ul className="card-body unit-list-past">
        {data.map((made) => (
          <li key={made.id}>
            <div>
              <b>{t('unitList.past.of', { day: day(made.writtenAt), from: day(made.from) })}</b>
              <span className="cell-2">
                {sum(made)} · {made.basis}
              </span>
            </div>
            {made.takenBackAt ? (
              <span className="muted">{t('unitList.past.gone', { day: day(made.takenBackAt) })}</span>
            ) : (
              <Button size="compact-sm" variant="default" onClick={() => setAsked(made)}>
                {t('unitList.past.take')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asked && <TakeBack made={asked} onClose={() => setAsked(null)} />}
    </Card>
  );
}
