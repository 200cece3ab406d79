import { DraftCommittees } from './draft-committees.ts';
import { EndUnitPosts } from './end-unit-posts.ts';
import { GiveReformPosts } from './give-reform-posts.ts';
import { HandRequestsOn } from './hand-requests-on.ts';
import { HeldSeatsQueries } from './held-seats.queries.ts';
import { KeepTrainers } from './keep-trainers.ts';
import { PeopleOfReform } from './people-of-reform.ts';
import { ReadReformPeople } from './read-reform-people.ts';
import { ReformHoldersQueries } from './reform-holders.queries.ts';
import { ReformPeopleController } from './reform-people.controller.ts';
import { SettlePeople } from './settle-people.ts';

export const reformPeopleControllers = [ReformPeopleController];

/** People of units that are reformed: before the day, and on it. */
export const reformPeopleProviders = [
  DraftCommittees,
  EndUnitPosts,
  GiveReformPosts,
  HandRequestsOn,
  HeldSeatsQueries,
  KeepTrainers,
  PeopleOfReform,
  ReadReformPeople,
  ReformHoldersQueries,
  SettlePeople,
];
