import { useState } from 'react';
import { formatDate } from '#i18n';
import { client, isProblem } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { useErrorAt } from '../../ui/error-at.ts';
import { DayField, FormDialog } from '../../ui/form.tsx';
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
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(seen));
  const [from, setFrom] = useState(me.today);
  const save = useCommand({
    send: (unitId: string, header) =>
      client.POST('/providers/{providerId}/coverage/{unitId}', {
        params: { path: { providerId: provider.id, unitId }, header },
        body: { hamletIds: [...chosen], seen, from },
      }),
    touches: coveragePaths,
    done: () => sayAndClose(t('providers.saved', { provider: provider.name }), onClose),
    failed: (error) => isProblem(error) && error.details.some(({ path }) => path === 'from'),
  });
  const errorAt = useErrorAt(save.error);
  const isSame = chosen.size === seen.length && seen.every((id) => chosen.has(id));
  const day = formatDate(from, lang, { withYear: true });
  return (
    <FormDialog
      title={t('providers.editTitle', { provider: provider.name, unit: lowerFirst(unit.fullName) })}
      label={from > me.today ? t('providers.saveFrom', { day }) : t('providers.save')}
      cancelLabel={t('act.close')}
      disabled={isSame}
      busy={save.isPending}
      onClose={onClose}
      onSubmit={() => save.mutate(unit.id)}
    >
      <Hamlets cell={cell} chosen={chosen} onChange={setChosen} />
      <DayField
        label={t('providers.editFrom')}
        minDate={me.today}
        value={from}
        error={errorAt('from')}
        onChange={setFrom}
      />
    </FormDialog>
  );
}
