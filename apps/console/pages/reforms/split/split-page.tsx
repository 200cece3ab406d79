import '@mantine/dates/styles.css';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { addDays, formatDate } from '#i18n';
import { api, client, type Schemas } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Choice } from '../../../ui/form.tsx';
import { Card } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/header/page-header.tsx';
import { nextMonth, type Reform, useForm } from '../merger-form.ts';
import { Blocks } from '../merger-side.tsx';
import { PaperField, WhenField } from '../reform-fields.tsx';
import { ReformFoot } from '../reform-foot.tsx';
import { useStand } from '../reform-stand.ts';
import { useReformActs, type Write } from '../use-reform-acts.ts';
import { emptyHalves, gapsOf, halvesOf, isNamed, type SplitForm, type ToSplit } from './split-form.ts';
import { HalfFields, type PartsProps, SplitPeople, SplitTasks, useHalfNames } from './split-parts.tsx';
import '../reforms.css';
import './split.css';

type SplitInput = Schemas['HamletSplitInput'];
const newRoute = getRouteApi('/reforms/split');

const writeTo =
  (unitId: string): Write<SplitInput> =>
  (reform, input, header) =>
    reform
      ? client.PUT('/reorganisations/{reorganisationId}/split', {
          params: { path: { reorganisationId: reform.id }, header },
          body: { ...input, version: reform.version },
        })
      : client.POST('/units/{unitId}/hamlet-splits', { params: { path: { unitId }, header }, body: input });

/** Asked again when the typing of names rests. */
function useFacts(unitId: string, form: SplitForm, reform: Reform | null) {
  const { hamletId, onDate, directiveId, names } = form;
  const [[one, two]] = useDebouncedValue(
    names.map((name) => name.trim()),
    300,
  );
  return api.useQuery(
    'get',
    '/units/{unitId}/hamlet-split',
    {
      params: {
        path: { unitId },
        query: {
          hamletId: hamletId ?? '',
          onDate,
          ...(one && { one }),
          ...(two && { two }),
          ...(directiveId && { directiveId }),
          ...(reform && { reorganisationId: reform.id }),
        },
      },
    },
    { enabled: hamletId !== null && reform?.state !== 'applied', placeholderData: keepPreviousData },
  );
}

/** Of a hamlet that has ended the reform still says what it was called. */
function useHamlets(unitId: string, reform: Reform | null) {
  const query = api.useQuery('get', '/units/{unitId}/children', { params: { path: { unitId } } });
  const hamlets = query.data?.filter(({ kind }) => kind === 'hamlet') ?? [];
  const own = reform?.split?.hamlet;
  return own && !hamlets.some(({ id }) => id === own.id) ? [...hamlets, own] : hamlets;
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function What({ form, facts }: { form: SplitForm; facts: ToSplit }) {
  const { t, lang } = useI18n();
  const { numbers, tasks } = facts;
  const teams = halvesOf(form, facts).filter(({ memberIds }) => memberIds.length > 0).length;
  const day = formatDate(addDays(form.onDate, -1), lang);
  return (
    <Card title={t('reforms.m.what', { day: formatDate(form.onDate, lang) })}>
      <dl className="merger-what">
        <Row label={t('reforms.m.teams')}>
          {facts.team ? t('halves.teams', { n: teams || 2, day }) : t('halves.noTeam')}
        </Row>
        <Row label={t('reforms.m.work')}>{t('halves.work', { n: tasks.length })}</Row>
        <Row label={t('reforms.m.done')}>{t('halves.done')}</Row>
        <Row label={t('reforms.m.waiting')}>
          {t('reforms.m.waitingText', {
            submitted: tasks.filter(({ whole }) => whole).length + numbers.quickReports,
            extensions: numbers.extensions,
            difficulties: numbers.difficulties,
          })}
        </Row>
        {numbers.sessions > 0 && (
          <Row label={t('reforms.m.sessions')}>{t('halves.sessions', { n: numbers.sessions })}</Row>
        )}
        <Row label={t('reforms.m.groups')}>{t(numbers.groups > 0 ? 'halves.group' : 'reforms.m.groups0')}</Row>
      </dl>
    </Card>
  );
}

/** Null while something is missing that even a draft needs. */
function inputOf(form: SplitForm, facts: ToSplit | undefined, title: string): SplitInput | null {
  const { hamletId, onDate, directiveId } = form;
  if (!hamletId || !facts || !isNamed(form)) return null;
  return { title, hamletId, onDate, ...(directiveId && { directiveId }), halves: halvesOf(form, facts) };
}

function HeadCard({
  unitId,
  form,
  set,
  hamlets,
  readOnly,
  shown,
}: {
  unitId: string;
  form: SplitForm;
  set: (part: Partial<SplitForm>) => void;
  hamlets: readonly { id: string; fullName: string }[];
  readOnly: boolean;
  shown: PartsProps | undefined;
}) {
  const { t } = useI18n();
  return (
    <Card>
      <div className="merger-fields split-head">
        <Choice
          label={t('halves.hamlet')}
          required
          searchable
          disabled={readOnly}
          options={hamlets.map(({ id, fullName }) => ({ value: id, label: fullName }))}
          value={form.hamletId}
          onChange={(hamletId) => set({ hamletId, ...emptyHalves })}
        />
        <WhenField value={form.onDate} onChange={(onDate) => set({ onDate })} readOnly={readOnly} />
        <PaperField
          unitId={unitId}
          value={form.directiveId}
          onChange={(directiveId) => set({ directiveId })}
          readOnly={readOnly}
        />
      </div>
      {shown && <HalfFields {...shown} />}
      {!shown && !readOnly && <p className="card-body muted">{t('halves.pick')}</p>}
    </Card>
  );
}

function Columns({ form, head, shown }: { form: SplitForm; head: ReactNode; shown: PartsProps | undefined }) {
  return (
    <div className="merger-columns">
      <div>
        {head}
        {shown && <SplitPeople {...shown} />}
      </div>
      {shown && (
        <div>
          <SplitTasks {...shown} />
          <What form={form} facts={shown.facts} />
        </div>
      )}
    </div>
  );
}

export function Split({ unitId, start, reform }: { unitId: string; start: SplitForm; reform: Reform | null }) {
  const { t } = useI18n();
  const { form, set, changed } = useForm<SplitForm>(start);
  const readOnly = reform?.state === 'scheduled' || reform?.state === 'applied';
  const hamlets = useHamlets(unitId, reform);
  const query = useFacts(unitId, form, reform);
  const facts = query.data;
  const hamlet = hamlets.find(({ id }) => id === form.hamletId)?.fullName ?? '';
  const names = useHalfNames(form, facts?.type ?? reform?.split?.halves[0]?.type ?? '');
  const stand = useStand(reform);
  const gaps = facts ? [...facts.blocks, ...gapsOf(form, facts)] : [];
  const shown = facts && { form, set, facts, readOnly };
  const acts = useReformActs(reform, writeTo(unitId));
  const input = inputOf(form, facts, t('halves.titleOf', { a: hamlet, b: names[0], c: names[1] }));
  return (
    <div className="page merger">
      <PageHeader
        parent={{ label: t('reforms.title'), to: '/reforms' }}
        title={reform ? reform.title : t('halves.title')}
        state={stand || hamlet}
      />
      {facts && isNamed(form) && !readOnly && <Blocks blocks={gaps} />}
      <Columns
        form={form}
        shown={shown}
        head={<HeadCard unitId={unitId} form={form} set={set} hamlets={hamlets} readOnly={readOnly} shown={shown} />}
      />
      <ReformFoot
        reform={reform}
        input={input}
        onDate={form.onDate}
        form={form}
        changed={changed}
        blocks={facts && gaps.length}
        asking={query.isFetching}
        again={async () => {
          const { data } = await query.refetch();
          return data && data.blocks.length + gapsOf(form, data).length;
        }}
        acts={acts}
        into={reform?.split?.halves[0]?.unit ?? null}
      />
    </div>
  );
}

/** One hamlet, two names: opened empty, or of the hamlet that was shown. */
export function NewSplitPage() {
  const { post, me } = useIdentity();
  const { unit, hamlet } = newRoute.useSearch();
  const start = { ...emptyHalves, hamletId: hamlet ?? null, onDate: nextMonth(me.today), directiveId: null };
  return <Split unitId={unit ?? post.unit.id} start={start} reform={null} />;
}
