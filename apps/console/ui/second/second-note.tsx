/** What goes to so many that a second officer approves it: by which rule, and who could. */
import type { Schemas } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Notice } from '../layout.tsx';
import { nameList } from '../names.ts';

interface Props {
  second: Schemas['SecondApproval'];
  /** What it goes to. */
  to: 'teams' | 'units';
  /** To how many, where nothing else on the screen says it. */
  sends?: string;
}

/** Where nobody else could approve it, that stands there before anything is asked. */
export function SecondNote({ second: { approvers, above, measure }, to, sends }: Props) {
  const { t } = useI18n();
  const word = t(`second.measure.${measure === 'people' ? 'people' : to}`);
  const names = nameList(
    t,
    approvers.map(({ fullName }) => fullName),
    4,
    approvers.length,
  );
  return (
    <Notice tone={approvers.length > 0 ? 'doing' : 'late'} icon="users-group">
      {sends} {t('second.needed', { above, measure: word })}{' '}
      {approvers.length > 0 ? t('second.who', { names }) : t('second.nobody')}
    </Notice>
  );
}
