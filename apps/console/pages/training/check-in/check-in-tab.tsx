import { Button } from '@mantine/core';
import { useState } from 'react';
import { finishSession } from '#client/commands';
import { useI18n } from '../../../i18n/i18n.tsx';
import { CommandForm } from '../../../ui/command/command-form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Loaded } from '../../../ui/states.tsx';
import { AttendanceList } from './attendance-list.tsx';
import { useNow } from '../calendar/calendar-card.tsx';
import { SessionCodeScreen } from './session-code.tsx';
import { KeyIn } from './key-in.tsx';
import type { SessionDetail } from '../looks.ts';
import { AddSheetPhoto, PrintSheet, SheetPhotos } from './sheet-photos.tsx';
import { takesCheckIns } from '../session/tabs.ts';
import { useAttendance, useKeyedList, useResult } from './use-check-in.ts';
import { sessionPaths } from '../use-sessions.ts';

function FinishDialog({ session, unsent, onClose }: { session: SessionDetail; unsent: number; onClose: () => void }) {
  const { t } = useI18n();
  return (
    <CommandForm
      route={finishSession}
      path={{ sessionId: session.id }}
      touches={sessionPaths}
      title={t('train.finish.title')}
      text={<p>{unsent > 0 ? t('train.finish.left', { n: unsent }) : t('train.finish.text')}</p>}
      ready={unsent === 0}
      label={t('train.finish.act')}
      said={({ attended }) => t('train.finish.done', { n: attended })}
      onClose={onClose}
    />
  );
}

function Acts({
  session,
  takes,
  onCode,
  onFinish,
}: {
  session: SessionDetail;
  takes: boolean;
  onCode: () => void;
  onFinish: () => void;
}) {
  const { t } = useI18n();
  return (
    <div className="session-acts">
      {takes && session.may.door && (
        <Button leftSection={<Icon name="qrcode" size={16} />} onClick={onCode}>
          {t('train.code.open')}
        </Button>
      )}
      {session.may.door && <PrintSheet session={session} />}
      {takes && <AddSheetPhoto sessionId={session.id} />}
      {session.may.finish && (
        <Button variant="default" leftSection={<Icon name="checklist" size={16} />} onClick={onFinish}>
          {t('train.finish.act')}
        </Button>
      )}
    </div>
  );
}

/** Who is there: by the code on the screen, by name, or from the signed sheet. */
export function CheckInTab({ session }: { session: SessionDetail }) {
  const { t } = useI18n();
  const now = useNow();
  const [open, setOpen] = useState<'code' | 'finish' | null>(null);
  const attendance = useAttendance(session.id);
  const list = useKeyedList(session.id);
  const result = useResult(session.id);
  const takes = takesCheckIns(session, now);
  const close = () => setOpen(null);
  return (
    <>
      <Acts session={session} takes={takes} onCode={() => setOpen('code')} onFinish={() => setOpen('finish')} />
      {!takes && now < Date.parse(session.startsAt) && <p className="muted">{t('door.tooEarly')}</p>}
      {takes && <KeyIn session={session} list={list} counted={attendance.data ?? []} />}
      <Loaded query={attendance} rows={4}>
        {(rows) => <AttendanceList rows={rows} decides={takes} />}
      </Loaded>
      <SheetPhotos photos={result.data?.photos ?? []} />
      {open === 'code' && <SessionCodeScreen sessionId={session.id} onClose={close} />}
      {open === 'finish' && <FinishDialog session={session} unsent={list.keyed.length} onClose={close} />}
    </>
  );
}
