import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a number is a person's is judged once, when it is kept; of the numbers that stand by the library's pattern of that day. */
export class OrganizationPersonalNumbers1796100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
      alter table offices add column looks_personal boolean not null default false;
      -- lock: contact cards, some ten thousand rows of a whole country.
      update offices o set looks_personal = true
        from (select id, regexp_replace(regexp_replace(phone, '[^0-9]', '', 'g'), '^(0084|84|0)', '') as national from offices) p
       where p.id = o.id and p.national !~ '^51' and p.national ~
         '^(121[0-3]\d{5}|(1[46]0|(3\d|7[06-9])\d|5([1689]\d|2[238]|59)|8([1-8]\d|9[6-9])|9([0-8]\d|9[013-9]))\d{6})$';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table offices drop column looks_personal');
  }
}
