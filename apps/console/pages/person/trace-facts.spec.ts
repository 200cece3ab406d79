import { appState, costOf, type Step, type Trace } from './trace-facts.ts';

const step = (costVnd: number): Step => ({
  channel: 'zalo-zbs',
  state: 'sent',
  attempts: 1,
  costVnd,
  at: '2022-06-21T01:00:00Z',
  nextAttemptAt: null,
  failure: null,
});
const trace = (part: Partial<Trace> = {}): Trace => ({
  notificationId: 'n',
  kind: 'task.assigned',
  title: 'Việc mới',
  createdAt: '2022-06-21T01:00:00Z',
  fetchedAt: null,
  seenAt: null,
  steps: [],
  ...part,
});

it('adds up what all steps of all messages cost', () => {
  expect(costOf([trace({ steps: [step(200), step(0)] }), trace({ steps: [step(300)] }), trace()])).toBe(500);
});

it('says the farthest that a message came in the app', () => {
  const fetchedAt = '2022-06-21T02:00:00Z';
  const seenAt = '2022-06-21T03:00:00Z';
  expect(appState(trace())).toEqual({ kind: 'notSeen', at: null });
  expect(appState(trace({ fetchedAt }))).toEqual({ kind: 'fetched', at: fetchedAt });
  expect(appState(trace({ fetchedAt, seenAt }))).toEqual({ kind: 'seen', at: seenAt });
});
