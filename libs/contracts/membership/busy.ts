/** "Tuần này chưa làm được": a volunteer says until when, and why in one word, so that nobody takes it for silence. */
import { z } from 'zod';
import { day } from '../primitives.ts';
import { route } from '../route.ts';
import { busyReasons } from './busy-reasons.ts';

export const BusyWord = z.object({ reason: z.enum(busyReasons), until: day }).meta({ id: 'BusyWord' });

export const busyRoutes = {
  sayBusy: route({
    method: 'POST',
    path: '/me/busy',
    summary:
      'I cannot work for my teams until the end of a day, at most 31 days ahead; said again, the last word holds',
    access: 'self',
    command: true,
    status: 204,
    body: z.strictObject({ reason: z.enum(busyReasons), until: day }).meta({ id: 'BusyInput' }),
  }),
  endBusy: route({
    method: 'POST',
    path: '/me/busy/end',
    summary: 'I can work again, sooner than I said',
    access: 'self',
    command: true,
    status: 204,
  }),
};
