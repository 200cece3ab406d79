import type { Schemas } from '../../api/client.ts';

export type RegisterRow = Schemas['RegisterRow'];
export type Product = Schemas['OcopProduct'];
