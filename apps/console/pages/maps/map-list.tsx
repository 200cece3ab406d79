/** The maps by which a unit is drawn, each with its days and who uploaded it; one that should not be there is taken away. */
import { useState } from 'react';
import { addDays, formatDate, formatMoment } from '#i18n';
import { placeInside } from '#i18n/places';
import { api, client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { FormDialog } from '../../ui/form.tsx';
import { Card, Chip } from '../../ui/layout.tsx';
import { Loaded } from '../../ui/states.tsx';
import { Refused } from '../../ui/refused.tsx';
import { touchedByMaps } from './use-map-upload.ts';

type Unit = Schemas['Unit'];
type UnitMap = Schemas['UnitMap'];

const useMaps = (unitId: string) => api.useQuery('get', '/units/{unitId}/maps', { params: { path: { unitId } } });

/** "Từ 1/3/2026 đến hết 30/6/2026" */
function useDays(): (map: UnitMap) => string {
  const { t, lang } = useI18n();
  const written = (day: string) => formatDate(day, lang, { withYear: true });
  return ({ from, to }) =>
    to
      ? t('maps.until', { day: written(from), last: written(addDays(to, -1)) })
      : t('maps.since', { day: written(from) });
}

/** What the file that is about to be read would take the place of. */
export function ReplacedMap({ unit, from }: { unit: Unit; from: string }) {
  const { t, lang } = useI18n();
  const { data = [] } = useMaps(unit.id);
  const known = data.find((map) => map.from <= from && (!map.to || map.to > from));
  if (!known) return null;
  const day = formatDate(known.from, lang, { withYear: true });
  return (
    <p className="caption">
      {known.from === from
        ? t('maps.replacesWhole', { day })
        : t('maps.replaces', { day, from: formatDate(from, lang, { withYear: true }) })}
    </p>
  );
}

function RemoveDialog({ map, onClose }: { map: UnitMap; onClose: () => void }) {
  const { t, lang } = useI18n();
  const days = useDays();
  const day = formatDate(map.from, lang, { withYear: true });
  const unit = placeInside(map.unit.fullName);
  const remove = useCommand({
    send: (_: void) => client.DELETE('/maps/{mapId}', { params: { path: { mapId: map.id } } }),
    touches: touchedByMaps,
    done: () => sayAndClose(t('maps.removed', { day }), onClose),
    failed: () => true,
  });
  return (
    <FormDialog
      danger
      title={t('maps.removeTitle', { day, unit })}
      label={t('maps.remove')}
      busy={remove.isPending}
      onClose={onClose}
      onSubmit={() => remove.mutate()}
    >
      <p>{t('maps.removeWho', { unit, n: map.units })}</p>
      <p>{t('maps.removeDays', { days: days(map).toLowerCase() })}</p>
      <p className="muted">{t('maps.removeBack')}</p>
      <Refused error={remove.error} />
    </FormDialog>
  );
}

function State({ map: { from, to } }: { map: UnitMap }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  if (from > me.today)
    return (
      <Chip tone="doing" icon="clock">
        {t('maps.later')}
      </Chip>
    );
  return to && to <= me.today ? (
    <Chip tone="mute" icon="history">
      {t('maps.past')}
    </Chip>
  ) : (
    <Chip tone="done" icon="circle-check">
      {t('maps.now')}
    </Chip>
  );
}

function MapRow({ unit, map, onRemove }: { unit: Unit; map: UnitMap; onRemove: () => void }) {
  const { t, lang } = useI18n();
  const days = useDays();
  const isOwn = map.unit.id === unit.id;
  const facts = [
    t('maps.count', { n: map.units }),
    map.by && map.at && t('maps.by', { name: map.by.fullName, at: formatMoment(map.at, Date.now(), lang) }),
    !isOwn && t('maps.ofAbove', { unit: placeInside(map.unit.fullName) }),
  ];
  return (
    <li>
      <span>
        <b>{days(map)}</b> <State map={map} />
        <span className="cell-2">{facts.filter(Boolean).join(' · ')}</span>
      </span>
      {isOwn && (
        <button type="button" className="strong-link" onClick={onRemove}>
          {t('maps.remove')}
        </button>
      )}
    </li>
  );
}

export function MapList({ unit }: { unit: Unit }) {
  const { t } = useI18n();
  const query = useMaps(unit.id);
  const [removes, setRemoves] = useState<UnitMap | null>(null);
  return (
    <Card title={t('maps.have')} note={t('maps.haveNote')}>
      <Loaded query={query} rows={2}>
        {(maps) =>
          maps.length === 0 ? (
            <p className="card-body muted">{t('maps.haveNone')}</p>
          ) : (
            <ul className="map-list">
              {maps.map((map) => (
                <MapRow key={map.id} unit={unit} map={map} onRemove={() => setRemoves(map)} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {removes && <RemoveDialog map={removes} onClose={() => setRemoves(null)} />}
    </Card>
  );
}
