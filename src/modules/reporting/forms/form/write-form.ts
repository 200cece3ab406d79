import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { formErrors } from '../../reporting.errors.ts';
import { formWritten } from '../../reporting.events.ts';
import { FormAccess } from './form-access.ts';
import { FormRefs } from './form-refs.ts';
import { FormRound } from './form-round.entity.ts';
import { Form, FormVersion } from './form.entity.ts';
import { ReadForm } from './read-form.ts';

type View = RouteAnswer<typeof routes.readForm>;

/** Begins, writes and throws away a form. Two officers at once: the second is told, and what both wrote is kept on their screens. */
@Injectable()
export class WriteForm {
  constructor(
    private readonly database: Database,
    private readonly access: FormAccess,
    private readonly read: ReadForm,
    private readonly refs: FormRefs,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws platform.denied, form.notFound for what it is a copy of */
  async make(actor: Actor, unitId: string, { title, copyOf }: RouteBody<typeof routes.makeForm>): Promise<View> {
    await this.access.toAsk(actor, unitId);
    const questions = copyOf ? (await this.access.form(actor, copyOf, 'report.read')).questions : [];
    const now = this.clock.now();
    const by = actor.personId;
    const form: Form = {
      id: v7(),
      unitId,
      title,
      questions,
      edit: 0,
      writtenBy: by,
      writtenAt: now,
      madeBy: by,
      madeAt: now,
    };
    await this.database.tx(async (tx) => {
      await tx.insert(Form, form);
      await this.outbox.append(tx, formWritten({ formId: form.id }, { unitId }), actor);
    });
    return this.read.present(actor, form);
  }

  /** Whatever is written is kept, whole or not. @throws form.notFound, form.changed */
  async write(actor: Actor, formId: string, input: RouteBody<typeof routes.writeForm>): Promise<View> {
    await this.access.form(actor, formId, 'report.receive');
    const form = await this.database.tx(async (tx) => {
      const form = await this.locked(tx, actor, formId, input.edit);
      const written = {
        title: input.title,
        questions: input.questions,
        edit: form.edit + 1,
        writtenBy: actor.personId,
        writtenAt: this.clock.now(),
      };
      await tx.update(Form, { id: formId }, written as never);
      await this.outbox.append(tx, formWritten({ formId }, { unitId: form.unitId }), actor);
      return { ...form, ...written };
    });
    return this.read.present(actor, form);
  }

  /** @throws form.notFound, form.alreadyAsked */
  async drop(actor: Actor, formId: string): Promise<void> {
    await this.access.form(actor, formId, 'report.receive');
    await this.database.tx(async (tx) => {
      const { unitId } = await this.access.form(actor, formId, 'report.receive', tx);
      if (await tx.findOne(FormRound, { where: { formId } })) throw formErrors.alreadyAsked();
      await tx.delete(FormVersion, { formId });
      await tx.delete(Form, { id: formId });
      await this.outbox.append(tx, formWritten({ formId }, { unitId }), actor);
    });
  }

  /** The form as whoever acts has read it. @throws form.notFound, form.changed */
  async locked(tx: Tx, actor: Actor, formId: string, edit: number): Promise<Form> {
    const form = await this.access.form(actor, formId, 'report.receive', tx);
    if (form.edit === edit) return form;
    const name = (await this.refs.people([form.writtenBy]))(form.writtenBy).fullName;
    throw formErrors.changed({ edit: form.edit, by: name });
  }
}
