import { useState } from 'react';
import { type MessageId, useI18n } from '../../i18n/i18n.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Card, type Tone } from '../../ui/layout.tsx';
import { nameList } from '../../ui/names.ts';
import type { Roster } from './findings.ts';

function Tile({
  tone,
  icon,
  count,
  title,
  detail,
}: {
  tone: Tone;
  icon: IconName;
  count: number;
  title: string;
  detail: string;
}) {
  const { n } = useI18n();
  return (
    <li>
      <span className={`tone-icon chip-${tone}`}>
        <Icon name={icon} />
      </span>
      <strong className="num diff-count">{n(count)}</strong>
      <span>
        <b>{title}</b>
        <span className="cell-2">{detail}</span>
      </span>
    </li>
  );
}

function Details({ diff }: { diff: Roster['diff'] }) {
  const { t, has } = useI18n();
  const field = (name: string) => (has(`import.field.${name}`) ? t(`import.field.${name}` as MessageId) : name);
  return (
    <div className="card-body diff-details">
      {diff.added.length > 0 && (
        <p>
          <b>{t('import.diff.added')}:</b> {diff.added.join(', ')}
        </p>
      )}
      {diff.changed.map((change) => (
        <p key={change.team + change.fullName}>
          <b>{change.fullName}</b> ({change.team}): {change.fields.map(field).join(', ')}
        </p>
      ))}
      {diff.missing.length > 0 && (
        <p>
          <b>{t('import.diff.missing')}:</b> {diff.missing.join(', ')}
        </p>
      )}
    </div>
  );
}

/** What would change in the register by the choices so far. Nobody is removed by an import. */
export function DiffCard({ roster }: { roster: Roster }) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const { diff, teams } = roster;
  const newTeams = teams.filter((team) => !team.existingTeamId).length;
  const newUnits = teams.filter((team) => team.isNewUnit).map((team) => team.name);
  return (
    <Card
      title={t('import.diff.title')}
      note={t('import.diff.note')}
      aside={
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('import.diff.hide') : t('import.diff.show')}
        </button>
      }
    >
      <ul className="diff">
        <Tile
          tone="done"
          icon="plus"
          count={diff.added.length}
          title={t('import.diff.added')}
          detail={nameList(t, diff.added, 2) || t('import.diff.nobody')}
        />
        <Tile
          tone="doing"
          icon="arrows-exchange"
          count={diff.changed.length}
          title={t('import.diff.changed')}
          detail={
            nameList(
              t,
              diff.changed.map((change) => change.fullName),
              2,
            ) || t('import.diff.nobody')
          }
        />
        <Tile
          tone="late"
          icon="minus"
          count={diff.missing.length}
          title={t('import.diff.missing')}
          detail={
            diff.missing.length > 0
              ? `${nameList(t, diff.missing, 1)} · ${t('import.diff.notRemoved')}`
              : t('import.diff.nobody')
          }
        />
        <Tile
          tone="mute"
          icon="equal"
          count={diff.unchanged}
          title={t('import.diff.unchanged')}
          detail={t('import.diff.teams', { n: teams.length, fresh: newTeams })}
        />
      </ul>
      {newUnits.length > 0 && (
        <p className="card-body caption">
          {t('import.newUnits', { n: newUnits.length, names: nameList(t, newUnits, 5) })}
        </p>
      )}
      {open && <Details diff={diff} />}
    </Card>
  );
}
