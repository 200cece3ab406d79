/** From when, and by which document: what every reform of hamlets is asked. */
import { useState } from 'react';
import { daysBetween } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { useDirectives } from '../../api/use-directives.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, DayField } from '../../ui/form.tsx';
import { DirectiveModal } from '../documents/directive-modal.tsx';

export const below = ['label', 'input', 'description', 'error'] as const;

export function WhenField({
  value,
  onChange,
  readOnly,
}: {
  value: string;
  onChange: (day: string) => void;
  readOnly: boolean;
}) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const left = daysBetween(me.today, value);
  const when = left > 0 ? 'reforms.m.left' : left === 0 ? 'reforms.m.today' : 'reforms.m.past';
  return (
    <DayField
      label={t('reforms.m.day')}
      required
      disabled={readOnly}
      value={value}
      onChange={onChange}
      inputWrapperOrder={[...below]}
      description={t(when, { n: Math.abs(left) })}
    />
  );
}

export function PaperField({
  unitId,
  value,
  onChange,
  readOnly,
}: {
  unitId: string;
  value: string | null;
  onChange: (directiveId: string) => void;
  readOnly: boolean;
}) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const [adds, setAdds] = useState(false);
  const { directives, isSuccess } = useDirectives(unitId);
  const chosen = directives.find(({ id }) => id === value);
  return (
    <div>
      <Choice
        label={t('reforms.m.paper')}
        required
        searchable
        disabled={readOnly}
        options={directives.map(({ id, citation }) => ({ value: id, label: citation }))}
        value={value}
        onChange={onChange}
      />
      <span className="caption reform-under">
        {chosen?.issuer ?? (isSuccess && directives.length === 0 && t('reforms.m.noPapers'))}
        {may('directive.manage') && !readOnly && (
          <button type="button" className="link" onClick={() => setAdds(true)}>
            {t('reforms.m.addPaper')}
          </button>
        )}
      </span>
      {adds && <DirectiveModal known={directives} onClose={() => setAdds(false)} />}
    </div>
  );
}
