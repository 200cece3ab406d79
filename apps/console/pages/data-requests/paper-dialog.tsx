import { useState } from 'react';
import { type DataRequestKind, dataRequestKinds } from '#contracts/privacy/request-kinds';
import { formatDate } from '#i18n';
import { client } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, DayField, FormDialog, NoteField, TextField } from '../../ui/form.tsx';
import type { Choice as Person } from '../link-requests/choice.ts';
import { FindPerson } from '../link-requests/find-person.tsx';
import '../link-requests/link-requests.css';
import { type State, stale } from './use-data-requests.ts';

interface Props {
  onClose: () => void;
  onOpen: (id: string, state: State) => void;
}

function usePaper({ onClose, onOpen }: Props) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const [person, setPerson] = useState<Person | null>(null);
  const [kind, setKind] = useState<DataRequestKind>('view');
  const [day, setDay] = useState(me.today);
  const [words, setWords] = useState('');
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const correct =
    kind === 'correct'
      ? { ...(name.trim() && { fullName: name.trim() }), ...(phone.trim() && { phone: phone.trim() }) }
      : {};
  const save = useCommand({
    send: (personId: string, header) =>
      client.POST('/people/{personId}/data-requests', {
        params: { path: { personId }, header },
        body: { kind, receivedOn: day, ...(words.trim() && { words: words.trim() }), ...correct },
      }),
    touches: stale,
    done: ({ id, code, dueOn }) => {
      onOpen(id, 'open');
      sayAndClose(t('dataReq.paper.saved', { code, day: formatDate(dueOn, lang) }), onClose);
    },
  });
  const lacksWords =
    (kind === 'object' && !words.trim()) || (kind === 'correct' && !words.trim() && Object.keys(correct).length === 0);
  return {
    person,
    setPerson,
    kind,
    setKind,
    day,
    setDay,
    words,
    setWords,
    name,
    setName,
    phone,
    setPhone,
    save,
    lacksWords,
  };
}

/** A request that came on paper, of somebody who does not use the app. */
export function PaperDialog(props: Props) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const { person, save, ...form } = usePaper(props);
  return (
    <FormDialog
      title={t('dataReq.paper.title')}
      label={t('dataReq.paper.save')}
      busy={save.isPending}
      disabled={!person || form.lacksWords}
      onClose={props.onClose}
      onSubmit={() => person && save.mutate(person.id)}
    >
      {person ? (
        <div>
          <p className="caption">{t('dataReq.paper.who')}</p>
          <b>{person.name}</b> <span className="caption">{person.place}</span>{' '}
          <button type="button" className="strong-link" onClick={() => form.setPerson(null)}>
            {t('dataReq.paper.change')}
          </button>
        </div>
      ) : (
        <FindPerson label={t('dataReq.paper.who')} onTake={form.setPerson} />
      )}
      <Choice
        label={t('dataReq.paper.kind')}
        options={dataRequestKinds.map((value) => ({ value, label: t(`dataReq.kind.${value}`) }))}
        value={form.kind}
        onChange={form.setKind}
      />
      <DayField label={t('dataReq.paper.day')} required maxDate={me.today} value={form.day} onChange={form.setDay} />
      {form.kind === 'correct' && (
        <>
          <TextField label={t('dataReq.wish.name')} value={form.name} onChange={form.setName} />
          <TextField label={t('dataReq.wish.phone')} inputMode="tel" value={form.phone} onChange={form.setPhone} />
        </>
      )}
      <NoteField
        label={t('dataReq.paper.words')}
        required={form.kind === 'object'}
        maxLength={1000}
        description={form.lacksWords ? t('dataReq.paper.wordsNeeded') : undefined}
        value={form.words}
        onChange={form.setWords}
      />
    </FormDialog>
  );
}
