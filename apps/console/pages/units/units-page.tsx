import '@mantine/core/styles/Pill.css';
import '@mantine/core/styles/PillsInput.css';
import '@mantine/core/styles/Tabs.css';
import '@mantine/dates/styles.css';
import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { SearchField } from '../../ui/form.tsx';
import { useAt } from '../../ui/at.ts';
import { Icon } from '../../ui/icon.tsx';
import { Card } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { useViewportStep } from '../../ui/viewport.ts';
import { UnitDetail } from './unit-detail.tsx';
import { useOwnHamlets } from './hamlet-acts.tsx';
import { AddHamletForm } from './hamlet-forms.tsx';
import { AddForm } from './unit-forms.tsx';
import { UnitHits } from './unit-search.tsx';
import { UnitTree } from './unit-tree.tsx';
import './units.css';
import { HeaderLink } from '../../ui/header/header-menu.tsx';

const route = getRouteApi('/units');
const ONE_COLUMN_BELOW = 820;
type Summary = Schemas['UnitSummary'];

/** "147 xã, 19 phường, 4.349 thôn": what stands below, by what it is called. */
function useCounts(summary: Summary | undefined): string | undefined {
  const { n } = useI18n();
  return summary?.types.map(({ type, count }) => `${n(count)} ${type}`).join(', ');
}

function Head({ summary }: { summary: Parameters<typeof useCounts>[0] }) {
  const { t } = useI18n();
  const { commune, may } = useIdentity();
  const at = useAt();
  return (
    <PageHeader
      title={t(commune ? 'nav.unitsCommune' : 'nav.units')}
      state={useCounts(summary)}
      main={!at && <Add />}
      acts={
        !at &&
        may('unit.manage') && (
          <HeaderLink icon="file-import" to="/units/import" note="Excel">
            {t('units.import')}
          </HeaderLink>
        )
      }
    />
  );
}

/** Communes without a hamlet are a gap of the register: they can be shown alone. */
function EmptyFilter({ empty, only, onOnly }: { empty: number; only: boolean; onOnly: (only: boolean) => void }) {
  const { t, n } = useI18n();
  if (empty === 0) return null;
  return (
    <div className="filter-chips unit-empty">
      <button type="button" aria-pressed={only} onClick={() => onOnly(!only)}>
        {t('units.noHamlets')} <span className="num">{n(empty)}</span>
      </button>
    </div>
  );
}

interface ListProps {
  at: string | undefined;
  selected: string;
  onlyEmpty: boolean;
  onSelect: (unitId: string) => void;
}

function ListCard({ at, selected, onlyEmpty, onSelect }: ListProps) {
  const { t } = useI18n();
  const { post } = useIdentity();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 200);
  const { data: root } = api.useQuery('get', '/units/{unitId}', {
    params: { path: { unitId: post.unit.id }, query: at ? { at } : {} },
  });
  const { kind } = post.unit;
  return (
    <Card className="unit-list">
      <div className="toolbar">
        <SearchField label={t('units.find')} width={280} value={typed} onChange={setTyped} />
      </div>
      {q && <UnitHits q={q} at={at} selected={selected} onSelect={onSelect} />}
      <div className="unit-scroll">
        <UnitTree
          key={`${post.unit.id} ${at}`}
          root={{
            id: post.unit.id,
            kind,
            fullName: root?.fullName ?? post.unit.fullName,
            parts: kind === 'hamlet' ? 0 : 1,
          }}
          at={at}
          selected={selected}
          onSelect={onSelect}
          onlyEmpty={onlyEmpty}
        />
      </div>
    </Card>
  );
}

function Add() {
  const { t } = useI18n();
  const { post, may } = useIdentity();
  const [adds, setAdds] = useState(false);
  const own = useOwnHamlets(post.unit);
  const Form = own ? AddHamletForm : AddForm;
  const mayAdd = may('unit.manage') || own;
  const { data: unit } = api.useQuery('get', '/units/{unitId}', {
    params: { path: { unitId: post.unit.id }, query: {} },
  });
  if (!mayAdd) return null;
  return (
    <>
      <Button disabled={!unit} leftSection={<Icon name="plus" />} onClick={() => setAdds(true)}>
        {t(post.unit.kind === 'commune' ? 'units.addHamlet' : 'units.add')}
      </Button>
      {adds && unit && <Form unit={unit} onClose={() => setAdds(false)} />}
    </>
  );
}

export function UnitsPage() {
  const { t } = useI18n();
  const { post } = useIdentity();
  const { unit, tab = 'course' } = route.useSearch();
  const at = useAt();
  const navigate = route.useNavigate();
  const [onlyEmpty, setOnlyEmpty] = useState(false);
  const narrow = useViewportStep() < ONE_COLUMN_BELOW;
  const { data: summary } = api.useQuery('get', '/units/{unitId}/summary', {
    params: { path: { unitId: post.unit.id }, query: at ? { at } : {} },
  });
  const go = (part: { unit?: string; tab?: string }) => void navigate({ search: { unit, tab, ...part } });
  const selected = unit ?? post.unit.id;
  const detail =
    narrow && !unit ? null : (
      <UnitDetail
        unitId={selected}
        at={at}
        tab={tab}
        onTab={(next) => go({ tab: next })}
        onOpen={(unitId) => go({ unit: unitId })}
      />
    );
  return (
    <div className="page">
      <Head summary={summary} />
      {narrow && unit ? (
        <Link to="/units" search={{}} className="unit-back">
          <Icon name="chevron-left" size={16} /> {t('units.back')}
        </Link>
      ) : (
        <EmptyFilter empty={summary?.communesWithoutHamlets ?? 0} only={onlyEmpty} onOnly={setOnlyEmpty} />
      )}
      <div className="unit-columns">
        {narrow && unit ? null : (
          <ListCard at={at} selected={selected} onlyEmpty={onlyEmpty} onSelect={(unitId) => go({ unit: unitId })} />
        )}
        {detail}
      </div>
    </div>
  );
}
