import { type MessageId, useI18n } from '../i18n/i18n.tsx';
import { dialogHead } from '../ui/dialog-head.ts';
import { PageModal } from '../ui/dialogs/page-modal.tsx';

const lines: readonly [string, MessageId][] = [
  ['Ctrl K', 'keys.search'],
  ['/', 'keys.filter'],
  ['↑ ↓', 'keys.move'],
  ['Space', 'keys.select'],
  ['Shift ↑ ↓', 'keys.range'],
  ['Ctrl C', 'keys.copy'],
  ['Enter', 'keys.open'],
  ['Esc', 'keys.close'],
  ['Ctrl S', 'keys.save'],
  ['Ctrl Enter', 'keys.send'],
  ['J K', 'keys.next'],
  ['X', 'keys.confirm'],
  ['T', 'keys.return'],
  ['F1', 'keys.how'],
  ['F2', 'keys.retype'],
  ['F4', 'keys.lock'],
  ['F8', 'keys.undo'],
  ['Alt D', 'day.keys.open'],
  ['Alt 0', 'day.keys.today'],
  ['[ ]', 'day.keys.changes'],
  ['?', 'keys.help'],
];

export function KeysHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useI18n();
  return (
    <PageModal
      attributes={dialogHead}
      opened={opened}
      onClose={onClose}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <dl className="keys-list">
        {lines.map(([key, label]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(label)}</dd>
          </div>
        ))}
      </dl>
    </PageModal>
  );
}
