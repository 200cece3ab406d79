import { ActionIcon, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { addDays } from '#contracts/reporting/periods';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { DayField } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card } from '../../ui/layout.tsx';
import { roleWord } from '../../ui/text/role-word.ts';
import { previewOf, type PreviewSheet } from './invite-facts.ts';
import type { PrintChoice } from './use-invites.ts';

/** As the sheet will lie on the table: names where they will stand, no codes yet. */
function Sheet({ sheet, ticking }: { sheet: PreviewSheet; ticking: boolean }) {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <div className="slip-sheet" aria-hidden="true">
      <p>
        <b>
          {t('invites.slip.title')}
          {sheet.team && ` · ${sheet.team}`}
        </b>
      </p>
      <div className="slip-cells">
        {sheet.names.map(({ name, role }, i) => (
          <div key={`${name} ${i}`} className="slip-cell">
            <Icon name="qrcode" size={44} />
            <span>
              <b>{name}</b>
              <small>{roleWord(i18n, role)}</small>
              <small>{t('invites.slip.code')} ••• •••</small>
            </span>
          </div>
        ))}
        {ticking && (
          <div className="slip-cell slip-ticks">
            <b>{t('invites.slip.tick')}</b>
            {sheet.names.map(({ name }, i) => (
              <small key={`${name} ${i}`}>
                <span className="tick-box" /> {name}
              </small>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

function Turn({ at, of, onTurn }: { at: number; of: number; onTurn: (at: number) => void }) {
  const { t } = useI18n();
  if (of < 2) return null;
  return (
    <span className="invites-turn">
      <ActionIcon variant="subtle" aria-label={t('invites.before')} disabled={at === 0} onClick={() => onTurn(at - 1)}>
        <Icon name="chevron-left" />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        aria-label={t('invites.after')}
        disabled={at === of - 1}
        onClick={() => onTurn(at + 1)}
      >
        <Icon name="chevron-right" />
      </ActionIcon>
    </span>
  );
}

function Options({ choice }: { choice: PrintChoice }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const { looks, setLooks } = choice;
  const { slipDays } = choice.rule;
  const box = (key: 'byTeam' | 'ticking') => (
    <Checkbox
      label={t(`invites.${key}`)}
      checked={looks[key]}
      onChange={(event) => setLooks({ ...looks, [key]: event.currentTarget.checked })}
    />
  );
  return (
    <div className="card-body form">
      {box('byTeam')}
      {box('ticking')}
      <DayField
        label={t('invites.until')}
        value={choice.until}
        minDate={me.today}
        maxDate={addDays(me.today, slipDays)}
        onChange={choice.setUntil}
      />
      <p className="caption">{t('invites.note', { days: slipDays })}</p>
    </div>
  );
}

/** How the slips lie on paper and how long they are good. */
export function PrintCard({ choice }: { choice: PrintChoice }) {
  const { t } = useI18n();
  const [at, setAt] = useState(0);
  const sheets = previewOf(choice.printed, choice.looks);
  const shown = Math.min(at, Math.max(0, sheets.length - 1));
  const sheet = sheets[shown];
  return (
    <Card
      className="invites-print"
      title={t('invites.preview')}
      note={sheet && t('invites.sheet', { n: shown + 1, of: sheets.length })}
      aside={<Turn at={shown} of={sheets.length} onTurn={setAt} />}
    >
      {sheet && <Sheet sheet={sheet} ticking={choice.looks.ticking} />}
      <Options choice={choice} />
    </Card>
  );
}
