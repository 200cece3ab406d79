import { Button } from '@mantine/core';
import { useState } from 'react';
import { client, type Schemas } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Dialog, FormFoot } from '../../ui/form.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { type OfficerPost, postPaths } from './use-posts.ts';

type Mailed = Schemas['InvitesMailed'];

/** Who holds two posts stands in two rows, and gets one letter. */
const peopleOf = (rows: readonly OfficerPost[]) => [
  ...new Map(rows.flatMap(({ person, hasEmail }) => (person ? [[person.id, { ...person, hasEmail }]] : []))).values(),
];

function Outcome({ icon, id, people }: { icon: IconName; id: string; people: Mailed['mailed'] }) {
  const { t } = useI18n();
  if (people.length === 0) return null;
  const names = people.map(({ fullName }) => fullName).join(', ');
  return (
    <li>
      <Icon name={icon} size={16} />
      <span>{t(`officers.${id as 'mailed'}`, { n: people.length, names })}</span>
    </li>
  );
}

/** Who got a letter, and by name who needs a slip instead. */
function MailedDialog({ mailed, onPrint, onClose }: { mailed: Mailed; onPrint: () => void; onClose: () => void }) {
  const { t } = useI18n();
  return (
    <Dialog title={t('officers.mail')} onClose={onClose}>
      <ul className="officers-mailed">
        <Outcome icon="check" id="mailed" people={mailed.mailed} />
        <Outcome icon="qrcode" id="mailNone" people={mailed.withoutAddress} />
        <Outcome icon="clock" id="mailOften" people={mailed.tooOften} />
      </ul>
      {mailed.mailed.length > 0 && <p className="caption">{t('officers.mailNote')}</p>}
      {mailed.withoutAddress.length > 0 ? (
        <FormFoot label={t('officers.print')} onCancel={onClose} onAct={onPrint} />
      ) : (
        <FormFoot label={t('act.close')} onAct={onClose} />
      )}
    </Dialog>
  );
}

interface BarProps {
  /** Those chosen who were never in. */
  rows: readonly OfficerPost[];
  onPrint: () => void;
  /** Leaves these chosen. */
  onChosen: (personIds: readonly string[]) => void;
}

/** "Đã chọn 2 người chưa vào": on paper, or to the addresses that are known. */
export function ChosenBar({ rows, onPrint, onChosen }: BarProps) {
  const { t } = useI18n();
  const [mailed, setMailed] = useState<Mailed | null>(null);
  const people = peopleOf(rows);
  const without = people.filter(({ hasEmail }) => !hasEmail).length;
  const mail = useCommand({
    send: (personIds: string[], header) => client.POST('/invite-mails', { params: { header }, body: { personIds } }),
    touches: postPaths,
    done: setMailed,
  });
  /** Who has no address is left chosen, for the slips. */
  const print = () => {
    onChosen((mailed?.withoutAddress ?? []).map(({ id }) => id));
    setMailed(null);
    onPrint();
  };
  return (
    <div className="officers-chosen" role="status">
      <b>{t('officers.chosen', { n: people.length })}</b>
      <Button size="xs" variant="default" leftSection={<Icon name="qrcode" />} onClick={onPrint}>
        {t('officers.print')}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<Icon name="mail" />}
        disabled={without === people.length}
        loading={mail.isPending}
        onClick={() => mail.mutate(people.map(({ id }) => id))}
      >
        {t('officers.mail')}
      </Button>
      <span className="caption">
        {without > 0 && `${t('officers.noMail', { n: without, all: people.length })}. `}
        {t('officers.printWarn')}
      </span>
      <button type="button" className="link" onClick={() => onChosen([])}>
        {t('officers.unchoose')}
      </button>
      {mailed && <MailedDialog mailed={mailed} onPrint={print} onClose={() => setMailed(null)} />}
    </div>
  );
}
