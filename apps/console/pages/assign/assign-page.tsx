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
import { type Draft, emptyDraft, type PoolTeam } from './draft.ts';
import { PreviewStep } from './preview-step.tsx';
import { TeamsStep } from './teams-step.tsx';
import { countable, type Template, TemplateStep } from './template-step.tsx';
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

function SavedAt({ at }: { at: number | null }) {
  const { t } = useI18n();
  if (at === null) return null;
  return (
    <span className="caption" role="status">
      <Icon name="device-floppy" size={16} /> {t('assign.saved')} <span className="num">{formatTime(at, true)}</span>
    </span>
  );
}

/** What a template brings into the draft; words that were typed already stay. */
function fromTemplate(picked: Template, draft: Draft): Partial<Draft> {
  return {
    templateCode: picked.code,
    title: picked.title,
    indicatorCode: countable(picked)[0]?.code ?? null,
    evidence: picked.evidence.length > 0 ? [...picked.evidence] : ['count'],
    ...(draft.work.trim() === '' && { work: picked.suggestion }),
  };
}

interface WizardProps {
  draftId: string;
  initial: Draft;
  templates: readonly Template[];
  pool: readonly PoolTeam[];
}

function Wizard({ draftId, initial, templates, pool }: WizardProps) {
  const { t } = useI18n();
  const { post } = useIdentity();
  const { draft, change, save, savedAt } = useDraft(draftId, initial);
  const [step, setStep] = useState(firstStep(initial));
  const teams = useMemo(() => pool.filter((team) => draft.teamIds.includes(team.id)), [pool, draft.teamIds]);
  useEffect(() => {
    window.scrollTo({ top: 0 });
  }, [step]);
  const template = templates.find((each) => each.code === draft.templateCode);
  const pick = (picked: Template) => {
    change(fromTemplate(picked, draft));
    setStep(draft.teamIds.length > 0 ? 2 : 1);
  };
  const go = (to: number) => () => setStep(to);
  const titles = [t('assign.title.work'), t('assign.title.teams'), t('assign.title.concrete')];
  const steps = <Steps labels={assignSteps(t)} at={step} onGo={setStep} />;
  const crumbs = [
    { label: post.unit.name },
    { label: t('nav.assign'), to: '/assignments' },
    { label: t('assign.new') },
  ];
  const shared = template && { draft, change, teams, template, draftId };
  if (step === 3 && shared) return <PreviewStep {...shared} crumbs={crumbs} steps={steps} onBack={go(2)} />;
  const acts = { onTemplate: go(0), onBack: go(1), onSave: () => void save(), onNext: go(3) };
  return (
    <div className="page">
      <PageHeader crumbs={crumbs} title={titles[step]} actions={<SavedAt at={savedAt} />} />
      {steps}
      {step === 0 && <TemplateStep templates={templates} draft={draft} onPick={pick} />}
      {step === 1 && <TeamsStep pool={pool} draft={draft} change={change} onBack={go(0)} onNext={go(2)} />}
      {step === 2 && shared && <ConcretiseStep {...shared} {...acts} />}
    </div>
  );
}

/** Waits for what the wizard chooses from. */
function Prepared({ draftId, initial }: { draftId: string; initial: Draft }) {
  const { pool, loading, error, refetch } = usePool();
  const templates = api.useQuery('get', '/task-templates', {}, { staleTime: 600_000 });
  const again = () => {
    void templates.refetch();
    refetch();
  };
  if (templates.error || error) return <Failed error={templates.error ?? error} refetch={again} />;
  if (!templates.data || (loading && pool.length === 0)) return <Loading rows={10} />;
  return <Wizard draftId={draftId} initial={initial} templates={templates.data} pool={pool} />;
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
  return <Prepared draftId={draftId} initial={stored.draft ?? wanted} />;
}
