import { Button } from '@mantine/core';
import { useI18n } from '../i18n/i18n.tsx';
import { Dialog } from '../ui/form.tsx';
import { Icon } from '../ui/icon.tsx';
import '../ui/printed-dialog.css';
import { HelpLines, HelpText } from './help-entry.tsx';
import { memberTasks } from './help-tasks.ts';
import { type HelpEntry, useTaskWords } from './use-help.ts';

/** Two sheets of A4: every daily task of the reader in two columns, or what a member does on the phone, in large letters. */
export function GuideDialog({
  guide,
  entries,
  onClose,
}: {
  guide: 'officer' | 'member';
  entries: readonly HelpEntry[];
  onClose: () => void;
}) {
  const { t } = useI18n();
  const wordsOf = useTaskWords();
  const shown =
    guide === 'officer' ? entries.filter(({ seldom }) => !seldom) : memberTasks.map((id) => ({ id, ...wordsOf(id) }));
  return (
    <Dialog
      title={t(guide === 'officer' ? 'help.guideOfficer' : 'help.guideMember')}
      size="xl"
      className="printed-dialog"
      onClose={onClose}
    >
      <div className="help-pages" data-guide={guide}>
        {shown.map(({ id, title, lines, note }) => (
          <section key={id}>
            <h3>{title}</h3>
            <HelpLines lines={lines} />
            {note && (
              <p className="caption">
                <HelpText line={note} />
              </p>
            )}
          </section>
        ))}
      </div>
      <div className="form-foot no-print">
        <Button variant="default" onClick={onClose}>
          {t('act.close')}
        </Button>
        <Button leftSection={<Icon name="printer" />} onClick={() => window.print()}>
          {t('act.print')}
        </Button>
      </div>
    </Dialog>
  );
}
