import { useI18n } from '../../i18n/i18n.tsx';

/** The catalogue's word for a name of the log, else the name itself: lines outlive the acts that wrote them. */
export function useLogWord() {
  const { t, has } = useI18n();
  return (prefix: string, id: string): string => {
    const key = `${prefix}.${id}`;
    return has(key) ? t(key) : id;
  };
}
