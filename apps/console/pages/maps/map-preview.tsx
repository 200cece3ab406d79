import { useState } from 'react';
import { placeInside } from '#i18n/places';
import type { Schemas } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card } from '../../ui/layout.tsx';
import { UnitMap } from './unit-map.tsx';
import type { MapReport } from './use-map-upload.ts';

interface Props {
  unit: Schemas['Unit'];
  report: MapReport;
}

/** What will be drawn, with the names of the tree: whoever knows the place sees a wrong outline at once. */
export function MapPreview({ unit, report }: Props) {
  const { t } = useI18n();
  const [chosen, setChosen] = useState<string>();
  const { map, kept, points } = report;
  const names = new Map(report.parts.map(({ id, fullName }) => [id, fullName]));
  if (!map || report.matched === 0)
    return (
      <Card title={t('maps.preview')}>
        <p className="card-body muted">{t('maps.previewNone')}</p>
      </Card>
    );
  const areas = map.objects.parts.geometries.map(({ id }) => ({
    id,
    short: '',
    said: names.get(id) ?? '',
    level: 'fair',
  }));
  return (
    <Card title={t('maps.preview')} note={t('maps.previewNote', { kept, points })}>
      <div className="map-preview">
        <UnitMap
          map={map}
          areas={areas}
          label={t('maps.title', { unit: placeInside(unit.fullName) })}
          chosenId={chosen}
          onChoose={setChosen}
        />
        <p className="caption" role="status">
          {chosen && names.get(chosen)}
        </p>
      </div>
    </Card>
  );
}
