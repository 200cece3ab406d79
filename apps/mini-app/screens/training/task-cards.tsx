/** "Cẩm nang bỏ túi": the cards of the skill that a task needs, on the task. */
import { useEffect } from 'preact/hooks';
import { cardsFor, keepCardsForLater } from '../../model/training/cards.ts';
import { t } from '../../model/words/words.ts';
import { GroupHeading } from '../../ui/parts.tsx';
import { CardRow } from './cards.tsx';

const SHOWN = 2;

export function TaskCards({ templateCode }: { templateCode: string }) {
  useEffect(() => void keepCardsForLater(), []);
  const list = cardsFor(templateCode).slice(0, SHOWN);
  if (list.length === 0) return null;
  const minutes = list.reduce((sum, card) => sum + card.minutes, 0);
  return (
    <section>
      <GroupHeading count={t('tr.card.quick.minutes', { n: minutes })}>{t('tr.card.quick')}</GroupHeading>
      <div class="card rows">
        {list.map((card) => (
          <CardRow key={card.code} card={card} />
        ))}
      </div>
    </section>
  );
}
