import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isKeepingKind } from '#contracts/organization/keeping-terms';
import { formatDate } from '#i18n';
import { ruleText } from '#i18n/rule-text';
import type { Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { type MessageId, useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Failed } from '../../ui/states.tsx';
import { EffectsCard } from './effects-card.tsx';
import type { RuleFormState } from './use-rule-form.ts';

type Preview = Schemas['RulePreview'];
type Effect = Preview['effects'][number];
type To = '/communes' | '/assignments' | '/results' | '/difficulties';

const places: Partial<Record<Effect['what'], To>> = {
  teams: '/communes',
  schedules: '/assignments',
  unanswered: '/assignments',
  tasks: '/assignments',
  difficulties: '/difficulties',
};
const notes: Partial<Record<Effect['what'], MessageId>> = {
  tasks: 'rules.e.tasksNote',
  groups: 'rules.e.groupsNote',
  difficulties: 'rules.e.difficultiesNote',
  reports: 'rules.e.reportsNote',
  toEnrol: 'rules.e.toEnrolNote',
  erased: 'rules.e.erasedNote',
  uploads: 'rules.e.uploadsNote',
};

interface LineProps {
  stays: boolean;
  text: ReactNode;
  note?: string;
  link?: ReactNode;
}

/** Amber with a clock changes, green "=" stays. */
function Line({ stays, text, note, link }: LineProps) {
  return (
    <li className="rule-effect" data-stays={stays || undefined}>
      <Icon name={stays ? 'equal' : 'clock'} />
      <span>
        <b>{text}</b>
        {note && <span className="caption">{note}</span>}
      </span>
      {link}
    </li>
  );
}

function useEffectText({ form }: RuleFormState) {
  const { t, lang } = useI18n();
  const { value } = form;
  const from = formatDate(form.from, lang, { withYear: true });
  return ({ what, count: n, communes }: Effect): string => {
    if (what === 'erased' && n === 0) return t('rules.e.erasedNone');
    if (what === 'toEnrol' && n === 0) return t('rules.e.toEnrolNone');
    if (what === 'teams') {
      if (n === 0 || value.kind === 'secondFactor' || isKeepingKind(value.kind)) return t('rules.e.none');
      const told = { from, n, m: communes ?? 0, value: ruleText(t, lang, value) };
      return t(`rules.e.teams.${value.kind}`, told);
    }
    const members = value.kind === 'composition' ? value.members : 0;
    return t(`rules.e.${what}`, { n, from, members });
  };
}

function Lines({ state, preview }: { state: RuleFormState; preview: Preview }) {
  const { t, lang } = useI18n();
  const { commune } = useIdentity();
  const text = useEffectText(state);
  if (preview.same) return <p className="caption rule-none">{t('rules.same')}</p>;
  const { count, first } = preview.apart;
  const named = first.map(({ unit, value }) => `${unit.name} ${ruleText(t, lang, value)}`).join(', ');
  const link = ({ what, communes }: Effect) => {
    const to = places[what];
    if (!to || (what === 'teams' && commune)) return undefined;
    return <Link to={to}>{what === 'teams' ? t('rules.see', { m: communes ?? 0 }) : t('rules.open')}</Link>;
  };
  const shown = preview.effects.filter(
    ({ what, count: n }) => what === 'teams' || what === 'erased' || what === 'toEnrol' || n > 0,
  );
  return (
    <ul>
      {shown.map((effect) => (
        <Line
          key={effect.what}
          stays={effect.stays}
          text={text(effect)}
          note={notes[effect.what] && t(notes[effect.what] as MessageId)}
          link={effect.count > 0 && link(effect)}
        />
      ))}
      {count > 0 && (
        <Line
          stays
          text={t('rules.e.apart', { n: count })}
          note={count > first.length ? t('rules.e.more', { names: named, n: count - first.length }) : named}
        />
      )}
    </ul>
  );
}

/** Offered for a rule that begins later: whoever has to do something else from that day on is told when it is set. */
function Announce({ state }: { state: RuleFormState }) {
  const { t } = useI18n();
  const { form, hearers, set } = state;
  if (!hearers) return null;
  const { people, by } = hearers;
  const parts = by.map(({ who, count }) => t(`rules.h.${who}`, { n: count }));
  const [only] = parts;
  const whom = only && parts.length === 1 ? only : t('rules.h.people', { n: people });
  return (
    <div className="rule-announce">
      <Checkbox
        label={t('rules.announce', { whom })}
        description={[
          ...(parts.length > 1 ? [`${parts.join(', ')}.`] : []),
          t(form.value.kind === 'reply' ? 'rules.announceReply' : 'rules.announceText'),
        ].join(' ')}
        checked={form.announce === true}
        onChange={(event) => set({ announce: event.currentTarget.checked })}
      />
    </div>
  );
}

/** "Đổi gì, cho ai", counted by the server from the data of this moment. */
export function RulePreview({ state, communes }: { state: RuleFormState; communes: number | undefined }) {
  const { t } = useI18n();
  const { commune } = useIdentity();
  const { data, error, isFetching, refetch } = state.preview;
  const isNamed = state.errorAt('from') !== undefined;
  return (
    <EffectsCard at={data?.at}>
      <div aria-live="polite" aria-busy={isFetching}>
        {isNamed ? (
          <p className="caption rule-none">{state.errorAt('from')}</p>
        ) : error ? (
          <Failed error={error} refetch={refetch} />
        ) : data && !isFetching ? (
          <>
            <Lines state={state} preview={data} />
            {!data.same && <Announce state={state} />}
          </>
        ) : isFetching ? (
          <p className="caption rule-none">
            {commune || communes === undefined ? t('rules.computingOwn') : t('rules.computing', { m: communes })}
          </p>
        ) : null}
      </div>
    </EffectsCard>
  );
}
