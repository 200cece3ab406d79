import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { exportPurposes, logKinds, type LogKind, paperPurposes } from '#contracts/access/log-kinds';
import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { DayField, SearchField } from '../../ui/form.tsx';
import { FilterChips } from '../../ui/layout.tsx';
import { Icon } from '../../ui/icon.tsx';
import { UnitField } from '../../ui/fields/unit-field.tsx';
import type { Asked } from './use-log.ts';

const DEBOUNCE_MS = 150;
const SHOWN = 6;

/** By name; a chosen person stands as a chip until taken away. */
function PersonFilter({ asked }: { asked: Asked }) {
  const { t } = useI18n();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), DEBOUNCE_MS);
  const query = api.useQuery('get', '/search', { params: { query: { q } } }, { enabled: q !== '' });
  const people = q === '' ? [] : (query.data ?? []).filter(({ kind }) => kind === 'person').slice(0, SHOWN);
  if (asked.person)
    return (
      <button
        type="button"
        className="log-person"
        aria-label={`${t('logPage.onlyPerson', { name: asked.person.name })}. ${t('logPage.anyone')}`}
        onClick={() => asked.set({ person: undefined, who: undefined })}
      >
        {t('logPage.onlyPerson', { name: asked.person.name })} <Icon name="x" size={15} />
      </button>
    );
  return (
    <div className="log-find">
      <SearchField label={t('logPage.find')} value={text} onChange={setText} width={270} />
      {q !== '' && query.data && (
        <ul className="log-hits">
          {people.map(({ id, label, context }) => (
            <li key={id}>
              <button type="button" className="cell-button" onClick={() => asked.set({ person: id, who: label })}>
                {label} <span className="caption">{context}</span>
              </button>
            </li>
          ))}
          {people.length === 0 && <li className="caption">{t('logPage.findNone', { q })}</li>}
        </ul>
      )}
    </div>
  );
}

function UnitFilter({ asked }: { asked: Asked }) {
  const { t } = useI18n();
  const { unit } = asked;
  const query = api.useQuery(
    'get',
    '/units/{unitId}',
    { params: { path: { unitId: unit ?? '' } } },
    { enabled: unit !== undefined },
  );
  // It begins with the unit's name, so it waits for it.
  if (unit && !query.data) return null;
  return (
    <div className="log-unit" role="group" aria-label={t('logPage.unit')}>
      <UnitField
        key={unit ?? ''}
        label=""
        placeholder={t('logPage.unitAll')}
        required={false}
        unit={unit && query.data ? query.data : null}
        onChange={(chosen) => asked.set({ unit: chosen?.id })}
      />
    </div>
  );
}

export function LogFilters({ asked }: { asked: Asked }) {
  const { t } = useI18n();
  const { me, commune } = useIdentity();
  const kinds = [
    { key: 'all' as const, label: t('logPage.all') },
    ...logKinds.map((key) => ({ key, label: t(`log.kind.${key}`) })),
  ];
  return (
    <>
      <div className="toolbar log-kinds">
        <FilterChips<LogKind | 'all'>
          label={t('logPage.kinds')}
          options={kinds}
          value={asked.kind ?? 'all'}
          onChange={(kind) => asked.set({ kind: kind === 'all' ? undefined : kind })}
        />
        <div className="log-days">
          <DayField
            aria-label={t('logPage.from')}
            leftSection={<Icon name="calendar" size={16} />}
            value={asked.from}
            maxDate={asked.to}
            onChange={(from) => asked.set({ from, to: asked.to })}
          />
          <span aria-hidden>–</span>
          <DayField
            aria-label={t('logPage.to')}
            value={asked.to}
            minDate={asked.from}
            maxDate={me.today}
            onChange={(to) => asked.set({ from: asked.from, to })}
          />
        </div>
      </div>
      <div className="toolbar">
        <PersonFilter asked={asked} />
        {!commune && <UnitFilter asked={asked} />}
        <Select
          w={190}
          clearable
          aria-label={t('logPage.purpose')}
          placeholder={t('logPage.purposeAll')}
          data={[...exportPurposes, ...paperPurposes].map((value) => ({ value, label: t(`log.purpose.${value}`) }))}
          value={asked.purpose ?? null}
          onChange={(purpose) => asked.set({ purpose: purpose ?? undefined })}
        />
      </div>
    </>
  );
}
