import { useState } from 'react';
import type { Schemas } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { gapText } from '../../ui/text/gap-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { Card } from '../../ui/layout.tsx';
import { Loaded } from '../../ui/states.tsx';
import { toggled } from '../team/attach-modal.tsx';

type Lacking = Schemas['RosterGap'];
type Query = Parameters<typeof Loaded<Lacking[]>>[0]['query'];

/** A province's widest commune has more teams than anybody reads at once. */
const SHOWN = 12;

interface CardProps {
  seen: ReadonlySet<string>;
  onSeen: (seen: ReadonlySet<string>) => void;
}

function List({ teams, seen, onSeen }: CardProps & { teams: readonly Lacking[] }) {
  const { t } = useI18n();
  const [all, setAll] = useState(false);
  const shown = all ? teams : teams.slice(0, SHOWN);
  const marked = teams.every(({ key }) => seen.has(key));
  const mark = () => onSeen(marked ? new Set() : new Set(teams.map(({ key }) => key)));
  return (
    <div className="card-body">
      <p className="muted">{t('import.gapsNote', { n: teams.length })}</p>
      <div className="choices" role="group" aria-label={t('import.gaps')}>
        {shown.map(({ key, name, gaps }) => (
          <label key={key}>
            <input type="checkbox" checked={seen.has(key)} onChange={() => onSeen(toggled(seen, key))} />
            <span>
              <b>{name}</b>
              <span className="cell-2 warn">{gaps.map((gap) => gapText(t, gap)).join(', ')}</span>
            </span>
          </label>
        ))}
      </div>
      <p className="gaps-acts">
        {teams.length > 1 && (
          <button type="button" className="strong-link" onClick={mark}>
            {marked ? t('import.gapsClear') : t('import.gapsAll', { n: teams.length })}
          </button>
        )}
        {shown.length < teams.length && (
          <button type="button" className="strong-link" onClick={() => setAll(true)}>
            {t('import.gapsHidden', { n: teams.length })}
          </button>
        )}
      </p>
    </div>
  );
}

/** Which teams the decision would find incomplete, each by name with what it lacks; a signed paper may set it up all the same. */
export function GapsCard({ query, ...props }: CardProps & { query: Query }) {
  const { t } = useI18n();
  return (
    <Card title={t('import.gaps')}>
      <Loaded query={query} rows={3}>
        {(teams) =>
          teams.length === 0 ? (
            <p className="card-body muted">
              <Icon name="circle-check" size={16} /> {t('import.gapsNone')}
            </p>
          ) : (
            <List teams={teams} {...props} />
          )
        }
      </Loaded>
    </Card>
  );
}
