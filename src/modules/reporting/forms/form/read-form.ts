import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { faultsOf } from '#contracts/questions/faults';
import { personalWarnings } from '#contracts/questions/personal';
import { versionFaults } from '#contracts/questions/versions';
import type { Actor } from '#platform/auth';
import { Database, sql } from '#platform/database';
import { formErrors } from '../../reporting.errors.ts';
import { FormRefs } from './form-refs.ts';
import { FormAccess } from './form-access.ts';
import { type Form, FormVersion } from './form.entity.ts';
import { PresentRounds } from './present-rounds.ts';

type View = RouteAnswer<typeof routes.readForm>;

/** Questions or title differ from what was published last. */
export const isChanged = (form: Pick<Form, 'questions' | 'title'>, published: FormVersion | null): boolean =>
  !published ||
  published.title !== form.title ||
  JSON.stringify(published.questions) !== JSON.stringify(form.questions);

/** A form with what keeps it from being asked, and each time that it was asked. */
@Injectable()
export class ReadForm {
  constructor(
    private readonly database: Database,
    private readonly access: FormAccess,
    private readonly refs: FormRefs,
    private readonly rounds: PresentRounds,
  ) {}

  /** @throws form.notFound, platform.denied */
  async execute(actor: Actor, formId: string): Promise<View> {
    return this.present(actor, await this.access.form(actor, formId, 'report.read'));
  }

  /** After the right to it. */
  async present(actor: Actor, form: Form): Promise<View> {
    const [published, units, person, rounds, mayAsk] = await Promise.all([
      this.published(form.id),
      this.refs.units([form.unitId]),
      this.refs.people([form.writtenBy]),
      this.rounds.rows(sql`k.form_id = ${form.id}`).then((rows) => this.rounds.heads(rows)),
      this.access.mayAsk(actor, form.unitId),
    ]);
    const unit = units.get(form.unitId);
    if (!unit) throw formErrors.notFound();
    const { id, title, questions, edit, writtenBy, writtenAt } = form;
    return {
      id,
      unit,
      title,
      questions,
      edit,
      written: { by: person(writtenBy), at: writtenAt.toISOString() },
      version: published?.version ?? 0,
      isChanged: isChanged(form, published),
      faults: faultsOf(questions).map((one) => ({ ...one, params: { ...one.params } })),
      personal: personalWarnings(questions),
      versionFaults: published ? versionFaults(published.questions, questions) : [],
      rounds,
      mayAsk,
    };
  }

  /** What was published last; null of a form that was never asked. */
  published(formId: string): Promise<FormVersion | null> {
    return this.database.manager.findOne(FormVersion, { where: { formId }, order: { version: 'DESC' } });
  }
}
