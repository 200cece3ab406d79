import { Injectable, type OnModuleInit } from '@nestjs/common';
import { forgetInActs } from '#platform/acts';
import { forgetInAnswers } from '#platform/commands';
import { sql } from '#platform/database';
import { ANONYMOUS } from '../../people/people/anonymous.ts';
import { PersonErasures } from './person-erasures.ts';

/** How what membership holds about a person goes: name, numbers, accounts, sessions, cards, and words in lists and cases. */
@Injectable()
export class MembershipErasures implements OnModuleInit {
  constructor(private readonly erasures: PersonErasures) {}

  onModuleInit(): void {
    this.signIn();
    this.accounts();
    this.contacts();
    this.words();
    // With its bytes, by CardPhotos.
    this.erasures.later('card_photos.content_hash');
  }

  private signIn(): void {
    this.erasures.erasesLast(
      'invites',
      'code_hash slip_hash',
      ({ ids }) => sql`delete from invites where person_id = any(${ids}::uuid[])`,
    );
    this.erasures.erasesLast(
      'passkey_challenges',
      'challenge',
      ({ ids }) => sql`delete from passkey_challenges where session_id in (
          select id from sessions where person_id = any(${ids}::uuid[]))`,
    );
    this.erasures.erasesLast(
      'sessions',
      'device device_hash token_hash',
      ({ ids }) => sql`delete from sessions where person_id = any(${ids}::uuid[])`,
    );
    this.erasures.erasesLast(
      'recovery_codes',
      'code_hash',
      ({ ids }) => sql`delete from recovery_codes where factor_id in (
          select id from second_factors where person_id = any(${ids}::uuid[]))`,
    );
    this.erasures.erasesLast(
      'passkeys',
      'credential_id name public_key transports',
      ({ ids }) => sql`delete from passkeys where factor_id in (
          select id from second_factors where person_id = any(${ids}::uuid[]))`,
    );
    this.erasures.erasesLast(
      'second_factors',
      'sealed',
      ({ ids }) => sql`delete from second_factors where person_id = any(${ids}::uuid[])`,
    );
    this.erasures.erasesLast(
      'known_devices',
      'key_hash',
      ({ ids }) => sql`delete from known_devices where person_id = any(${ids}::uuid[])`,
    );
    this.erasures.erasesLast(
      'member_cards',
      'code public_key',
      ({ ids }) => sql`delete from member_cards where person_id = any(${ids}::uuid[])`,
    );
    this.erasures.erasesLast(
      'card_requests',
      '',
      ({ ids }) => sql`delete from card_requests where person_id = any(${ids}::uuid[])`,
    );
  }

  /** Also what a platform told of them while nobody had said whose account it is. */
  private accounts(): void {
    const told = 'display_name external_id phone_e164 scope space';
    this.erasures.erasesLast(
      'link_requests',
      `${told} not_these`,
      ({ ids, words, addresses }) => sql`delete from link_requests r where r.person_id = any(${ids}::uuid[])
          or r.external_id = any(${addresses}::text[]) or (r.phone_e164 = any(${words}::text[])
            and not exists (select 1 from phones f where f.e164 = r.phone_e164 and f.person_id <> all(${ids}::uuid[])))`,
    );
    this.erasures.erasesLast(
      'link_tickets',
      `${told} token_hash`,
      ({ ids, words, addresses }) => sql`delete from link_tickets k where k.matched_person_id = any(${ids}::uuid[])
          or k.external_id = any(${addresses}::text[]) or (k.phone_e164 = any(${words}::text[])
            and not exists (select 1 from phones f where f.e164 = k.phone_e164 and f.person_id <> all(${ids}::uuid[])))`,
    );
    this.erasures.erasesLast(
      'account_joins',
      'from_id from_scope from_space to_id to_scope to_space',
      ({ addresses }) =>
        sql`delete from account_joins where from_id = any(${addresses}::text[]) or to_id = any(${addresses}::text[])`,
    );
    this.erasures.erasesLast(
      'link_codes',
      'code_hash',
      ({ ids }) => sql`delete from link_codes where person_id = any(${ids}::uuid[])`,
    );
    this.erasures.erasesLast(
      'agency_sessions',
      'sealed',
      ({ ids }) => sql`delete from agency_sessions where account_id in (
          select id from agency_accounts where person_id = any(${ids}::uuid[]))`,
    );
    this.erasures.erasesLast(
      'agency_accounts',
      'issuer said_email said_name subject',
      ({ ids }) => sql`delete from agency_accounts where person_id = any(${ids}::uuid[])`,
    );
    this.erasures.erasesLast(
      'linked_accounts',
      'end_reason external_id phone_e164 scope',
      ({ ids }) => sql`delete from linked_accounts where person_id = any(${ids}::uuid[])`,
    );
  }

  private contacts(): void {
    this.erasures.erasesLast(
      'member_skills',
      'skills',
      ({ ids }) => sql`delete from member_skills where person_id = any(${ids}::uuid[])`,
    );
    this.erasures.erasesLast(
      'busy_words',
      '',
      ({ ids }) => sql`delete from busy_words where person_id = any(${ids}::uuid[])`,
    );
    this.erasures.erasesLast(
      'phones',
      'e164 raw shared_reason',
      ({ ids }) => sql`delete from phones where person_id = any(${ids}::uuid[])`,
    );
    this.erasures.erasesLast(
      'emails',
      'address',
      ({ ids }) => sql`delete from emails where person_id = any(${ids}::uuid[])`,
    );
    this.erasures.erasesLast(
      'people',
      'full_name full_name_folded login_email password_hash',
      ({ ids, at }) => sql`update people set full_name = ${ANONYMOUS}, login_email = null, password_hash = null,
          anonymised_at = ${at} where id = any(${ids}::uuid[])`,
    );
    this.erasures.erasesLast(
      'team_members',
      'end_reason position',
      ({ ids }) =>
        sql`update team_members set position = null, end_reason = null where person_id = any(${ids}::uuid[])`,
    );
    this.erasures.erasesLast(
      'posts',
      'end_reason',
      ({ ids }) => sql`update posts set end_reason = null where person_id = any(${ids}::uuid[])`,
    );
    // Of holds that have ended: while one stands nobody is erased.
    this.erasures.erasesLast(
      'retention_holds',
      'reason',
      ({ ids }) => sql`update retention_holds set reason = '' where person_id = any(${ids}::uuid[])`,
    );
  }

  /** What was written of them in lists, cases, and answers that are kept for whoever asks again. */
  private words(): void {
    this.erasures.erasesLast(
      'card_reports',
      'text',
      ({ teamIds, words }) => sql`update card_reports set text = without_words(text, ${words}::text[])
          where team_id = any(${teamIds}::uuid[])`,
    );
    this.erasures.erasesLast(
      'roster_imports',
      'choices columns dropped reading result workbook',
      ({ unitIds, words }) => sql`update roster_imports set
            choices = without_words(choices::text, ${words}::text[])::jsonb,
            columns = without_words(columns::text, ${words}::text[])::jsonb,
            dropped = without_words(dropped::text, ${words}::text[])::jsonb,
            reading = without_words(reading::text, ${words}::text[])::jsonb,
            result = without_words(result::text, ${words}::text[])::jsonb,
            workbook = without_words(workbook::text, ${words}::text[])::jsonb
          where unit_id = any(${unitIds}::uuid[])`,
    );
    this.erasures.erasesLast(
      'data_requests',
      'words new_name new_phone answer',
      ({ ids, words }) => sql`update data_requests set words = null, new_name = null, new_phone = null,
          answer = without_words(answer, ${words}::text[]) where person_id = any(${ids}::uuid[])`,
    );
    this.erasures.erasesLast('command_answers', 'answer', ({ aroundIds, words }) => forgetInAnswers(aroundIds, words));
    this.erasures.erasesLast('held_acts', 'answer before', ({ aroundIds, words }) => forgetInActs(aroundIds, words));
  }
}
