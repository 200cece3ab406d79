import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { endHold } from '#client/commands';
import { MOST_COUNTED } from '#contracts/privacy/kept-records';
import { dateInVietnam, formatDate, formatTime } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, Chip } from '../../ui/layout.tsx';
import { Loaded } from '../../ui/states.tsx';
import { HoldDialog } from './hold-dialog.tsx';
import { type Board, type DueGroup, dueGroups, type Hold, type KeptRecord, runDays } from './keeping.ts';
import './keeping.css';
import { useHoldText, useKeeping } from './use-keeping.ts';

function useDay() {
  const { lang } = useI18n();
  return (instant: string): string => formatDate(dateInVietnam(instant), lang, { withYear: true });
}

function DueRow({ record: { name, count, oldest, held } }: { record: KeptRecord }) {
  const { t, n } = useI18n();
  const day = useDay();
  const counted =
    count === null
      ? t('keeping.notCounted')
      : count >= MOST_COUNTED
        ? t('keeping.more', { n: MOST_COUNTED })
        : n(count);
  return (
    <li className="keeping-row">
      <span>
        {t(`kept.${name}`)}
        {oldest && <span className="caption">{t('keeping.since', { day: day(oldest) })}</span>}
      </span>
      {held > 0 && (
        <Chip tone="new" icon="lock">
          {t('keeping.heldN', { n: held })}
        </Chip>
      )}
      <b className={count === null ? 'caption' : 'num'}>{counted}</b>
    </li>
  );
}

function Group({ group: { rule, records } }: { group: DueGroup }) {
  const { t } = useI18n();
  const title = rule ? t(`rules.k.${rule}`) : t('keeping.byMachine');
  if (!rule)
    return (
      <details className="keeping-over">
        <summary>{title}</summary>
        <ul>
          {records.map((record) => (
            <DueRow key={record.name} record={record} />
          ))}
        </ul>
      </details>
    );
  return (
    <section aria-label={title}>
      <h3 className="rule-group">
        <Link to="/rules" search={(old) => ({ ...old, kind: rule })}>
          {title}
        </Link>
      </h3>
      <ul>
        {records.map((record) => (
          <DueRow key={record.name} record={record} />
        ))}
      </ul>
    </section>
  );
}

/** What goes next, before it goes. */
function Soon({ board: { at, aheadDays, records } }: { board: Board }) {
  const { t } = useI18n();
  const { groups, others } = dueGroups(records);
  return (
    <Card
      title={t('keeping.soon', { n: aheadDays })}
      aside={<span className="caption">{t('keeping.asOf', { time: formatTime(Date.parse(at), true) })}</span>}
    >
      <p className="caption rule-none">{t('keeping.soonText')}</p>
      {groups.map((group) => (
        <Group key={group.rule ?? ''} group={group} />
      ))}
      {(groups.length === 0 || others > 0) && (
        <p className="caption rule-none">
          {groups.length === 0 ? t('keeping.nothing') : t('keeping.others', { n: others })}
        </p>
      )}
    </Card>
  );
}

function EndDialog({ hold, onClose }: { hold: Hold; onClose: () => void }) {
  const { t } = useI18n();
  const text = useHoldText();
  return (
    <CommandForm
      route={endHold}
      path={{ holdId: hold.id }}
      touches={['/keeping']}
      danger
      title={t('keeping.endTitle', { what: text(hold) })}
      text={
        <>
          <p>{hold.reason}</p>
          <p className="caption">{t('keeping.endText')}</p>
        </>
      }
      label={t('keeping.end')}
      said={t('keeping.endDone')}
      onClose={onClose}
    />
  );
}

function HoldRow({ hold, onEnd }: { hold: Hold; onEnd: () => void }) {
  const { t } = useI18n();
  const day = useDay();
  const text = useHoldText();
  const { reason, heldBy, heldAt, ended } = hold;
  return (
    <li className="catalogue-row" data-over={ended !== null || undefined}>
      <div>
        <b>{text(hold)}</b>
        <span className="keeping-reason">{reason}</span>
        <span className="caption">
          {[
            t('keeping.heldBy', { name: heldBy.fullName, day: day(heldAt) }),
            ended && t('keeping.ended', { name: ended.by.fullName, day: day(ended.at) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      {!ended && (
        <Button size="xs" variant="default" aria-label={t('keeping.endTitle', { what: text(hold) })} onClick={onEnd}>
          {t('keeping.end')}
        </Button>
      )}
    </li>
  );
}

function Holds({ holds }: Pick<Board, 'holds'>) {
  const { t } = useI18n();
  const [open, setOpen] = useState<Hold | 'new' | null>(null);
  const close = () => setOpen(null);
  const standing = holds.filter(({ ended }) => !ended);
  const over = holds.filter(({ ended }) => ended);
  const list = (shown: readonly Hold[]) => (
    <ul>
      {shown.map((hold) => (
        <HoldRow key={hold.id} hold={hold} onEnd={() => setOpen(hold)} />
      ))}
    </ul>
  );
  return (
    <Card
      title={t('keeping.holds')}
      aside={
        <Button leftSection={<Icon name="lock" size={16} />} variant="default" onClick={() => setOpen('new')}>
          {t('keeping.hold')}
        </Button>
      }
    >
      {standing.length > 0 ? list(standing) : <p className="caption rule-none">{t('keeping.holdNone')}</p>}
      {over.length > 0 && (
        <details className="keeping-over">
          <summary>{t('keeping.endedN', { n: over.length })}</summary>
          {list(over)}
        </details>
      )}
      {open === 'new' && <HoldDialog onClose={close} />}
      {open !== null && open !== 'new' && <EndDialog hold={open} onClose={close} />}
    </Card>
  );
}

function Runs({ runs }: Pick<Board, 'runs'>) {
  const { t, lang, n } = useI18n();
  return (
    <Card className="rule-history" title={t('keeping.runs')}>
      {runs.length === 0 && <p className="caption rule-none">{t('keeping.runsNone')}</p>}
      <ol>
        {runDays(runs).map(({ day, runs: of }) => (
          <li key={day}>
            <b>{formatDate(day, lang, { withYear: true })}</b>
            <span className="caption">
              {of.map(({ name, gone }) => `${t(`kept.${name}`)}: ${n(gone)}`).join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** What the rules on keeping are about to erase, what they erased, and what is held back. */
export function KeepingDetail() {
  const query = useKeeping();
  return (
    <div className="rule-detail">
      <Loaded query={query} rows={9}>
        {(board) => (
          <>
            <Soon board={board} />
            <Holds holds={board.holds} />
            <Runs runs={board.runs} />
          </>
        )}
      </Loaded>
    </div>
  );
}
