import { api, type Schemas } from '../../api/client.ts';
import { formatDate } from '#i18n';
import { placeInside } from '#i18n/places';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Marked } from '../../ui/marked.tsx';
import { nameList } from '../../ui/names.ts';
import { Loaded } from '../../ui/states.tsx';

type Hit = Schemas['UnitHit'];
const SHOWN = 20;

/** Which unit is meant: by its code, where it stood before, what it was called, where it went. */
function useStory(hit: Hit): string {
  const { t, lang } = useI18n();
  const where = hit.formerParent && t('units.former', { parent: placeInside(hit.formerParent.fullName) });
  const parts = [
    hit.code ? t('units.code', { code: hit.code }) : null,
    hit.formerName && t('units.wasNamed', { name: placeInside(hit.formerName) }),
    where ?? (hit.parent && placeInside(hit.parent.fullName)),
  ];
  if (!hit.validTo) return parts.filter(Boolean).join(' · ');
  const day = formatDate(hit.validTo, lang, { withYear: true });
  const names = nameList(
    t,
    hit.successors.map(({ fullName }) => placeInside(fullName)),
  );
  return [...parts, names ? t('units.nowIn', { names, day }) : t('units.ended', { day })].filter(Boolean).join(' · ');
}

function HitRow({ hit, q, selected, onSelect }: { hit: Hit; q: string; selected: boolean; onSelect: () => void }) {
  const { t } = useI18n();
  const story = useStory(hit);
  const name = hit.validTo ? t('units.old', { name: hit.fullName }) : hit.fullName;
  return (
    <li>
      <button type="button" className="unit-hit" aria-current={selected || undefined} onClick={onSelect}>
        <Icon name={hit.validTo ? 'clock' : 'building-community'} size={18} />
        <span>
          <b>
            <Marked text={name} query={q} />
          </b>
          <span className="caption">{story}</span>
        </span>
      </button>
    </li>
  );
}

export function UnitHits({
  q,
  at,
  selected,
  onSelect,
}: {
  q: string;
  at: string | undefined;
  selected: string;
  onSelect: (unitId: string) => void;
}) {
  const { t } = useI18n();
  const query = api.useQuery('get', '/units', { params: { query: { q, limit: SHOWN, ...(at && { at }) } } });
  return (
    <Loaded query={query} rows={3}>
      {({ items, total }) =>
        items.length === 0 ? (
          <p className="unit-none muted">{t('units.none', { q })}</p>
        ) : (
          <ul className="unit-hits">
            {items.map((hit) => (
              <HitRow key={hit.id} hit={hit} q={q} selected={hit.id === selected} onSelect={() => onSelect(hit.id)} />
            ))}
            {total > items.length && (
              <li className="unit-none muted">{t('units.more', { n: total - items.length })}</li>
            )}
          </ul>
        )
      }
    </Loaded>
  );
}
