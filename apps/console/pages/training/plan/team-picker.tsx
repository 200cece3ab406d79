/** Which teams are invited, those that lack the topic most on top. */
import { useI18n } from '../../../i18n/i18n.tsx';
import { Bar } from '../../../ui/layout.tsx';
import type { Gap } from '../gaps/use-gaps.ts';

interface PickerProps {
  label: string;
  gaps: readonly Gap[];
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
  error?: string;
}

function Row({ gap, checked, onToggle }: { gap: Gap; checked: boolean; onToggle: () => void }) {
  const { t, n } = useI18n();
  const { name, members, trained } = gap;
  return (
    <label>
      <input type="checkbox" checked={checked} onChange={onToggle} />
      <span className="picker-name">{name}</span>
      {trained === null ? (
        <span className="caption num-text">{t('train.first.people', { n: n(members) })}</span>
      ) : (
        <span className="picker-gap">
          <Bar
            parts={[{ value: trained, color: 'bar-ok' }]}
            of={members}
            label={t('train.picker.learnt', { a: trained, b: members })}
          />
          <span className="caption num-text" aria-hidden="true">
            {t('train.picker.short', { a: trained, b: members })}
          </span>
        </span>
      )}
    </label>
  );
}

export function TeamPicker({ label, gaps, chosen, onChange, error }: PickerProps) {
  const { t } = useI18n();
  const known = new Set(chosen);
  const people = gaps.reduce((sum, { id, members }) => sum + (known.has(id) ? members : 0), 0);
  const toggle = (id: string) => onChange(known.has(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const all = gaps.length > 0 && gaps.every(({ id }) => known.has(id));
  return (
    <fieldset className="picker" aria-invalid={Boolean(error) || undefined}>
      <legend>{label}</legend>
      <div className="picker-head">
        <span className="caption num-text" role="status">
          {t('train.plan.teamsCount', { n: chosen.length, m: people })}
        </span>
        <button type="button" className="link" onClick={() => onChange(all ? [] : gaps.map(({ id }) => id))}>
          {t(all ? 'train.plan.teamsNone' : 'train.plan.teamsAll')}
        </button>
      </div>
      <div className="choices picker-list">
        {gaps.map((gap) => (
          <Row key={gap.id} gap={gap} checked={known.has(gap.id)} onToggle={() => toggle(gap.id)} />
        ))}
      </div>
      {error && <p className="field-error">{error}</p>}
    </fieldset>
  );
}
