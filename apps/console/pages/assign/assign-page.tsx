import '@mantine/dates/styles.css';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { formatTime } from '#i18n';
import { uuid } from '#client/uuid';
import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { type Translate, useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageHeader, Steps } from '../../ui/layout.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import './assign.css';
import { ConcretiseStep } from './concretise-step.tsx';
import { emptyDraft, type Draft } from './draft.ts';
import { PreviewStep } from './preview-step.tsx';
import { TeamsStep } from './teams-step.tsx';
import { TemplateStep } from './template-step.tsx';
import { useDraft, useStoredDraft } from './use-draft.ts';
import { usePool } from './use-pool.ts';

const route = getRouteApi('/assignments/new');

export const assignSteps = (t: Translate): string[] => [
  t('assign.step.work'),
  t('assign.step.teams'),
  t('assign.step.concrete'),
  t('assign.step.preview'),
];

function firstStep(draft: Draft): number {
  if (!draft.templateCode) return 0;
  return draft.teamIds.length === 0 ? 1 : 2;
}

function Wizard({ draftId, initial }: { draftId: string; initial: Draft }) {
  const { t } = useI18n();
  const { post } = useIdentity();
  const { draft, change, save, savedAt } = useDraft(draftId, initial);
  const [step, setStep] = useState(firstStep(initial));
  const pool = usePool();
  const templates = api.useQuery('get', '/task-templates', {}, { staleTime: 600_000 });
  const chosen = useMemo(() => new Set(draft.teamIds), [draft.teamIds]);
  const teams = useMemo(() => pool.pool.filter((team) => chosen.has(team.id)), [pool.pool, chosen]);
  useEffect(() => {
    window.scrollTo({ top: 0 });
  }, [step]);
  if (templates.error || pool.error)
    return (
      <Failed
        error={templates.error ?? pool.error}
        refetch={() => {
          void templates.refetch();
          pool.refetch();
        }}
      />
    );
  if (!templates.data || (pool.loading && pool.pool.length === 0)) return <Loading rows={10} />;
  const template = templates.data.find((each) => each.code === draft.templateCode);
  const shared = { draft, change, teams, template, draftId };
  const titles = [t('assign.title.work'), t('assign.title.teams'), t('assign.title.concrete')];
  const steps = <Steps labels={assignSteps(t)} at={step} onGo={setStep} />;
  const crumbs = [
    { label: post.unit.name },
    { label: t('nav.assign'), to: '/assignments' },
    { label: t('assign.new') },
  ];
  if (step === 3 && template)
    return <PreviewStep {...shared} template={template} crumbs={crumbs} steps={steps} onBack={() => setStep(2)} />;
  return (
    <div className="page">
      <PageHeader
        crumbs={crumbs}
        title={titles[step]}
        actions={
          savedAt && (
            <span className="caption" role="status">
              <Icon name="device-floppy" size={16} /> {t('assign.saved')}{' '}
              <span className="num">{formatTime(savedAt, true)}</span>
            </span>
          )
        }
      />
      {steps}
      {step === 0 && (
        <TemplateStep
          templates={templates.data}
          draft={draft}
          onPick={(picked) => {
            change({
              templateCode: picked.code,
              title: picked.title,
              indicatorCode: picked.indicators[0]?.code ?? null,
              evidence: picked.evidence.length > 0 ? [...picked.evidence] : ['count'],
              ...(draft.work.trim() === '' && { work: picked.suggestion }),
            });
            setStep(draft.teamIds.length > 0 ? 2 : 1);
          }}
        />
      )}
      {step === 1 && (
        <TeamsStep pool={pool.pool} draft={draft} change={change} onBack={() => setStep(0)} onNext={() => setStep(2)} />
      )}
      {step === 2 && template && (
        <ConcretiseStep
          {...shared}
          template={template}
          onTemplate={() => setStep(0)}
          onBack={() => setStep(1)}
          onSave={() => void save()}
          onNext={() => setStep(3)}
        />
      )}
    </div>
  );
}

export function AssignPage() {
  const { may } = useIdentity();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [draftId] = useState(() => search.draft ?? uuid());
  const stored = useStoredDraft(search.draft);
  useEffect(() => {
    if (!search.draft) void navigate({ search: { draft: draftId }, replace: true });
  }, [search.draft, draftId, navigate]);
  const [wanted] = useState(() => emptyDraft(search.teams?.split(',').filter(Boolean)));
  if (!may('assignment.issue')) return <Navigate to="/" />;
  if (!stored.ready) return <Loading rows={8} />;
  return <Wizard draftId={draftId} initial={stored.draft ?? wanted} />;
}
