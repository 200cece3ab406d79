import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { makeForm } from '#client/commands';
import { api, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card } from '../../ui/layout.tsx';
import { RequestsCard } from '../../ui/second/requests-card.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { AskedForms } from './asked-forms.tsx';
import './forms.css';
import { OwnForms } from './own-forms.tsx';

function NewForm({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const { post } = useIdentity();
  const navigate = useNavigate();
  return (
    <CommandForm
      route={makeForm}
      path={{ unitId: post.unit.id }}
      touches={['/units/{unitId}/forms']}
      title={t('forms.newTitle')}
      fields={{ title: { as: 'text', label: t('forms.name'), focus: true } }}
      label={t('forms.begin')}
      done={({ id }) => void navigate({ to: '/forms/$formId', params: { formId: id } })}
      onClose={onClose}
    />
  );
}

function Lists({ forms, start }: { forms: Schemas['Forms']; start: ReactNode }) {
  const { t } = useI18n();
  const { own, asked, mayAsk } = forms;
  const isEmpty = own.length === 0 && asked.length === 0;
  if (isEmpty)
    return (
      <Card>
        <EmptyState icon="template" title={t('forms.empty')} actions={start}>
          {t(mayAsk ? 'forms.emptyText' : 'forms.noneAsked')}
        </EmptyState>
      </Card>
    );
  return (
    <>
      {own.length > 0 && <OwnForms forms={own} />}
      {asked.length > 0 && <AskedForms forms={asked} />}
    </>
  );
}

/** Forms of the unit, late ones first, and what it is asked by others. */
export function FormsPage() {
  const { t } = useI18n();
  const { post } = useIdentity();
  const [isNew, setNew] = useState(false);
  const query = api.useQuery('get', '/units/{unitId}/forms', { params: { path: { unitId: post.unit.id } } });
  const start = query.data?.mayAsk && (
    <Button leftSection={<Icon name="plus" />} onClick={() => setNew(true)}>
      {t('forms.new')}
    </Button>
  );
  return (
    <div className="page">
      <PageHeader
        title={t('forms.title')}
        hint={t('forms.sub')}
        main={query.data && query.data.own.length > 0 && start}
      />
      <RequestsCard />
      <Loaded query={query} rows={5}>
        {(forms) => <Lists forms={forms} start={start} />}
      </Loaded>
      {isNew && <NewForm onClose={() => setNew(false)} />}
    </div>
  );
}
