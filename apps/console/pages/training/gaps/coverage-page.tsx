import { SegmentedControl } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { trainingTopicGroups } from '#contracts/training/training-states';
import '../../../i18n/training/training-words.ts';
import { type MessageId, useI18n } from '../../../i18n/i18n.tsx';
import { Card, PageHeader } from '../../../ui/layout.tsx';
import { Failed, Loading } from '../../../ui/states.tsx';
import { CoverageCard } from './coverage-card.tsx';
import { TrainingDialogs } from '../training-dialogs.tsx';
import { NoCoverage } from '../calendar/empty-calendar.tsx';
import { FirstCard } from './first-card.tsx';
import { CommunePick, openTo } from '../lists/training-lists.tsx';
import { useTrainingCrumbs } from '../use-crumbs.ts';
import '../training.css';
import { useArea } from '../use-area.ts';
import { useSessionsAhead } from '../use-sessions.ts';

const route = getRouteApi('/training/coverage');

function Body() {
  const { t } = useI18n();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const area = useArea();
  const ahead = useSessionsAhead().data?.sessions ?? [];
  const group = trainingTopicGroups.find((each) => each === search.group) ?? 'team';
  const communeId = area.communes.find(({ id }) => id === search.commune)?.id ?? area.communes[0]?.id;
  const change = (part: { commune?: string; group?: string }) =>
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
        </div>
      </Card>
      <div className="split training-split">
        <div>
          <CoverageCard communeId={communeId} group={group} />
        </div>
        <div>
          <FirstCard communeId={communeId} group={group} sessions={openTo(ahead, communeId)} />
        </div>
      </div>
    </>
  );
}

/** Which team has learnt what, commune by commune. */
export function CoveragePage() {
  const { t } = useI18n();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const crumbs = useTrainingCrumbs('nav.trainingCoverage');
  const onSession = useCallback(
    ({ session, tab }: { session?: string; tab?: string }) =>
      void navigate({ search: (old) => ({ ...old, session, tab }) }),
    [navigate],
  );
  return (
    <TrainingDialogs search={search} onSearch={onSession}>
      <div className="page">
        <PageHeader crumbs={crumbs} title={t('nav.trainingCoverage')} />
        <Body />
      </div>
    </TrainingDialogs>
  );
}
