import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { reformNumbers } from '#contracts/organization/reform-kinds';
import { dateInVietnam, formatDate, formatTime } from '#i18n';
import type { Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Dialog } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PrintMark } from '../../ui/print-mark.tsx';
import '../../ui/printed-dialog.css';
import { useFindingText } from './lines/finding-text.ts';
import { KeptTable, SumsTable } from './kept-tables.tsx';
import type { Finding, Reform } from './reform-looks.ts';

/** A paper about a reform: who lays it before whom, what it says, room for names below it. */
function Paper({
  title,
  reform,
  children,
  onClose,
}: {
  title: string;
  reform: Reform;
  children: ReactNode;
  onClose: () => void;
}) {
  const { t, lang } = useI18n();
  const { post, me } = useIdentity();
  const day = formatDate(reform.onDate, lang, { withYear: true });
  return (
    <Dialog title={title} onClose={onClose} size="xl" className="printed-dialog">
      <article className="ur-paper">
        <header>
          <b>{post.unit.fullName}</b>
          <h3>{reform.title}</h3>
          <p>
            {reform.directive?.citation ?? t('ur.noPaper')} · {t('ur.from', { day })} ·{' '}
            {t('ur.version', { n: reform.version })}
          </p>
        </header>
        {children}
        <footer>
          {(['ur.paper.by', 'ur.paper.approved'] as const).map((word) => (
            <div key={word}>
              <b>{t(word)}</b>
              <span>{word === 'ur.paper.by' ? me.person.fullName : ''}</span>
            </div>
          ))}
        </footer>
        <PrintMark screenToo />
      </article>
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

function Counted({ counts }: { counts: Reform['counts'] }) {
  const { t, n } = useI18n();
  const rows = ['old', 'new', 'kept', 'whole', 'divided', 'hamlets'] as const;
  return (
    <table className="ur-kept">
      <tbody>
        {rows.map((key) => (
          <tr key={key}>
            <th scope="row">{t(`ur.paper.${key}`)}</th>
            <td className="num">{n(counts[key])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Findings({ findings }: { findings: readonly Finding[] }) {
  const { t } = useI18n();
  const text = useFindingText();
  if (findings.length === 0) return <p>{t('ur.paper.nothing')}</p>;
  return (
    <ol className="ur-paper-findings">
      {findings.map((finding, at) => (
        <li key={`${finding.code} ${at}`}>{text(finding)}</li>
      ))}
    </ol>
  );
}

/** "Xuất biên bản" of what follows the day. */
export function ReformMinutes({
  reform,
  running,
  onClose,
}: {
  reform: Reform;
  running: Schemas['ReformRunning'];
  onClose: () => void;
}) {
  const { t, n, lang } = useI18n();
  return (
    <Paper title={t('ur.paper.running')} reform={reform} onClose={onClose}>
      <Counted counts={reform.counts} />
      <table className="ur-kept">
        <tbody>
          {reform.steps.map(({ step, done, total, finishedAt, failed }) => (
            <tr key={step}>
              <th scope="row">{t(`ur.step.${step}`)}</th>
              <td className="num">{t('ur.step.of', { a: n(done), b: n(total) })}</td>
              <td>
                {finishedAt
                  ? `${formatTime(Date.parse(finishedAt), true)} ${formatDate(dateInVietnam(Date.parse(finishedAt)), lang, { withYear: true })}`
                  : (failed?.reason ?? t('ur.paper.open'))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <KeptTable running={running} />
      <SumsTable running={running} />
    </Paper>
  );
}

/** "Xuất biên bản" of a rehearsal: its numbers, what stands against it and what is told. */
export function RehearsalMinutes({
  reform,
  rehearsal,
  onClose,
}: {
  reform: Reform;
  rehearsal: Schemas['ReformRehearsal'];
  onClose: () => void;
}) {
  const { t, n } = useI18n();
  const { numbers, blocks, warnings, invariants } = rehearsal;
  return (
    <Paper title={t('ur.paper.rehearsal')} reform={reform} onClose={onClose}>
      <table className="ur-kept">
        <tbody>
          {reformNumbers.map((number) => (
            <tr key={number}>
              <th scope="row">{t(`ur.n.${number}`, { n: numbers[number] ?? 0 })}</th>
              <td className="num">{n(numbers[number] ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('ur.rehearse.placed', { a: n(invariants.hamletsPlaced), b: n(invariants.hamlets) })}</p>
      <h4>{t('ur.must')}</h4>
      <Findings findings={blocks} />
      <h4>{t('ur.may')}</h4>
      <Findings findings={warnings} />
    </Paper>
  );
}

/** "In để trình ký": what is laid before whoever signs, before it is scheduled. */
export function ReformToSign({
  reform,
  findings,
  onClose,
}: {
  reform: Reform;
  findings: readonly Finding[];
  onClose: () => void;
}) {
  const { t, lang } = useI18n();
  const day = formatDate(reform.onDate, lang, { withYear: true });
  return (
    <Paper title={t('ur.paper.sign')} reform={reform} onClose={onClose}>
      <p>{t('ur.scheduleText', { day })}</p>
      <Counted counts={reform.counts} />
      <h4>{t('ur.must')}</h4>
      <Findings findings={findings.filter(({ blocks }) => blocks)} />
      <h4>{t('ur.may')}</h4>
      <Findings findings={findings.filter(({ blocks }) => !blocks)} />
    </Paper>
  );
}
