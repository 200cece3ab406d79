import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { PublishForm } from './form/publish-form.ts';
import { ReadForm } from './form/read-form.ts';
import { WriteForm } from './form/write-form.ts';
import { ListForms } from './rounds/list-forms.ts';

/** Forms as they are written, until they are asked. */
@Controller()
export class FormsController {
  constructor(
    private readonly forms: ListForms,
    private readonly one: ReadForm,
    private readonly writing: WriteForm,
    private readonly publishing: PublishForm,
  ) {}

  @Handle(routes.listForms)
  list(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.forms.execute(actor, unitId);
  }

  @Handle(routes.makeForm)
  make(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.makeForm>,
  ) {
    return this.writing.make(actor, unitId, input);
  }

  @Handle(routes.readForm)
  read(@CurrentActor() actor: Actor, @PathId('formId') id: string) {
    return this.one.execute(actor, id);
  }

  @Handle(routes.writeForm)
  write(
    @CurrentActor() actor: Actor,
    @PathId('formId') id: string,
    @Input() input: RouteBody<typeof routes.writeForm>,
  ) {
    return this.writing.write(actor, id, input);
  }

  @Handle(routes.dropForm)
  drop(@CurrentActor() actor: Actor, @PathId('formId') id: string) {
    return this.writing.drop(actor, id);
  }

  @Handle(routes.publishForm)
  publish(
    @CurrentActor() actor: Actor,
    @PathId('formId') id: string,
    @Input() input: RouteBody<typeof routes.publishForm>,
  ) {
    return this.publishing.execute(actor, id, input);
  }
}
