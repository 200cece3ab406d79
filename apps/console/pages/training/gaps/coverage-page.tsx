import { SegmentedControl } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { addDays } from '#i18n';
import { trainingTopicGroups } from '#contracts/training/training-states';
import { type MessageId, useI18n } from '../../../i18n/i18n.tsx';
import { Card } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/header/page-header.tsx';
import { Failed, Loading } from '../../../ui/states.tsx';
import { UnitsSwitch } from '../../restated/units-switch.tsx';
import { useReformDays } from '../../restated/use-reforms.ts';
import { CoverageCard } from './coverage-card.tsx';
import { TrainingDialogs } from '../training-dialogs.tsx';
import { NoCoverage } from '../calendar/empty-calendar.tsx';
import { FirstCard } from './first-card.tsx';
import { CommunePick, openTo } from '../lists/training-lists.tsx';
import '../training.css';
import { useArea } from '../use-area.ts';
import { useSessionsAhead } from '../use-sessions.ts';

const route = getRouteApi('/training/coverage');

function Body() {
  const { t } = useI18n();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [reform] = useReformDays();
  const treeOn = reform && search.units === 'then' ? addDays(reform, -1) : null;
  const area = useArea(treeOn);
  const ahead = useSessionsAhead().data?.sessions ?? [];
  const group = trainingTopicGroups.find((each) => each === search.group) ?? 'team';
  const communeId = area.communes.find(({ id }) => id === search.commune)?.id ?? area.communes[0]?.id;
  const change = (part: { commune?: string; group?: string; units?: string }) =>
    void navigate({ search: (old) => ({ ...old, ...part }), replace: true });
  if (area.error) return <Failed error={area.error} refetch={area.refetch} />;
  if (!communeId) return area.loading ? <Loading rows={8} /> : <NoCoverage />;
  const groups = trainingTopicGroups.map((value) => ({
    value,
    label: t(`train.coverage.group.${value}` as MessageId),
  }));
  return (
    <>
      <Card className="coverage-picks" label={t('train.coverage.group')}>
        <div className="toolbar">
          <CommunePick area={area} value={communeId} onChange={(commune) => change({ commune })} />
          <SegmentedControl
            aria-label={t('train.coverage.group')}
            data={groups}
            value={group}
            onChange={(next) => change({ group: next === 'team' ? undefined : next })}
          />
          {reform && area.goesBack && (
            <UnitsSwitch
              value={treeOn ? 'then' : 'now'}
              // A commune of one tree is none of the other's.
              onChange={(units) => change({ units: units === 'then' ? units : undefined, commune: undefined })}
            />
          )}
        </div>
      </Card>
      <div className={treeOn ? undefined : 'split training-split'}>
        <div>
          <CoverageCard communeId={communeId} group={group} treeOn={treeOn} />
        </div>
        {!treeOn && (
          <div>
            <FirstCard communeId={communeId} group={group} sessions={openTo(ahead, communeId)} />
          </div>
        )}
      </div>
    </>
  );
}

/** Which team has learnt what, commune by commune. */
export function CoveragePage() {
  const { t } = useI18n();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const onSession = useCallback(
    ({ session, tab }: { session?: string; tab?: string }) =>
      void navigate({ search: (old) => ({ ...old, session, tab }) }),
    [navigate],
  );
  return (
    <TrainingDialogs search={search} onSearch={onSession}>
      <div className="page">
        <PageHeader title={t('nav.trainingCoverage')} />
        <Body />
      </div>
    </TrainingDialogs>
  );
}
