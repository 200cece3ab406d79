import { useState } from 'react';
import { setCoverage } from '#client/commands';
import { formatDate } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { lowerFirst } from '#i18n/first-letters';
import { type Cell, coveragePaths } from './use-coverage.ts';

interface HamletsProps {
  cell: Cell;
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}

function Hamlets({ cell, chosen, onChange }: HamletsProps) {
  const { t } = useI18n();
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  return (
    <>
      <div className="coverage-quick">
        <button
          type="button"
          className="link"
          onClick={() => onChange(new Set(cell.hamlets.map(({ unit }) => unit.id)))}
        >
          {t('providers.all', { n: cell.hamlets.length })}
        </button>
        <button type="button" className="link" onClick={() => onChange(new Set())}>
          {t('providers.noneChosen')}
        </button>
      </div>
      <ul className="choices coverage-choices">
        {cell.hamlets.map(({ unit, others }) => (
          <li key={unit.id}>
            <label>
              <input type="checkbox" checked={chosen.has(unit.id)} onChange={() => toggle(unit.id)} />
              <span>{unit.fullName}</span>
              <span className="caption">{others.join(', ')}</span>
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Which hamlets of the commune it covers from a day on; Space toggles one. */
export function EditDialog({ cell, onClose }: { cell: Cell; onClose: () => void }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const { provider, unit, hamlets } = cell;
  // What the officer saw when the dialogue opened: what came in since is not theirs to overwrite.
  const [seen] = useState(() => hamlets.filter(({ covered }) => covered).map((one) => one.unit.id));
  const isSame = (chosen: readonly string[]) =>
    chosen.length === seen.length && seen.every((id) => chosen.includes(id));
  return (
    <CommandForm
      route={setCoverage}
      path={{ providerId: provider.id, unitId: unit.id }}
      touches={coveragePaths}
      title={t('providers.editTitle', { provider: provider.name, unit: lowerFirst(unit.fullName) })}
      body={{ seen }}
      start={{ hamletIds: seen, from: me.today }}
      fields={{
        hamletIds: {
          as: 'own',
          show: ({ value, onChange }) => (
            <Hamlets cell={cell} chosen={new Set(value)} onChange={(chosen) => onChange([...chosen])} />
          ),
        },
        from: { as: 'day', label: t('providers.editFrom'), min: me.today },
      }}
      ready={({ hamletIds }) => !isSame(hamletIds ?? [])}
      label={({ from }) =>
        from && from > me.today
          ? t('providers.saveFrom', { day: formatDate(from, lang, { withYear: true }) })
          : t('providers.save')
      }
      said={t('providers.saved', { provider: provider.name })}
      onClose={onClose}
    />
  );
}
