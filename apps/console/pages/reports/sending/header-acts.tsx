import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { addDays, formatDate, formatTime } from '#i18n';
import { client } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { useCommand } from '../../../api/use-command.ts';
import { showNotice } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { PrintDialog } from '../../documents/print-dialog.tsx';
import { SigningDialog } from '../../documents/signing-dialog.tsx';
import { AllowDialog, AskDayDialog, RevisionDialog, WithdrawDialog } from './ask-dialogs.tsx';
import { ApproveDialog, DropApproval, RefuseDialog } from './approval-dialogs.tsx';
import { isOpen, isTooEarly, type Report } from '../report-facts.ts';
import { ReturnDialog } from './return-dialog.tsx';
import { SubmitDialog } from './submit-dialog.tsx';
import { useRights } from '../../../api/use-report-rights.ts';
import { reportPaths, type Words } from '../text/use-words.ts';
import { VersionsDialog } from './versions-dialog.tsx';
import { HeaderAct } from '../../../ui/header/header-menu.tsx';

/** Whether what was typed is safe. */
function SavedMark({ report, words }: { report: Report; words: Words }) {
  const { t } = useI18n();
  const { state } = words;
  useEffect(() => {
    if (state === 'saved') return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [state]);
  const { at } = report.words;
  const isBad = state === 'failed' || state === 'refused';
  if (state === 'saved' && !at) return null;
  const text = {
    saved: t('rep.saved', { time: at ? formatTime(at, true) : '' }),
    saving: t('rep.saving'),
    unsaved: t('rep.unsaved'),
    failed: t('rep.notSaved'),
    refused: t('rep.refused'),
  }[state];
  return (
    <span className={`saved-mark ${isBad ? 'late' : 'caption'}`} role="status">
      <Icon name={state === 'failed' ? 'wifi-off' : isBad ? 'alert-circle' : 'cloud-check'} size={16} /> {text}
    </span>
  );
}

type Act =
  | 'approve'
  | 'refuse'
  | 'withdraw'
  | 'submit'
  | 'askDay'
  | 'revise'
  | 'return'
  | 'allow'
  | 'versions'
  | 'print'
  | 'sign';

function useAccept(report: Report) {
  const { t } = useI18n();
  return useCommand({
    send: (_: void, header) =>
      client.POST('/reports/{reportId}/accept', {
        params: { path: { reportId: report.id }, header },
        body: { version: report.version },
      }),
    touches: [...reportPaths, '/units/{unitId}/report-board'],
    done: () => showNotice(t('rep.accepted', { unit: report.unit.fullName })),
  });
}

type Open = (act: Act) => void;

/** The next useful act of who decides. */
function Accept({ report, open }: { report: Report; open: Open }) {
  const { t } = useI18n();
  const accept = useAccept(report);
  if (report.version === 0 && report.revisionAsked)
    return (
      <Button leftSection={<Icon name="calendar" />} onClick={() => open('allow')}>
        {t('rep.allowDay')}
      </Button>
    );
  if (report.state !== 'submitted' || report.version === 0) return null;
  return (
    <Button leftSection={<Icon name="check" />} loading={accept.isPending} onClick={() => accept.mutate()}>
      {t('rep.accept')}
    </Button>
  );
}

function DeciderActs({ report, open }: { report: Report; open: Open }) {
  const { t } = useI18n();
  if (report.version === 0)
    return report.revisionAsked ? null : (
      <HeaderAct icon="calendar" onClick={() => open('allow')}>
        {t('rep.allowDay')}
      </HeaderAct>
    );
  if (isOpen(report)) return null;
  return (
    <HeaderAct icon="corner-up-left" onClick={() => open('return')}>
      {t('rep.return')}
    </HeaderAct>
  );
}

/** What would be refused is not offered. */
function Send({ report, open }: { report: Report; open: Open }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  if (report.approvalAsked) return null;
  if (report.closed)
    return report.receiver && !report.revisionAsked ? (
      <Button leftSection={<Icon name="calendar" />} onClick={() => open('askDay')}>
        {t('rep.askDay')}
      </Button>
    ) : null;
  if (!isOpen(report)) return null;
  if (isTooEarly(report, me.today))
    return (
      <Button disabled leftSection={<Icon name="clock" />}>
        {t('rep.submitFrom', { day: formatDate(addDays(report.endsOn, 1), lang) })}
      </Button>
    );
  return (
    <Button leftSection={<Icon name="send" />} onClick={() => open('submit')}>
      {t(report.approval.isNeeded ? 'rep.app.ask' : report.version > 0 ? 'rep.resubmit' : 'rep.submit')}
    </Button>
  );
}

function WriterActs({ report, open }: { report: Report; open: Open }) {
  const { t } = useI18n();
  if (report.approvalAsked) return <DropApproval report={report} />;
  if (report.closed || isOpen(report) || report.revisionAsked || !report.receiver) return null;
  return (
    <HeaderAct icon="message-reply" onClick={() => open('revise')}>
      {t('rep.askRevision')}
    </HeaderAct>
  );
}

function Dialogs({ act, report, words, onClose }: { act: Act; report: Report; words: Words; onClose: () => void }) {
  if (act === 'approve') return <ApproveDialog report={report} onClose={onClose} />;
  if (act === 'refuse') return <RefuseDialog report={report} onClose={onClose} />;
  if (act === 'submit') return <SubmitDialog report={report} words={words} onClose={onClose} />;
  if (act === 'revise') return <RevisionDialog report={report} onClose={onClose} />;
  if (act === 'askDay') return <AskDayDialog report={report} onClose={onClose} />;
  if (act === 'return') return <ReturnDialog report={report} onClose={onClose} />;
  if (act === 'print') return <PrintDialog report={report} onClose={onClose} />;
  if (act === 'sign') return <SigningDialog report={report} onClose={onClose} />;
  if (act === 'withdraw') return <WithdrawDialog report={report} onClose={onClose} />;
  if (act === 'allow') return <AllowDialog report={report} onClose={onClose} />;
  return <VersionsDialog report={report} onClose={onClose} />;
}

interface Shown {
  report: Report;
  words: Words;
  open: Open;
}

/** The one act that is due from this reader. */
function Main({ report, open }: Omit<Shown, 'words'>) {
  const { t } = useI18n();
  const { may } = report;
  const { writes, decides } = useRights(report);
  if (may.approve)
    return (
      <Button leftSection={<Icon name="send" />} onClick={() => open('approve')}>
        {t('rep.app.approve')}
      </Button>
    );
  if (decides || may.decide) return <Accept report={report} open={open} />;
  return writes && <Send report={report} open={open} />;
}

function Others({ report, words, open }: Shown) {
  const { t } = useI18n();
  const { may } = report;
  const { writes, decides } = useRights(report);
  // What is printed is what is saved.
  const print = async () => {
    await words.flush();
    open('print');
  };
  return (
    <>
      {(decides || may.decide) && <DeciderActs report={report} open={open} />}
      {may.approve && (
        <HeaderAct icon="corner-up-left" onClick={() => open('refuse')}>
          {t('rep.app.refuse')}
        </HeaderAct>
      )}
      {writes && <WriterActs report={report} open={open} />}
      <HeaderAct icon="printer" onClick={() => void print()}>
        {t('doc.view')}
      </HeaderAct>
      {report.version > 0 && report.kind !== 'roster' && (
        <HeaderAct icon="file-certificate" onClick={() => open('sign')}>
          {t('sign.act')}
        </HeaderAct>
      )}
      {report.version > 0 && (
        <HeaderAct icon="copy" onClick={() => open('versions')}>
          {t('rep.versions')}
        </HeaderAct>
      )}
      {may.withdraw && (
        <HeaderAct icon="trash" danger onClick={() => open('withdraw')}>
          {t('rep.withdraw')}
        </HeaderAct>
      )}
    </>
  );
}

/** What this reader may do with the report now, for the page's header. */
export function useHeaderActs({ report, words }: { report: Report; words: Words }) {
  const [act, setAct] = useState<Act | null>(null);
  return {
    saved: report.may.write && <SavedMark report={report} words={words} />,
    main: <Main report={report} open={setAct} />,
    acts: <Others report={report} words={words} open={setAct} />,
    dialogs: act && <Dialogs act={act} report={report} words={words} onClose={() => setAct(null)} />,
  };
}
