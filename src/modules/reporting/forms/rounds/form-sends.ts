import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SendKinds } from '#modules/membership';
import { FormAccess } from '../form/form-access.ts';
import { AskForm } from './ask-form.ts';
import { PlanRound } from './plan-round.ts';
import { RemindRound } from './remind-round.ts';

/** A form, or a reminder of one, that waits for a second officer: whom it reaches is chosen by the day on which it is approved. */
@Injectable()
export class FormSends implements OnModuleInit {
  constructor(
    private readonly kinds: SendKinds,
    private readonly access: FormAccess,
    private readonly plan: PlanRound,
    private readonly asking: AskForm,
    private readonly reminding: RemindRound,
  ) {}

  onModuleInit(): void {
    this.kinds.keep('form', {
      action: 'report.receive',
      prepare: async (actor, content) => {
        const { unitId, title, reach } = await this.asking.weigh(actor, content.formId, content.ask);
        return { unitId, title, content, reach };
      },
      chosen: async ({ formId }) => {
        const unitId = await this.access.unitOf(formId);
        return unitId ? this.plan.unitIds(unitId) : [];
      },
      send: async (actor, { formId, ask }, approved) => {
        const { id } = await this.asking.execute(actor, formId, ask, approved);
        return { resultId: id, sentIds: await this.plan.unitIds((await this.access.unitOf(formId)) as string) };
      },
    });
    this.kinds.keep('formReminder', {
      action: 'report.receive',
      prepare: async (actor, content) => ({ ...(await this.reminding.weigh(actor, content)), content }),
      chosen: (content) => this.reminding.due(content),
      send: async (actor, content) => ({ resultId: null, sentIds: await this.reminding.approved(actor, content) }),
    });
  }
}
