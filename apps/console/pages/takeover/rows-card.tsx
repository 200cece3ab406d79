import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import type { TakeoverTickKind } from '#contracts/membership/takeover-kinds';
import type { Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card, ToneIcon } from '../../ui/layout.tsx';
import { detailOf, doneText, keyOf, lookOf, placeOf, type Row, tickOf, titleOf, whenOf } from './row-words.ts';

export type Tick = (kind: TakeoverTickKind, done: boolean) => void;

/** Up and down go from line to line; Enter opens what has the focus. */
function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const acts = [...event.currentTarget.querySelectorAll<HTMLElement>('.takeover-act')];
  const next = acts[acts.indexOf(document.activeElement as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function OpenRow({ row, first, onTick }: { row: Row; first: boolean; onTick: Tick }) {
  const { t, lang } = useI18n();
  const { may } = useIdentity();
  const navigate = useNavigate();
  const look = lookOf(row);
  const tick = tickOf(row);
  const { when, note, urgent } = whenOf(row, { t, lang, now: Date.now() });
  const go = () => void navigate(placeOf(row));
  return (
    <li>
      <ToneIcon tone={look.tone} icon={look.icon} />
      <div className="takeover-text">
        <strong>{titleOf(row, t)}</strong>
        <span className="caption">{detailOf(row, t)}</span>
        {tick && may('committee.manage') && (
          <button type="button" className="link no-print" onClick={() => onTick(tick, true)}>
            {t('takeover.tick')}
          </button>
        )}
      </div>
      <div className="takeover-when">
        <strong className={urgent ? 'late' : ''}>{when}</strong>
        <span className="caption">{note}</span>
      </div>
      {may(look.right) && (
        <Button variant={first ? 'filled' : 'default'} size="xs" className="takeover-act no-print" onClick={go}>
          {t(`takeover.act.${row.kind}`)}
        </Button>
      )}
    </li>
  );
}

function DoneRow({ row, onTick }: { row: Row; onTick: Tick }) {
  const { t, lang } = useI18n();
  const { may } = useIdentity();
  const tick = tickOf(row);
  return (
    <li data-done>
      <ToneIcon tone="done" icon="check" />
      <div className="takeover-text">
        <strong>{titleOf(row, t)}</strong>
        <span className="caption">{doneText(row, t, lang)}</span>
      </div>
      {tick && may('committee.manage') && (
        <button type="button" className="link takeover-act no-print" onClick={() => onTick(tick, false)}>
          {t('takeover.untick')}
        </button>
      )}
    </li>
  );
}

function Foot({ n }: { n: number }) {
  const { t } = useI18n();
  if (n === 0) return null;
  return (
    <div className="card-foot takeover-foot">
      <span>{t('takeover.oldDecisions', { n })}</span>
      <Link to="/teams" className="no-print">
        {t('takeover.oldDecisionsAct')}
      </Link>
    </div>
  );
}

/** Everything has its answer: whoever says so closes it. */
function AllDone({ onTick }: { onTick: Tick }) {
  const { t } = useI18n();
  const { may } = useIdentity();
  return (
    <div className="card-body takeover-all">
      <span>{t('takeover.allDone')}</span>
      {may('committee.manage') && <Button onClick={() => onTick('all', true)}>{t('takeover.close')}</Button>}
    </div>
  );
}

export function RowsCard({ takeover, onTick }: { takeover: Schemas['Takeover']; onTick: Tick }) {
  const { t } = useI18n();
  const [doneShown, setDoneShown] = useState(false);
  const open = takeover.rows.filter(({ done }) => !done);
  const done = takeover.rows.filter((row) => row.done);
  const toggle = (
    <button type="button" className="link no-print" aria-pressed={doneShown} onClick={() => setDoneShown(!doneShown)}>
      {doneShown ? t('takeover.openToggle', { n: open.length }) : t('takeover.doneToggle', { n: done.length })}
    </button>
  );
  return (
    <Card title={t('takeover.rows')} note={t('takeover.rowsNote')} aside={toggle}>
      <ul className="takeover-rows" onKeyDown={moveFocus}>
        {doneShown
          ? done.map((row) => <DoneRow key={keyOf(row)} row={row} onTick={onTick} />)
          : open.map((row, at) => <OpenRow key={keyOf(row)} row={row} first={at === 0} onTick={onTick} />)}
      </ul>
      {doneShown && done.length === 0 && <p className="card-body muted">{t('takeover.done.none')}</p>}
      {!doneShown && open.length === 0 && <AllDone onTick={onTick} />}
      <Foot n={takeover.teamsOfOldDecisions} />
    </Card>
  );
}
