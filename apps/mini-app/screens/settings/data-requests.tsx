/** What I have asked about my data, and asking: it waits on the phone like all that is sent, and has a clock once the commune has it. */
import { useState } from 'preact/hooks';
import { type OwnDataRequest, uuid } from '#client';
import { ANSWER_WORK_DAYS, type DataRequestKind, dataRequestKinds } from '#contracts/privacy/request-kinds';
import { commands, isOpen } from '../../model/queue/kept-commands.ts';
import { enqueue } from '../../model/queue/enqueue.ts';
import { tellWhatBecame, useSending } from '../../model/queue/tell.ts';
import { dayText, momentText, t, tidy } from '../../model/words/words.ts';
import { Field } from '../../ui/fields.tsx';
import { Button, Disc, GroupHeading } from '../../ui/parts.tsx';
import { BottomSheet, RadioList } from '../../ui/sheet.tsx';

const KIND = 'dataRequest';

/** On its way: no clock runs yet. */
function Waiting() {
  const waiting = commands.value.filter((item) => item.kind === KIND && isOpen(item));
  return (
    <>
      {waiting.map(({ id, view }) => (
        <div class="row still" key={id}>
          <Disc icon="clock" tone="inset" />
          <span class="grow">
            <b>{String(view.title)}</b>
            <span class="muted">{t('data.request.unsent')}</span>
          </span>
        </div>
      ))}
    </>
  );
}

/** By paper, not by me: until the day it is taken back with one tap. */
function NotMe({ id, from, onSent }: { id: string; from: string; onSent: () => void }) {
  const send = useSending(async () => {
    const [made] = await enqueue({
      id: uuid(),
      kind: 'keepMyData',
      lane: `${KIND}:keep`,
      method: 'POST',
      path: `/me/data-requests/${id}/keep`,
      body: { answer: t('data.request.notMeSaid') },
      view: { title: t('data.request.notMe') },
    });
    if (made) await tellWhatBecame(made.id, () => t('data.request.kept'));
    onSent();
  });
  return (
    <>
      <b>{t('data.request.erasedFrom', { day: dayText(from) })}</b>
      <Button kind="outline" onClick={send}>
        {t('data.request.notMe')}
      </Button>
    </>
  );
}

function Request({ one, onSent }: { one: OwnDataRequest; onSent: () => void }) {
  const { kind, code, receivedAt, dueOn, unit, outcome, answer, answeredAt, stops } = one;
  const told = { at: momentText(receivedAt), code, unit, day: dayText(dueOn), n: ANSWER_WORK_DAYS };
  return (
    <div class="row still">
      <Disc
        icon={outcome ? (outcome === 'answered' ? 'check' : 'cross') : 'clock'}
        tone={outcome === 'answered' ? 'done' : 'wait'}
      />
      <span class="grow">
        <b>{t(`data.request.${kind}`)}</b>
        {outcome && answeredAt ? (
          <>
            <span class="muted">{tidy(t(`data.request.${outcome}`, { ...told, at: momentText(answeredAt) }))}</span>
            <span style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{answer}</span>
            {stops.length > 0 && (
              <span class="muted">
                {t('data.request.stopped', { what: stops.map((each) => t(`data.request.stop.${each}`)).join(', ') })}
              </span>
            )}
          </>
        ) : (
          <span class="muted">{tidy(t('data.request.waits', told))}</span>
        )}
        {one.erasedFrom && <NotMe id={one.id} from={one.erasedFrom} onSent={onSent} />}
      </span>
    </div>
  );
}

/** The open ones first; of the answered the last few. */
export function Requests({ requests, onSent }: { requests: readonly OwnDataRequest[]; onSent: () => void }) {
  const open = requests.filter(({ outcome }) => !outcome);
  const shown = [...open, ...requests.filter(({ outcome }) => outcome).slice(0, 3)];
  const unsent = commands.value.some((item) => item.kind === KIND && isOpen(item));
  if (shown.length === 0 && !unsent) return null;
  return (
    <>
      <GroupHeading>{t(open.length > 0 || unsent ? 'data.request.open' : 'data.request.done')}</GroupHeading>
      <div class="card rows">
        <Waiting />
        {shown.map((one) => (
          <Request key={one.id} one={one} onSent={onSent} />
        ))}
      </div>
    </>
  );
}

interface SheetProps {
  first?: DataRequestKind | undefined;
  onClose: () => void;
  onSent: () => void;
}

function useRequest({ first, onClose, onSent }: SheetProps) {
  const [kind, setKind] = useState<DataRequestKind | undefined>(first);
  const [words, setWords] = useState('');
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [tried, setTried] = useState(false);
  const typed = (text: string) => text.trim().normalize('NFC');
  const correct =
    kind === 'correct'
      ? { ...(typed(name) && { fullName: typed(name) }), ...(typed(phone) && { phone: typed(phone) }) }
      : {};
  const lacks =
    (kind === 'object' && !typed(words)) || (kind === 'correct' && !typed(words) && Object.keys(correct).length === 0);
  const send = useSending(async () => {
    setTried(true);
    if (!kind || lacks) return;
    const [made] = await enqueue({
      id: uuid(),
      kind: KIND,
      lane: `${KIND}:${kind}`,
      method: 'POST',
      path: '/me/data-requests',
      body: { kind, ...(typed(words) && { words: typed(words) }), ...correct },
      view: { title: t(`data.request.${kind}`) },
    });
    onClose();
    if (made) await tellWhatBecame(made.id, () => t('data.request.sent'));
    onSent();
  });
  return { kind, setKind, words, setWords, name, setName, phone, setPhone, tried, lacks, send };
}

/** What is asked for, in one's own words where that is needed. */
export function RequestSheet(props: SheetProps) {
  const form = useRequest(props);
  const { kind } = form;
  return (
    <BottomSheet
      title={t('data.request')}
      lead={t('data.request.lead', { n: ANSWER_WORK_DAYS })}
      onClose={props.onClose}
      actions={
        <Button wide icon="send" onClick={form.send}>
          {t('data.request')}
        </Button>
      }
    >
      <RadioList
        name="data-request"
        legend={t('data.request')}
        options={dataRequestKinds.map((value) => ({ value, text: t(`data.request.${value}`) }))}
        value={kind}
        onPick={form.setKind}
        error={form.tried && !kind ? t('data.request.choose') : undefined}
      />
      {kind === 'erase' && <p class="muted">{t('data.request.eraseNote')}</p>}
      {kind === 'correct' && (
        <>
          <Field kind="text" label={t('data.request.name')} optional value={form.name} onInput={form.setName} />
          <Field
            kind="text"
            inputMode="tel"
            label={t('data.request.phone')}
            optional
            value={form.phone}
            onInput={form.setPhone}
          />
        </>
      )}
      {kind && (
        <Field
          label={t(kind === 'object' ? 'data.request.against' : 'data.request.words')}
          optional={kind !== 'object'}
          value={form.words}
          onInput={form.setWords}
          error={form.tried && form.lacks ? t('data.request.wordsNeeded') : undefined}
        />
      )}
    </BottomSheet>
  );
}
