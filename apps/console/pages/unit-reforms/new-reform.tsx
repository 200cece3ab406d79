import { useNavigate } from '@tanstack/react-router';
import { createReform } from '#client/commands';
import { useIdentity } from '../../api/me.tsx';
import { useDirectives } from '../../api/use-directives.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { reformPaths } from './reform-looks.ts';

interface Props {
  unitId: string;
  title?: string;
  directiveId?: string | null;
  onClose: () => void;
}

/** A draft: what it is called, from which day, by which document. */
export function NewReform({ unitId, title = '', directiveId = null, onClose }: Props) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const navigate = useNavigate();
  const { directives } = useDirectives(unitId);
  return (
    <CommandForm
      route={createReform}
      path={{ unitId }}
      touches={reformPaths}
      title={t('ur.new')}
      start={{ title, onDate: me.today, directiveId }}
      fields={{
        title: { as: 'text', label: t('ur.f.title'), placeholder: t('ur.f.titleHint') },
        onDate: { as: 'day', label: t('ur.f.day'), required: true },
        directiveId: {
          as: 'choice',
          label: `${t('ur.f.paper')} · ${t('ur.f.paperLater')}`,
          searchable: true,
          options: directives.map(({ id, citation }) => ({ value: id, label: citation })),
        },
      }}
      label={t('ur.new')}
      done={({ id }) => void navigate({ to: '/unit-reforms/$reformId', params: { reformId: id } })}
      onClose={onClose}
    />
  );
}
