import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What units owed in reports, and planned, follows a reform as a step of its own. */
export class OrganizationReformReports1796024100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reorganisation_steps drop constraint reorganisation_steps_step_check;
      alter table reorganisation_steps add constraint reorganisation_steps_step_check
        check (step in ('people', 'work', 'training', 'reports')) not valid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from reorganisation_steps where step = 'reports';
      alter table reorganisation_steps drop constraint reorganisation_steps_step_check;
      alter table reorganisation_steps add constraint reorganisation_steps_step_check check (step in ('people', 'work', 'training'));
    `);
  }
}
