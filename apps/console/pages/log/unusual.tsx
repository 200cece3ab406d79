import { Button } from '@mantine/core';
import { useState } from 'react';
import { dateInVietnam } from '#i18n';
import { api, type Schemas } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Notice } from '../../ui/layout.tsx';
import type { Asked } from './use-log.ts';

type Found = Schemas['UnusualUse'];
/** So many are told at once. */
const TOLD = 2;

/** What stands out, in a sentence; each with the lines behind it when all are looked at. */
export function Unusual({ asked }: { asked: Asked }) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const { data } = api.useQuery('get', '/units/{unitId}/log/unusual', { params: { path: { unitId: asked.unitId } } });
  const [first] = data ?? [];
  if (!data || !first) return null;
  const say = ({ use, person, count }: Found) => t(`logPage.unusual.${use}`, { name: person.fullName, n: count });
  const show = ({ use, person, from, to }: Found) =>
    asked.set({
      person: person.id,
      who: person.fullName,
      from: dateInVietnam(from),
      to: dateInVietnam(to),
      kind: use === 'exports' ? 'export' : use === 'refusals' ? 'refused' : 'look',
    });
  const isOne = data.length === 1;
  const action = (
    <Button
      variant="default"
      {...(!isOne && { 'aria-expanded': open })}
      onClick={() => (isOne ? show(first) : setOpen(!open))}
    >
      {t(isOne ? 'logPage.unusualSee' : open ? 'logPage.unusualLess' : 'logPage.unusualAll', { n: data.length })}
    </Button>
  );
  return (
    <Notice tone="late" icon="alert-triangle" action={action}>
      <b>{t('logPage.unusual', { n: data.length })}</b>{' '}
      {!open && `${data.slice(0, TOLD).map(say).join('; ')}${data.length > TOLD ? '…' : '.'}`}
      {open && (
        <ul className="log-unusual">
          {data.map((one) => (
            <li key={`${one.use} ${one.person.id}`}>
              <button type="button" className="link" onClick={() => show(one)}>
                {say(one)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
