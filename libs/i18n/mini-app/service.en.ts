/** English of the days of service. */
import type { ServiceKey } from './service.vi.ts';

export const enService: Record<ServiceKey, string> = {
  'service.month': 'Report of {month}',
  'service.window': 'From {from} to {to}',
  'service.before': 'The month before',
  'service.after': 'The month after',
  'service.days': '{n} {n|day|days}',
  'service.confirmed': 'confirmed by the commune',
  'service.waiting': 'to be confirmed',
  'service.sum': 'For now: {parts} = ',
  'service.sumPerson': 'For now, this month: ',
  'service.dong': '{n} dong',
  'service.rule': "By the province's rule since {from}. Not money that was paid.",
  'service.byTeam': 'The province pays the team, the commune shares it out',
  'service.byTeam.text': "By the province's rule since {from}. The days help to share it fairly.",
  'service.each': 'Day by day',
  'service.notYet': 'To be confirmed, not counted yet',
  'service.notCounted': 'not yet',
  'service.minutes': '{n} {n|minute|minutes}',
  'service.once':
    'A day counts once the commune has confirmed at least one result of it. Two tasks on one day are still 1 day.',
  'service.none': 'No days of service in this period yet',
  'service.none.text': 'Once the commune confirms what you reported, its day counts.',
  'service.missing': 'A day is missing? Tell the leader',
  'service.missingOffice': 'A day is missing? Call the commune',
  'service.unloaded': 'Your days could not be loaded',
  'service.saved': 'As of {time}',
};
