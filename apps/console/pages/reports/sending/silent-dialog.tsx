import { useState } from 'react';
import { dateInVietnam, formatDate } from '#i18n';
import { showNotice } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { FormDialog, TextField } from '../../../ui/form.tsx';
import type { Report } from '../report-facts.ts';
import type { Words } from '../text/use-words.ts';

interface Props {
  report: Report;
  words: Words;
  onClose: () => void;
}

/** Why a team has nothing to report: written once, it is no warning any more. */
export function SilentDialog({ report, words, onClose }: Props) {
  const { t, lang } = useI18n();
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const changed = Object.entries(reasons).map(([teamId, reason]) => ({ teamId, reason: reason.trim() }));
  const save = async () => {
    setBusy(true);
    const isSaved = await words.flush({ silent: changed });
    setBusy(false);
    if (!isSaved) return showNotice(t('rep.notSaved'), 'failed');
    showNotice(t('rep.silent.saved'));
    onClose();
  };
  const foot = { label: t('act.save'), busy, disabled: changed.length === 0, onClose, onSubmit: () => void save() };
  return (
    <FormDialog title={t('rep.silent.title')} size="lg" {...foot}>
      {report.silent.map(({ teamId, name, lastActivityAt, reason }) => (
        <TextField
          key={teamId}
          label={t('rep.silent.reason', { team: name })}
          description={
            lastActivityAt
              ? t('rep.silent.last', { date: formatDate(dateInVietnam(lastActivityAt), lang, { withYear: true }) })
              : t('rep.silent.never')
          }
          value={reasons[teamId] ?? reason ?? ''}
          maxLength={500}
          onChange={(text) => setReasons((now) => ({ ...now, [teamId]: text }))}
        />
      ))}
    </FormDialog>
  );
}
