/** Who was told of a reform before its day. */
import { z } from 'zod';
import { count } from '../primitives.ts';
import { route } from '../route.ts';

export const reformToldRoutes = {
  reformTold: route({
    method: 'GET',
    path: '/reforms/{reformId}/told',
    summary: 'How many officers were told that it comes: they are told when it is taken back',
    access: 'reform.manage',
    response: z.object({ officers: count }).meta({ id: 'ReformTold' }),
  }),
};
