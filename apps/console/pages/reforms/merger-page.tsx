import '@mantine/dates/styles.css';
import { getRouteApi } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { MergerFields } from './merger-fields.tsx';
import { formOf, isWaiting, type MergerForm, nextMonth, type Reform, useForm, useRehearsal } from './merger-form.ts';
import { MergerFoot } from './merger-foot.tsx';
import { MergerPeople } from './merger-people.tsx';
import { Blocks, WhatHappens, WhoLeads } from './merger-side.tsx';
import { useStand } from './reform-stand.ts';
import { splitFormOf } from './split/split-form.ts';
import { Split } from './split/split-page.tsx';
import './reforms.css';

const newRoute = getRouteApi('/reforms/new');
const route = getRouteApi('/reforms/$reformId');

interface MergerProps {
  unitId: string;
  start: MergerForm;
  reform: Reform | null;
}

/** Under the title: which two, or where it stands. */
function useSub(reform: Reform | null, [a, b]: readonly string[]): string {
  const { t } = useI18n();
  const stands = useStand(reform);
  return stands || (a && b ? t('reforms.m.both', { a, b }) : '');
}

/** Of hamlets that have ended the reform still says what they were called. */
function useHamlets(unitId: string, reform: Reform | null) {
  const query = api.useQuery('get', '/units/{unitId}/children', { params: { path: { unitId } } });
  const ended = (reform?.merger?.hamlets ?? []).filter(({ id }) => !query.data?.some((one) => one.id === id));
  const hamlets = query.data?.filter(({ kind }) => kind === 'hamlet') ?? [];
  return { hamlets: [...hamlets, ...ended], typeOf: (id: string | null) => hamlets.find((one) => one.id === id)?.type };
}

function Merger({ unitId, start, reform }: MergerProps) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const state = useForm(start);
  const { form, set } = state;
  const readOnly = reform?.state === 'scheduled' || reform?.state === 'applied';
  const { hamlets, typeOf } = useHamlets(unitId, reform);
  const rehearsal = useRehearsal(unitId, form, reform?.id ?? null, reform?.state !== 'applied');
  const names = [form.one, form.two].map((id) => hamlets.find((one) => one.id === id)?.fullName ?? '');
  const sub = useSub(reform, names);
  const shown = { form, set, readOnly };
  const type = typeOf(form.one) ?? reform?.merger?.type ?? 'thôn';
  return (
    <div className="page merger">
      <PageHeader
        parent={{ label: t('reforms.title'), to: '/reforms' }}
        title={reform ? reform.title : t('reforms.m.title')}
        state={sub}
      />
      {rehearsal.data && (!readOnly || (reform && isWaiting(reform, me.today))) && (
        <Blocks blocks={rehearsal.data.blocks} />
      )}
      <div className="merger-columns">
        <div>
          <MergerFields unitId={unitId} hamlets={hamlets} rehearsal={rehearsal.data} {...shown} />
          {rehearsal.data && <MergerPeople rehearsal={rehearsal.data} type={type} {...shown} />}
          {!rehearsal.data && reform?.state !== 'applied' && (!form.one || !form.two) && (
            <Card>
              <p className="card-body muted">{t('reforms.m.pick')}</p>
            </Card>
          )}
        </div>
        {rehearsal.data && (
          <div>
            <WhoLeads rehearsal={rehearsal.data} {...shown} />
            <WhatHappens rehearsal={rehearsal.data} {...shown} />
          </div>
        )}
      </div>
      <MergerFoot unitId={unitId} reform={reform} state={state} names={names} type={type} rehearsal={rehearsal} />
    </div>
  );
}

/** Two hamlets, three fields: opened empty, or with two ticked rows of the teams. */
export function NewMergerPage() {
  const { post, me } = useIdentity();
  const { unit, hamlets } = newRoute.useSearch();
  const [one = null, two = null] = hamlets?.split(',') ?? [];
  const blank = { name: '', onDate: nextMonth(me.today), directiveId: null, leaderId: null, leavingIds: [] };
  return <Merger unitId={unit ?? post.unit.id} start={{ one, two, ...blank }} reform={null} />;
}

/** A reform of hamlets as it is kept: two that become one, or one that becomes two. */
export function MergerPage() {
  const { reformId } = route.useParams();
  const query = api.useQuery('get', '/reorganisations/{reorganisationId}', {
    params: { path: { reorganisationId: reformId } },
  });
  return (
    <Loaded query={query} rows={8}>
      {(reform) => {
        const shown = { key: `${reform.version} ${reform.state}`, unitId: reform.unit.id, reform };
        const start = formOf(reform);
        return start ? <Merger {...shown} start={start} /> : <Split {...shown} start={splitFormOf(reform)} />;
      }}
    </Loaded>
  );
}
