/** What is asked of whoever has a second factor, after the password or after the agency's word; nobody else fetches it. */
import { useI18n } from '../../i18n/i18n.tsx';
import { CodeStep } from '../second-factor/code-step.tsx';

type Step = Parameters<typeof CodeStep>[0];

interface Props extends Pick<Step, 'onWhole' | 'onBack'> {
  answer: Step['half'];
  byAgency: boolean;
  login: string;
}

export function SecondStep({ answer, byAgency, login, ...ways }: Props) {
  const { t } = useI18n();
  const text = byAgency ? t('agency.askFactor') : t('factor.askText', { login });
  return <CodeStep half={answer} text={text} {...ways} />;
}
