import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDate, formatMoment } from '#i18n';
import { api, client } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Notice } from '../../ui/layout.tsx';
import { isOpen, type Report, sectionWord, standingComments } from './report-facts.ts';
import { nameOf, pairText } from '../../ui/text/figures.ts';
import { VersionsDialog } from './sending/versions-dialog.tsx';
import type { Words } from './text/use-words.ts';
import { fillWords } from './text/filled.ts';

const changesNamed = 6;

/** Figures that moved since this reader last looked; seen once, they are no news any more. */
function Changed({ report }: { report: Report }) {
  const { t, lang } = useI18n();
  const see = useCommand({
    send: () =>
      client.POST('/reports/{reportId}/look', {
        params: { path: { reportId: report.id } },
        body: { figuresHash: report.figuresHash },
      }),
    touches: ['/reports/{reportId}'],
  });
  const named = report.changes.flatMap(({ code, before, after }) => {
    const indicator = report.figures.find((figure) => figure.indicator.code === code)?.indicator;
    if (!indicator) return [];
    const [a, b] = [pairText(before, indicator, lang), pairText(after, indicator, lang)];
    return [t('rep.changedOne', { name: nameOf(indicator, lang), a, b })];
  });
  if (named.length === 0) return null;
  const more = named.length - changesNamed;
  const act = (
    <Button size="xs" variant="default" loading={see.isPending} onClick={() => see.mutate(undefined)}>
      {t('rep.changedSeen')}
    </Button>
  );
  return (
    <Notice tone="doing" icon="refresh" action={act}>
      <b>{t('rep.changed', { n: named.length })}</b>
      <div>
        {named.slice(0, changesNamed).join(' · ')}
        {more > 0 && ` · ${t('rep.check.more', { n: more })}`}
      </div>
    </Notice>
  );
}

/** Two officers at once: both texts, side by side, until one is chosen. */
function ConflictBar({ report, words }: { report: Report; words: Words }) {
  const { t, lang } = useI18n();
  const { conflict, settle } = words;
  if (!conflict) return null;
  return (
    <Notice tone="late" icon="alert-triangle">
      <b>{t('rep.conflict')}</b>
      {conflict.theirs.map(({ key, text }) => (
        <div key={key} className="conflict">
          <p>
            {t(sectionWord(key, report))} · {t('rep.conflictTheirs', { name: conflict.by })}
          </p>
          <blockquote>{fillWords(text, report.figures, lang) || '–'}</blockquote>
          <Button size="xs" variant="default" onClick={() => settle(key, 'theirs')}>
            {t('rep.conflictTake')}
          </Button>{' '}
          <Button size="xs" onClick={() => settle(key, 'mine')}>
            {t('rep.conflictKeep')}
          </Button>
        </div>
      ))}
    </Notice>
  );
}

/** Whoever receives a version that was mended reads what changed in it, not the whole again. */
function Revised({ report }: { report: Report }) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const { id, version } = report;
  const { data } = api.useQuery('get', '/reports/{reportId}/versions', { params: { path: { reportId: id } } });
  const sent = data?.find((one) => one.version === version);
  if (!sent) return null;
  const [figures, parts] = [sent.changes.length, sent.sections.length];
  return (
    <Notice
      tone="doing"
      icon="refresh"
      action={
        <Button size="xs" variant="default" onClick={() => setOpen(true)}>
          {t('rep.revisedSee')}
        </Button>
      }
    >
      <b>{t('rep.revised', { version, before: version - 1 })}</b>
      <div>{figures + parts === 0 ? t('rep.ver.same') : t('rep.revisedWhat', { figures, parts })}</div>
      {open && <VersionsDialog report={report} onClose={() => setOpen(false)} />}
    </Notice>
  );
}

/** What its sender asked for and what its receiver allowed. */
function Asked({ report }: { report: Report }) {
  const { t, lang } = useI18n();
  const { revisionAsked, exception } = report;
  return (
    <>
      {revisionAsked && !isOpen(report) && (
        <Notice tone="doing" icon="message-reply">
          {t('rep.revisionBar', { name: revisionAsked.by.fullName, reason: revisionAsked.reason })}
        </Notice>
      )}
      {revisionAsked && report.version === 0 && (
        <Notice tone="doing" icon="calendar">
          {t('rep.dayAskedBar', { name: revisionAsked.by.fullName, reason: revisionAsked.reason })}
        </Notice>
      )}
      {report.closed && !revisionAsked && (
        <Notice tone="late" icon="lock">
          {t('rep.closedBar', { due: formatDate(report.due.dueOn, lang) })}
        </Notice>
      )}
      {exception && (
        <Notice tone="new" icon="calendar">
          {t('rep.exceptionBar', { date: formatDate(exception.until, lang), reason: exception.reason })}
        </Notice>
      )}
    </>
  );
}

/** What happened to the report that its reader has to know first. */
export function Bars({ report, words }: { report: Report; words: Words }) {
  const { t, lang } = useI18n();
  const comments = standingComments(report);
  const note = report.steps.filter(({ kind }) => kind === 'returned').at(-1)?.note;
  const { approval, approvalAsked } = report;
  return (
    <>
      <ConflictBar report={report} words={words} />
      {comments.length > 0 && (
        <Notice tone="late" icon="corner-up-left">
          <b>{t('rep.returnedBar', { n: comments.length })}</b>
          {note && <div>“{note}”</div>}
        </Notice>
      )}
      {approvalAsked && (
        <Notice tone="doing" icon="clock">
          {t('rep.app.waits', {
            name: approvalAsked.by.fullName,
            at: formatMoment(approvalAsked.at, Date.now(), lang),
            approvers: approval.approvers.map(({ fullName }) => fullName).join(', '),
          })}
        </Notice>
      )}
      {approval.refused && (
        <Notice tone="late" icon="corner-up-left">
          <b>{t('rep.app.refusedBar', { name: approval.refused.by.fullName })}</b>
          <div>“{approval.refused.reason}”</div>
        </Notice>
      )}
      <Asked report={report} />
      {report.may.decide && report.state === 'submitted' && report.version > 1 && <Revised report={report} />}
      {report.may.write && <Changed report={report} />}
    </>
  );
}
