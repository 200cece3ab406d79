import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { NumbersApi } from '#modules/membership';
import { LogQuestions } from '../../plan/messages/facts/log-questions.ts';
import type { Message } from '../../plan/planning/message.entity.ts';

type Entry = RouteAnswer<typeof routes.inbox>['items'][number];
type Asked = Required<Pick<Entry, 'number' | 'question'>>;

/** What messages ask, answered in the inbox itself, and whether an answer is still wanted. */
@Injectable()
export class InboxQuestions {
  constructor(
    private readonly numbers: NumbersApi,
    private readonly log: LogQuestions,
  ) {}

  /** Told of a message by its values. */
  async of(messages: readonly Pick<Message, 'params'>[]): Promise<(message: Pick<Message, 'params'>) => Asked> {
    const ids = (key: 'numberQuestionId' | 'logQuestionId') => messages.flatMap(({ params }) => params[key] ?? []);
    const [numbers, open] = await Promise.all([
      this.numbers.questions(ids('numberQuestionId')),
      this.log.open(ids('logQuestionId')),
    ]);
    return ({ params: { numberQuestionId, logQuestionId, actor = '' } }) => {
      const asked = numbers.get(numberQuestionId ?? '');
      return {
        number: asked ? { questionId: asked.id, name: actor, open: asked.isOpen, replyByOn: asked.replyByOn } : null,
        question: logQuestionId ? { questionId: logQuestionId, open: open.has(logQuestionId) } : null,
      };
    };
  }
}
