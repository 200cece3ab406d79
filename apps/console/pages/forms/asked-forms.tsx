import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useIdentity } from '../../api/me.tsx';
import { type Translate, useI18n } from '../../i18n/i18n.tsx';
import { Card, Chip } from '../../ui/layout.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import type { Column } from '../../ui/table/table-column.ts';
import { Due } from './form-due.tsx';
import { type AskedForm, standingLook } from './form-facts.ts';

function AskedState({ form }: { form: AskedForm }) {
  const { t } = useI18n();
  const { tone, icon } = standingLook(form.status);
  const word =
    form.state === 'recalled'
      ? t('forms.recalled')
      : form.returned > 0
        ? t('forms.returnedN', { n: form.returned })
        : form.sheetState === 'sent'
          ? t('forms.sentState')
          : t(form.status === 'missing' ? 'forms.missing' : 'forms.toAnswer');
  return (
    <Chip tone={tone} icon={icon}>
      {word}
    </Chip>
  );
}

function columnsOf(t: Translate, today: string): Column<AskedForm>[] {
  return [
    {
      id: 'title',
      header: t('forms.col.title'),
      value: ({ title }) => title,
      cell: ({ sheetId, title, unit }) => (
        <>
          <Link className="cell-link" to="/forms/answers/$sheetId" params={{ sheetId }}>
            {title}
          </Link>
          <span className="cell-2">{t('sheet.by', { unit: unit.fullName })}</span>
        </>
      ),
    },
    {
      id: 'due',
      header: t('forms.col.due'),
      value: ({ dueOn }) => dueOn,
      cell: ({ dueOn, status }) => <Due dueOn={dueOn} isOver={status === 'missing' && dueOn < today} />,
      width: 170,
    },
    {
      id: 'answered',
      header: t('forms.col.sent'),
      value: ({ answered }) => answered,
      cell: ({ answered, questions }) => t('forms.answeredN', { n: answered, of: questions }),
      width: 120,
      hideBelow: 560,
    },
    {
      id: 'state',
      header: t('forms.col.state'),
      value: ({ sheetState }) => sheetState,
      cell: (form) => <AskedState form={form} />,
      width: 190,
    },
  ];
}

/** What the unit is asked by forms of others. */
export function AskedForms({ forms }: { forms: readonly AskedForm[] }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const navigate = useNavigate();
  const columns = useMemo(() => columnsOf(t, me.today), [t, me.today]);
  return (
    <Card title={t('forms.asked')}>
      <DataTable
        label={t('forms.asked')}
        columns={columns}
        rows={forms}
        rowId={({ sheetId }) => sheetId}
        what={t('forms.what')}
        onOpen={({ sheetId }) => void navigate({ to: '/forms/answers/$sheetId', params: { sheetId } })}
      />
    </Card>
  );
}
