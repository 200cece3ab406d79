import type { MigrationInterface, QueryRunner } from 'typeorm';

export class GroupChats1700000005700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A group or forum topic into which the installation writes; confirmed by somebody who answers for the team or the
      -- commune. How the group is called and named for people stands in chat_groups.
      create table group_chats (
        id uuid primary key,
        team_id uuid references teams,
        unit_id uuid references units,
        channel text not null check (channel in ('telegram', 'zalo-gmf')),
        -- Null only while the Official Account is being asked to make the group.
        address text,
        title text not null,
        link text,
        -- The paid seat of a group that the Official Account makes.
        asset_id text,
        -- While one process asks for the group to be made, no other does.
        making_until timestamptz,
        linked_by uuid references people,
        linked_at timestamptz not null,
        ended_at timestamptz,
        ended_by uuid references people,
        -- The platform says that the bot can no longer write there; it stays in the list until it is linked anew or ended.
        gone_at timestamptz,
        gone_code text,
        check (num_nonnulls(team_id, unit_id) = 1),
        check (address is not null or asset_id is not null)
      );
      create unique index group_chats_address on group_chats (channel, address) where ended_at is null;
      -- One group at a time, and besides it one that is being made.
      create unique index group_chats_team on group_chats (team_id, (address is null)) where ended_at is null and team_id is not null;
      create unique index group_chats_unit on group_chats (unit_id, (address is null)) where ended_at is null and unit_id is not null;
      -- A seat is spent once.
      create unique index group_chats_asset on group_chats (asset_id) where ended_at is null and asset_id is not null;

      -- One post into one group. The key names what it tells: the order and, for a reminder, the day.
      create table group_posts (
        message_key text not null,
        group_id uuid not null references group_chats,
        kind text not null check (kind in ('assigned', 'cancelled', 'deadline')),
        assignment_id uuid not null references assignments,
        state text not null default 'due' check (state in ('due', 'claimed', 'sent', 'failed', 'unknown', 'skipped')),
        due_at timestamptz not null,
        expires_at timestamptz not null,
        attempts int not null default 0,
        claim uuid,
        claimed_until timestamptz,
        provider_id text,
        failure_class text,
        failure_code text,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        primary key (message_key, group_id)
      );
      create index group_posts_due on group_posts (due_at) where state = 'due';
      create index group_posts_claimed on group_posts (claimed_until) where state = 'claimed';
      -- Of the last minute, for the limits of a group.
      create index group_posts_group on group_posts (group_id, changed_at);
      create index group_posts_assignment on group_posts (assignment_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table group_posts, group_chats');
  }
}
