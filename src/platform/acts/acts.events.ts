import { z } from 'zod';
import { defineEvent } from '#platform/outbox';

/** An act on many was taken back while it was on hold: what it tells is not told. */
export const actTakenBack = defineEvent('act.taken-back', z.object({ actId: z.uuid() }));
