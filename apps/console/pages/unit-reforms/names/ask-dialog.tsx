import { useState } from 'react';
import { addDays, formatDate } from '#i18n';
import { client } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { showNotice } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { DayField, FormDialog } from '../../../ui/form.tsx';
import { useReformCommand } from '../reform-command.ts';
import type { Reform } from '../reform-looks.ts';
import type { Names } from './use-names.ts';

const usualDays = 7;

interface Props {
  reform: Reform;
  names: Names;
  onClose: () => void;
}

function useAsk(reform: Reform, { place: { position }, toAsk }: Names, done: () => void) {
  const { t } = useI18n();
  return useReformCommand(reform, {
    send: (answerBy: string, header, version) =>
      client.POST('/reforms/{reformId}/names/asking', {
        params: { path: { reformId: reform.id }, header },
        body: { version, position, answerBy },
      }),
    done: () => {
      showNotice(t('rn.askedNow', { n: toAsk.length }));
      done();
    },
  });
}

/** Which communes are asked about how many hamlets, and until when. */
export function AskDialog({ reform, names, onClose }: Props) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const last = addDays(reform.onDate, -1);
  const usual = addDays(me.today, usualDays);
  const [answerBy, setDay] = useState(usual < last ? usual : last);
  const ask = useAsk(reform, names, onClose);
  const { toAsk, asked, place } = names;
  return (
    <FormDialog
      title={t(asked ? 'rn.askAgain' : 'rn.ask')}
      label={t(asked ? 'rn.askAgain' : 'rn.ask')}
      busy={ask.isPending}
      disabled={answerBy < me.today || answerBy > last}
      onClose={onClose}
      onSubmit={() => ask.mutate(answerBy)}
    >
      <p>{t('rn.askText', { n: toAsk.length, hamlets: toAsk.reduce((sum, { hamlets }) => sum + hamlets, 0) })}</p>
      <ul className="rn-communes">
        {toAsk.map(({ id, fullName, hamlets }) => (
          <li key={id}>
            <b>{fullName}</b> · {t('rn.askHamlets', { n: hamlets })}
          </li>
        ))}
      </ul>
      <p className="muted">
        {t('rn.askSees')} {asked && t('rn.askAnew')} {place.wrong > 0 && t('rn.askWrong', { n: place.wrong })}
      </p>
      <DayField
        label={t('rn.answerBy')}
        description={t('rn.answerByText', { day: formatDate(last, lang, { withYear: true }) })}
        required
        minDate={me.today}
        maxDate={last}
        value={answerBy}
        onChange={setDay}
      />
    </FormDialog>
  );
}
