import { sql } from '#platform/database';
/**
 * What other modules may read of membership in statements of their own, where an answer is over many rows. Each name stands
 * in place of a table, with an alias behind it; PostgreSQL sees through it, so a plan is that of the table. The columns named
 * here are a contract: nothing else of these tables is used outside of this module, and nobody else writes them.
 * @published teams_at(date) (id, unit_id, commune_id, name, status): teams of a day, drafts included
 * @published team_members_at(date) (id, team_id, person_id, role, position, affiliation): their members
 * @published person_places (post_id, person_id, unit_id, team_id, role, title, affiliation, validity): every place of a person
 * @published trainers_at(date) (post_id, person_id, provider_id, unit_id): who teaches for which provider
 * @published contactable_at(timestamptz) (person_id, language, email, has_session): whom a message may reach
 * @published linked_accounts_at(timestamptz) (person_id, space, external_id, linked_at): their accounts of messaging platforms
 * @published is_held(text, uuid, uuid) (boolean): whether a record under a rule of keeping, of a person and a unit, is held back
 * @published open_sessions_at(timestamptz) (session_id, person_id): who is signed in
 */

/**
 * Every person, also those made anonymous: id uuid, full_name text, language text, anonymised_at timestamptz (null: not),
 * merged_into_id uuid (the record that this one is part of).
 */
export const people = sql`(select id, full_name, language, anonymised_at, merged_into_id from people)`;

/** People whose main number is not known to be dead: person_id uuid, each once. */
export const peopleWithPhone = sql`(select person_id from phones where is_primary and state <> 'bounced')`;

/** Who cannot work for their teams until the end of a day, as they said: person_id uuid, each once, until_on date. */
export const busyWords = sql`(select person_id, until_on from busy_words)`;

/**
 * Offices and who holds them when: id uuid, person_id uuid, unit_id uuid, role text, stand_in boolean, seat text (in the
 * committee), validity daterange.
 */
export const posts = sql`(select id, person_id, unit_id, role, stand_in, seat, validity from posts)`;

/**
 * Teams of all times: id uuid, unit_id uuid, status text ("draft" before it is established), validity daterange, merged_into_id
 * uuid (the team of today that goes on with its people and work, where its hamlet became part of another), split_from_id uuid (the
 * team of the whole hamlet, of which this one has a half), created_at timestamptz (entered here).
 */
export const teams = sql`(select id, unit_id, status, validity, merged_into_id, split_from_id, created_at from teams)`;

/**
 * Who was in a team when: team_id uuid, person_id uuid, role text, validity daterange, end_entered_on date (null: not known, or no
 * end).
 */
export const teamMembers = sql`(select team_id, person_id, role, validity, end_entered_on from team_members)`;

/** When a unit had a steering committee that a decision set up: unit_id uuid, validity daterange. */
export const steeringCommittees = sql`(select unit_id, validity from steering_committees where not draft)`;

/** Whose numbers a look or a list was about: act_id uuid (of the trail's acts), subject_id uuid, at timestamptz. */
export const lookedAt = sql`(select act_id, subject_id, at from access_log where act_id is not null)`;
