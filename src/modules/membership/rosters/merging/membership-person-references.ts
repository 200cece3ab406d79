import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from '#platform/database';
import { PersonReferences } from './person-references.ts';

/**
 * What of teams, posts, accounts and contact points goes along when two people are one, in the order in which it can.
 * Single rows by hand: they stand in one list with sets, all of them statements.
 */
@Injectable()
export class MembershipPersonReferences implements OnModuleInit {
  constructor(private readonly parts: PersonReferences) {}

  onModuleInit(): void {
    this.places();
    this.numbers();
    this.cards();
    this.counts();
    this.requests();
    this.stays();
  }

  private places(): void {
    this.parts.moves(
      (from, to) => sql`update team_members set person_id = ${to} where person_id = ${from}`,
      (from, to) => sql`update posts set person_id = ${to} where person_id = ${from}`,
      (from, to) => sql`update supporters set person_id = ${to} where person_id = ${from}`,
      (from, to) => sql`update handovers set from_person_id = ${to} where from_person_id = ${from}`,
      (from, to) => sql`update handovers set to_person_id = ${to} where to_person_id = ${from}`,
      // Whoever uploaded a list opens it before it is written.
      (from, to) =>
        sql`update roster_imports set uploaded_by = ${to} where uploaded_by = ${from} and status = 'staged'`,
      (from, to) => sql`update people set merged_into_id = ${to} where merged_into_id = ${from}`,
      (from, to) => sql`update data_requests set person_id = ${to} where person_id = ${from}
        and (outcome is not null or not exists (select 1 from data_requests o where o.person_id = ${to} and o.kind = data_requests.kind and o.outcome is null))`,
      (from, to) => sql`update busy_words set person_id = ${to} where person_id = ${from}
        and not exists (select 1 from busy_words o where o.person_id = ${to})`,
      (from) => sql`delete from busy_words where person_id = ${from}`,
      // What the person said stands above what others wrote.
      (from, to) => sql`delete from member_skills where person_id = ${to} and not by_self
        and exists (select 1 from member_skills o where o.person_id = ${from} and o.by_self)`,
      (from, to) => sql`update member_skills set person_id = ${to} where person_id = ${from}
        and not exists (select 1 from member_skills o where o.person_id = ${to})`,
      (from) => sql`delete from member_skills where person_id = ${from}`,
      // Who asked is not who approves.
      (from, to) =>
        sql`update data_requests set erase_asked_by = ${to} where erase_asked_by = ${from} and outcome is null`,
      (from, to) =>
        sql`update data_requests set erase_seconded_by = ${to} where erase_seconded_by = ${from} and outcome is null`,
      (from, to) => sql`update send_requests set asked_by = ${to} where asked_by = ${from} and outcome is null`,
    );
  }

  /** The main number of the record that stays is the main one. */
  private numbers(): void {
    this.parts.moves(
      (from, to) => sql`delete from phones f where f.person_id = ${from}
        and exists (select 1 from phones o where o.person_id = ${to} and o.e164 = f.e164)`,
      (from, to) => sql`update phones set is_primary = false where person_id = ${from} and is_primary
        and exists (select 1 from phones o where o.person_id = ${to} and o.is_primary)`,
      (from, to) => sql`update phones set person_id = ${to} where person_id = ${from}`,
      (from, to) => sql`update number_questions set person_id = ${to} where person_id = ${from}`,
      (from) => sql`delete from known_devices where person_id = ${from}`,
      // Whoever has shown one goes on showing one; of two the other's goes.
      (
        from,
        to,
      ) => sql`update second_factors set person_id = ${to} where person_id = ${from} and confirmed_at is not null
        and not exists (select 1 from second_factors o where o.person_id = ${to} and o.confirmed_at is not null)`,
      (from) => sql`delete from second_factors where person_id = ${from}`,
      (from, to) => sql`update agency_accounts set person_id = ${to} where person_id = ${from}`,
      // Those in doubt stay: they hear for three days, and sign nobody in until they are proven anew.
      (from, to) => sql`update linked_accounts set person_id = ${to} where person_id = ${from} and doubted_at is null`,
    );
  }

  private cards(): void {
    this.parts.moves(
      (from, to, at) => sql`update member_cards c set revoked_at = ${at}, revoked_by = ${to} where c.person_id = ${from}
        and c.revoked_at is null and exists (select 1 from member_cards o where o.person_id = ${to} and o.team_id = c.team_id
          and o.kind = c.kind and o.revoked_at is null)`,
      (from, to) => sql`update member_cards set person_id = ${to} where person_id = ${from}`,
      (from, to) => sql`delete from card_requests c where c.person_id = ${from}
        and exists (select 1 from card_requests o where o.person_id = ${to} and o.team_id = c.team_id)`,
      (from, to) => sql`update card_requests set person_id = ${to} where person_id = ${from}`,
      // A second photo is forgotten with its bytes, by CardPhotos.
      (from, to) => sql`update card_photos set person_id = ${to} where person_id = ${from}
        and not exists (select 1 from card_photos o where o.person_id = ${to})`,
    );
  }

  private counts(): void {
    this.parts.counts(
      (personId) => sql`select 'team' as kind, count(*)::int as n from team_members where person_id = ${personId}
        union all select 'post', count(*)::int from posts where person_id = ${personId} and not caretaker
        union all select 'support', count(*)::int from supporters where person_id = ${personId}
        union all select 'number', count(*)::int from phones where person_id = ${personId}
        union all select 'email', count(*)::int from emails where person_id = ${personId}
        union all select 'account', count(*)::int from linked_accounts where person_id = ${personId} and ended_at is null
        union all select 'card', count(*)::int from member_cards where person_id = ${personId} and revoked_at is null`,
    );
    this.parts.conflicts(
      (from, to) => sql`select 'login' as kind, a.login_email as label from people a join people b on b.id = ${to}
        where a.id = ${from} and a.login_email is not null and b.login_email is not null`,
    );
  }

  /** Who had a case in hand, and what they said of it. */
  private requests(): void {
    this.parts.stays(
      'whoever decided or wrote it, then',
      'data_requests.answered_by',
      'data_requests.filed_by',
      'data_requests.owner_id',
      'data_requests.verified_by',
    );
  }

  private stays(): void {
    const { parts } = this;
    parts.stays(
      'whoever decided or wrote it, then',
      'directive_corrections.by_id',
      'agency_accounts.decided_by',
      'chat_groups.registered_by',
      'decision_corrections.by_id',
      'decision_scans.added_by',
      'decision_scans.ended_by',
      'establishing_decisions.voided_by',
      'handovers.made_by',
      'handovers.taken_back_by',
      'invites.created_by',
      'link_requests.decided_by',
      'member_cards.issued_by',
      'member_cards.revoked_by',
      'name_opinions.answered_by',
      'name_opinions.asked_by',
      'number_questions.answered_by',
      'posts.given_by',
      'reorganisation_lines.person_id',
      'reorganisations.made_by',
      'reorganisations.paused_by',
      'reorganisations.revoked_by',
      'reorganisations.scheduled_by',
      'roster_columns.said_by',
      'takeover_ticks.by_id',
      'retention_holds.ended_by',
      'retention_holds.held_by',
      'roster_imports.confirmed_by',
      'send_requests.decided_by',
      'sessions.ended_by',
      'team_endings.by_id',
      'team_members.successor_id',
      'unit_changes.made_by',
      'unit_maps.removed_by',
      'unit_maps.uploaded_by',
    );
    this.history();
  }

  /** What cannot move, and what is over with the record. */
  private history(): void {
    const { parts } = this;
    parts.stays(
      'history that a trigger keeps',
      'person_merges.absorbed_id',
      'person_merges.merged_by',
      'person_merges.survivor_id',
    );
    parts.stays(
      'history that a trigger keeps; read for all ids of a person',
      'access_log.person_id',
      'access_log.subject_id',
      'outbox.actor_id',
      'access_acts.person_id',
    );
    parts.stays('ends with the record', 'access_requests.person_id', 'invites.person_id', 'link_codes.person_id');
    parts.stays('ends with the record', 'link_tickets.matched_person_id', 'sessions.person_id');
    parts.stays('forgotten: they knew the other password', 'known_devices.person_id');
    parts.stays('a question that is answered', 'link_requests.person_id');
    parts.stays('copied to the other; the old row hears for three days', 'emails.person_id');
    parts.stays('holds what came with either record', 'retention_holds.person_id');
    parts.stays('what a repeated command was answered, to the id that sent it', 'command_answers.person_id');
    parts.stays('taken back by the id that did it, and gone within a day', 'held_acts.person_id');
  }
}
