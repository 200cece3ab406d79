import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { dateInVietnam, formatDate } from '#i18n';
import { sayAndClose } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { FormDialog } from '../../../ui/form.tsx';
import { isOpen, type Report, withDifficulties } from '../report-facts.ts';
import type { Words } from '../text/use-words.ts';

interface Props {
  report: Report;
  words: Words;
  onClose: () => void;
}

/** What the teams found difficult in the period; what is chosen becomes lines of the section. */
export function DifficultiesDialog({ report, words, onClose }: Props) {
  const { t, lang } = useI18n();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(report.difficulties.map(({ id }) => id)));
  const take = () => {
    const rows = report.difficulties.filter(({ id }) => chosen.has(id));
    words.write('difficulties', withDifficulties(words.texts.difficulties, rows));
    sayAndClose(t('rep.diff.taken'), onClose);
  };
  const flip = (id: string, on: boolean) =>
    setChosen((now) => new Set(on ? [...now, id] : [...now].filter((each) => each !== id)));
  const disabled = chosen.size === 0 || !report.may.write || !isOpen(report);
  return (
    <FormDialog
      title={t('rep.diff.title')}
      size="lg"
      label={t('rep.diff.take')}
      disabled={disabled}
      onClose={onClose}
      onSubmit={take}
    >
      {report.difficulties.map(({ id, text, team, at, answer }) => (
        <Checkbox
          key={id}
          checked={chosen.has(id)}
          onChange={(event) => flip(id, event.currentTarget.checked)}
          label={text}
          description={[
            team,
            formatDate(dateInVietnam(at), lang),
            ...(answer ? [t('rep.diff.answered', { text: answer })] : []),
          ]
            .filter(Boolean)
            .join(' · ')}
        />
      ))}
    </FormDialog>
  );
}
