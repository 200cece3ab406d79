import { SegmentedControl, Select } from '@mantine/core';
import { useI18n } from '../../../i18n/i18n.tsx';
import { SearchField } from '../../../ui/form.tsx';
import { FilterChips } from '../../../ui/layout.tsx';
import type { Place } from './flow-places.ts';
import { isDividedTarget, isOpenTarget, type Target, type Which } from './flow-targets.ts';
import { foldedFilter } from '../lines/unit-pick.tsx';

export type View = 'flow' | 'table';

/** Of a big reform: which place is drawn, or what is searched in all of it. */
export function PlaceTools({
  places,
  placeId,
  onPlace,
  text,
  onText,
}: {
  places: readonly Place[];
  placeId: string;
  onPlace: (id: string) => void;
  text: string;
  onText: (text: string) => void;
}) {
  const { t } = useI18n();
  const labelOf = ({ name: known, targets: n, open }: Place) => {
    const name = known || t('ur.place.unknown');
    return open > 0 ? t('ur.place.open', { name, n: open }) : t('ur.place.settled', { name, n });
  };
  return (
    <div className="ur-tools">
      {places.length > 1 && (
        <Select
          className="ur-place"
          aria-label={t('ur.place')}
          searchable
          allowDeselect={false}
          filter={foldedFilter}
          maxDropdownHeight={360}
          nothingFoundMessage={t('ur.pick.none')}
          data={places.map((place) => ({ value: place.id, label: labelOf(place) }))}
          value={placeId}
          onChange={(id) => id !== null && onPlace(id)}
        />
      )}
      <SearchField label={t('ur.search')} value={text} onChange={onText} width={260} />
    </div>
  );
}

export function Tools({
  shown,
  which,
  onWhich,
  view,
  onView,
}: {
  /** What the chips choose from. */
  shown: readonly Target[];
  which: Which;
  onWhich: (which: Which) => void;
  view: View;
  onView: (view: View) => void;
}) {
  const { t } = useI18n();
  const options = [
    { key: 'all' as const, label: t('ur.divide.all'), count: shown.length },
    { key: 'open' as const, label: t('ur.which.open'), count: shown.filter(isOpenTarget).length },
    { key: 'divided' as const, label: t('ur.which.divided'), count: shown.filter(isDividedTarget).length },
  ];
  return (
    <div className="ur-tools">
      <FilterChips label={t('ur.which')} options={options} value={which} onChange={onWhich} />
      <SegmentedControl
        aria-label={t('ur.view')}
        size="xs"
        data={[
          { value: 'flow', label: t('ur.view.flow') },
          { value: 'table', label: t('ur.view.table') },
        ]}
        value={view}
        onChange={(next) => onView(next as View)}
      />
    </div>
  );
}
