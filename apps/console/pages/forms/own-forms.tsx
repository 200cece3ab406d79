import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { owedOf, sentOf } from '#contracts/reporting/report-standing';
import { formatMoment } from '#i18n';
import type { Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { type I18n, useI18n } from '../../i18n/i18n.tsx';
import { Bar, Card, Chip } from '../../ui/layout.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import type { Column } from '../../ui/table/table-column.ts';
import { Due } from './form-due.tsx';

type FormRow = Schemas['Forms']['own'][number];

/** Where it stands: a draft, the version that was asked last, changes since. */
function RowState({ form }: { form: FormRow }) {
  const { t } = useI18n();
  const { round, version, isChanged } = form;
  if (!round)
    return (
      <Chip tone="mute" icon="pencil">
        {t('forms.draft')}
      </Chip>
    );
  const icon = round.state === 'running' ? 'send' : round.state === 'closed' ? 'circle-check' : 'ban';
  return (
    <>
      <Chip tone={round.state === 'running' ? 'new' : 'mute'} icon={icon}>
        {t(`forms.${round.state}`)}
      </Chip>
      <span className="cell-2">
        {t('forms.version', { n: version })}
        {isChanged && ` · ${t('forms.changed')}`}
      </span>
    </>
  );
}

function Sent({ form: { round } }: { form: FormRow }) {
  const { t } = useI18n();
  if (!round) return <span className="muted">–</span>;
  const { counts } = round;
  const [sent, all] = [sentOf(counts), owedOf(counts)];
  return (
    <span className="forms-sent">
      <b className="num">{`${sent}/${all}`}</b>
      <Bar
        of={all}
        parts={[
          { value: counts.onTime, color: 'bar-ok' },
          { value: counts.late, color: 'bar-warn' },
        ]}
        label={t('forms.sentBar', { a: counts.onTime, b: counts.late, c: all - sent })}
      />
    </span>
  );
}

const isOver = ({ round }: FormRow, today: string): boolean =>
  round !== null && round.state !== 'recalled' && round.dueOn < today && owedOf(round.counts) > sentOf(round.counts);

/** Late ones first, then by their day, drafts last. */
const inOrder = (forms: readonly FormRow[], today: string): FormRow[] => {
  const place = (form: FormRow) => (isOver(form, today) ? 0 : form.round?.state === 'running' ? 1 : form.round ? 3 : 2);
  return [...forms].sort((a, b) => place(a) - place(b) || (a.round?.dueOn ?? '').localeCompare(b.round?.dueOn ?? ''));
};

function titleColumn({ t, lang }: I18n): Column<FormRow> {
  return {
    id: 'title',
    header: t('forms.col.title'),
    value: ({ title }) => title,
    cell: ({ id, title, questions, written }) => (
      <>
        <Link className="cell-link" to="/forms/$formId" params={{ formId: id }}>
          {title}
        </Link>
        <span className="cell-2">
          {t('forms.questionsN', { n: questions })} · {written.by.fullName},{' '}
          {formatMoment(written.at, Date.now(), lang)}
        </span>
      </>
    ),
  };
}

function OpenRound({ form: { round } }: { form: FormRow }) {
  const { t } = useI18n();
  const navigate = useNavigate();
  if (!round) return null;
  return (
    <Button
      variant="default"
      size="compact-md"
      onClick={(event) => {
        event.stopPropagation();
        void navigate({ to: '/forms/rounds/$roundId', params: { roundId: round.id } });
      }}
    >
      {t('forms.open')}
    </Button>
  );
}

function columnsOf(i18n: I18n, today: string): Column<FormRow>[] {
  const { t } = i18n;
  return [
    titleColumn(i18n),
    {
      id: 'sent',
      header: t('forms.col.sent'),
      value: ({ round }) => (round ? sentOf(round.counts) : null),
      cell: (form) => <Sent form={form} />,
      width: 170,
      hideBelow: 560,
    },
    {
      id: 'due',
      header: t('forms.col.due'),
      value: ({ round }) => round?.dueOn ?? null,
      cell: (form) =>
        form.round ? <Due dueOn={form.round.dueOn} isOver={isOver(form, today)} /> : <span className="muted">–</span>,
      width: 170,
      hideBelow: 560,
    },
    {
      id: 'state',
      header: t('forms.col.state'),
      value: ({ round }) => round?.state ?? 'draft',
      cell: (form) => <RowState form={form} />,
      width: 210,
    },
    {
      id: 'open',
      header: t('forms.open'),
      value: () => null,
      cell: (form) => <OpenRound form={form} />,
      sortable: false,
      copy: false,
      acts: 'line',
      width: 140,
    },
  ];
}

/** Forms of the unit, late ones first. */
export function OwnForms({ forms }: { forms: readonly FormRow[] }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { me } = useIdentity();
  const navigate = useNavigate();
  const columns = useMemo(() => columnsOf(i18n, me.today), [i18n, me.today]);
  return (
    <Card title={t('forms.own')}>
      <DataTable
        label={t('forms.own')}
        columns={columns}
        rows={inOrder(forms, me.today)}
        rowId={({ id }) => id}
        what={t('forms.what')}
        onOpen={({ id, round }) =>
          void (round
            ? navigate({ to: '/forms/rounds/$roundId', params: { roundId: round.id } })
            : navigate({ to: '/forms/$formId', params: { formId: id } }))
        }
      />
    </Card>
  );
}
