import type { Schemas } from '../../api/client.ts';

export type Team = Schemas['TeamDetail'];
