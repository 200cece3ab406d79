import { Button } from '@mantine/core';
import { useState } from 'react';
import { askLogReason, cutLoggedSession } from '#client/commands';
import { formatMoment } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
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
  const told = { name: entry.by.fullName, at: formatMoment(entry.at, Date.now(), lang), n: entry.people ?? 0 };
  return (
    <CommandForm
      route={askLogReason}
      path={{ unitId, entryId: entry.id }}
      touches={stale}
      title={t('logPage.ask')}
      text={
        <>
          <p>{t('logPage.askWhat', { ...told, what: word(`log.what.${entry.what}`) })}</p>
          <p className="caption">{t('logPage.askOnce')}</p>
        </>
      }
      label={t('logPage.ask')}
      said={t('logPage.asked', { name: entry.by.fullName })}
      onClose={onClose}
    />
  );
}

function CutDialog({ entry, unitId, onClose }: DialogProps) {
  const { t, lang } = useI18n();
  const { device = '', openedAt = entry.at } = entry.session ?? {};
  const told = {
    name: entry.by.fullName,
    device: device || t('logPage.deviceUnknown'),
    at: formatMoment(openedAt, Date.now(), lang),
  };
  return (
    <CommandForm
      route={cutLoggedSession}
      path={{ unitId, entryId: entry.id }}
      touches={stale}
      danger
      title={t('logPage.cut')}
      text={
        <>
          <p>{t('logPage.cutWhat', told)}</p>
          <p className="caption">{t('logPage.cutNote')}</p>
        </>
      }
      label={t('logPage.cut')}
      said={t('logPage.cutDone', { name: entry.by.fullName })}
      onClose={onClose}
    />
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
