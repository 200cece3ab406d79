import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { deadlineText } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ToneIcon } from '../../ui/layout.tsx';
import { EmptyState } from '../../ui/states.tsx';
import type { AssignmentRow, ShownRow, TodayRow } from '../../frame/today/today-row.ts';
import { showRow } from './today-rows.ts';

/** As many rows as a screen of 1280 x 800 holds beside the figures. */
const shownFirst = 6;

function Calm({ nearest }: { nearest: readonly AssignmentRow[] }) {
  const { t, lang } = useI18n();
  const next = [...nearest].sort((a, b) => a.dueOn.localeCompare(b.dueOn))[0];
  return (
    <EmptyState icon="sun" title={t('home.titleCalm')}>
      {next
        ? t('home.nearest', { title: next.title, due: deadlineText(next.dueOn, Date.now(), 'before', lang) })
        : t('home.noneRunning')}
    </EmptyState>
  );
}

/** Only the first row's button is filled: one main act a screen. */
function Row({ row, first }: { row: ShownRow; first: boolean }) {
  const navigate = useNavigate();
  const go = () => void navigate(row.target);
  return (
    <li>
      <ToneIcon tone={row.tone} icon={row.icon} />
      <div className="today-text">
        <strong>{row.title}</strong>
        <span className="caption">{row.detail}</span>
      </div>
      <div className="today-when">
        <strong className={row.urgent ? 'late' : ''}>{row.when}</strong>
        <span className="caption">{row.whenNote}</span>
      </div>
      <Button variant={first ? 'filled' : 'default'} size="xs" className="today-act" onClick={go}>
        {row.act}
      </Button>
    </li>
  );
}

export function TodayList({ rows, nearest }: { rows: readonly TodayRow[]; nearest: readonly AssignmentRow[] }) {
  const { t, lang } = useI18n();
  const { may, post } = useIdentity();
  const [all, setAll] = useState(false);
  if (rows.length === 0) return <Calm nearest={nearest} />;
  const shown = (all ? rows : rows.slice(0, shownFirst)).map((row) =>
    showRow(row, { t, lang, canChase: may('assignment.chase'), ownUnitId: post.unit.id }),
  );
  return (
    <>
      <ul className="today">
        {shown.map((row, index) => (
          <Row key={row.key} row={row} first={index === 0} />
        ))}
      </ul>
      {shown.length < rows.length && (
        <div className="card-foot">
          <button type="button" className="strong-link" onClick={() => setAll(true)}>
            {t('home.more', { n: rows.length - shown.length })}
          </button>
        </div>
      )}
    </>
  );
}
