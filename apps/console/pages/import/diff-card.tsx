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

/** A list, which is looked through, and not a paragraph of two hundred names. */
function Names({ title, names }: { title: string; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <>
      <b>{title}</b>
      <ul className="diff-names">
        {names.map((name, i) => (
          <li key={`${name} ${i}`}>{name}</li>
        ))}
      </ul>
    </>
  );
}

function Details({ diff }: { diff: Roster['diff'] }) {
  const { t, has } = useI18n();
  const field = (name: string) => (has(`import.field.${name}`) ? t(`import.field.${name}` as MessageId) : name);
  return (
    <div className="card-body diff-details">
      <Names title={t('import.diff.added')} names={diff.added} />
      {diff.changed.map((change) => (
        <p key={change.team + change.fullName}>
          <b>{change.fullName}</b> ({change.team}): {change.fields.map(field).join(', ')}
        </p>
      ))}
      <Names title={t('import.diff.missing')} names={diff.missing} />
    </div>
  );
}

function Tiles({ roster: { diff, teams } }: { roster: Roster }) {
  const { t } = useI18n();
  const names = (list: readonly string[], shown: number) => nameList(t, list, shown) || t('import.diff.nobody');
  const changed = diff.changed.map((change) => change.fullName);
  const missing = `${nameList(t, diff.missing, 1)} · ${t('import.diff.notRemoved')}`;
  const fresh = teams.filter((team) => !team.existingTeamId).length;
  const tiles = [
    ['done', 'plus', diff.added.length, t('import.diff.added'), names(diff.added, 2)],
    ['doing', 'arrows-exchange', changed.length, t('import.diff.changed'), names(changed, 2)],
    ['late', 'minus', diff.missing.length, t('import.diff.missing'), diff.missing.length > 0 ? missing : names([], 1)],
    ['mute', 'equal', diff.unchanged, t('import.diff.unchanged'), t('import.diff.teams', { n: teams.length, fresh })],
  ] as const;
  return (
    <ul className="diff">
      {tiles.map(([tone, icon, count, title, detail]) => (
        <Tile key={icon} tone={tone} icon={icon} count={count} title={title} detail={detail} />
      ))}
    </ul>
  );
}

/** What would change in the register by the choices so far. Nobody is removed by an import. */
export function DiffCard({ roster }: { roster: Roster }) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const newUnits = roster.teams.filter((team) => team.isNewUnit).map((team) => team.newUnit?.name ?? team.name);
  const toggle = (
    <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
      {open ? t('import.diff.hide') : t('import.diff.show')}
    </button>
  );
  return (
    <Card title={t('import.diff.title')} note={t('import.diff.note')} aside={toggle}>
      <Tiles roster={roster} />
      {newUnits.length > 0 && (
        <p className="card-body caption">
          {t('import.newUnits', { n: newUnits.length, names: nameList(t, newUnits, 5) })}
        </p>
      )}
      {open && <Details diff={roster.diff} />}
    </Card>
  );
}
