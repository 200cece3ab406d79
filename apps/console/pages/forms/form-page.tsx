import { Button } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { dropForm } from '#client/commands';
import { owedOf, sentOf } from '#contracts/reporting/report-standing';
import { formatDate, formatMoment } from '#i18n';
import { api, client } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { showNotice } from '../../notices/undo.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { HeaderAct } from '../../ui/header/header-menu.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, Chip, Notice } from '../../ui/layout.tsx';
import { Loaded } from '../../ui/states.tsx';
import { AskDialog } from './ask-dialog.tsx';
import type { Form } from './form-facts.ts';
import './forms.css';
import { FormPreview } from './form-preview.tsx';
import { QuestionEditor } from './question-editor.tsx';
import { QuestionList } from './question-list.tsx';
import { formFaults, type FormDraft, useFormDraft } from './use-form-draft.ts';

const route = getRouteApi('/forms/$formId');

function Drop({ form }: { form: Form }) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <HeaderAct icon="trash" danger onClick={() => setAsking(true)}>
        {t('forms.drop')}
      </HeaderAct>
      {isAsking && (
        <CommandForm
          route={dropForm}
          path={{ formId: form.id }}
          touches={['/units/{unitId}/forms']}
          danger
          title={t('forms.drop')}
          text={t('forms.dropMeans')}
          label={t('forms.drop')}
          said={t('forms.dropped')}
          done={() => void navigate({ to: '/forms' })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

/** What was added goes to those who are asked now. */
function Publish({ form, draft }: { form: Form; draft: FormDraft }) {
  const { t } = useI18n();
  const publish = useCommand({
    send: (_: void, header) =>
      client.POST('/forms/{formId}/publish', {
        params: { path: { formId: form.id }, header },
        body: { edit: draft.edit },
      }),
    touches: ['/forms/{formId}', '/form-rounds/{roundId}', '/units/{unitId}/forms'],
    done: ({ version }) => showNotice(t('forms.published', { n: version })),
  });
  const isAsked = form.rounds.some(({ state }) => state === 'running');
  if (!isAsked || !draft.isKept || !(form.isChanged || draft.edit > form.edit)) return null;
  return (
    <HeaderAct icon="upload" onClick={() => publish.mutate()}>
      {t('forms.publish')}
    </HeaderAct>
  );
}

function Rounds({ form }: { form: Form }) {
  const { t, lang } = useI18n();
  if (form.rounds.length === 0) return null;
  return (
    <Card title={t('forms.rounds')}>
      <ul className="forms-rounds">
        {form.rounds.map((round) => (
          <li key={round.id}>
            <Link className="cell-link" to="/forms/rounds/$roundId" params={{ roundId: round.id }}>
              {t('forms.dueOn', { date: formatDate(round.dueOn, lang, { withYear: true }) })}
            </Link>
            <span>{t('forms.version', { n: round.version })}</span>
            <span>{t('round.title', { n: sentOf(round.counts), of: owedOf(round.counts) })}</span>
            <Chip tone={round.state === 'running' ? 'new' : 'mute'} icon={round.state === 'running' ? 'send' : 'check'}>
              {t(`forms.${round.state}`)}
            </Chip>
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface HeaderProps {
  form: Form;
  draft: FormDraft;
  canAsk: boolean;
  onAsk: () => void;
}

function Header({ form, draft, canAsk, onAsk }: HeaderProps) {
  const { t, lang } = useI18n();
  return (
    <PageHeader
      parent={{ label: t('forms.title'), to: '/forms' }}
      title={draft.written.title}
      state={
        <Chip tone={form.version > 0 ? 'new' : 'mute'} icon="pencil">
          {form.version > 0 ? t('forms.version', { n: form.version }) : t('forms.draft')}
        </Chip>
      }
      saved={
        draft.isKept ? t('forms.saved', { time: formatMoment(draft.keptAt, Date.now(), lang) }) : t('forms.saving')
      }
      main={
        form.mayAsk && (
          <Button leftSection={<Icon name="send" />} disabled={!canAsk} onClick={onAsk}>
            {t(form.version > 0 ? 'forms.askAgain' : 'forms.askNext')}
          </Button>
        )
      }
      acts={
        form.mayAsk && (
          <>
            <Publish form={form} draft={draft} />
            {form.version === 0 && <Drop form={form} />}
          </>
        )
      }
    />
  );
}

function Page({ form }: { form: Form }) {
  const { t } = useI18n();
  const draft = useFormDraft(form);
  const [chosen, setChosen] = useState(form.questions[0]?.id ?? null);
  const [isAsking, setAsking] = useState(false);
  const { title, questions } = draft.written;
  const faults = formFaults(t, form, questions);
  const question = questions.find(({ id }) => id === chosen) ?? questions[0];
  const canAsk = form.mayAsk && faults.length === 0 && draft.isKept;
  return (
    <>
      <Header {...{ form, draft, canAsk }} onAsk={() => setAsking(true)} />
      {questions.length > 0 && faults.length > 0 && (
        <Notice tone="doing" icon="alert-triangle">
          {t('forms.faults', { n: faults.length })}
        </Notice>
      )}
      <div className="forms-builder">
        <QuestionList
          {...{ draft, faults }}
          chosen={question?.id ?? null}
          onChoose={setChosen}
          mayWrite={form.mayAsk}
        />
        {question && form.mayAsk && (
          <QuestionEditor
            key={question.id}
            {...{ draft, question }}
            faults={faults.filter((one) => one.question === question.id)}
            onChoose={setChosen}
          />
        )}
        <FormPreview questions={questions} />
      </div>
      <Rounds form={form} />
      {isAsking && <AskDialog form={form} edit={draft.edit} title={title} onClose={() => setAsking(false)} />}
    </>
  );
}

/** A form as it is written: its questions, the one that is chosen, and how it looks to whoever answers. */
export function FormPage() {
  const { formId } = route.useParams();
  const query = api.useQuery('get', '/forms/{formId}', { params: { path: { formId } } });
  return (
    <div className="page">
      <Loaded query={query} rows={8}>
        {(form) => <Page key={form.id} form={form} />}
      </Loaded>
    </div>
  );
}
