import { cards } from './cards.ts';
import { topics } from './topics.ts';

it('every card stands under a topic of the curriculum and has as many steps in English as in Vietnamese', () => {
  const known = new Set(topics.map(({ code }) => code));
  expect(cards.filter(({ topicCode }) => !known.has(topicCode))).toEqual([]);
  expect(cards.filter(({ steps }) => steps.vi.length !== steps.en.length || steps.vi.length < 3)).toEqual([]);
  expect(new Set(cards.map(({ code }) => code)).size).toBe(cards.length);
});

it('every topic of the curriculum has a card', () => {
  expect(topics.filter(({ code }) => !cards.some((card) => card.topicCode === code)).map(({ code }) => code)).toEqual(
    [],
  );
});
