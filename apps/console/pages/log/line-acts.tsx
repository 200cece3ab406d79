import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatMoment } from '#i18n';
import { client } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { FormDialog } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useLogWord } from './log-word.ts';
import type { LogEntry } from './use-log.ts';

interface LineProps {
  entry: LogEntry;
  unitId: string;
}
type DialogProps = LineProps & { onClose: () => void };
const stale = ['/units/{unitId}/log'] as const;

/** One press, since a question cannot be taken back and is never asked again. */
function AskDialog({ entry, unitId, onClose }: DialogProps) {
  const { t, lang } = useI18n();
  const word = useLogWord();
  const ask = useCommand({
    send: (_: void, header) =>
      client.POST('/units/{unitId}/log/{entryId}/question', {
        params: { path: { unitId, entryId: entry.id }, header },
      }),
    touches: stale,
    done: () => {
      showNotice(t('logPage.asked', { name: entry.by.fullName }));
      onClose();
    },
  });
  const told = { name: entry.by.fullName, at: formatMoment(entry.at, Date.now(), lang), n: entry.people ?? 0 };
  return (
    <FormDialog
      title={t('logPage.ask')}
      label={t('logPage.ask')}
      busy={ask.isPending}
      onClose={onClose}
      onSubmit={() => ask.mutate()}
    >
      <p>{t('logPage.askWhat', { ...told, what: word(`log.what.${entry.what}`) })}</p>
      <p className="caption">{t('logPage.askOnce')}</p>
    </FormDialog>
  );
}

function CutDialog({ entry, unitId, onClose }: DialogProps) {
  const { t, lang } = useI18n();
  const cut = useCommand({
    send: (_: void, header) =>
      client.POST('/units/{unitId}/log/{entryId}/session-end', {
        params: { path: { unitId, entryId: entry.id }, header },
      }),
    touches: stale,
    done: () => {
      showNotice(t('logPage.cutDone', { name: entry.by.fullName }));
      onClose();
    },
  });
  const { device = '', openedAt = entry.at } = entry.session ?? {};
  const told = {
    name: entry.by.fullName,
    device: device || t('logPage.deviceUnknown'),
    at: formatMoment(openedAt, Date.now(), lang),
  };
  return (
    <FormDialog
      title={t('logPage.cut')}
      label={t('logPage.cut')}
      danger
      busy={cut.isPending}
      onClose={onClose}
      onSubmit={() => cut.mutate()}
    >
      <p>{t('logPage.cutWhat', told)}</p>
      <p className="caption">{t('logPage.cutNote')}</p>
    </FormDialog>
  );
}

/** What a reader may do about a line; where nothing can be done there is nothing. */
export function LineActs({ entry, unitId }: LineProps) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const [open, setOpen] = useState<'ask' | 'cut' | null>(null);
  const isOthers = entry.by.id !== me.person.id;
  const canAsk = isOthers && !entry.question && (entry.kind === 'look' || entry.kind === 'export');
  const canCut = entry.session?.canEnd === true;
  const close = () => setOpen(null);
  if (!canAsk && !canCut && open === null) return null;
  return (
    <div className="log-acts">
      {canAsk && (
        <Button variant="default" leftSection={<Icon name="message" size={16} />} onClick={() => setOpen('ask')}>
          {t('logPage.ask')}
        </Button>
      )}
      {canCut && (
        <Button variant="default" leftSection={<Icon name="lock" size={16} />} onClick={() => setOpen('cut')}>
          {t('logPage.cut')}
        </Button>
      )}
      {open === 'ask' && <AskDialog entry={entry} unitId={unitId} onClose={close} />}
      {open === 'cut' && <CutDialog entry={entry} unitId={unitId} onClose={close} />}
    </div>
  );
}
