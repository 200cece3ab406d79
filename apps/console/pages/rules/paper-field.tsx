import { useState } from 'react';
import { useIdentity } from '../../api/me.tsx';
import { useDirectives } from '../../api/use-directives.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice } from '../../ui/form.tsx';
import { DirectiveModal } from '../documents/directive-modal.tsx';

interface PaperFieldProps {
  value: string | null;
  onChange: (directiveId: string) => void;
  error?: string | undefined;
}

/** Documents of the unit and above; one that is missing is added on the spot. */
export function PaperField({ value, onChange, error }: PaperFieldProps) {
  const { t } = useI18n();
  const { post, may } = useIdentity();
  const [adds, setAdds] = useState(false);
  const { directives, isSuccess } = useDirectives(post.unit.id);
  const chosen = directives.find(({ id }) => id === value);
  const none = isSuccess && directives.length === 0 ? t('rules.f.noDirective') : undefined;
  return (
    <div className="paper-field">
      <Choice
        label={t('rules.f.directive')}
        required
        searchable
        options={directives.map(({ id, citation }) => ({ value: id, label: citation }))}
        value={value}
        onChange={onChange}
        error={error}
      />
      <span className="caption">
        {chosen?.issuer ?? none}
        {may('directive.manage') && (
          <button type="button" className="link" onClick={() => setAdds(true)}>
            {t('rules.addDirective')}
          </button>
        )}
      </span>
      {adds && <DirectiveModal known={directives} onClose={() => setAdds(false)} />}
    </div>
  );
}
