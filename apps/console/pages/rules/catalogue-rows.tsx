import { Link } from '@tanstack/react-router';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { type CataloguePart, catalogueParts, isOn, useCatalogue } from './use-catalogue.ts';

interface RowsProps {
  current: CataloguePart | undefined;
  matches: (words: string) => boolean;
}

/** Beside the rules: what is offered when work is assigned, and what is counted. */
export function CatalogueRows({ current, matches }: RowsProps) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const { data } = useCatalogue();
  const shown = catalogueParts.filter((part) => matches(t(`rules.c.${part}`)));
  if (shown.length === 0) return null;
  return (
    <section aria-label={t('rules.g.catalogue')}>
      <h2 className="rule-group">{t('rules.g.catalogue')}</h2>
      <ul>
        {shown.map((part) => {
          const on = data?.[part].filter((entry) => isOn(entry, me.today)) ?? [];
          const own = on.filter(({ directive }) => directive).length;
          return (
            <li key={part}>
              <Link
                to="/rules"
                search={(old) => ({ ...old, kind: part })}
                className="rule-row"
                aria-current={current === part ? 'true' : undefined}
              >
                <b>{t(`rules.c.${part}`)}</b>
                <span className="rule-value num">{data && t('rules.c.count', { n: on.length })}</span>
                <span className="caption">{data && t('rules.c.own', { n: own })}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
