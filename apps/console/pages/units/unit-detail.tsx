/** One unit as of the day: what it is, what happened to it, what stands in it, and what may be changed. */
import { Button, Tabs } from '@mantine/core';
import { useState } from 'react';
import { formatDate } from '#i18n';
import { placeInside } from '#i18n/places';
import { api, type Schemas } from '../../api/client.ts';
import { useNavigate } from '@tanstack/react-router';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Card, Chip } from '../../ui/layout.tsx';
import { Loaded } from '../../ui/states.tsx';
import { courseOf, type Version } from './course.ts';
import { CourseList } from './course-list.tsx';
import { HamletForms, useOwnHamlets } from './hamlet-acts.tsx';
import { LineageFlow } from './lineage-flow.tsx';
import { PartList } from './part-list.tsx';
import { AddForm, CloseForm, MoveForm, RenameForm, RevokeForm } from './unit-forms.tsx';
import { kindsBelow } from './unit-kinds.ts';

type Unit = Schemas['Unit'];
type Form =
  | { what: 'rename' | 'add' | 'move' | 'close' | 'reopen' }
  | { what: 'revoke'; from: string }
  | { what: 'correct'; line: Version };
type Act = Exclude<Form['what'], 'revoke' | 'correct'>;

interface DetailProps {
  unitId: string;
  at: string | undefined;
  tab: string;
  onTab: (tab: string) => void;
  onOpen: (unitId: string) => void;
}

function State({ unit, day }: { unit: Unit; day: string }) {
  const { t, lang } = useI18n();
  if (unit.validFrom > day)
    return (
      <Chip tone="doing" icon="clock">
        {t('units.ahead')}
      </Chip>
    );
  if (unit.validTo && unit.validTo <= day)
    return (
      <Chip tone="mute" icon="circle-off">
        {t('units.closed')}
      </Chip>
    );
  return (
    <>
      <Chip tone="done" icon="circle-check">
        {t('units.active')}
      </Chip>
      {unit.validTo && (
        <Chip tone="doing" icon="clock">
          {t('units.closing', { day: formatDate(unit.validTo, lang, { withYear: true }) })}
        </Chip>
      )}
    </>
  );
}

function Facts({ unit }: { unit: Unit }) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const { data: sums } = api.useQuery(
    'get',
    '/units/{unitId}/teams/sums',
    { params: { path: { unitId: unit.id } } },
    { enabled: may('team.read') },
  );
  const facts = [
    unit.code ? t('units.code', { code: unit.code }) : t('units.noCode'),
    unit.parent && t('units.under', { parent: placeInside(unit.parent.fullName) }),
    sums && t('units.sums', { teams: sums.activeTeams, members: sums.members }),
  ];
  return <p className="caption">{facts.filter(Boolean).join(' · ')}</p>;
}

function Acts({ unit, onForm }: { unit: Unit; onForm: (form: Form) => void }) {
  const { t } = useI18n();
  const { post } = useIdentity();
  const navigate = useNavigate();
  const below = kindsBelow[unit.kind];
  const own = useOwnHamlets(unit);
  const act = (what: Act, icon: IconName, label: string) => (
    <Button size="xs" variant="default" leftSection={<Icon name={icon} size={15} />} onClick={() => onForm({ what })}>
      {label}
    </Button>
  );
  if (own)
    return (
      <div className="unit-acts">
        {unit.kind === 'commune' && act('add', 'plus', t('units.addHamlet'))}
        {unit.kind === 'hamlet' && act('rename', 'pencil', t('units.rename'))}
        {unit.kind === 'hamlet' && !unit.validTo && act('close', 'circle-off', t('units.close'))}
      </div>
    );
  return (
    <div className="unit-acts">
      {act('rename', 'pencil', t('units.rename'))}
      {below.length > 0 && act('add', 'plus', t(below[0] === 'hamlet' ? 'units.addHamlet' : 'units.add'))}
      {unit.kind !== 'country' && below.length > 0 && (
        <Button
          size="xs"
          variant="default"
          leftSection={<Icon name="file-import" size={15} />}
          onClick={() => void navigate({ to: '/units/map', search: { unit: unit.id } })}
        >
          {t('units.map')}
        </Button>
      )}
      {unit.id !== post.unit.id && unit.parent && act('move', 'arrows-exchange', t('units.move'))}
      {unit.id !== post.unit.id && !unit.validTo && act('close', 'circle-off', t('units.close'))}
    </div>
  );
}

function Course({
  unit,
  onOpen,
  onForm,
}: {
  unit: Unit;
  onOpen: (unitId: string) => void;
  onForm: ((form: Form) => void) | undefined;
}) {
  const { t } = useI18n();
  const { me, may } = useIdentity();
  const own = useOwnHamlets(unit);
  const mayRevoke = may('unit.manage') || (own && unit.kind === 'hamlet');
  const mayCorrect = may('hamlet.manage') && unit.kind === 'hamlet';
  const params = { params: { path: { unitId: unit.id } } };
  const history = api.useQuery('get', '/units/{unitId}/history', params);
  const lineage = api.useQuery('get', '/units/{unitId}/lineage', params);
  const made = api.useQuery('get', '/units/{unitId}/changes', params);
  const side = { id: unit.id, name: unit.fullName, code: unit.code };
  return (
    <Loaded query={lineage} rows={4}>
      {(heirs) => (
        <>
          <LineageFlow many={heirs.predecessors} unit={side} into onOpen={onOpen} />
          <LineageFlow many={heirs.successors} unit={side} into={false} onOpen={onOpen} />
          <Loaded query={history} rows={3}>
            {(versions) => (
              <CourseList
                events={courseOf(versions, heirs, { changes: made.data ?? [], today: me.today })}
                onRevoke={onForm && mayRevoke ? ({ on }) => onForm({ what: 'revoke', from: on }) : undefined}
                onCorrect={onForm && mayCorrect ? (line) => onForm({ what: 'correct', line }) : undefined}
              />
            )}
          </Loaded>
          <p className="card-foot">{t(unit.kind === 'hamlet' ? 'units.keptHamlet' : 'units.kept')}</p>
        </>
      )}
    </Loaded>
  );
}

type Parts = ReturnType<typeof useParts>;
function useParts(unitId: string, at: string | undefined) {
  return api.useQuery('get', '/units/{unitId}/children', { params: { path: { unitId }, query: at ? { at } : {} } });
}

function Forms({ form, unit, parts, onClose }: { form: Form; unit: Unit; parts: number; onClose: () => void }) {
  const own = useOwnHamlets(unit);
  // What only a hamlet knows is asked by its own forms, whoever opens it.
  if (own || form.what === 'correct' || form.what === 'reopen')
    return <HamletForms form={form} unit={unit} onClose={onClose} />;
  switch (form.what) {
    case 'rename':
      return <RenameForm unit={unit} onClose={onClose} />;
    case 'add':
      return <AddForm unit={unit} onClose={onClose} />;
    case 'move':
      return <MoveForm unit={unit} onClose={onClose} />;
    case 'close':
      return <CloseForm unit={unit} parts={parts} onClose={onClose} />;
    case 'revoke':
      return <RevokeForm unit={unit} from={form.from} onClose={onClose} />;
  }
}

interface TabsProps extends Pick<DetailProps, 'tab' | 'onTab' | 'onOpen'> {
  unit: Unit;
  parts: Parts;
  onForm: ((form: Form) => void) | undefined;
}

function UnitTabs({ unit, tab, parts, onTab, onOpen, onForm }: TabsProps) {
  const { t, n } = useI18n();
  const hasBelow = kindsBelow[unit.kind].length > 0;
  return (
    <Tabs value={hasBelow ? tab : 'course'} onChange={(next) => onTab(next ?? 'course')}>
      <Tabs.List>
        <Tabs.Tab value="course">{t('units.tab.course')}</Tabs.Tab>
        {hasBelow && (
          <Tabs.Tab value="parts">
            {t(unit.kind === 'commune' ? 'units.tab.hamlets' : 'units.tab.parts')} {parts.data && n(parts.data.length)}
          </Tabs.Tab>
        )}
      </Tabs.List>
      <Tabs.Panel value="course">
        <Course unit={unit} onOpen={onOpen} onForm={onForm} />
      </Tabs.Panel>
      {hasBelow && (
        <Tabs.Panel value="parts">
          <PartList unit={unit} query={parts} mayEnd={onForm !== undefined} onOpen={onOpen} />
        </Tabs.Panel>
      )}
    </Tabs>
  );
}

function View({ unit, at, tab, onTab, onOpen }: Omit<DetailProps, 'unitId'> & { unit: Unit }) {
  const { t } = useI18n();
  const { me, may } = useIdentity();
  const [form, setForm] = useState<Form | null>(null);
  const day = at ?? me.today;
  const ended = unit.validTo !== null && unit.validTo <= day;
  const own = useOwnHamlets(unit);
  const mayChange = (may('unit.manage') || own) && !at && !ended;
  const mayReopen = may('hamlet.manage') && unit.kind === 'hamlet' && unit.successors.length === 0 && !at;
  const parts = useParts(unit.id, at);
  return (
    <>
      <div className="unit-head">
        <h2>
          {unit.fullName} <State unit={unit} day={day} />
        </h2>
        <Facts unit={unit} />
        {mayChange && <Acts unit={unit} onForm={setForm} />}
        {ended && (
          <div className="unit-acts">
            {unit.successors.map(({ id, fullName }) => (
              <Button
                key={id}
                size="xs"
                variant="default"
                rightSection={<Icon name="arrow-right" size={15} />}
                onClick={() => onOpen(id)}
              >
                {t('units.openHeir', { name: placeInside(fullName) })}
              </Button>
            ))}
            {mayReopen && (
              <Button size="xs" variant="default" onClick={() => setForm({ what: 'reopen' })}>
                {t('units.reopen')}
              </Button>
            )}
          </div>
        )}
      </div>
      <UnitTabs unit={unit} tab={tab} parts={parts} onTab={onTab} onOpen={onOpen} onForm={at ? undefined : setForm} />
      {form && <Forms form={form} unit={unit} parts={parts.data?.length ?? 0} onClose={() => setForm(null)} />}
    </>
  );
}

export function UnitDetail({ unitId, ...props }: DetailProps) {
  const query = api.useQuery('get', '/units/{unitId}', {
    params: { path: { unitId }, query: props.at ? { at: props.at } : {} },
  });
  return (
    <Card>
      <Loaded query={query} rows={8}>
        {(unit) => <View key={unit.id} unit={unit} {...props} />}
      </Loaded>
    </Card>
  );
}
