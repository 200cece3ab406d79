import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import { lowerFirst } from '#i18n/first-letters';
import { showNotice } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card } from '../../../ui/layout.tsx';
import type { Reform } from '../reform-looks.ts';
import { useEdit } from '../lines/use-lines.ts';
import { type Hamlet, namesBy, type Pattern, patterns, withType } from './name-patterns.ts';
import type { Names } from './use-names.ts';

/** Names for all of them in one press; each stays to be changed. */
export function PatternCard({ reform, hamlets }: { reform: Reform; hamlets: readonly Hamlet[] }) {
  const { t } = useI18n();
  const [pattern, setPattern] = useState<Pattern>('former');
  const edits = namesBy(pattern, hamlets);
  const edit = useEdit(reform, () => showNotice(t('rn.proposedAll', { n: edits.length })));
  const sample = (of: Pattern): string => {
    const named = namesBy(of, hamlets).flatMap((one) => (one.do === 'name' ? [one] : []));
    const whole = named.map(({ type, name }) => withType({ type: type ?? '' }, name ?? ''));
    const [first, last] = [whole[0] ?? '', whole.at(-1) ?? ''];
    return of === 'numbers' && first ? t('rn.sampleTo', { first, last }) : first;
  };
  return (
    <Card title={t('rn.pattern')}>
      <div className="card-body rn-pattern">
        <Radio.Group
          aria-label={t('rn.pattern')}
          value={pattern}
          onChange={(value) => setPattern(patterns.find((one) => one === value) ?? 'former')}
        >
          {patterns.map((one) => (
            <Radio key={one} value={one} label={t(`rn.pattern.${one}`)} description={sample(one)} />
          ))}
        </Radio.Group>
        {pattern !== 'own' && (
          <Button
            variant="default"
            leftSection={<Icon name="wand" size={16} />}
            disabled={edits.length === 0}
            loading={edit.isPending}
            onClick={() => edit.mutate(edits)}
          >
            {t('rn.proposeAll', { n: edits.length })}
          </Button>
        )}
        <p className="muted">{t('rn.onlySuggests')}</p>
      </div>
    </Card>
  );
}

/** What people of the commune see from the day on: in a search, in the name of the group, in a document. */
export function SeenCard({ names }: { names: Names }) {
  const { t } = useI18n();
  const first = names.hamlets.find(({ alike }) => alike > 1);
  if (!first) return null;
  const { place, groupName } = names;
  const same = names.hamlets.filter(({ fullName }) => fullName.toLowerCase() === first.fullName.toLowerCase());
  const commune = lowerFirst(place.name);
  const group = groupName
    .split('-')
    .map((part) => part.replace('{hamlet}', first.temporary).replace('{commune}', place.name).replace('{district}', ''))
    .filter(Boolean)
    .join('-');
  return (
    <Card title={t('rn.seen')}>
      <div className="card-body rn-seen">
        <span>{t('rn.seen.search', { q: first.fullName })}</span>
        <ul>
          {same.slice(0, 4).map(({ id, fullName, temporary }) => (
            <li key={id}>
              <mark>{fullName}</mark>
              {temporary.slice(fullName.length)}
              <span className="cell-2">{commune}</span>
            </li>
          ))}
        </ul>
        <span>{t('rn.seen.group')}</span>
        <p>{group}</p>
        <span>{t('rn.seen.document')}</span>
        <p className="rn-paper">{t('rn.seen.team', { hamlet: first.temporary, commune })}</p>
      </div>
    </Card>
  );
}
