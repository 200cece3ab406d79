import { Button } from '@mantine/core';
import { useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MailDialog } from './mail-dialog.tsx';
import type { OfficerPost } from './use-posts.ts';

/** Who holds two posts stands in two rows, and gets one letter. */
const peopleOf = (rows: readonly OfficerPost[]) => [
  ...new Map(rows.flatMap(({ person, hasEmail }) => (person ? [[person.id, { ...person, hasEmail }]] : []))).values(),
];

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
  const [mailing, setMailing] = useState(false);
  const people = peopleOf(rows);
  const without = people.filter(({ hasEmail }) => !hasEmail).length;
  /** Who got no letter is left chosen, for the slips. */
  const print = (personIds: readonly string[]) => {
    onChosen(personIds);
    setMailing(false);
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
        onClick={() => setMailing(true)}
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
      {mailing && <MailDialog people={people} onPrint={print} onClose={() => setMailing(false)} />}
    </div>
  );
}
