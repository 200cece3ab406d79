import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { formatDate } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { FormDialog } from '../../ui/form.tsx';
import { Card } from '../../ui/layout.tsx';
import { roleWord } from '../../ui/text/role-word.ts';
import { type MergerForm, newHamletName, type Person, type Rehearsal } from './merger-form.ts';

interface PeopleProps {
  form: MergerForm;
  set: (part: Partial<MergerForm>) => void;
  rehearsal: Rehearsal;
  readOnly: boolean;
  /** Of the new hamlet. */
  type: string;
}

/** What somebody is in the new team; two former leaders are deputies until one is chosen. */
function nextRole({ person, was }: Person, { leaderId, leavingIds }: MergerForm, teams: number): string {
  if (leavingIds.includes(person.id)) return 'leaves';
  if (person.id === leaderId) return 'leader';
  const roles = was.map(({ role }) => role);
  if (roles.includes('leader')) return teams === 1 && !leaderId ? 'leader' : 'deputy';
  return roles.includes('deputy') ? 'deputy' : 'member';
}

function From({ hamlet }: { hamlet: Rehearsal['hamlets'][number] }) {
  const { t, n } = useI18n();
  const { households, members, openTasks: tasks } = hamlet;
  const sum =
    households === null
      ? t('reforms.m.fromSumNoHouseholds', { n: members, tasks })
      : t('reforms.m.fromSum', { households: n(households), n: members, tasks });
  return (
    <div>
      <b>{t('reforms.m.from', { hamlet: hamlet.unit.fullName })}</b>
      <span className="caption">{hamlet.team ? sum : t('reforms.m.noTeam')}</span>
    </div>
  );
}

function PersonRow({ one, onTick, ...props }: PeopleProps & { one: Person; onTick: () => void }) {
  const i18n = useI18n();
  const { t, lang } = i18n;
  const { form, rehearsal, readOnly } = props;
  const next = nextRole(one, form, rehearsal.numbers.teams);
  const nameOf = (id: string) => rehearsal.hamlets.find(({ unit }) => unit.id === id)?.unit.fullName ?? '';
  const day = formatDate(form.onDate, lang);
  return (
    <tr data-leaves={next === 'leaves' || undefined}>
      <td>
        <Checkbox
          aria-label={t('reforms.m.goes', { name: one.person.fullName })}
          checked={next !== 'leaves'}
          disabled={readOnly}
          onChange={onTick}
        />
      </td>
      <td>
        <b>{one.person.fullName}</b>
      </td>
      <td>
        {one.was.map(({ hamletId, role }) => (
          <div key={hamletId}>{t('reforms.m.wasIn', { role: roleWord(i18n, role), hamlet: nameOf(hamletId) })}</div>
        ))}
      </td>
      <td className="merger-position">{one.person.position}</td>
      <td data-leads={next === 'leader' || undefined}>
        {next === 'leaves' ? t('reforms.m.leaves', { day }) : roleWord(i18n, next)}
      </td>
    </tr>
  );
}

function LeaveDialog({
  one,
  day,
  onClose,
  onAct,
}: {
  one: Person;
  day: string;
  onClose: () => void;
  onAct: () => void;
}) {
  const { t } = useI18n();
  return (
    <FormDialog
      title={t('reforms.m.leave', { day })}
      label={t('reforms.m.leaveAct')}
      onClose={onClose}
      onSubmit={() => {
        onAct();
        onClose();
      }}
    >
      <p>{t('reforms.m.leaveText', { name: one.person.fullName, day })}</p>
    </FormDialog>
  );
}

function PeopleHead() {
  const { t } = useI18n();
  return (
    <thead>
      <tr>
        <th aria-label={t('reforms.m.col.next')} />
        <th>{t('reforms.m.col.name')}</th>
        <th>{t('reforms.m.col.was')}</th>
        <th className="merger-position">{t('reforms.m.col.position')}</th>
        <th>{t('reforms.m.col.next')}</th>
      </tr>
    </thead>
  );
}

/** Everybody of both teams, each once, and what they will be in the new one. */
export function MergerPeople(props: PeopleProps) {
  const { t, lang } = useI18n();
  const { form, set, rehearsal, type } = props;
  const { leavingIds, leaderId } = form;
  const [leaving, setLeaving] = useState<Person | null>(null);
  const go = rehearsal.people.filter(({ person }) => !leavingIds.includes(person.id));
  const tick = (one: Person) => {
    if (!leavingIds.includes(one.person.id)) setLeaving(one);
    else set({ leavingIds: leavingIds.filter((id) => id !== one.person.id) });
  };
  const leave = ({ person }: Person) =>
    set({ leavingIds: [...leavingIds, person.id], ...(leaderId === person.id && { leaderId: null }) });
  return (
    <Card
      title={t('reforms.m.people', { n: go.length, team: newHamletName(type, form.name) || '…' })}
      aside={<span className="caption">{t('reforms.m.peopleNote')}</span>}
    >
      <div className="merger-from">
        {rehearsal.hamlets.map((hamlet) => (
          <From key={hamlet.unit.id} hamlet={hamlet} />
        ))}
      </div>
      {rehearsal.people.length > 0 && (
        <table className="merger-people" aria-label={t('reforms.m.peopleLabel')}>
          <PeopleHead />
          <tbody>
            {rehearsal.people.map((one) => (
              <PersonRow key={one.person.id} one={one} onTick={() => tick(one)} {...props} />
            ))}
          </tbody>
        </table>
      )}
      {leaving && (
        <LeaveDialog
          one={leaving}
          day={formatDate(form.onDate, lang)}
          onClose={() => setLeaving(null)}
          onAct={() => leave(leaving)}
        />
      )}
    </Card>
  );
}
