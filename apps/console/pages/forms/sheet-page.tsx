import { Button, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { askSheetBack } from '#client/commands';
import { judge } from '#contracts/questions/judge';
import type { Question } from '#contracts/questions/question-kinds';
import { openAgain } from '#contracts/questions/returned';
import { shownQuestions } from '#contracts/questions/settle';
import { formatDate, formatMoment } from '#i18n';
import { api, client } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { showNotice } from '../../notices/undo.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { HeaderAct } from '../../ui/header/header-menu.tsx';
import { useIdentity } from '../../api/me.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, Chip, Notice } from '../../ui/layout.tsx';
import { Loaded } from '../../ui/states.tsx';
import { type AnswerValue, type AnswerValues, answerText, dueText, findingWords, type Sheet } from './form-facts.ts';
import './forms.css';
import { QuestionField } from './question-field.tsx';

const route = getRouteApi('/forms/answers/$sheetId');
const touches = ['/form-sheets/{sheetId}', '/units/{unitId}/forms'] as const;

interface Written {
  answers: AnswerValues;
  reasons: Readonly<Record<string, string>>;
}

function useSheet(sheet: Sheet) {
  const { t } = useI18n();
  const [written, setWritten] = useState<Written>({ answers: sheet.answers, reasons: sheet.reasons });
  const [isTried, setTried] = useState(false);
  // As it was read, or kept here last: what another has written meanwhile is refused, and what is typed stays.
  const [edit, setEdit] = useState(sheet.edit);
  const body = { edit, answers: written.answers, reasons: { ...written.reasons } };
  const params = { path: { sheetId: sheet.id } };
  const keep = useCommand({
    send: (_: void, header) => client.PUT('/form-sheets/{sheetId}/answers', { params: { ...params, header }, body }),
    touches,
    done: (kept) => {
      setEdit(kept.edit);
      showNotice(t('sheet.kept', { n: Object.keys(kept.answers).length }));
    },
  });
  const send = useCommand({
    send: (_: void, header) => client.POST('/form-sheets/{sheetId}/send', { params: { ...params, header }, body }),
    touches,
    done: () => showNotice(t('sheet.sent')),
  });
  const findings = useMemo(() => judge(sheet.questions, written.answers, written.reasons), [sheet.questions, written]);
  const set = (id: string, value: AnswerValue | undefined) =>
    setWritten(({ answers: { [id]: _, ...rest }, reasons }) => ({
      answers: value === undefined ? rest : { ...rest, [id]: value },
      reasons,
    }));
  const explain = (id: string, reason: string) =>
    setWritten(({ answers, reasons }) => ({ answers, reasons: { ...reasons, [id]: reason } }));
  return { written, set, explain, findings, keep, send, isTried, setTried };
}
type Sheets = ReturnType<typeof useSheet>;

interface FieldProps {
  sheet: Sheet;
  state: Sheets;
  question: Question;
  isOpen: boolean;
}

function Field({ sheet, state: { written, set, explain, findings, isTried }, question, isOpen }: FieldProps) {
  const { t, lang } = useI18n();
  const value = written.answers[question.id];
  const own = findings.filter((finding) => finding.question === question.id);
  // What is missing is said once it is to be sent; what is wrong, as soon as it is written.
  const shown = own.filter(({ code }) => code !== 'missing' || isTried);
  const asks = own.some(({ level }) => level === 'asks') || written.reasons[question.id] !== undefined;
  const returned = sheet.returned.find((cell) => cell.question === question.id);
  const last = sheet.last?.answers[question.id];
  return (
    <div className="forms-ask" data-returned={returned ? true : undefined}>
      {returned && (
        <Notice tone="doing" icon="corner-up-left">
          “{returned.sentence}” {returned.by.fullName}
        </Notice>
      )}
      <QuestionField
        question={question}
        value={value}
        disabled={!isOpen}
        error={shown.length > 0 ? [...new Set(shown.map((one) => findingWords(t, one)))].join(' ') : undefined}
        onChange={(next) => set(question.id, next)}
      />
      {last !== undefined && (
        <p className="caption">{t('sheet.last', { value: answerText(t, lang, question, last) })}</p>
      )}
      {asks && (
        <TextInput
          label={t('sheet.reason')}
          disabled={!isOpen}
          maxLength={500}
          value={written.reasons[question.id] ?? ''}
          onChange={(event) => explain(question.id, event.currentTarget.value)}
        />
      )}
    </div>
  );
}

/** Why nothing can be written, where it cannot. */
function Standing({ sheet }: { sheet: Sheet }) {
  const { t, lang } = useI18n();
  const { round, state, sent, mayAnswer, revisionReason, returned } = sheet;
  if (state === 'sent' && sent)
    return (
      <Notice tone="done" icon="circle-check">
        {t('sheet.sentAt', { name: sent.by.fullName, at: formatMoment(sent.at, Date.now(), lang) })}{' '}
        {revisionReason && t('sheet.waitsBack', { reason: revisionReason })}
      </Notice>
    );
  if (returned.length > 0)
    return (
      <Notice tone="doing" icon="corner-up-left">
        {t('sheet.returned', { n: returned.length })}
      </Notice>
    );
  if (round.state === 'recalled')
    return (
      <Notice tone="doing" icon="ban">
        {t('sheet.recalled', { unit: round.unit.fullName })}
      </Notice>
    );
  if (mayAnswer) return null;
  return (
    <Notice tone="doing" icon="info-circle">
      {t(round.state === 'closed' ? 'sheet.closed' : 'sheet.readOnly')}
    </Notice>
  );
}

function AskBack({ sheet }: { sheet: Sheet }) {
  const { t } = useI18n();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <HeaderAct icon="corner-up-left" onClick={() => setAsking(true)}>
        {t('sheet.askBack')}
      </HeaderAct>
      {isAsking && (
        <CommandForm
          route={askSheetBack}
          path={{ sheetId: sheet.id }}
          touches={touches}
          title={t('sheet.askBack')}
          text={t('sheet.askBackMeans')}
          fields={{ reason: { as: 'note', label: t('forms.reason') } }}
          label={t('sheet.askBack')}
          said={t('sheet.askedBack')}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function Foot({ sheet, state }: { sheet: Sheet; state: Sheets }) {
  const { t } = useI18n();
  const { findings, keep, send, written, isTried, setTried } = state;
  const shown = shownQuestions(sheet.questions, written.answers);
  const answered = shown.filter(({ id }) => written.answers[id] !== undefined).length;
  const wrong = new Set(findings.map(({ question }) => question)).size;
  const trySend = () => {
    setTried(true);
    if (wrong === 0) send.mutate();
    else document.querySelector(`[data-question="${findings[0]?.question}"]`)?.scrollIntoView({ block: 'center' });
  };
  return (
    <div className="foot-bar">
      <span className="foot-bar-space" />
      <Button
        variant="default"
        leftSection={<Icon name="device-floppy" />}
        loading={keep.isPending}
        onClick={() => keep.mutate()}
      >
        {t('sheet.save')}
      </Button>
      <Button leftSection={<Icon name="send" />} loading={send.isPending} onClick={trySend}>
        {isTried && wrong > 0 ? t('sheet.fix', { n: wrong }) : t('sheet.send', { n: answered })}
      </Button>
    </div>
  );
}

/** How long is left, by whom it is asked; a phone shows the chip alone. */
function Asked({ round, isSent }: { round: Sheet['round']; isSent: boolean }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const isLate = !isSent && round.dueOn < me.today;
  const until = t('forms.dueOn', { date: formatDate(round.dueOn, lang, { withYear: true }) });
  return (
    <>
      <Chip tone={isLate ? 'late' : isSent ? 'done' : 'doing'} icon={isSent ? 'check' : 'clock'}>
        {isSent ? t('forms.sentState') : `${dueText(t, me.today, round.dueOn)}, ${until}`}
      </Chip>
      <span>{t('sheet.by', { unit: round.unit.fullName })}</span>
    </>
  );
}

function Page({ sheet }: { sheet: Sheet }) {
  const { t, lang } = useI18n();
  const state = useSheet(sheet);
  const shown = shownQuestions(sheet.questions, state.written.answers);
  const open = openAgain(
    sheet.questions,
    sheet.returned.map(({ question }) => question),
  );
  const isOpen = (id: string) => sheet.mayAnswer && (sheet.state !== 'returned' || open.has(id));
  const { round, kept } = sheet;
  return (
    <>
      <PageHeader
        parent={{ label: t('forms.title'), to: '/forms' }}
        title={round.title}
        state={<Asked round={round} isSent={sheet.state === 'sent'} />}
        saved={
          kept &&
          sheet.state !== 'sent' &&
          t('sheet.keptAt', { name: kept.by.fullName, at: formatMoment(kept.at, Date.now(), lang) })
        }
        acts={sheet.state === 'sent' && sheet.revisionReason === null && <AskBack sheet={sheet} />}
      />
      <Standing sheet={sheet} />
      {round.note && (
        <Notice tone="new" icon="message">
          {round.note}
        </Notice>
      )}
      <Card label={round.title}>
        <ol className="forms-sheet">
          {shown.map((question) => (
            <li key={question.id} data-question={question.id}>
              <Field {...{ sheet, state, question }} isOpen={isOpen(question.id)} />
            </li>
          ))}
        </ol>
      </Card>
      {sheet.mayAnswer && <Foot {...{ sheet, state }} />}
    </>
  );
}

/** What a unit answers to a form: kept in part, sent whole, mended where it was given back. */
export function SheetPage() {
  const { sheetId } = route.useParams();
  const query = api.useQuery('get', '/form-sheets/{sheetId}', { params: { path: { sheetId } } });
  return (
    <div className="page">
      <Loaded query={query} rows={8}>
        {(sheet) => <Page key={`${sheet.id} ${sheet.state}`} sheet={sheet} />}
      </Loaded>
    </div>
  );
}
