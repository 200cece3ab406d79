import '@mantine/dates/styles.css';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { formatTime } from '#i18n';
import { uuid } from '#client/uuid';
import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { problemText } from '../../api/problem-text.ts';
import { type Pages, useWhole } from '../../api/use-pages.ts';
import { type Translate, useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Steps } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import './assign.css';
import { CommunesPreview } from './steps/communes-preview.tsx';
import { CommunesStep } from './steps/communes-step.tsx';
import { ConcretiseStep } from './steps/concretise-step.tsx';
import {
  type Draft,
  emptyDraft,
  isChosenFrom,
  type ListFilter,
  noTeams,
  type PoolTeam,
  type Selection,
} from './draft.ts';
import { ManyTeamsStep } from './steps/many-teams-step.tsx';
import { fromAllotment, OriginNote, useOrigin } from './origin.tsx';
import { usualAsks } from './products/products.ts';
import { PreviewStep } from './steps/preview-step.tsx';
import { TeamsStep } from './steps/teams-step.tsx';
import { countable, type Template, TemplateStep } from './steps/template-step.tsx';
import { useDraft, useStoredDraft } from './use-draft.ts';
import { useDivision } from './steps/use-division.ts';
import { useCommunePool, usePool, usePoolPages } from './steps/use-pool.ts';

const route = getRouteApi('/assignments/new');

export const assignSteps = (t: Translate, ofCommunes = false): string[] => [
  t('assign.step.work'),
  t(ofCommunes ? 'allot.step' : 'assign.step.teams'),
  t('assign.step.concrete'),
  t('assign.step.preview'),
];

function firstStep(draft: Draft, above: boolean): number {
  if (!draft.templateCode) return 0;
  return isChosenFrom(draft, above) ? 2 : 1;
}

type Kept = Pick<ReturnType<typeof useDraft>, 'savedAt' | 'isDown' | 'refused'>;

function SavedAt({ savedAt: at, isDown, refused }: Kept) {
  const i18n = useI18n();
  const { t } = i18n;
  if (refused)
    return (
      <span className="late" role="alert">
        {problemText(i18n, refused)}
      </span>
    );
  if (isDown)
    return (
      <span className="late" role="status">
        <Icon name="wifi-off" size={16} /> {t('assign.notSaved')}
      </span>
    );
  if (at === null) return null;
  return (
    <span className="caption" role="status">
      <Icon name="device-floppy" size={16} /> {t('assign.saved')} <span className="num">{formatTime(at, true)}</span>
    </span>
  );
}

/** What a template brings into the draft; words that were typed already stay. */
function fromTemplate(picked: Template, draft: Draft): Partial<Draft> {
  const indicatorCode = countable(picked)[0]?.code ?? null;
  return {
    templateCode: picked.code,
    title: picked.title,
    indicatorCode,
    asks: usualAsks(indicatorCode),
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
  const { commune } = useIdentity();
  const { draft, change, save, ...kept } = useDraft(draftId, initial);
  const [step, setStep] = useState(firstStep(draft, !commune));
  const ofCommunes = !commune && draft.to === 'communes';
  const communes = useCommunePool(ofCommunes);
  const from = ofCommunes ? communes.pool : pool;
  const teams = useMemo(() => from.filter((team) => draft.teamIds.includes(team.id)), [from, draft.teamIds]);
  const division = useDivision(draft, teams);
  useEffect(() => {
    window.scrollTo({ top: 0 });
  }, [step]);
  const template = templates.find((each) => each.code === draft.templateCode);
  const pick = (picked: Template) => {
    change(fromTemplate(picked, draft));
    setStep(isChosenFrom(draft, !commune) ? 2 : 1);
  };
  const go = (to: number) => () => setStep(to);
  const who = t(ofCommunes ? 'allot.title' : 'assign.title.teams');
  const titles = [t('assign.title.work'), who, t('assign.title.concrete')];
  const steps = <Steps labels={assignSteps(t, ofCommunes)} at={step} onGo={setStep} />;
  const parent = { label: t('nav.assign'), to: '/assignments' };
  const shared = template && { draft, change, teams, division, template, draftId };
  const frame = { parent, steps, onBack: go(2) };
  if (step === 3 && shared) {
    const Preview = ofCommunes ? CommunesPreview : PreviewStep;
    return <Preview {...shared} {...frame} save={save} />;
  }
  const chosen = { draft, change, onBack: go(0), onNext: go(2) };
  const acts = { onTemplate: go(0), onBack: go(1), onSave: () => void save(), onNext: go(3) };
  return (
    <div className="page">
      <PageHeader parent={parent} title={titles[step]} saved={<SavedAt {...kept} />} />
      {steps}
      {draft.originId && <OriginNote originId={draft.originId} />}
      {step === 0 && <TemplateStep templates={templates} draft={draft} onPick={pick} />}
      {step === 1 && commune && <TeamsStep pool={pool} {...chosen} />}
      {step === 1 && ofCommunes && <CommunesStep {...communes} {...chosen} />}
      {step === 1 && !commune && !ofCommunes && <ManyTeamsStep division={division} {...chosen} />}
      {step === 2 && shared && <ConcretiseStep {...shared} {...acts} />}
    </div>
  );
}

const listed = (ids: string | undefined): string[] => ids?.split(',').filter(Boolean) ?? [];

/** Teams that were marked as a whole in the list of teams, but for those named: of a commune, one by one. */
function useMarked(pool: readonly PoolTeam[]): string[] | undefined {
  const { commune } = useIdentity();
  const { under, filter, q, except } = route.useSearch();
  const isAsked = commune && under !== undefined;
  const isNarrowed = isAsked && (filter !== undefined || q !== undefined);
  const asked = { q, filter: filterOf(filter) };
  const { isWhole, rows } = useWhole(
    usePoolPages(asked, { enabled: isNarrowed }).pages as Pages<{ id: string }, unknown>,
  );
  const but = new Set(listed(except));
  if (!isAsked) return [];
  if (isNarrowed && !isWhole) return undefined;
  return (isNarrowed ? rows : pool).map((team) => team.id).filter((id) => !but.has(id));
}

const filterOf = (filter: string | undefined): ListFilter =>
  filter === 'lacking' || filter === 'noSupporter' || filter === 'group' ? filter : 'active';

/** What the list of teams has handed over, for an office above communes. */
function selectionOf({ teams, under, filter, q, except }: ReturnType<typeof route.useSearch>): Selection {
  if (!under) return { ...noTeams, ids: listed(teams) };
  return { ...noTeams, under, all: true, ids: listed(except), q: q ?? '', filter: filterOf(filter) };
}

/** Waits for what the wizard chooses from. */
function Prepared({ draftId, initial }: { draftId: string; initial: Draft }) {
  const { pool, ready, error, refetch } = usePool();
  const { commune } = useIdentity();
  const marked = useMarked(pool);
  const templates = api.useQuery('get', '/task-templates', {}, { staleTime: 600_000 });
  const again = () => {
    void templates.refetch();
    refetch();
  };
  // Once it stands, the wizard stays: what is asked again beside it, and fails or is slow, takes away nothing that was chosen.
  const stands = useRef<Omit<WizardProps, 'draftId'>>(undefined);
  if (templates.data && ready && marked) {
    const start = commune && marked.length > 0 ? { ...initial, teamIds: marked } : initial;
    stands.current = { initial: start, templates: templates.data, pool };
  }
  if (stands.current) return <Wizard draftId={draftId} {...stands.current} />;
  if (templates.error || error) return <Failed error={templates.error ?? error} refetch={again} />;
  return <Loading rows={10} />;
}

export function AssignPage() {
  const { may } = useIdentity();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [draftId] = useState(() => search.draft ?? uuid());
  // A new one is not asked for: its id reaches the address while somebody may have begun to choose.
  const [opened] = useState(search.draft);
  const stored = useStoredDraft(opened);
  const origin = useOrigin(search.origin);
  useEffect(() => {
    if (!search.draft) void navigate({ search: { ...search, draft: draftId }, replace: true });
  }, [search, draftId, navigate]);
  const [wanted] = useState(() => emptyDraft(listed(search.teams), selectionOf(search)));
  if (!may('assignment.issue')) return <Navigate to="/" />;
  if (!stored.ready || origin.isLoading) return <Loading rows={8} />;
  const handed = origin.data ? fromAllotment(origin.data, wanted) : wanted;
  return <Prepared draftId={draftId} initial={stored.draft ?? handed} />;
}
