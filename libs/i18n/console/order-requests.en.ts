import type { orderRequestsVi } from './order-requests.vi.ts';

/** Orders to very many that a second officer approves before they are sent. */
export const orderRequestsEn: Record<keyof typeof orderRequestsVi, string> = {
  'second.needed':
    'This goes to {teams} teams, {people} people. By the rule (above {above} {measure}) another officer of the unit approves it before it is sent.',
  'second.measure.teams': 'teams',
  'second.measure.people': 'people',
  'second.who': 'Can approve: {names}.',
  'second.nobody':
    'Nobody else of the unit could approve it, so it cannot be sent. Have another officer appointed, or give it to fewer teams.',
  'second.ask': 'Ask for approval',
  'second.asked': 'Asked. No team is told before it is approved.',
  'second.title': 'To be approved: {title}',
  'second.sub': 'Asked by {name} {at} · {teams} {teams|team|teams}, {people} people',
  'second.approve': 'Approve and send',
  'second.approved': 'Approved and sent.',
  'second.refuse': 'Give back',
  'second.refuseTitle': 'Give this back',
  'second.reason': 'Reason, who asked will read it',
  'second.refused': 'Given back.',
  'second.drop': 'Take back to change',
  'second.dropped': 'Taken back.',
  'second.waits': 'Waits for {names}. Changing the draft makes this void.',
  'second.state.approved': '{name} approved it {at}. It has been sent.',
  'second.state.refused': '{name} gave it back {at}. Reason: {reason}',
  'second.state.dropped': 'This was taken back, or the order was written anew. It can no longer be approved.',
  'second.open': 'Open the order',
  'second.edit': 'Open the draft',
  'second.exact': 'You approve exactly what is shown: each team, each number.',
  'second.work': 'The concrete work',
  'second.target': 'Target',
  'second.due': 'Deadline',
  'second.list': 'Waiting for a second officer',
  'second.look': 'Look',
};
