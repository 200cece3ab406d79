import { useState } from 'react';
import { finds } from '#i18n/spoken';
import { api, type Schemas } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { SearchField } from '../../ui/form.tsx';
import { Card } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { EmptyState, Loaded, NoMatch } from '../../ui/states.tsx';
import './session/session.css';
import './training.css';
import { useTopics } from './gaps/use-gaps.ts';

type ShortCard = Schemas['TrainingCards'][number];

function Entry({ card }: { card: ShortCard }) {
  const { t } = useI18n();
  return (
    <details className="short-card">
      <summary>
        <b>{card.title}</b>
        <span className="caption num-text">{t('train.cards.minutes', { n: card.minutes })}</span>
      </summary>
      <ol>
        {card.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </details>
  );
}

function Topics({ cards }: { cards: readonly ShortCard[] }) {
  const { t } = useI18n();
  const topics = useTopics().data ?? [];
  const [query, setQuery] = useState('');
  const isFound = finds(query);
  const found = cards.filter(({ title, steps }) => isFound([title, ...steps].join(' ')));
  const groups = topics
    .map((topic) => ({ ...topic, cards: found.filter(({ topicCode }) => topicCode === topic.code) }))
    .filter((topic) => topic.cards.length > 0);
  return (
    <>
      <div className="toolbar-plain">
        <SearchField label={t('train.cards.find')} value={query} onChange={setQuery} width={280} />
      </div>
      {groups.map((topic) => (
        <Card key={topic.code} title={topic.title}>
          {topic.cards.map((card) => (
            <Entry key={card.code} card={card} />
          ))}
        </Card>
      ))}
      {found.length === 0 && (
        <p className="state">
          <NoMatch text={t('train.cards.noMatch')} onClear={() => setQuery('')} />
        </p>
      )}
    </>
  );
}

/** The short lessons that members open from a task, as they read them. */
export function CardsPage() {
  const { t } = useI18n();
  const query = api.useQuery('get', '/training/cards', {}, { staleTime: 3_600_000 });
  return (
    <div className="page">
      <PageHeader title={t('nav.trainingCards')} hint={t('train.cards.sub')} />
      <Loaded query={query} rows={8}>
        {(cards) =>
          cards.length === 0 ? (
            <Card>
              <EmptyState icon="books" title={t('train.cards.none')} />
            </Card>
          ) : (
            <Topics cards={cards} />
          )
        }
      </Loaded>
    </div>
  );
}
