import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Not orders alone wait for a second officer: what was one table of orders is one of all that goes to very many. Whom an order
 * reaches stands in it; of the others those are kept who were chosen when it was asked, and who were when it was sent.
 */
export class MembershipSendRequests1795903260000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table order_requests rename to send_requests;
      alter table send_requests rename column teams to places;
      alter table send_requests rename column assignment_id to result_id;
      alter table send_requests drop constraint order_requests_assignment_id_fkey;
      alter table send_requests drop constraint order_requests_issued;
      alter table send_requests
        add column kind text not null default 'order'
          check (kind in ('order', 'campaign', 'teamReminder', 'reportReminder', 'campaignReminder', 'groupNames')),
        add column title text not null default '',
        add column chosen_ids uuid[],
        add column sent_ids uuid[];
      update send_requests set title = content->>'title', content = jsonb_build_object('kind', 'order', 'order', content);
      alter table send_requests alter column kind drop default, alter column title drop default;
      alter table send_requests rename constraint order_requests_pkey to send_requests_pkey;
      alter table send_requests rename constraint order_requests_unit_id_fkey to send_requests_unit_id_fkey;
      alter table send_requests rename constraint order_requests_asked_by_fkey to send_requests_asked_by_fkey;
      alter table send_requests rename constraint order_requests_decided_by_fkey to send_requests_decided_by_fkey;
      alter table send_requests rename constraint order_requests_outcome_check to send_requests_outcome_check;
      alter table send_requests rename constraint order_requests_decided to send_requests_decided;
      alter table send_requests rename constraint order_requests_two_people to send_requests_two_people;
      alter table send_requests rename constraint order_requests_reason to send_requests_reason;
      alter table send_requests add constraint send_requests_result
        check ((outcome is not distinct from 'approved' and kind in ('order', 'campaign')) = (result_id is not null));
      alter index order_requests_waiting rename to send_requests_waiting;
      alter index order_requests_of_draft rename to send_requests_of_draft;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from send_requests where kind <> 'order';
      alter index send_requests_waiting rename to order_requests_waiting;
      alter index send_requests_of_draft rename to order_requests_of_draft;
      alter table send_requests drop constraint send_requests_result;
      alter table send_requests rename constraint send_requests_reason to order_requests_reason;
      alter table send_requests rename constraint send_requests_two_people to order_requests_two_people;
      alter table send_requests rename constraint send_requests_decided to order_requests_decided;
      alter table send_requests rename constraint send_requests_outcome_check to order_requests_outcome_check;
      alter table send_requests rename constraint send_requests_decided_by_fkey to order_requests_decided_by_fkey;
      alter table send_requests rename constraint send_requests_asked_by_fkey to order_requests_asked_by_fkey;
      alter table send_requests rename constraint send_requests_unit_id_fkey to order_requests_unit_id_fkey;
      alter table send_requests rename constraint send_requests_pkey to order_requests_pkey;
      update send_requests set content = content->'order';
      alter table send_requests drop column sent_ids, drop column chosen_ids, drop column title, drop column kind;
      alter table send_requests rename column result_id to assignment_id;
      alter table send_requests rename column places to teams;
      alter table send_requests rename to order_requests;
      alter table order_requests add constraint order_requests_issued
        check ((outcome = 'approved') = (assignment_id is not null));
      alter table order_requests add foreign key (assignment_id) references assignments;
    `);
  }
}
