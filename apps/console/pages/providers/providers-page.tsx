import '@mantine/core/styles/Pill.css';
import '@mantine/core/styles/PillsInput.css';
import '@mantine/dates/styles.css';
import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useIdentity } from '../../api/me.tsx';
import type { Pages } from '../../api/use-pages.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { EmptyState, Loaded, NoMatch } from '../../ui/states.tsx';
import { MoreRows } from '../../ui/table/more-rows.tsx';
import { AddProviderDialog } from './add-provider-dialog.tsx';
import { AloneNotice } from './alone-notice.tsx';
import { CellPanel } from './cell-panel.tsx';
import { CoverageGrid } from './coverage-grid.tsx';
import { CoverageToolbar } from './coverage-toolbar.tsx';
import './providers.css';
import { type Asked, type Chosen, type Coverage, type Row, useCoverage } from './use-coverage.ts';
import { HeaderLink } from '../../ui/header/header-menu.tsx';

const route = getRouteApi('/providers');
export type Search = { by?: string; q?: string; filter?: string; provider?: string; unit?: string };

function useAsked(): Asked & {
  chosen: Chosen | null;
  set: (change: { [K in keyof Search]: string | undefined }) => void;
} {
  const { commune } = useIdentity();
  const { by = commune ? 'hamlet' : 'commune', q = '', filter, provider, unit } = route.useSearch();
  const navigate = route.useNavigate();
  return {
    by: by === 'hamlet' ? 'hamlet' : 'commune',
    q,
    filter: filter === 'gap' || filter === 'none' ? filter : undefined,
    chosen: provider && unit ? { providerId: provider, unitId: unit } : null,
    set: (change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true }),
  };
}

function Legend() {
  const { t } = useI18n();
  return (
    <div className="card-foot coverage-legend">
      {(['whole', 'part', 'none'] as const).map((part) => (
        <span key={part}>
          <span className="coverage-mark" data-part={part} aria-hidden="true" /> {t(`providers.legend.${part}`)}
        </span>
      ))}
    </div>
  );
}

interface ContentProps {
  data: Coverage;
  pages: Pages<Row, Coverage>;
  at: ReturnType<typeof useAsked>;
}

function Content({ data, pages, at }: ContentProps) {
  const { t } = useI18n();
  const { chosen } = at;
  return (
    <>
      {data.uncovered.total > 0 && <AloneNotice coverage={data} />}
      <div className="coverage" data-open={chosen ? true : undefined}>
        <Card>
          <CoverageToolbar at={at} counts={data.counts} onChange={at.set} />
          {pages.rows.length > 0 ? (
            <CoverageGrid
              rows={pages.rows}
              coverage={data}
              by={at.by}
              chosen={chosen}
              onOpen={({ providerId, unitId }) => at.set({ provider: providerId, unit: unitId })}
            />
          ) : (
            <div className="dt-empty">
              <NoMatch text={t('providers.noMatch')} onClear={() => at.set({ q: undefined, filter: undefined })} />
            </div>
          )}
          <MoreRows more={pages.more} hasMore={pages.hasMore} />
          <Legend />
        </Card>
        {chosen && (
          <CellPanel
            key={`${chosen.providerId} ${chosen.unitId}`}
            chosen={chosen}
            onClose={() => at.set({ provider: undefined, unit: undefined })}
          />
        )}
      </div>
    </>
  );
}

/** Who covers which hamlet, and what they did. */
export function ProvidersPage() {
  const { t } = useI18n();
  const { may } = useIdentity();
  const at = useAsked();
  const pages = useCoverage(at);
  const [adds, setAdds] = useState(false);
  const { providers, people = 0 } = pages.data ?? {};
  const add = may('unit.manage') && (
    <Button leftSection={<Icon name="plus" />} onClick={() => setAdds(true)}>
      {t('providers.add')}
    </Button>
  );
  const isEmpty = providers?.length === 0;
  return (
    <div className="page">
      <PageHeader
        title={t('providers.title')}
        state={providers && !isEmpty && t('providers.sub', { n: providers.length, people })}
        main={!isEmpty && add}
        acts={
          !isEmpty &&
          may('unit.manage') && (
            <HeaderLink icon="file-import" to="/providers/import" note="Excel">
              {t('coverageList.act')}
            </HeaderLink>
          )
        }
      />
      <Loaded query={pages} rows={12}>
        {(data) =>
          isEmpty ? (
            <Card>
              <EmptyState icon="heart-handshake" title={t('providers.none')} actions={add}>
                {t('providers.noneText')}
              </EmptyState>
            </Card>
          ) : (
            <Content data={data} pages={pages} at={at} />
          )
        }
      </Loaded>
      {adds && <AddProviderDialog onClose={() => setAdds(false)} />}
    </div>
  );
}
