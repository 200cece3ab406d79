import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card } from '../../ui/layout.tsx';
import { usePhones } from '../team/reveal.tsx';

type People = Schemas['TakeoverPeople'];
const shownFirst = 3;

function More({ all, onMore }: { all: number; onMore: () => void }) {
  const { t } = useI18n();
  return (
    <div className="card-foot no-print">
      <button type="button" className="link" onClick={onMore}>
        {t('takeover.allPeople', { n: all })}
      </button>
    </div>
  );
}

/** Who works together from now on; a number is shown after saying what for, and the look is logged. */
export function Colleagues({ colleagues }: Pick<People, 'colleagues'>) {
  const { t } = useI18n();
  const [all, setAll] = useState(false);
  const rows = all ? colleagues : colleagues.slice(0, shownFirst);
  const members = rows.map(({ person, phoneMasked }) => ({
    person,
    phoneState: phoneMasked ? ('ok' as const) : ('missing' as const),
  }));
  const phones = usePhones({ members });
  return (
    <Card title={t('takeover.colleagues')}>
      {rows.length === 0 && <p className="card-body muted">{t('takeover.nobodyNew')}</p>}
      <ul className="takeover-people">
        {rows.map(({ person, before, supports, phoneMasked }) => (
          <li key={person.id}>
            <div>
              <strong>{person.fullName}</strong>
              <span className="caption">
                {[person.position, supports > 0 && t('takeover.supports', { n: supports })].filter(Boolean).join(', ')}
              </span>
              {before && (
                <span className="caption">
                  {t('takeover.before', { title: before.title, unit: before.unit.fullName })}
                </span>
              )}
            </div>
            {phoneMasked && (
              <Button
                variant="default"
                size="xs"
                className="num no-print"
                leftSection={<Icon name="phone" size={16} />}
                onClick={phones.ask}
              >
                {phones.shown.get(person.id) ?? phoneMasked}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {rows.length < colleagues.length && <More all={colleagues.length} onMore={() => setAll(true)} />}
      {phones.modal}
    </Card>
  );
}

export function Former({ former }: Pick<People, 'former'>) {
  const { t } = useI18n();
  const [all, setAll] = useState(false);
  const rows = all ? former : former.slice(0, shownFirst);
  return (
    <Card title={t('takeover.former')}>
      <p className="card-body muted">{t(former.length > 0 ? 'takeover.formerNote' : 'takeover.nobodyFormer')}</p>
      <ul className="takeover-people">
        {rows.map(({ person, title, unit, now }) => (
          <li key={person.id}>
            <div>
              <strong>{person.fullName}</strong>
              <span className="caption">{`${title}, ${t('takeover.oldUnit', { unit: unit.fullName })}`}</span>
              <span className="caption">
                {now ? t('takeover.nowAt', { title: now.title, unit: now.unit.fullName }) : t('takeover.nowNowhere')}
              </span>
            </div>
          </li>
        ))}
      </ul>
      {rows.length < former.length && <More all={former.length} onMore={() => setAll(true)} />}
    </Card>
  );
}
