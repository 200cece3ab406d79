import type { Command } from '#client';
import { aTask } from '../../testing/phone.ts';
import { groupTasks } from '../home-groups.ts';
import { withPending } from './overlay.ts';

const command = (kind: string, state: Command['state'], view: Command['view'] = {}): Command => ({
  id: kind,
  personId: 'p',
  kind,
  lane: aTask(1).id,
  method: 'POST',
  path: '/tasks/t1/accept',
  state,
  createdAt: 0,
  seq: 0,
  attempts: 0,
  view,
});

describe('a task with this phone’s unanswered commands on top', () => {
  it('counts what waits, and says so', () => {
    const shown = withPending(aTask(1), [
      command('task.progress', 'saved', { value: 4 }),
      command('task.progress', 'sending', { value: 3 }),
    ]);
    expect(shown.figures.reported).toBe(45);
    expect(shown.pending).toEqual({ value: 7, waiting: true });
  });

  it('leaves out what is sent, refused or about another task', () => {
    const other = { ...command('task.progress', 'saved', { value: 9 }), lane: 'x' };
    const shown = withPending(aTask(1), [
      command('task.progress', 'sent', { value: 4 }),
      command('task.progress', 'refused', { value: 3 }),
      other,
    ]);
    expect(shown.figures.reported).toBe(38);
    expect(shown.pending.waiting).toBe(false);
  });

  it('shows the state that the moves will lead to, by the table', () => {
    expect(withPending(aTask(1, { state: 'assigned' }), [command('task.accept', 'saved')]).state).toBe('accepted');
    expect(
      withPending(aTask(1, { state: 'assigned' }), [
        command('task.accept', 'saved'),
        command('task.progress', 'saved', { value: 12, complete: true }),
      ]).state,
    ).toBe('submitted');
    expect(withPending(aTask(1, { state: 'confirmed' }), [command('task.accept', 'saved')]).state).toBe('confirmed');
  });

  it('shows a decline as standing under a member’s tap, and as turned round under the leader’s', () => {
    const declined = aTask(1, { state: 'declined' });
    expect(withPending(declined, [command('task.accept', 'saved')]).state).toBe('declined');
    expect(withPending(declined, [command('task.turnDecline', 'saved')]).state).toBe('accepted');
  });

  it('counts a correction as the difference', () => {
    expect(withPending(aTask(1), [command('task.progress', 'saved', { value: 3, replaces: 5 })]).figures.reported).toBe(
      36,
    );
  });
});

describe('the groups of the home screen', () => {
  it('puts the nearest deadline among tasks in hand first and does not repeat it', () => {
    const groups = groupTasks([
      aTask(1, { dueOn: '2022-11-24' }),
      aTask(2, { dueOn: '2022-11-16', state: 'returned' }),
      aTask(3, { state: 'assigned', dueOn: '2022-11-10' }),
    ]);
    expect(groups.first?.title).toBe('Việc 2');
    expect(groups.doing.map((task) => task.title)).toEqual(['Việc 1']);
    expect(groups.answer.map((task) => task.title)).toEqual(['Việc 3']);
  });

  it('has no first card when nothing was accepted', () => {
    expect(groupTasks([aTask(1, { state: 'assigned' }), aTask(2, { state: 'submitted' })]).first).toBeUndefined();
  });
});
