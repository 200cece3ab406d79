import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { MOST_OF_ANSWER } from '#contracts/access/log-kinds';
import { formatMoment } from '#i18n';
import { api, client, type Schemas } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { NoteField } from '../../ui/form.tsx';
import { Card, Notice } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { Facts } from './facts.tsx';
import './log.css';
import { useLogWord } from './log-word.ts';

const route = getRouteApi('/why/$questionId');
type Question = Schemas['OwnLogQuestion'];

function AnswerForm({ question: { id } }: { question: Question }) {
  const { t } = useI18n();
  const [text, setText] = useState('');
  const answer = useCommand({
    send: (said: string, header) =>
      client.POST('/me/log-questions/{questionId}/answer', {
        params: { path: { questionId: id }, header },
        body: { text: said },
      }),
    touches: ['/me/log-questions/{questionId}', '/me/inbox'],
    done: () => showNotice(t('logPage.answered')),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    answer.mutate(text.trim());
  };
  return (
    <form className="form log-why-form" onSubmit={submit}>
      <NoteField
        label={t('logPage.answerLabel')}
        description={t('logPage.answerNote')}
        required
        maxLength={MOST_OF_ANSWER}
        value={text}
        onChange={setText}
      />
      <div>
        <Button type="submit" disabled={text.trim() === ''} loading={answer.isPending}>
          {t('logPage.answerSend')}
        </Button>
      </div>
    </form>
  );
}

/** The look or the list, who asks, and the answer; or room to write it. */
function Asked({ question }: { question: Question }) {
  const { t, lang, n } = useI18n();
  const word = useLogWord();
  const { act, askedBy, askedAt, answer, answeredAt } = question;
  const when = (at: string) => formatMoment(at, Date.now(), lang);
  const facts = [
    [t('log.col.what'), word(`log.what.${act.what}`)],
    [t('log.col.by'), act.by.fullName],
    [t('log.col.at'), when(act.at)],
    [t('logPage.people'), act.people === null ? '–' : n(act.people)],
    [t('logPage.purpose'), act.purpose ? word(`log.purpose.${act.purpose}`) : '–'],
    ...(act.trace ? [[t('log.col.trace'), act.trace]] : []),
  ] as [string, string][];
  return (
    <Card title={t('logPage.whyCard', { name: askedBy.fullName, at: when(askedAt) })}>
      <Facts facts={facts} className="log-found log-why" />
      {answer !== null && answeredAt !== null ? (
        <Notice tone="done" icon="circle-check">
          <q className="log-answer">{answer}</q> {t('logPage.answeredAt', { at: when(answeredAt) })}
        </Notice>
      ) : question.isOpen ? (
        <AnswerForm question={question} />
      ) : (
        <Notice tone="doing" icon="clock">
          {t('logPage.unanswered')}
        </Notice>
      )}
    </Card>
  );
}

/** A question about a look or a list, for whoever is asked and whoever asked. */
export function WhyPage() {
  const { t } = useI18n();
  const { questionId } = route.useParams();
  const query = api.useQuery('get', '/me/log-questions/{questionId}', { params: { path: { questionId } } });
  return (
    <div className="page log">
      <PageHeader title={t('logPage.whyTitle')} hint={t('logPage.whySub')} />
      <Loaded query={query} rows={4}>
        {(question) => <Asked question={question} />}
      </Loaded>
    </div>
  );
}
