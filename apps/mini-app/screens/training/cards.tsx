/** Short cards: by topic, then one with its steps. Readable without a network. */
import { useEffect, useState } from 'preact/hooks';
import { type TrainingTopic, take } from '#client';
import { api } from '../../model/api.ts';
import { read, write } from '../../model/local.ts';
import { type Card, cards, cardsFailed, loadCards } from '../../model/training/cards.ts';
import { lang, t, tidy } from '../../model/words/words.ts';
import { href } from '../../router.ts';
import { AppBar, Screen } from '../../ui/chrome.tsx';
import { Drawing } from '../../ui/drawings.tsx';
import { Icon } from '../../ui/icon.tsx';
import { GroupHeading } from '../../ui/parts.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx';

export function CardsScreen({ code }: { code?: string | undefined }) {
  useEffect(() => void loadCards(), [lang.value]);
  const list = cards.value;
  const failed = cardsFailed.value;
  if (code) return <OneCard card={list?.find((one) => one.code === code)} known={Boolean(list ?? failed)} />;
  return (
    <Screen bar={<AppBar title={t('tr.cards')} back={['tap-huan']} />}>
      {list ? (
        <ByTopic list={list} />
      ) : failed ? (
        <ErrorState title={t('tr.card.unloaded')} code={failed} onRetry={() => void loadCards()} />
      ) : (
        <SkeletonRows />
      )}
    </Screen>
  );
}

/** The curriculum's own order and words; while they are not known, the cards stand in one group. */
export function useTopics(): TrainingTopic[] | undefined {
  const [topics, setTopics] = useState<TrainingTopic[] | undefined>(() => read('topics'));
  useEffect(() => {
    take(api.GET('/training/topics')).then(
      (answer) => {
        setTopics(answer);
        write('topics', answer);
      },
      () => {},
    );
  }, [lang.value]);
  return topics;
}

function ByTopic({ list }: { list: Card[] }) {
  const topics = useTopics();
  if (list.length === 0) return <EmptyState title={t('tr.card.none')} />;
  const groups = topics
    ? topics.map(({ code, title }) => ({ title, cards: list.filter((card) => card.topicCode === code) }))
    : [{ title: t('tr.cards'), cards: list }];
  return (
    <>
      {groups
        .filter((group) => group.cards.length > 0)
        .map((group) => (
          <section key={group.title}>
            <GroupHeading>{tidy(group.title)}</GroupHeading>
            <div class="card rows">
              {group.cards.map((card) => (
                <CardRow key={card.code} card={card} />
              ))}
            </div>
          </section>
        ))}
    </>
  );
}

export function CardRow({ card }: { card: Card }) {
  return (
    <a class="row" href={href('the', card.code)}>
      <Drawing picture={card.picture} />
      <span class="grow">
        <b>{tidy(card.title)}</b>
        <span class="muted">{t('tr.card.minutes', { n: card.minutes })}</span>
      </span>
      <Icon name="next" />
    </a>
  );
}

function OneCard({ card, known }: { card: Card | undefined; known: boolean }) {
  return (
    <Screen bar={<AppBar title={t('tr.card.title')} back={['the']} />}>
      {!card && (known ? <EmptyState title={t('tr.card.gone')} /> : <SkeletonRows count={2} />)}
      {card && (
        <>
          <section class="head">
            <Drawing picture={card.picture} large />
            <h2 class="screen-title">{tidy(card.title)}</h2>
            <p class="muted">
              {t('tr.card.minutes', { n: card.minutes })} · {t('tr.card.saved')}
            </p>
          </section>
          <div class="card">
            <ol class="steps numbered">
              {card.steps.map((step) => (
                <li key={step}>
                  <span>{tidy(step)}</span>
                </li>
              ))}
            </ol>
          </div>
        </>
      )}
    </Screen>
  );
}
