/** Somebody whom a request may be tied to. */
export interface Choice {
  id: string;
  name: string;
  place: string;
}
