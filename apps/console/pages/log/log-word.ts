import { useI18n } from '../../i18n/i18n.tsx';

/** The catalogue's word for a name of the log as `log.what.task.confirmed`, else the name itself: lines outlive the acts that wrote them. */
export function useLogWord() {
  const { t, has } = useI18n();
  return (id: string): string => (has(id) ? t(id) : id.split('.').slice(2).join('.'));
}
