import { ReadTakeover } from './read-takeover.ts';
import { ReadTakeoverPeople } from './read-takeover-people.ts';
import { ReadTakeoverReceived } from './read-takeover-received.ts';
import { TakeoverChoices } from './takeover-choices.ts';
import { TakeoverParts } from './takeover-parts.ts';
import { TakeoverPlaces } from './takeover-places.ts';
import { TeamsOfTakeover } from './teams-of-takeover.ts';
import { TickTakeover } from './tick-takeover.ts';

export const takeoverProviders = [
  ReadTakeover,
  ReadTakeoverPeople,
  ReadTakeoverReceived,
  TakeoverChoices,
  TakeoverParts,
  TakeoverPlaces,
  TeamsOfTakeover,
  TickTakeover,
];
