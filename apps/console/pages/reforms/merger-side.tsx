import { Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import { addDays, formatDate } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card, Notice } from '../../ui/layout.tsx';
import { leadersOf, type MergerForm, type Rehearsal } from './merger-form.ts';

interface SideProps {
  form: MergerForm;
  set: (part: Partial<MergerForm>) => void;
  rehearsal: Rehearsal;
  readOnly: boolean;
}

/** Who leads is asked where two teams become one. */
export function WhoLeads({ form, set, rehearsal, readOnly }: SideProps) {
  const { t, lang } = useI18n();
  if (rehearsal.numbers.teams < 2) return null;
  const nameOf = (id: string) => rehearsal.hamlets.find(({ unit }) => unit.id === id)?.unit.fullName ?? '';
  const leaders = leadersOf(rehearsal.people, form.leaderId).filter(
    ({ person }) => !form.leavingIds.includes(person.id),
  );
  return (
    <Card title={t('reforms.m.whoLeads')}>
      <Radio.Group
        className="merger-leads"
        aria-label={t('reforms.m.whoLeads')}
        value={form.leaderId ?? ''}
        onChange={(id) => set({ leaderId: id || null })}
      >
        {leaders.map(({ person, was }) => {
          const led = was.find(({ role }) => role === 'leader') ?? was[0];
          const since = led && formatDate(led.since, lang, { withYear: true });
          return (
            <Radio
              key={person.id}
              value={person.id}
              disabled={readOnly}
              label={person.fullName}
              description={led && t('reforms.m.leadsSince', { hamlet: nameOf(led.hamletId), day: since ?? '' })}
            />
          );
        })}
        <Radio value="" disabled={readOnly} label={t('reforms.m.nobody')} description={t('reforms.m.nobodyText')} />
      </Radio.Group>
    </Card>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function useTasksText(rehearsal: Rehearsal): string {
  const { t } = useI18n();
  const { tasks, tasksAfter } = rehearsal.numbers;
  const open = Object.values(tasks).reduce((sum, n) => sum + n, 0);
  const both = rehearsal.ordersOfBoth.length;
  if (open === tasksAfter) return t('reforms.m.workSame', { a: open });
  return `${t('reforms.m.workText', { a: open, b: tasksAfter })}: ${t('reforms.m.workBoth', { n: both })}`;
}

function Households({ rehearsal }: { rehearsal: Rehearsal }) {
  const { t, n } = useI18n();
  const [a, b] = rehearsal.hamlets.map(({ households }) => households);
  if (typeof a !== 'number' || typeof b !== 'number') return t('reforms.m.householdsNone');
  return t('reforms.m.householdsText', { a: n(a), b: n(b), c: n(a + b) });
}

/** The day in numbers, as things stand now. */
export function WhatHappens({ form, rehearsal }: SideProps) {
  const { t, n, lang } = useI18n();
  const { numbers, ordersOfBoth } = rehearsal;
  const lastDay = formatDate(addDays(form.onDate, -1), lang);
  const groups = Math.min(numbers.groups, 2) as 0 | 1 | 2;
  return (
    <Card title={t('reforms.m.what', { day: formatDate(form.onDate, lang) })}>
      <dl className="merger-what">
        <Row label={t('reforms.m.teams')}>
          {numbers.teams === 0
            ? t('reforms.m.teamsNone')
            : t('reforms.m.teamsText', { n: numbers.teams, day: lastDay })}
        </Row>
        <Row label={t('reforms.m.work')}>
          {useTasksText(rehearsal)}
          {ordersOfBoth.map(({ assignmentId, title, targets, target }) => (
            <div key={assignmentId} className="merger-order">
              {t('reforms.m.order', { title, sum: targets.map((one) => n(one)).join(' + '), target: n(target) })}
            </div>
          ))}
        </Row>
        <Row label={t('reforms.m.waiting')}>
          {t('reforms.m.waitingText', {
            submitted: numbers.tasks.submitted + numbers.quickReports,
            extensions: numbers.extensions,
            difficulties: numbers.difficulties,
          })}
        </Row>
        <Row label={t('reforms.m.done')}>{t('reforms.m.doneText')}</Row>
        {numbers.sessions > 0 && (
          <Row label={t('reforms.m.sessions')}>{t('reforms.m.sessionsText', { n: numbers.sessions })}</Row>
        )}
        <Row label={t('reforms.m.households')}>
          <Households rehearsal={rehearsal} />
        </Row>
        <Row label={t('reforms.m.groups')}>{t(`reforms.m.groups${groups}`)}</Row>
      </dl>
    </Card>
  );
}

/** What has to be settled first, each by its words. */
export function Blocks({ blocks }: Pick<Rehearsal, 'blocks'>) {
  const { t, lang } = useI18n();
  if (blocks.length === 0) return null;
  return (
    <Notice tone="late" icon="alert-triangle">
      <b>{t('reforms.m.blocks', { n: blocks.length })}</b>
      <ul className="merger-blocks">
        {blocks.map(({ code, params }, index) => {
          const on = typeof params.on === 'string' && formatDate(params.on, lang, { withYear: true });
          return <li key={`${code} ${index}`}>{t(`reforms.block.${code}`, { ...params, ...(on && { on }) })}</li>;
        })}
      </ul>
    </Notice>
  );
}
