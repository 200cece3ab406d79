import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { faultsOf } from '#contracts/questions/faults';
import { personalWarnings } from '#contracts/questions/personal';
import type { Question } from '#contracts/questions/question-kinds';
import { versionFaults } from '#contracts/questions/versions';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, sql, type Tx } from '#platform/database';
import { invalid, type ProblemDetail } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { formErrors } from '../../reporting.errors.ts';
import { formPublished } from '../../reporting.events.ts';
import { FormAccess } from './form-access.ts';
import { type Form, FormVersion } from './form.entity.ts';
import { isChanged, ReadForm } from './read-form.ts';
import { WriteForm } from './write-form.ts';

/** Photos come from a phone; an office has none to add them with. */
const NOT_OF_OFFICES = new Set<Question['kind']>(['photo']);

/** Each thing that keeps questions from being asked, at its question. */
export function askFaults(questions: readonly Question[]): ProblemDetail[] {
  const at = (question: string | null) => (question === null ? 'questions' : `questions.${question}`);
  return [
    ...faultsOf(questions).map(({ question, code, params }) => ({
      path: at(question),
      code: `question.fault.${code}`,
      params: { ...params },
    })),
    ...personalWarnings(questions).map(({ question, code }) => ({
      path: at(question),
      code: `question.personal.${code}`,
      params: {},
    })),
    ...questions
      .filter(({ kind }) => NOT_OF_OFFICES.has(kind))
      .map(({ id }) => ({ path: at(id), code: 'form.photoOfOffice', params: {} })),
  ];
}

/** What was written becomes a version that never changes: answers to the one before are answers to it too. */
@Injectable()
export class PublishForm {
  constructor(
    private readonly database: Database,
    private readonly access: FormAccess,
    private readonly writing: WriteForm,
    private readonly read: ReadForm,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Running rounds ask the new version from now on; whoever has sent is not asked again.
   * @throws form.notFound, form.changed, form.nothingNew, input.invalid with each fault at its question
   */
  async execute(
    actor: Actor,
    formId: string,
    { edit }: RouteBody<typeof routes.publishForm>,
  ): Promise<RouteAnswer<typeof routes.readForm>> {
    await this.access.form(actor, formId, 'report.receive');
    const form = await this.database.tx(async (tx) => {
      const form = await this.locked(tx, actor, formId, edit);
      const before = await this.read.published(formId);
      const version = await this.publish(tx, actor, form);
      if (version === before?.version) throw formErrors.nothingNew();
      await execute(
        tx,
        sql`update form_rounds set version = ${version} where form_id = ${formId} and recalled_at is null
          and closes_on >= ${this.clock.today()}::date`,
      );
      return form;
    });
    return this.read.present(actor, form);
  }

  /** The form as whoever acts has read it. @throws form.notFound, form.changed */
  locked(tx: Tx, actor: Actor, formId: string, edit: number): Promise<Form> {
    return this.writing.locked(tx, actor, formId, edit);
  }

  /** The version that asks what is written now. @throws input.invalid */
  async publish(tx: Tx, actor: Actor, form: Form): Promise<number> {
    const before = await this.refuse(form);
    if (before && !isChanged(form, before)) return before.version;
    const version = (before?.version ?? 0) + 1;
    const { id, title, questions, unitId } = form;
    const published = {
      formId: id,
      version,
      title,
      questions,
      publishedBy: actor.personId,
      publishedAt: this.clock.now(),
    };
    await tx.insert(FormVersion, published as never);
    await this.outbox.append(tx, formPublished({ formId: id, version }, { unitId }), actor);
    return version;
  }

  /** Gives what was published last. @throws input.invalid */
  async refuse(form: Form): Promise<FormVersion | null> {
    const before = await this.read.published(form.id);
    const faults = [
      ...askFaults(form.questions),
      ...(before ? versionFaults(before.questions, form.questions) : []).map(({ question, code }) => ({
        path: `questions.${question}`,
        code: `question.version.${code}`,
        params: {},
      })),
    ];
    if (faults.length > 0) throw invalid(faults);
    return before;
  }
}
