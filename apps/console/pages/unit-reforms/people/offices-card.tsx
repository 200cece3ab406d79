import { Button } from '@mantine/core';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card, Chip } from '../../../ui/layout.tsx';
import type { Reform } from '../reform-looks.ts';
import { useEdit } from '../lines/use-lines.ts';
import type { PlacePeople } from './use-people.ts';

/** Offices that close go to the unit that takes theirs over; the number of one of them goes on. */
export function OfficesCard({ reform, of, may }: { reform: Reform; of: PlacePeople; may: boolean }) {
  const { t } = useI18n();
  const edit = useEdit(reform);
  if (of.offices.length === 0) return null;
  return (
    <Card title={t('rp.offices')}>
      <ul className="rp-offices">
        {of.offices.map(({ unit, card, taken }) => {
          const office = card?.name ?? unit.fullName;
          return (
            <li key={unit.id} aria-label={t('rp.office.to', { office, place: of.place.name })}>
              <span>
                {office}
                <span className="cell-2">{card?.phone ?? t('rp.office.noCard')}</span>
              </span>
              <Icon name="arrow-right" size={16} />
              <b>{of.place.name}</b>
              {taken && (
                <Chip tone="done" icon="check">
                  {t('rp.office.taken')}
                </Chip>
              )}
              {!taken && may && card && (
                <Button
                  size="xs"
                  variant="default"
                  disabled={edit.isPending}
                  aria-label={t('rp.office.takeOf', { office })}
                  onClick={() => edit.mutate([{ do: 'office', unitId: unit.id, intoPosition: of.place.position }])}
                >
                  {t('rp.office.take')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
