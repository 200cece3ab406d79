import { Popover } from '@mantine/core';
import { useI18n } from '../i18n/i18n.tsx';

export const howIds = ['sent', 'onTime', 'missing', 'active', 'silent', 'unanswered', 'reach', 'likely'] as const;
export type HowId = (typeof howIds)[number];

interface Props {
  /** The figures that stand beside it. */
  of: readonly HowId[];
  values?: Record<string, string | number>;
}

/** "Cách tính": one sentence for each figure, the same on every screen that shows it. */
export function HowCounted({ of, values = {} }: Props) {
  const { t } = useI18n();
  return (
    <Popover width={320} position="bottom-end" withArrow>
      <Popover.Target>
        <button type="button" className="strong-link how-counted no-print">
          {t('how.title')}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        {of.map((id) => (
          <p key={id}>{t(`how.${id}`, values)}</p>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
